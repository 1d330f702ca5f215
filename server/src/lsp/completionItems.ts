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

/** What the client can do with completions. */
export interface CompletionSupport {
  /** Whether it may be told to leave the indentation of further lines alone. */
  readonly asIs: boolean;
  /** Whether what most items share may be said once. */
  readonly defaults: boolean;
  /** Whether it is VS Code, whose command shows the suggestions again. */
  readonly commands: boolean;
}

/** Completions in LSP's form. */
export function completionList(
  { document }: OpenTemplate,
  { items, isIncomplete }: CompletionResult,
  support: CompletionSupport,
): CompletionList {
  const ranges = new Map<Span, Range>();
  const rangeAt = (span: Span): Range => {
    const known = ranges.get(span) ?? rangeOf(document, span);
    ranges.set(span, known);
    return known;
  };
  // Most items replace the same span, and there may be thousands of them.
  const shared = support.defaults ? items[0]?.span : undefined;
  const isShared = ({ start, end }: Span): boolean => start === shared?.start && end === shared.end;
  const shown = items.map((item) => completionItem(rangeAt, item, support, isShared(item.span)));
  if (shared === undefined) return { isIncomplete, items: shown };
  const itemDefaults = {
    editRange: rangeAt(shared),
    insertTextFormat: InsertTextFormat.PlainText,
    ...(support.asIs && { insertTextMode: InsertTextMode.asIs }),
  };
  return { isIncomplete, itemDefaults, items: shown };
}

/** Asks for completions again. */
const AGAIN = { title: "", command: "editor.action.triggerSuggest" };

function completionItem(
  rangeAt: (span: Span) => Range,
  item: Offered,
  { asIs, defaults, commands }: CompletionSupport,
  isShared: boolean,
): CompletionItem {
  const { label, kind, detail, filterText, sortText, insertText, snippet, span, additionalEdits, deprecated } = item;
  const edit = isShared
    ? insertText !== label && { textEditText: insertText }
    : { textEdit: { range: rangeAt(span), newText: insertText } };
  return {
    label,
    kind: KINDS[kind],
    sortText,
    ...edit,
    ...((snippet || !defaults) && {
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    }),
    ...(asIs && !defaults && { insertTextMode: InsertTextMode.asIs }),
    ...(detail !== undefined && { detail }),
    ...(filterText !== undefined && { filterText }),
    ...(deprecated === true && { tags: [CompletionItemTag.Deprecated] }),
    ...(item.again === true && commands && { command: AGAIN }),
    ...(item.data !== undefined && { data: item.data }),
    ...(additionalEdits !== undefined && {
      additionalTextEdits: additionalEdits.map((one) => ({ range: rangeAt(one.span), newText: one.newText })),
    }),
  };
}
