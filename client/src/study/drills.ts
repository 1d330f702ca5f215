import {
  DiagnosticSeverity,
  Disposable,
  env,
  languages,
  type Memento,
  Range,
  Selection,
  TabInputText,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { FaultDrill } from "../../../server/src/protocol/study.ts";
import type { NoteView } from "../notes/noteView.ts";
import type { FromDrillPage, ToDrillPage } from "../page/drillPage.ts";
import type { PagePanel } from "../page/pagePanel.ts";
import { studyMessages } from "../page/studyMessages.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { DRILL_SCHEME, type TemplateDocuments } from "../server/templateDocuments.ts";

export interface DrillParts {
  readonly panel: PagePanel<FromDrillPage, ToDrillPage>;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly view: NoteView;
  /** Keeps which drill comes next. */
  readonly state: Memento;
}

interface RunningDrill {
  readonly drill: FaultDrill;
  /** The template that it was made of. */
  readonly source: string;
  readonly copy: Uri;
  readonly number: number;
}

/**
 * "What happens?": a copy of the template with one fault of meaning beside questions on it. The copy cannot be edited
 * and never becomes a template for the server, so that no diagnostic gives the fault away; it is gone with the window.
 */
export class Drills implements Disposable {
  readonly #parts: DrillParts;
  readonly #subscriptions: Disposable;
  #running: RunningDrill | undefined;
  #count = 0;

  constructor(parts: DrillParts) {
    this.#parts = parts;
    this.#subscriptions = Disposable.from(
      workspace.registerTextDocumentContentProvider(DRILL_SCHEME, {
        provideTextDocumentContent: (uri) =>
          uri.toString() === this.#running?.copy.toString() ? this.#running.drill.text : "",
      }),
      parts.panel.onDidBecomeReady(() => this.#present()),
      parts.panel.onDidReceive((message) => void this.#receive(message)),
    );
  }

  /** Fires when the page has drawn a question. */
  get onDidDraw(): PagePanel<FromDrillPage, unknown>["onDidDraw"] {
    return this.#parts.panel.onDidDraw;
  }

  /** Makes a drill of the template in the editor and opens it; from a drill, the next one of the same template. */
  async start(incident: boolean = false): Promise<FaultDrill | undefined> {
    const { server, templates, panel, state } = this.#parts;
    const messages = studyMessages();
    const source = templates.editor?.document.uri.toString() ?? this.#running?.source;
    if (source === undefined) {
      void window.showInformationMessage(messages.noTemplate);
      return undefined;
    }
    const parsed = Uri.parse(source, true);
    // A drill says that its copy has one fault.
    if (languages.getDiagnostics(parsed).some(({ severity }) => severity === DiagnosticSeverity.Error)) {
      void window.showInformationMessage(messages.drillOfErrors);
      return undefined;
    }
    const { languageId } = await workspace.openTextDocument(parsed);
    const key = incident ? "cfnNotes.nextIncident" : "cfnNotes.nextDrill";
    const seed = state.get<number>(key, 0);
    const drill = await server.request("faultDrill", { textDocument: { uri: source }, seed, incident });
    if (!drill) {
      void window.showInformationMessage(incident ? messages.noIncident : messages.noDrill);
      return undefined;
    }
    await state.update(key, seed + 1);
    await this.#closeCopy();
    this.#count += 1;
    const name = decodeURIComponent(source.slice(source.lastIndexOf("/") + 1));
    const copy = Uri.from({ scheme: DRILL_SCHEME, path: `/${this.#count}/${messages.drillTitle} ${name}` });
    this.#running = { drill, source, copy, number: this.#count };
    const document = await workspace.openTextDocument(copy);
    await languages.setTextDocumentLanguage(document, languageId);
    await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
    panel.reveal(messages.drillTitle);
    this.#present();
    return drill;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #present(): void {
    if (this.#running) {
      const { drill, number } = this.#running;
      const { questions, events = [], hints, explanation, quote, sources } = drill;
      const words = studyMessages().drillWords;
      this.#parts.panel.post({
        type: "show",
        page: { words, number, questions, events, hints, explanation, ...(quote && { quote }), sources },
      });
    }
  }

  async #receive(message: FromDrillPage): Promise<void> {
    const drill = this.#running?.drill;
    switch (message.type) {
      case "note":
        if (drill?.noteId !== undefined) await this.#parts.view.openNote(drill.noteId);
        break;
      case "place":
        await this.#showPlace();
        break;
      case "next":
      case "incident":
        await this.start(message.type === "incident");
        break;
      case "open":
        // Only addresses that came with the drill.
        if (drill?.sources.includes(message.url)) await env.openExternal(Uri.parse(message.url, true));
        break;
      case "close":
        await this.#closeCopy();
        break;
    }
  }

  /** Goes to the lines of the copy that the fault is on. */
  async #showPlace(): Promise<void> {
    if (!this.#running) return;
    const { copy, drill } = this.#running;
    const document = await workspace.openTextDocument(copy);
    const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One, preserveFocus: true });
    const range = new Range(drill.first, 0, drill.last, document.lineAt(drill.last).text.length);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #closeCopy(): Promise<void> {
    const copy = this.#running?.copy.toString();
    const tabs = window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputText && input.uri.toString() === copy);
    await window.tabGroups.close(tabs, true);
  }
}
