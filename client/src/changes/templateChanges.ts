import { Disposable, type Event, EventEmitter, type TextDocument, workspace } from "vscode";
import {
  type TemplateChanges as Changes,
  TEMPLATE_CHANGES,
  type TemplateChangesParams,
} from "../../../server/src/protocol/template.ts";
import { CurrentTemplate } from "../server/currentTemplate.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { BaseTexts } from "./baseText.ts";

/** What deploying a template would do. */
export interface ShownChanges extends Changes {
  /** What it is held against. */
  readonly base: string;
}

/** After another template came to the front: what is read first comes before. */
const SWITCH_PAUSE_MS = 300;

/** Whether changes are told, by `cfnNotes.changes.enabled`. */
function isWanted(): boolean {
  return workspace.getConfiguration("cfnNotes").get<boolean>("changes.enabled", true);
}

/** What deploying the template would do that somebody works on; asked for when nobody types, and only if its text is another. */
export class TemplateChanges implements Disposable {
  readonly #server: LanguageServer;
  readonly #bases: BaseTexts;
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #known = new Map<TextDocument, ShownChanges>();
  readonly #template: CurrentTemplate;
  readonly #subscriptions: Disposable;

  constructor(server: LanguageServer, templates: TemplateDocuments, bases: BaseTexts) {
    this.#server = server;
    this.#bases = bases;
    this.#template = new CurrentTemplate(server, templates, {
      switchPause: SWITCH_PAUSE_MS,
      switched: (document) => this.#changed.fire(document),
      update: () => void this.#update(),
    });
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#template,
      bases.onDidChange(() => this.#template.refresh()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("cfnNotes.changes") || event.affectsConfiguration("cfnNotes.language")) {
          this.#template.refresh();
        }
      }),
      workspace.onDidCloseTextDocument((document) => this.#show(document, undefined)),
    );
  }

  /** Fires with the template of which other changes are known now. */
  get onDidChange(): Event<TextDocument> {
    return this.#changed.event;
  }

  /** What is known of a template; `undefined` while nothing is, or it is as it was. */
  of(document: TextDocument | undefined): ShownChanges | undefined {
    return document && this.#known.get(document);
  }

  /** The template that somebody works on. */
  get document(): TextDocument | undefined {
    return this.#template.document;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const { document } = this.#template;
    const token = this.#template.ask();
    if (!document) return;
    const base = isWanted() ? await this.#bases.of(document) : undefined;
    if (token.isCancellationRequested) return;
    if (base === undefined || base.text === document.getText()) {
      this.#show(document, undefined);
      return;
    }
    const params: TemplateChangesParams = { textDocument: { uri: document.uri.toString() }, before: base.text };
    const found = await this.#server.request<Changes | null>(TEMPLATE_CHANGES, params, token);
    if (!token.isCancellationRequested && found?.version === document.version) {
      this.#show(document, found.sections.length === 0 ? undefined : { ...found, base: base.name });
    }
  }

  #show(document: TextDocument, shown: ShownChanges | undefined): void {
    if (shown) {
      this.#known.set(document, shown);
      this.#changed.fire(document);
    } else if (this.#known.delete(document)) {
      this.#changed.fire(document);
    }
  }
}
