import type { CompletionItem, CompletionList, Range } from "vscode-languageserver";
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import type { ItemKind, CompletionItem as Offered } from "../features/completion/item.ts";
import type { CompletionResult } from "../features/completion.ts";
import type { Span } from "../text/span.ts";
import { type OpenTemplate, rangeOf } from "./documents.ts";

const KINDS: Readonly<Record<ItemKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  attribute: CompletionItemKind.Field,
  property: CompletionItemKind.Property,
  type: CompletionItemKind.Class,
  value: CompletionItemKind.EnumMember,
  function: CompletionItemKind.Function,
  resource: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  pseudoParameter: CompletionItemKind.Constant,
  returnValue: CompletionItemKind.Property,
  mapping: CompletionItemKind.Enum,
  condition: CompletionItemKind.Value,
  export: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  command: CompletionItemKind.Keyword,
  option: CompletionItemKind.Operator,
  snippet: CompletionItemKind.Snippet,
};

/** Completions in LSP's form. `adjusts`: whether the client may be told to leave the indentation of further lines alone. */
export function completionList(
  open: OpenTemplate,
  { items, isIncomplete }: CompletionResult,
  adjusts: boolean,
): CompletionList {
  // Most items replace the same span, and there may be thousands of them.
  const ranges = new Map<Span, Range>();
  const rangeAt = (span: Span): Range => {
    const known = ranges.get(span) ?? rangeOf(open.document, span);
    ranges.set(span, known);
    return known;
  };
  return { isIncomplete, items: items.map((item) => completionItem(rangeAt, item, adjusts)) };
}

/** Asks for completions again, as VS Code does when it is told to. */
const AGAIN = { title: "", command: "editor.action.triggerSuggest" };

function completionItem(rangeAt: (span: Span) => Range, item: Offered, adjusts: boolean): CompletionItem {
  const { label, kind, detail, filterText, sortText, insertText, snippet, span, additionalEdits, deprecated } = item;
  return {
    label,
    kind: KINDS[kind],
    sortText,
    textEdit: { range: rangeAt(span), newText: insertText },
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(adjusts && { insertTextMode: InsertTextMode.asIs }),
    ...(detail !== undefined && { detail }),
    ...(filterText !== undefined && { filterText }),
    ...(deprecated === true && { tags: [CompletionItemTag.Deprecated] }),
    ...(item.again === true && { command: AGAIN }),
    ...(item.data !== undefined && { data: item.data }),
    ...(additionalEdits !== undefined && {
      additionalTextEdits: additionalEdits.map((edit) => ({
        range: rangeAt(edit.span),
        newText: edit.newText,
      })),
    }),
  };
}
