import type { runLanguageServer } from "./languageServer.ts";
import { load } from "./load.ts";

interface Connection {
  readonly runLanguageServer: typeof runLanguageServer;
}

/** Starts the server in this process. */
export function startLanguageServer(): void {
  load<Connection>("connection").runLanguageServer(load);
}
