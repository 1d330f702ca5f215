import type { runLanguageServer } from "./languageServer.ts";
import { load } from "./load.ts";

interface Connection {
  readonly runLanguageServer: typeof runLanguageServer;
}

/**
 * Starts the server in this process.
 *
 * @param noteFolders with notes, beside those of the settings
 */
export function startLanguageServer(noteFolders: readonly string[] = []): void {
  load<Connection>("connection").runLanguageServer(load, noteFolders);
}
