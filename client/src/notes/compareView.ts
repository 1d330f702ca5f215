import { type Disposable, env, Uri, window } from "vscode";
import type { Comparison } from "../../../server/src/protocol/study.ts";
import { FROM_COMPARE_PAGE, type FromComparePage, type ToComparePage } from "../page/comparePage.ts";
import { chosenLanguage, inLanguage } from "../page/inLanguage.ts";
import { messageIn } from "../page/pageMessages.ts";
import { PagePanel } from "../page/pagePanel.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { NoteView } from "./noteView.ts";

const MESSAGES = {
  en: { choose: "Compare", own: "My notes", open: "Open the note", sources: "Sources:" },
  ja: { choose: "比較", own: "自分のノート", open: "ノートを開く", sources: "出典:" },
};

/** The panel that shows easily confused things side by side. */
export class CompareView implements Disposable {
  readonly #server: LanguageServer;
  readonly #view: NoteView;
  readonly #panel: PagePanel<FromComparePage, ToComparePage>;
  readonly #refreshing: Disposable;
  #comparison: Comparison | undefined;

  constructor(extensionUri: Uri, server: LanguageServer, view: NoteView) {
    this.#server = server;
    this.#view = view;
    this.#panel = new PagePanel(extensionUri, {
      id: "cfnNotes.compare",
      page: { script: "comparePage", style: "compareStyle", body: '<main id="compare"></main>' },
      decode: (message) => messageIn(FROM_COMPARE_PAGE, message),
    });
    this.#panel.onDidBecomeReady(() => this.#present());
    this.#panel.onDidReceive((message) => void this.#receive(message));
    // The user's own sentences stand in it, and notes change with the language, too.
    this.#refreshing = server.onDidChangeNotes(() => this.#comparison && void this.#load(this.#comparison.id));
  }

  /** Fires when the page has drawn a table. */
  get onDidDraw(): PagePanel<FromComparePage, unknown>["onDidDraw"] {
    return this.#panel.onDidDraw;
  }

  /** Opens a comparison; without one, a list of all to choose from. */
  async open(id?: unknown): Promise<void> {
    const asked = typeof id === "string" ? id : await this.#choose();
    if (asked !== undefined && (await this.#load(asked))) this.#panel.reveal(this.#comparison?.title ?? "");
  }

  dispose(): void {
    this.#refreshing.dispose();
    this.#panel.dispose();
  }

  async #load(id: string): Promise<boolean> {
    const comparison = await this.#server.request("comparison", { id });
    if (!comparison) return false;
    this.#comparison = comparison;
    this.#panel.title = comparison.title;
    this.#present();
    return true;
  }

  async #choose(): Promise<string | undefined> {
    const all = (await this.#server.request("comparisons", {})) ?? [];
    const items = all.map(({ id, title }) => ({ label: title, id }));
    return (await window.showQuickPick(items, { title: inLanguage(MESSAGES).choose }))?.id;
  }

  #present(): void {
    if (this.#comparison) {
      const { own, open, sources } = inLanguage(MESSAGES);
      this.#panel.post({
        type: "show",
        page: { language: chosenLanguage(), comparison: this.#comparison, own, open, sources },
      });
    }
  }

  async #receive(message: FromComparePage): Promise<void> {
    switch (message.type) {
      case "note": {
        const note = this.#comparison?.own[message.index];
        if (note) await this.#view.openNote(note.noteId);
        break;
      }
      case "source": {
        const source = this.#comparison?.sources[message.index];
        if (source !== undefined) await env.openExternal(Uri.parse(source, true));
        break;
      }
    }
  }
}
