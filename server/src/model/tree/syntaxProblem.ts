import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** What can be wrong with a text. The words for each are in `server/data/syntaxTexts.yaml`. */
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

/** Something that a reader stumbled over. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly span: Span;
  /** What the message names: a key, a sign, a number. */
  readonly argument?: string;
  /** For a duplicate key: the span of the first one. */
  readonly first?: Span;
  /** How to mend it, if that is clear; `safe`: the text around it can be read then. */
  readonly mend?: { readonly edits: readonly Edit[]; readonly safe: boolean };
}

/** Whether the text is broken there; a key that stands twice can be read. */
export function isSyntaxError({ code }: SyntaxProblem): boolean {
  return code !== "duplicate-key";
}
