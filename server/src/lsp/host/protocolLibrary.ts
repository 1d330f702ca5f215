// What we use of the protocol's library. It is CommonJS: the bundler copies all 300 names for each file that imports
// it, half a millisecond and 120 KB a file when the server starts.
// biome-ignore lint/performance/noBarrelFile: one file that imports the library is what this is for
export {
  AbstractMessageWriter,
  CodeLensRefreshRequest,
  CompletionTriggerKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  SignatureHelpTriggerKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
