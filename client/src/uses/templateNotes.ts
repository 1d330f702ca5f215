import {
  CancellationTokenSource,
  Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import {
  NOTES_IN_TEMPLATE,
  type NotesInTemplate,
  type NotesInTemplateParams,
} from "../../../server/src/protocol/notes.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

/** The notes that show in a template. */
export interface ShownInTemplate extends NotesInTemplate {
  readonly uri: Uri;
  /** Whether only their numbers are known. */
  readonly countOnly: boolean;
}

/** Nobody looks at the numbers while they type. */
const typingPause = 800;
/** So many milliseconds after another template came to the front. */
const switchPause = 60;

/**
 * Which notes show in the template that somebody works on: the active one or, while they read something else, the last
 * one, as long as it is open. Asked for only while something shows it, and when nobody types.
 */
export class TemplateNotes implements Disposable {
  readonly #server: LanguageServer;
  readonly #templates: TemplateDocuments;
  readonly #wanted: () => "nothing" | "count" | "all";
  readonly #changed = new EventEmitter<void>();
  readonly #soon = debounce(switchPause, () => void this.#update());
  readonly #later = debounce(typingPause, () => void this.#update());
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #shown: ShownInTemplate | undefined;
  #current: CancellationTokenSource | undefined;

  /** @param wanted what is shown to anybody: only the numbers, or the list */
  constructor(server: LanguageServer, templates: TemplateDocuments, wanted: () => "nothing" | "count" | "all") {
    this.#server = server;
    this.#templates = templates;
    this.#wanted = wanted;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      templates.onDidChange(() => this.#follow()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) {
          this.#later.call();
        }
      }),
      server.onDidChangeNotes(() => this.#later.call()),
      new Disposable(() => {
        this.#soon.cancel();
        this.#later.cancel();
        this.#current?.dispose();
      }),
    );
    this.#follow();
  }

  /** Fires when other notes show, or at other places. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  /** What is known of the template; `undefined` while nothing is. */
  get shown(): ShownInTemplate | undefined {
    return this.#shown;
  }

  /** To be called when more is wanted than before. */
  refresh(): void {
    this.#soon.call();
  }

  /** Gets the list, for a view that is about to show it. */
  async load(): Promise<void> {
    await this.#update("all");
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(): void {
    const active = window.activeTextEditor?.document;
    const before = this.#document;
    if (active && this.#templates.has(active)) {
      this.#document = active;
    } else if (before && !this.#templates.has(before)) {
      this.#document = undefined;
    }
    if (this.#document !== before) {
      this.#shown = undefined;
      this.#changed.fire();
      this.#soon.call();
    }
  }

  async #update(wanted: "nothing" | "count" | "all" = this.#wanted()): Promise<void> {
    const document = this.#document;
    this.#soon.cancel();
    this.#later.cancel();
    this.#current?.cancel();
    this.#current?.dispose();
    this.#current = undefined;
    if (!document || wanted === "nothing") {
      return;
    }
    this.#current = new CancellationTokenSource();
    const { token } = this.#current;
    const countOnly = wanted === "count";
    const params: NotesInTemplateParams = { textDocument: { uri: document.uri.toString() }, countOnly };
    const found = await this.#server.request<NotesInTemplate | null>(NOTES_IN_TEMPLATE, params, token);
    if (found && !token.isCancellationRequested && this.#document === document) {
      this.#shown = { ...found, uri: document.uri, countOnly };
      this.#changed.fire();
    }
  }
}
