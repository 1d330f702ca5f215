import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  commands,
  type Disposable,
  type Position,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode";

type Found = CompletionItem[] | CompletionList | null | undefined;

/**
 * Closes the list of suggestions as soon as one of its values is typed in full, so that Enter begins a line. The
 * server's next answer closes it, too, but may come after the Enter, which would only accept what is typed already.
 */
export class WholeValues implements Disposable {
  readonly #changes: Disposable;
  #listed: { readonly document: TextDocument; readonly items: readonly CompletionItem[] } | undefined;
  /** The end of the last change. */
  #typed: { readonly document: TextDocument; readonly caret: Position } | undefined;

  constructor() {
    this.#changes = workspace.onDidChangeTextDocument((event) => this.#changed(event));
  }

  /** To be called with each list; it is emptied if a value was typed in full meanwhile. */
  listed(document: TextDocument, { line }: Position, found: Found): Found {
    // A list may be asked for elsewhere.
    if (window.activeTextEditor?.selection.active.line !== line) return found;
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    this.#listed = { document, items };
    return this.#isWhole() ? [] : found;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #changed({ document, contentChanges: [change, ...others] }: TextDocumentChangeEvent): void {
    if (change === undefined) return;
    this.#typed =
      others.length > 0 || change.text.includes("\n")
        ? undefined
        : { document, caret: change.range.start.translate(0, change.text.length) };
    if (this.#isWhole()) void this.#close();
  }

  async #close(): Promise<void> {
    const typed = this.#typed;
    await commands.executeCommand("hideSuggestWidget");
    // A busy editor may have closed the list of a longer word, on which somebody has gone on meanwhile.
    const isLonger = typed !== undefined && this.#typed?.caret.isAfter(typed.caret) === true;
    if (!isLonger || this.#typed?.caret.line !== typed.caret.line || this.#isWhole()) return;
    const { document, caret } = this.#typed;
    if (!/\w$/.test(document.lineAt(caret.line).text.slice(0, caret.character))) return;
    await commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  }

  /** Whether the text in front of the caret is one of the listed values. */
  #isWhole(): boolean {
    if (this.#typed === undefined || this.#listed?.document !== this.#typed.document) return false;
    const { document, caret } = this.#typed;
    let last: Position | undefined;
    let typed = "";
    return this.#listed.items.some((item) => {
      const range = item.range instanceof Range ? item.range : item.range?.inserting;
      if (range?.start.line !== caret.line || range.start.isAfter(caret)) return false;
      if (last?.isEqual(range.start) !== true) {
        last = range.start;
        typed = document.getText(new Range(last, caret)).replace(/^["']/, "");
      }
      return typed !== "" && isValue(item, typed);
    });
  }
}

/** Whether `typed` is all that an item would insert, or the name of a function that has its argument on the next line. */
function isValue({ kind, label, insertText = "" }: CompletionItem, typed: string): boolean {
  if (label === typed && !BEGINNINGS.has(kind)) return true;
  return typeof insertText === "string" && insertText.replace(/^- |["'\s]/g, "") === typed;
}

/** The kinds of items that a colon or more lines follow. */
const BEGINNINGS: ReadonlySet<CompletionItemKind | undefined> = new Set([
  CompletionItemKind.Module,
  CompletionItemKind.Field,
  CompletionItemKind.Property,
  CompletionItemKind.Snippet,
]);
