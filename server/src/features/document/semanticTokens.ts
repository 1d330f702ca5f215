import type { ReferenceKind } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import type { Entry, Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Span } from "../../text/span.ts";

/** LSP's token types that are used here. */
export type TokenType = "function" | "type" | "variable" | "parameter" | "property" | "enumMember" | "class";

export interface Token extends Span {
  readonly type: TokenType;
}

const REFERENCE_TYPES: Readonly<Partial<Record<ReferenceKind, TokenType>>> = {
  ref: "variable",
  resource: "variable",
  dependsOn: "variable",
  attribute: "property",
  condition: "enumMember",
  mapping: "enumMember",
  subVariable: "parameter",
  parameter: "parameter",
};

const ALL: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * Functions, types and names in the order of the text; absolute, never overlapping and never longer than a line.
 *
 * @param within the entries that are asked about: those that touch it
 */
export function semanticTokens(template: Template, within: Span = ALL): readonly Token[] {
  const tokens: Token[] = [];
  for (const { entries } of template.sections) {
    for (const entry of entries) {
      if (entry.value.end + entry.offset < within.start || entry.key.start + entry.offset > within.end) continue;
      for (const { start, end, type } of entryTokens(entry)) {
        tokens.push({ type, start: start + entry.offset, end: end + entry.offset });
      }
    }
  }
  return tokens.sort((a, b) => a.start - b.start).filter(({ start }, index) => start >= (tokens[index - 1]?.end ?? 0));
}

function entryTokens(entry: Entry): readonly Token[] {
  return tokensOf(entry.value, entry);
}

const tokensOf = memoBy((value: Node, entry: Entry): readonly Token[] => {
  const tokens: Token[] = references(entry).flatMap(({ kind, name, start, end }) => {
    const type = kind === "ref" && name.startsWith("AWS::") ? "class" : REFERENCE_TYPES[kind];
    return type === undefined ? [] : [{ type, start, end }];
  });
  functions(value, tokens);
  return tokens.sort((a, b) => a.start - b.start);
});

function functions(node: Node, tokens: Token[]): void {
  if (node.kind === "list") for (const item of node.items) functions(item, tokens);
  else if (node.kind === "map") {
    for (const { value, merged } of node.pairs) if (!merged) functions(value, tokens);
  } else if (node.kind === "call") {
    tokens.push({ type: "function", start: node.nameSpan.start, end: node.nameSpan.end });
    functions(node.argument, tokens);
  }
}
