import type { Connection, InitializeParams } from "vscode-languageserver";
import { createSession, type Session } from "../lsp/session.ts";
import { nodeHost } from "./nodeHost.ts";
import { startWatchdog } from "./watchdog.ts";
import { limitBy } from "./within.ts";

/** Opens a session in Node; with its module come the parser, the catalogue and the rules. */
export function openNodeSession(connection: Connection, parameters: InitializeParams): Promise<Session> {
  return createSession(connection, { ...nodeHost, watchOver }, parameters);
}

async function watchOver(): Promise<void> {
  limitBy(await startWatchdog());
}
