import { Disposable, type Event, EventEmitter, type Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import {
  decodeFromSequencePage,
  type FromSequencePage,
  type SequencePage,
  type ToSequencePage,
} from "../page/sequencePage.ts";
import { webviewHtml } from "../page/webviewHtml.ts";

export const sequencePanelId = "cfnNotes.bootstrapSequence";

/** The panel with the picture of a bootstrap sequence, as far as there is one: it can be closed like any editor. */
export class SequencePanel implements Disposable {
  readonly #extensionUri: Uri;
  readonly #received = new EventEmitter<FromSequencePage>();
  readonly #becameVisible = new EventEmitter<void>();
  #panel: WebviewPanel | undefined;

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
  }

  get onDidReceive(): Event<FromSequencePage> {
    return this.#received.event;
  }

  get onDidBecomeVisible(): Event<void> {
    return this.#becameVisible.event;
  }

  get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Brings the panel to the front, beside the editor; the keyboard focus stays where it is. */
  reveal(title: string): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
    } else {
      this.#panel = this.#open(title);
    }
  }

  show(page: SequencePage, title: string): void {
    if (this.#panel) {
      this.#panel.title = title;
      this.#post({ type: "show", page });
    }
  }

  showCaret(index: number): void {
    this.#post({ type: "caret", index });
  }

  dispose(): void {
    this.#panel?.dispose();
    Disposable.from(this.#received, this.#becameVisible).dispose();
  }

  #open(title: string): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(sequencePanelId, title, place, {
      enableScripts: true,
      localResourceRoots: [this.#extensionUri],
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = decodeFromSequencePage(raw);
      if (message) this.#received.fire(message);
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#becameVisible.fire();
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = webviewHtml(panel.webview, this.#extensionUri, {
      script: "sequencePage",
      style: "sequenceStyle",
      body: '<main id="sequence"></main>',
    });
    return panel;
  }

  #post(message: ToSequencePage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
