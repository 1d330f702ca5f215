import snippets from "../../../snippets/*.json";
import { lazy } from "../text/lazy.ts";
import type { Snippet } from "./snippet.ts";

/**
 * The snippets of `snippets`. In a body, `$CFN_LOGICAL_ID` is the resource's name, `$CFN_NEW_ID` that of a new one,
 * `$CFN_SERVICE` the service that assumes it; of what the template has nothing for, a line that ends with ` #?` is left
 * out, and ` #!` the whole snippet (more in `filledIn`).
 */
export const allSnippets: () => readonly Snippet[] = lazy(() => snippets() as readonly Snippet[]);
