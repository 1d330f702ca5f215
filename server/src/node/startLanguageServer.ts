import { bundle } from "./bundle.ts";
import { limitHeapGrowth } from "./heapGrowth.ts";
import type { runLanguageServer } from "./languageServer.ts";
import { optimiseLate } from "./lateOptimisation.ts";

interface Connection {
  readonly runLanguageServer: typeof runLanguageServer;
}

/** Starts the server in this process. */
export function startLanguageServer(): void {
  optimiseLate(4);
  limitHeapGrowth();
  bundle<Connection>("connection", "lsp").runLanguageServer(bundle);
}
