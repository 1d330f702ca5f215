import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/startServer.ts";
import { optimiseLate } from "./lateOptimisation.ts";

/** Runs the server over what the parent process gave: IPC, a pipe or stdio, by its arguments. */
export function runLanguageServer(): void {
  optimiseLate(6);
  startServer(createConnection(ProposedFeatures.all), async (connection, parameters) => {
    const [{ createSession }, { nodeHost }] = await Promise.all([import("../lsp/session.ts"), import("./nodeHost.ts")]);
    return createSession(connection, nodeHost, parameters);
  });
}
