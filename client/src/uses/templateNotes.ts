import { Disposable, type Event, EventEmitter, type Uri } from "vscode";
import type { NotesInTemplate } from "../../../server/src/protocol/notes.ts";
import { CurrentTemplate } from "../server/currentTemplate.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

/** The notes that show in a template. */
export interface ShownInTemplate extends NotesInTemplate {
  readonly uri: Uri;
  /** Whether only the numbers are known. */
  readonly countOnly: boolean;
}

/** Milliseconds after another template became active. */
const SWITCH_PAUSE_MS = 60;

/** Which notes show in the current template. Requested only while something displays it, and after a pause in typing. */
export class TemplateNotes implements Disposable {
  readonly #server: LanguageServer;
  readonly #wanted: () => "nothing" | "count" | "all";
  readonly #changed = new EventEmitter<void>();
  /** Fires when other notes show, or at other places. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #template: CurrentTemplate;
  #shown: ShownInTemplate | undefined;

  /** @param wanted what is displayed at the moment: only the numbers, or the list */
  constructor(server: LanguageServer, templates: TemplateDocuments, wanted: () => "nothing" | "count" | "all") {
    this.#server = server;
    this.#wanted = wanted;
    this.#template = new CurrentTemplate(server, templates, {
      switchPause: SWITCH_PAUSE_MS,
      switched: () => {
        this.#shown = undefined;
        this.#changed.fire();
      },
      update: () => void this.#update(),
    });
  }

  /** The notes of the template; `undefined` while they are not known. */
  get shown(): ShownInTemplate | undefined {
    return this.#shown;
  }

  /** Whether there is a template whose notes are not known yet. */
  get isReading(): boolean {
    return this.#template.document !== undefined && this.#shown?.countOnly !== false;
  }

  /** To be called when more is wanted than before. */
  refresh(): void {
    this.#template.refresh();
  }

  /** Gets the list, for a view that is about to show it. */
  async load(): Promise<void> {
    await this.#update("all");
  }

  dispose(): void {
    Disposable.from(this.#template, this.#changed).dispose();
  }

  async #update(wanted: "nothing" | "count" | "all" = this.#wanted()): Promise<void> {
    const { document } = this.#template;
    const token = this.#template.ask();
    if (!document || wanted === "nothing") return;
    const countOnly = wanted === "count";
    const found = await this.#server.request(
      "notesInTemplate",
      { textDocument: { uri: document.uri.toString() }, countOnly },
      token,
    );
    if (found && !token.isCancellationRequested && this.#template.document === document) {
      this.#shown = { ...found, uri: document.uri, countOnly };
      this.#changed.fire();
    }
  }
}
