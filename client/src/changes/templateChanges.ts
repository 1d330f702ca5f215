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
  /** What it is held against. */
  readonly base: string;
}

/** After another template came to the front: what is read first comes before. */
const SWITCH_PAUSE_MS = 300;

/** What a text has that nests others: these may change without it. */
const NESTING = /AWS::CloudFormation::Stack|AWS::Serverless::Application/;

/** Whether changes are told, by `cfnNotes.changes.enabled`. */
function isWanted(): boolean {
  return workspace.getConfiguration("cfnNotes").get<boolean>("changes.enabled", true);
}

/** What deploying the template would do that somebody works on; asked for when nobody types, and only if its text is another. */
export class TemplateChanges implements Disposable {
  readonly #server: LanguageServer;
  readonly #bases: BaseTexts;
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fires with the template of which other changes are known now. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;
  readonly #known = new Map<TextDocument, ShownChanges>();
  /** What a template has nested when it was asked about last. */
  readonly #nested = new WeakMap<TextDocument, readonly string[]>();
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

  /** Asks again with the texts of what is nested, as long as there are some: they may nest others. */
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
