import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { createSession } from "../lsp/session.ts";
import { startServer } from "../lsp/startServer.ts";
import { bundle } from "./bundle.ts";
import type { nodeHost } from "./nodeHost.ts";

/** What the server takes from the bundle that holds the parser, the catalogue, the notes and the rules. */
interface Core {
  readonly createSession: typeof createSession;
  readonly nodeHost: typeof nodeHost;
}

/** Runs the server over what the parent process gave: IPC, a pipe or stdio, by its arguments. */
export function runLanguageServer(): void {
  startServer(createConnection(ProposedFeatures.all), async (connection, parameters) => {
    const { createSession, nodeHost } = bundle<Core>("core", "lsp");
    return createSession(connection, nodeHost, parameters);
  });
}
