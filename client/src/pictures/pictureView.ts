import { type CancellationToken, Disposable, type TextDocument, type Uri, window } from "vscode";
import type { PictureNode, PictureParams } from "../../../server/src/protocol/template.ts";
import type { BaseTexts } from "../changes/baseText.ts";
import { onDidChangeLanguage } from "../page/inLanguage.ts";
import { messageIn } from "../page/pageMessages.ts";
import { PagePanel, type PageParts } from "../page/pagePanel.ts";
import { FROM_PICTURE_PAGE, type FromPicturePage, type ToPicturePage } from "../page/picturePage.ts";
import { innermostAtCaret, revealPlace } from "../page/revealPlace.ts";
import { CurrentTemplate } from "../server/currentTemplate.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

export interface PictureParts {
  readonly extensionUri: Uri;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly bases: BaseTexts;
}

/** What a picture is made for. */
export interface PictureOf {
  readonly document: TextDocument | undefined;
  /** The choice made on the page; empty before. */
  readonly choice: string;
  /** The text that the template is compared with, if it differs. */
  readonly base: { readonly name: string; readonly text: string } | undefined;
}

export interface PictureKind<Answer, Page> {
  readonly panel: Pick<PageParts<never>, "id" | "page">;
  readonly method: "templateGraph" | "deploymentOrder";
  params(of: PictureOf): object;
  page(answer: Answer | undefined, of: PictureOf): Page & { readonly title: string };
  /** All nodes in the order of the page's indexes. */
  nodes(answer: Answer): readonly PictureNode[];
  save?(
    as: "svg" | "mermaid",
    ask: (more: object) => Promise<Answer | undefined>,
    document: TextDocument,
  ): Promise<void>;
}

const SWITCH_PAUSE_MS = 100;
const CARET_PAUSE_MS = 100;

/** A picture of the current template: it follows the text and the caret while it is visible. */
export class PictureView<Answer, Page> implements Disposable {
  readonly #parts: PictureParts;
  readonly #kind: PictureKind<Answer, Page>;
  readonly #panel: PagePanel<FromPicturePage, ToPicturePage<Page>>;
  readonly #template: CurrentTemplate;
  readonly #caretSoon = debounce(CARET_PAUSE_MS, () => this.#showCaret());
  readonly #subscriptions: Disposable;
  #of: PictureOf = { document: undefined, choice: "", base: undefined };
  #answer: Answer | undefined;

  constructor(parts: PictureParts, kind: PictureKind<Answer, Page>) {
    this.#parts = parts;
    this.#kind = kind;
    const { extensionUri, server, templates, bases } = parts;
    this.#panel = new PagePanel(extensionUri, {
      ...kind.panel,
      decode: (message) => messageIn(FROM_PICTURE_PAGE, message),
      follows: true,
    });
    this.#template = new CurrentTemplate(server, templates, {
      switchPause: SWITCH_PAUSE_MS,
      switched: () => undefined,
      update: () => void this.#update(),
    });
    this.#subscriptions = Disposable.from(
      this.#panel,
      this.#template,
      this.#panel.onDidBecomeReady(() => this.#present()),
      this.#panel.onDidReceive((message) => void this.#receive(message)),
      this.#panel.onDidBecomeVisible(() => this.#template.refresh()),
      bases.onDidChange(() => this.#template.refresh()),
      window.onDidChangeTextEditorSelection(this.#caretSoon.call),
      onDidChangeLanguage(() => this.#template.refresh()),
      new Disposable(() => this.#caretSoon.cancel()),
    );
  }

  /** Fires when the page has drawn the picture. */
  get onDidDraw(): PagePanel<FromPicturePage, unknown>["onDidDraw"] {
    return this.#panel.onDidDraw;
  }

  /** The answer that is shown. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  async open(): Promise<void> {
    this.#panel.reveal(this.#kind.page(undefined, this.#of).title);
    await this.#update();
  }

  /** Makes a choice, as on the page. */
  async choose(choice: string): Promise<void> {
    this.#of = { ...this.#of, choice };
    await this.#update();
  }

  /** Goes to the place of a node, by its index. */
  async reveal(index: number): Promise<void> {
    const { document } = this.#of;
    const range = this.#answer && this.#kind.nodes(this.#answer)[index]?.range;
    await (document && range && revealPlace(document.uri.toString(), range));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const token = this.#template.ask();
    if (!this.#panel.isVisible) return;
    const { document } = this.#template;
    const base = document && (await this.#parts.bases.of(document));
    if (token.isCancellationRequested) return;
    const { choice, document: before } = this.#of;
    const isOther = base !== undefined && base.text !== document?.getText();
    const of = { document, choice: before === document ? choice : "", base: isOther ? base : undefined };
    const params = document && this.#params(of, document);
    const answer = params && (await this.#ask(params, token));
    if (token.isCancellationRequested || !(answer || !document)) return;
    this.#of = of;
    this.#answer = answer;
    this.#present();
  }

  #params(of: PictureOf, { uri }: TextDocument): object {
    const params: PictureParams = {
      textDocument: { uri: uri.toString() },
      ...(of.base && { before: of.base.text }),
    };
    return { ...params, ...this.#kind.params(of) };
  }

  #present(): void {
    const page = this.#kind.page(this.#answer, this.#of);
    this.#panel.title = page.title;
    this.#panel.post({ type: "show", page });
    this.#showCaret();
  }

  #showCaret(): void {
    const { document } = this.#of;
    if (!document || !this.#answer || !this.#panel.isVisible) return;
    const ranges = this.#kind.nodes(this.#answer).map(({ entry }) => entry);
    this.#panel.post({ type: "caret", index: innermostAtCaret(document.uri.toString(), ranges) });
  }

  async #receive(message: FromPicturePage): Promise<void> {
    switch (message.type) {
      case "choose":
        await this.choose(message.choice);
        break;
      case "reveal":
        await this.reveal(message.index);
        break;
      case "save":
        await this.save(message.as);
        break;
    }
  }

  /** Saves the picture as a file of another format. */
  async save(as: "svg" | "mermaid"): Promise<void> {
    const { document } = this.#of;
    if (!document) return;
    const ask = (more: object): Promise<Answer | undefined> =>
      this.#ask({ ...this.#params(this.#of, document), ...more });
    await this.#kind.save?.(as, ask, document);
  }

  /** The kind of picture knows the types of request and answer. */
  async #ask(params: object, token?: CancellationToken): Promise<Answer | undefined> {
    const answer: unknown = await this.#parts.server.request(this.#kind.method, params as never, token);
    return (answer as Answer | null) ?? undefined;
  }
}
