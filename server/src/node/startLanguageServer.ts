import { bundle } from "./bundle.ts";
import { limitHeapGrowth } from "./heapGrowth.ts";
import type { runLanguageServer } from "./languageServer.ts";
import { optimiseLate } from "./lateOptimisation.ts";

interface Connection {
  readonly runLanguageServer: typeof runLanguageServer;
}

/**
 * In milliseconds: by then the first template is open, which the search for free objects would only hold up, and bytecode
 * is kept, which V8 takes only under the flags that it was made under.
 */
const SETTLED = 6_000;

/** Starts the server in this process. */
export function startLanguageServer(): void {
  optimiseLate(4);
  setTimeout(() => limitHeapGrowth(50), SETTLED).unref();
  bundle<Connection>("connection", "lsp").runLanguageServer();
}
