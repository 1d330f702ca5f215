import { bundle } from "./bundle.ts";
import { limitHeapGrowth } from "./heapGrowth.ts";
import type { runLanguageServer } from "./languageServer.ts";
import { optimiseLate } from "./lateOptimisation.ts";
import { limitYoungGeneration } from "./youngGeneration.ts";

interface Connection {
  readonly runLanguageServer: typeof runLanguageServer;
}

/**
 * In milliseconds: by then the first template is open, which the search for free objects would only hold up, and bytecode
 * is kept, which V8 takes only under the flags that it was made under.
 */
const SETTLED = 6_000;

/** With so many bytes, a template of 500 resources is opened and edited as fast as with twice as many. */
const YOUNG = 16 * 2 ** 20;

/** Starts the server in this process. */
export function startLanguageServer(): void {
  optimiseLate(4);
  limitYoungGeneration(YOUNG);
  setTimeout(() => limitHeapGrowth(50), SETTLED).unref();
  bundle<Connection>("connection", "lsp").runLanguageServer(bundle);
}
