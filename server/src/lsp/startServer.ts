import type { CancellationToken, Connection, InitializeParams, ServerCapabilities } from "vscode-languageserver";
import { version } from "../../../package.json";
import { TEMPLATE_NAMES } from "./host/host.ts";
import { positionEncoding } from "./host/positions.ts";
import { ErrorCodes, ResponseError, TextDocumentSyncKind } from "./host/protocolLibrary.ts";
import type { Handler } from "./requests/request.ts";
import { methodOf, REQUESTS, type Requests } from "./requests/requestTable.ts";
import type { Session } from "./session.ts";
import { attempt } from "./turns/guard.ts";

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
    return { capabilities: capabilitiesFor(received), serverInfo: { name: "cfn-notes", version } };
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
  connection.onDidSaveTextDocument(({ textDocument }) => notify((it) => it.filesChanged([textDocument.uri])));
  connection.onDidChangeWatchedFiles(({ changes }) => notify((it) => it.filesChanged(changes.map(({ uri }) => uri))));

  connection.workspace.onDidRenameFiles(({ files }) =>
    notify((it) => it.filesChanged(files.map((file) => file.newUri))),
  );
  connection.workspace.onDidDeleteFiles(({ files }) => notify((it) => it.filesChanged(files.map(({ uri }) => uri))));

  for (const name of Object.keys(REQUESTS) as (keyof Requests)[]) connection.onRequest(methodOf(name), request(name));
  connection.listen();

  function notify(tell: (session: Session) => void): void {
    void attempt(connection.console, "notification", undefined, async () => tell(await opened()));
  }

  /** A handler that waits for the session and asks it. */
  function request(name: keyof Requests): (...given: unknown[]) => Promise<unknown> {
    return async (...given) => {
      // A request without parameters hands over the token alone.
      const [received, token] = given.length < 2 ? [undefined, given[0]] : given;
      const asked = await opened();
      const answer = await asked.answer(REQUESTS[name].isAwaited === true, (requests) => {
        const handle = requests[name] as Handler<unknown, unknown>;
        return handle(received, token as CancellationToken);
      });
      return answer as never;
    };
  }
}

const FOLDERS = { pattern: { glob: "**/*", matches: "folder" } } as const;

/** The capabilities of the server for a client: those of the rows of requests, and those that belong to no request. */
function capabilitiesFor(parameters: InitializeParams): ServerCapabilities {
  return {
    positionEncoding: positionEncoding(parameters),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...Object.assign(
      {},
      ...Object.values(REQUESTS).map(({ capability, offered }) => (offered?.(parameters) === false ? {} : capability)),
    ),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: {
          filters: [{ pattern: { glob: `**/${TEMPLATE_NAMES}`, matches: "file" } }, FOLDERS],
        },
        // Of the files in a folder that is gone, a client's watcher says nothing.
        didRename: { filters: [FOLDERS] },
        didDelete: { filters: [FOLDERS] },
      },
    },
  };
}
