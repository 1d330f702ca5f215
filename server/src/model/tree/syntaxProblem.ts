import type syntaxTexts from "../../../data/syntaxTexts.yaml";
import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** The kinds of syntax problems. Their messages are in `server/data/syntaxTexts.yaml`. */
export type SyntaxCode = keyof ReturnType<typeof syntaxTexts> | "duplicate-key" | "full-width";

/** A problem that a reader found. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly span: Span;
  /** What the message names: a key, a character, a number. */
  readonly argument?: string;
  /** For a duplicate key: the span of the first one. */
  readonly first?: Span;
  /** The fix, if there is a clear one; `safe`: the text around it can be read then. */
  readonly mend?: { readonly edits: readonly Edit[]; readonly safe: boolean };
}

/** Whether the text is broken there; a repeated key can be read. */
export function isSyntaxError({ code }: SyntaxProblem): boolean {
  return code !== "duplicate-key";
}
