import type { CancellationToken, Connection, InitializeParams } from "vscode-languageserver";
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import {
  BINDABLE_NOTES,
  BOOTSTRAP_SEQUENCE,
  EXPLAIN_PLACE,
  FOLDER_REPORT,
  MARKER_EDIT,
  NOTE,
  NOTE_FOLDERS,
  NOTE_SOURCE,
  NOTE_TREE,
  NOTE_USES,
  NOTES_AT,
  NOTES_IN_TEMPLATE,
  NOTES_NOT_PLACED,
  SEARCH_NOTES,
} from "../protocol.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { attempt } from "./guard.ts";
import type { Session } from "./session.ts";

/** Makes the session; its module brings the parser, the catalogue and everything else, and is loaded after `initialize` was answered. */
export type OpenSession = (connection: Connection, parameters: InitializeParams) => Promise<Session>;

/**
 * Speaks LSP on a connection. `initialize` is answered before anything of weight is loaded; what
 * comes in meanwhile waits, in order.
 *
 * @param onShutdown called when the client has asked the server to shut down
 */
export function startServer(connection: Connection, open: OpenSession, onShutdown: () => void = () => undefined): void {
  let parameters: InitializeParams | undefined;
  let session: Promise<Session> | undefined;
  const opened = (): Promise<Session> => {
    if (parameters === undefined)
      return Promise.reject(new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized."));
    session ??= open(connection, parameters);
    return session;
  };

  connection.onInitialize((received) => {
    parameters = received;
    return { capabilities: CAPABILITIES, serverInfo: { name: "cfn-notes" } };
  });
  connection.onInitialized(() => notify((it) => it.start()));
  connection.onShutdown(() => {
    onShutdown();
    return session?.then((it) => it.dispose());
  });

  connection.onDidOpenTextDocument((event) => notify((it) => it.opened(event)));
  connection.onDidChangeTextDocument((event) => notify((it) => it.edited(event)));
  connection.onDidCloseTextDocument((event) => notify((it) => it.closed(event)));
  connection.onDidChangeConfiguration(() => notify((it) => it.reconfigure()));
  connection.onDidSaveTextDocument(() => notify((it) => it.projectChanged()));
  connection.onDidChangeWatchedFiles(() => notify((it) => it.projectChanged()));

  connection.onHover(request("hover"));
  connection.onCompletion(request("completion"));
  connection.onCompletionResolve(request("resolveCompletion"));
  connection.onDefinition(request("definition"));
  connection.onReferences(request("references"));
  connection.onDocumentHighlight(request("highlights"));
  connection.onDocumentSymbol(request("symbols"));
  connection.onFoldingRanges(request("folding"));
  connection.onDocumentLinks(request("documentLinks"));
  connection.onPrepareRename(request("prepareRename"));
  connection.onRenameRequest(request("rename"));
  connection.onCodeAction(request("codeActions"));
  connection.onCodeLens(request("codeLenses"));
  connection.languages.inlayHint.on(request("inlayHints"));
  connection.languages.semanticTokens.on(request("semanticTokens"));
  connection.onRequest(NOTE_TREE, request("noteTree"));
  connection.onRequest(NOTES_AT, request("notesAt"));
  connection.onRequest(NOTE, request("note"));
  connection.onRequest(NOTE_SOURCE, request("noteSource"));
  connection.onRequest(SEARCH_NOTES, request("searchNotes"));
  connection.onRequest(EXPLAIN_PLACE, request("explainPlace"));
  connection.onRequest(BINDABLE_NOTES, request("bindableNotes"));
  connection.onRequest(MARKER_EDIT, request("markerEdit"));
  connection.onRequest(NOTES_NOT_PLACED, request("notesNotPlaced"));
  connection.onRequest(FOLDER_REPORT, request("folderReport"));
  connection.onRequest(NOTES_IN_TEMPLATE, request("notesInTemplate"));
  connection.onRequest(NOTE_USES, request("noteUses"));
  connection.onRequest(NOTE_FOLDERS, request("noteFolders"));
  connection.onRequest(BOOTSTRAP_SEQUENCE, request("bootstrapSequence"));
  connection.listen();

  function notify(tell: (session: Session) => void): void {
    void attempt(connection.console, "notification", undefined, async () => tell(await opened()));
  }

  /** A handler that waits for the session and asks it. */
  function request<Name extends keyof Session["requests"]>(
    name: Name,
  ): (parameters: Parameters<Session["requests"][Name]>[0], token: CancellationToken) => Promise<never> {
    return async (...given) => {
      // A request without parameters hands over the token alone.
      const [received, token] = given.length < 2 ? [undefined, given[0] as unknown as CancellationToken] : given;
      const asked = await opened();
      const handle = asked.requests[name] as (given: typeof received, token: CancellationToken) => Promise<never>;
      asked.heard();
      const answer: unknown = await handle(received, token);
      asked.heard();
      return asAnswer(answer) as never;
    };
  }
}

/** The session is bundled by itself, with a `ResponseError` of its own that the connection would not know. */
function asAnswer(answer: unknown): unknown {
  return answer instanceof Error && "code" in answer ? new ResponseError(Number(answer.code), answer.message) : answer;
}
