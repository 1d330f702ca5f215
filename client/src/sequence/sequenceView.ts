import { CancellationTokenSource, Disposable, type TextEditor, type Uri, window, workspace } from "vscode";
import type { BootstrapSequence, BootstrapSequenceParams } from "../../../server/src/protocol/template.ts";
import { onDidChangeLanguage } from "../page/inLanguage.ts";
import { messageIn } from "../page/pageMessages.ts";
import { PagePanel } from "../page/pagePanel.ts";
import { innermostAtCaret, revealPlace } from "../page/revealPlace.ts";
import { FROM_SEQUENCE_PAGE, type FromSequencePage, type ToSequencePage } from "../page/sequencePage.ts";
import { sequenceMessages } from "../page/viewMessages.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

export interface SequenceParts {
  readonly extensionUri: Uri;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly openNote: (id: string) => Promise<void>;
}

/** What the picture shows now. */
export interface ShownSequence {
  /** The template; empty before anything was shown. */
  readonly uri: string;
  /** The resource; empty if there is no picture. */
  readonly logicalId: string;
  readonly pinned: boolean;
}

/** What a picture is asked of: a resource's name, or a position. */
type Asked = Omit<BootstrapSequenceParams, "textDocument">;

const PAUSE_MS = 100;

/** The picture of how a resource comes up: follows the caret and the text of the template, unless it is pinned. */
export class SequenceView implements Disposable {
  readonly #parts: SequenceParts;
  readonly #updateSoon = debounce(PAUSE_MS, () => void this.#update());
  readonly #panel: PagePanel<FromSequencePage, ToSequencePage>;
  readonly #subscriptions: Disposable;
  #asking: CancellationTokenSource | undefined;
  #uri = "";
  #answer: BootstrapSequence = { resources: [] };
  #isOpen = true;
  #pinned = false;

  constructor(parts: SequenceParts) {
    this.#parts = parts;
    const { extensionUri, server, templates } = parts;
    const panel = new PagePanel<FromSequencePage, ToSequencePage>(extensionUri, {
      id: "cfnNotes.bootstrapSequence",
      page: { script: "sequencePage", style: "sequenceStyle", body: '<main id="sequence"></main>' },
      decode: (message) => messageIn(FROM_SEQUENCE_PAGE, message),
      follows: true,
    });
    this.#panel = panel;
    this.#subscriptions = Disposable.from(
      panel,
      panel.onDidBecomeReady(() => this.#present()),
      panel.onDidReceive((message) => this.#receive(message)),
      panel.onDidBecomeVisible(this.#updateSoon.call),
      window.onDidChangeTextEditorSelection(this.#updateSoon.call),
      window.onDidChangeActiveTextEditor(this.#updateSoon.call),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri) this.#updateSoon.call();
      }),
      onDidChangeLanguage(this.#updateSoon.call),
      templates.onDidChange(this.#updateSoon.call),
      server.onDidChangeNotes(this.#updateSoon.call),
      new Disposable(() => {
        this.#updateSoon.cancel();
        this.#asking?.dispose();
      }),
    );
  }

  /** Fires when the page has drawn a picture, or that there is none. */
  get onDidDraw(): PagePanel<FromSequencePage, unknown>["onDidDraw"] {
    return this.#panel.onDidDraw;
  }

  get shown(): ShownSequence {
    return { uri: this.#uri, logicalId: this.#answer.picture?.logicalId ?? "", pinned: this.#pinned };
  }

  /** Opens the picture of a resource; without arguments that of the resource at the caret of the template. */
  async open(uri?: unknown, logicalId?: unknown): Promise<void> {
    const { editor } = this.#parts.templates;
    this.#pinned = false;
    if (typeof uri === "string" && typeof logicalId === "string") {
      await this.#ask(uri, { logicalId });
    } else if (editor) {
      await this.#ask(editor.document.uri.toString(), { position: editor.selection.active });
    }
    this.#panel.reveal(sequenceMessages().title(this.shown.logicalId));
    this.#present();
  }

  /** Keeps the resource that is shown, or follows the caret again. */
  pin(pinned: boolean): void {
    this.#pinned = pinned;
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #activeTemplate(): TextEditor | undefined {
    const editor = window.activeTextEditor;
    return editor && this.#parts.templates.has(editor.document) ? editor : undefined;
  }

  /** Shows the picture for the caret; if there is none, the shown one again with the present text. */
  async #update(): Promise<void> {
    if (!this.#panel.isVisible || this.#uri === "") return;
    const editor = this.#pinned ? undefined : this.#activeTemplate();
    const { logicalId } = this.shown;
    const followed =
      editor !== undefined &&
      (await this.#ask(
        editor.document.uri.toString(),
        { position: editor.selection.active, shown: logicalId },
        ({ picture }) => picture !== undefined,
      ));
    if (!followed) await this.#ask(this.#uri, { logicalId });
    this.#present();
  }

  /** Shows the answer unless `wanted` declines it; resolves to whether it did, or a later request came between. */
  async #ask(
    uri: string,
    { position, ...asked }: Asked,
    wanted: (answer: BootstrapSequence) => boolean = () => true,
  ): Promise<boolean> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const params: BootstrapSequenceParams = {
      textDocument: { uri },
      ...asked,
      ...(position && { position: { line: position.line, character: position.character } }),
    };
    const answer = await this.#parts.server.request("bootstrapSequence", params, asking.token);
    if (answer === undefined || asking.token.isCancellationRequested) return true;
    if (answer && !wanted(answer)) return false;
    this.#uri = uri;
    this.#answer = answer ?? { resources: [] };
    this.#isOpen = answer !== null;
    return true;
  }

  #present(): void {
    const messages = sequenceMessages();
    const title = messages.title(this.shown.logicalId);
    const { nothing, noTemplate, language, pin, choose, stack, machine, elsewhere, waitsFor, resources, note } =
      messages;
    const page = {
      ...this.#answer,
      pinned: this.#pinned,
      empty: this.#isOpen ? nothing : noTemplate,
      label: title,
      words: { language, pin, choose, stack, machine, elsewhere, waitsFor, resources, note },
    };
    this.#panel.title = title;
    this.#panel.post({ type: "show", page });
    this.#panel.post({ type: "caret", index: this.#stepAtCaret() });
  }

  /** The step that the caret is in; -1 for none. */
  #stepAtCaret(): number {
    return innermostAtCaret(this.#uri, this.#answer.picture?.steps.map(({ range }) => range) ?? []);
  }

  #receive(message: FromSequencePage): void {
    switch (message.type) {
      case "choose":
        void this.#ask(this.#uri, { logicalId: message.logicalId }).then(() => this.#present());
        break;
      case "pin":
        this.pin(message.pinned);
        break;
      case "reveal":
        void this.reveal(message.index);
        break;
      case "note":
        void this.openNote(message.index);
        break;
    }
  }

  /** Opens the note on a step. */
  async openNote(index: number): Promise<void> {
    const note = this.#answer.picture?.steps[index]?.note;
    await (note && this.#parts.openNote(note.id));
  }

  /** Goes to the place of a step in the template, in the editor that shows it. */
  async reveal(index: number): Promise<void> {
    const range = this.#answer.picture?.steps[index]?.range;
    await (range && revealPlace(this.#uri, range));
  }
}
