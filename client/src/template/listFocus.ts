import { type CompletionItem, Disposable, type Event, EventEmitter, Range, SnippetString, workspace } from "vscode";
import type { NotesAtRequest } from "../../../server/src/protocol/notes.ts";
import { debounce } from "../server/debounce.ts";

export type InsertedText = NonNullable<NotesAtRequest["inserted"]>;

/** Long enough that nothing changes while somebody goes through a list key by key. */
const REST_MS = 250;
/** The editor focuses an item by itself when a list opens, and when a letter is typed: not later than this after it. */
const OWN_FOCUS_MS = 300;

/**
 * The item of an open list that somebody went to with the arrow keys and rests on. The editor asks for the
 * documentation of an item once, and never says which list is open: items that it focuses by itself are told apart by
 * the time.
 */
export class ListFocus implements Disposable {
  readonly #chosen = new EventEmitter<InsertedText>();
  readonly onDidChoose: Event<InsertedText> = this.#chosen.event;
  readonly #subscriptions: Disposable;
  readonly #rest = debounce(REST_MS, () => this.#latest && this.#chosen.fire(this.#latest));
  #latest: InsertedText | undefined;
  #quietUntil = 0;

  constructor() {
    const edits = workspace.onDidChangeTextDocument(({ contentChanges }) => contentChanges.length > 0 && this.#quiet());
    this.#subscriptions = Disposable.from(edits, this.#chosen, new Disposable(() => this.#rest.cancel()));
  }

  /** To be called when a list is about to open. */
  opens(): void {
    this.#quiet();
  }

  /** To be called when an item gets the focus. */
  focused(item: CompletionItem): void {
    this.#latest = insertedText(item);
    if (Date.now() >= this.#quietUntil) this.#rest.call();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #quiet(): void {
    this.#rest.cancel();
    this.#quietUntil = Date.now() + OWN_FOCUS_MS;
  }
}

function insertedText({ range, insertText, label }: CompletionItem): InsertedText | undefined {
  const replaced = range instanceof Range ? range : range?.replacing;
  const text =
    insertText instanceof SnippetString
      ? insertText.value
      : (insertText ?? (typeof label === "string" ? label : label.label)).replace(/[\\$}]/g, "\\$&");
  return replaced && { start: { line: replaced.start.line, character: replaced.start.character }, text };
}
