import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { type Debounced, debounce } from "./debounce.ts";
import type { LanguageServer } from "./languageServer.ts";
import type { TemplateDocuments } from "./templateDocuments.ts";

/** Milliseconds after the last edit: what is derived from a template is not read during typing. */
const TYPING_PAUSE_MS = 800;

interface CurrentTemplateUse {
  /** Milliseconds after another template became active. */
  readonly switchPause: number;
  /** Another template is current, or none is and this was the last one. */
  readonly switched: (document: TextDocument) => void;
  /** What is derived from the template is to be requested again. */
  readonly update: () => void;
}

/**
 * The template that somebody works on: the active one or, while another file is active, the last one as long as it is
 * open. Tells when to request what is derived from it.
 */
export class CurrentTemplate implements Disposable {
  readonly #templates: TemplateDocuments;
  readonly #use: CurrentTemplateUse;
  readonly #soon: Debounced;
  readonly #later: Debounced;
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #asking: CancellationTokenSource | undefined;

  constructor(server: LanguageServer, templates: TemplateDocuments, use: CurrentTemplateUse) {
    this.#templates = templates;
    this.#use = use;
    this.#soon = debounce(use.switchPause, use.update);
    this.#later = debounce(TYPING_PAUSE_MS, use.update);
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      templates.onDidChange(() => this.#follow()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#later.call();
      }),
      server.onDidChangeNotes(() => this.#later.call()),
      new Disposable(() => {
        this.#soon.cancel();
        this.#later.cancel();
        this.#asking?.dispose();
      }),
    );
    this.#follow();
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** To be called when what is derived from the template may have changed. */
  refresh(): void {
    this.#soon.call();
  }

  /** Begins a request, and cancels the one before. */
  ask(): CancellationToken {
    this.#soon.cancel();
    this.#later.cancel();
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#asking = new CancellationTokenSource();
    return this.#asking.token;
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
    const now = this.#document ?? before;
    if (now && before !== this.#document) {
      this.#use.switched(now);
      this.#soon.call();
    }
  }
}
