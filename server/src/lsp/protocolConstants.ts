import type {
  CodeLensRefreshRequest,
  CompletionTriggerKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  MessageType,
  ShowMessageNotification,
  SignatureHelpTriggerKind,
} from "vscode-languageserver";

/**
 * What the session needs of the protocol as values, held to the library by its types. The library itself is loaded with the
 * connection: the session's bundle would hold it a second time, and opening a template would wait for that.
 */
export const FORMATTING: typeof DocumentFormattingRequest.type = registered("textDocument/formatting");
export const ON_TYPE_FORMATTING: typeof DocumentOnTypeFormattingRequest.type = registered(
  "textDocument/onTypeFormatting",
);
export const WATCHED_FILES: typeof DidChangeWatchedFilesNotification.type = registered(
  "workspace/didChangeWatchedFiles",
);
export const CONFIGURATION: typeof DidChangeConfigurationNotification.type = registered(
  "workspace/didChangeConfiguration",
);
export const CODE_LENS_REFRESH: typeof CodeLensRefreshRequest.method = "workspace/codeLens/refresh";
export const SHOW_MESSAGE: typeof ShowMessageNotification.method = "window/showMessage";
export const WARNING: typeof MessageType.Warning = 2;
export const CHARACTER_COMPLETES: typeof CompletionTriggerKind.TriggerCharacter = 2;
export const CHARACTER_ASKS_FOR_SIGNATURE: typeof SignatureHelpTriggerKind.TriggerCharacter = 2;

/** Of a type, registering uses the method alone. */
function registered<Type extends { readonly method: string }>(method: Type["method"]): Type {
  return { method } as Type;
}

/** Error codes of LSP. */
export const REQUEST_CANCELLED = -32800;
export const REQUEST_FAILED = -32803;

/** An answer that is an error to the client; the connection makes it one of its library's. */
export class RequestError extends Error {
  readonly code: number;

  constructor(code: typeof REQUEST_CANCELLED | typeof REQUEST_FAILED, message: string) {
    super(message);
    this.code = code;
  }
}
