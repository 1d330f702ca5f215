import {
  type CancellationToken,
  Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import type { TemplateChanges as Changes, TemplateChangesParams } from "../../../server/src/protocol/template.ts";
import { CurrentTemplate } from "../server/currentTemplate.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { BaseTexts } from "./baseText.ts";

/** What deploying a template would do. */
export interface ShownChanges extends Changes {
  /** The name of the text that it is compared with. */
  readonly base: string;
}

/** Milliseconds after another template became active: what is read first comes before. */
const SWITCH_PAUSE_MS = 300;

/** A text with one of these nests templates: its changes may change while it does not. */
const NESTING = /AWS::CloudFormation::Stack|AWS::Serverless::Application/;

/** Whether changes are shown, by `cfnNotes.changes.enabled`. */
function isWanted(): boolean {
  return workspace.getConfiguration("cfnNotes").get<boolean>("changes.enabled", true);
}

/** What deploying the current template would do; requested after a pause in typing, and only if the text has changed. */
export class TemplateChanges implements Disposable {
  readonly #server: LanguageServer;
  readonly #templates: TemplateDocuments;
  readonly #bases: BaseTexts;
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fires with a template whose changes are others than before. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;
  readonly #known = new Map<TextDocument, ShownChanges>();
  /** The URIs of nested templates by the last answer. */
  readonly #nested = new WeakMap<TextDocument, readonly string[]>();
  readonly #template: CurrentTemplate;
  readonly #subscriptions: Disposable;

  constructor(server: LanguageServer, templates: TemplateDocuments, bases: BaseTexts) {
    this.#server = server;
    this.#templates = templates;
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

  /** The changes of a template; `undefined` while they are not known, or there are none. */
  of(document: TextDocument | undefined): ShownChanges | undefined {
    return document && this.#known.get(document);
  }

  /** The current template. */
  get document(): TextDocument | undefined {
    return this.#template.document;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const { document } = this.#template;
    const token = this.#template.ask();
    for (const known of this.#known.keys()) if (!this.#templates.has(known)) this.#show(known, undefined);
    if (!document) return;
    const base = isWanted() ? await this.#bases.of(document) : undefined;
    if (token.isCancellationRequested) return;
    const text = document.getText();
    if (base === undefined || (base.text === text && !NESTING.test(text))) {
      this.#show(document, undefined);
      return;
    }
    const found = await this.#changes(document, base.text, token);
    if (!token.isCancellationRequested && found?.version === document.version) {
      this.#show(document, found.sections.length === 0 ? undefined : { ...found, base: base.name });
    }
  }

  /** Requests the changes again with the texts of nested templates until there are no more: they may nest others. */
  async #changes(
    document: TextDocument,
    before: string,
    token: CancellationToken,
  ): Promise<Changes | null | undefined> {
    const nested = new Map<string, string | undefined>();
    const read = async (uris: readonly string[]): Promise<void> => {
      for (const uri of uris) nested.set(uri, await this.#bases.ofNested(document, Uri.parse(uri, true)));
    };
    await read(this.#nested.get(document) ?? []);
    for (;;) {
      const texts = [...nested].filter((one): one is [string, string] => one[1] !== undefined);
      const params: TemplateChangesParams = {
        textDocument: { uri: document.uri.toString() },
        before,
        nested: Object.fromEntries(texts),
      };
      const found = await this.#server.request("templateChanges", params, token);
      const more = found?.nested.filter((uri) => !nested.has(uri)) ?? [];
      if (found) this.#nested.set(document, found.nested);
      if (more.length === 0 || token.isCancellationRequested) return found;
      await read(more);
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
