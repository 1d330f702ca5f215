import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** The kinds of syntax problems. Their messages are in `server/data/syntaxTexts.yaml`. */
export type SyntaxCode = (typeof SYNTAX_CODES)[number];

export const SYNTAX_CODES = [
  "duplicate-key",
  "full-width",
  "aliases-too-large",
  "bad-alias",
  "bad-anchor",
  "bad-block-header",
  "bad-directive",
  "bad-escape",
  "bad-indentation",
  "bad-tag",
  "block-in-brackets",
  "bracket-closes-none",
  "bracket-or-indentation",
  "colon-missing",
  "comma-missing",
  "comma-without-value",
  "indented-too-far",
  "item-missing",
  "json-value",
  "key-not-text",
  "key-too-long",
  "list-as-key",
  "needs-quotes",
  "not-a-key",
  "not-key-and-value",
  "other-language",
  "second-colon",
  "separator-missing",
  "several-documents",
  "sign-missing",
  "space-missing",
  "stray-line",
  "tabs",
  "text-behind-end",
  "too-deep",
  "trailing-comma",
  "unclosed-bracket",
  "unclosed-quote",
  "unknown-anchor",
  "unquoted-dynamic-reference",
  "unreadable",
  "value-ended",
  "value-missing",
] as const;

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
