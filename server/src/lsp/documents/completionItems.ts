import type { CompletionClientCapabilities, CompletionItem, CompletionList, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import type { ItemKind, CompletionItem as Offered } from "../../features/completion/scene.ts";
import type { CompletionResult } from "../../features/completion.ts";
import { type Span, startOfLine } from "../../text/span.ts";
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

/** What the client supports for completions. */
export interface CompletionSupport {
  /**
   * What it does with the indentation of further lines: leaves it alone if it is told so, adds that of the first line,
   * or does not say. Most that do not say add it to snippets.
   */
  readonly indentation: "asIs" | "added" | "unknown";
  /** Whether properties that most items share may be sent once, as item defaults. */
  readonly defaults: boolean;
  /** Whether it is VS Code, whose command shows the suggestions again. */
  readonly commands: boolean;
}

/** What a client with these capabilities does with the indentation of further lines. */
export function indentationOf(client: CompletionClientCapabilities | undefined): CompletionSupport["indentation"] {
  const modes = client?.completionItem?.insertTextModeSupport?.valueSet;
  if (modes === undefined) return "unknown";
  return modes.includes(InsertTextMode.asIs) ? "asIs" : "added";
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
  const shown = items.map((item) =>
    completionItem(rangeAt, adjusted(document, item, support), support, isShared(item.span)),
  );
  if (shared === undefined) return { isIncomplete, items: shown };
  const itemDefaults = {
    editRange: rangeAt(shared),
    insertTextFormat: InsertTextFormat.PlainText,
    ...(support.indentation === "asIs" && { insertTextMode: InsertTextMode.asIs }),
  };
  return { isIncomplete, itemDefaults, items: shown };
}

/** An item without the indentation that the client adds to its further lines. */
function adjusted(document: TextDocument, item: Offered, { indentation }: CompletionSupport): Offered {
  const { insertText, snippet, span } = item;
  if (indentation === "asIs" || (indentation === "unknown" && !snippet) || !insertText.includes("\n")) return item;
  const text = document.getText();
  const line = text.slice(startOfLine(text, span.start), span.start);
  const [added = ""] = /^[ \t]*/.exec(line) ?? [];
  const [first = "", ...further] = insertText.split("\n");
  // A line with less indentation stays as it is: nothing can be taken away from it.
  const left = further.map((line) => (line.startsWith(added) ? line.slice(added.length) : line));
  return { ...item, insertText: [first, ...left].join("\n") };
}

/**
 * Asks for completions again in the way the editor does by itself: then an empty answer shows nothing, and Enter on a
 * word that is whole begins a line (`editor.acceptSuggestionOnEnter`).
 */
const AGAIN = { title: "", command: "editor.action.triggerSuggest", arguments: [{ auto: true }] };

function completionItem(
  rangeAt: (span: Span) => Range,
  item: Offered,
  { indentation, defaults, commands }: CompletionSupport,
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
    ...(indentation === "asIs" && !defaults && { insertTextMode: InsertTextMode.asIs }),
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
