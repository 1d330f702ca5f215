import {
  type Disposable,
  type Event,
  EventEmitter,
  type Uri,
  type WebviewOptions,
  type WebviewPanel,
  window,
} from "vscode";
import { columnBesideTemplate } from "./noteLinks.ts";
import { type WebviewParts, webviewHtml } from "./webviewHtml.ts";

/** The parts of a panel. */
export interface PageParts<From> {
  readonly id: string;
  readonly page: WebviewParts;
  /** Decodes a message of the page; `undefined` if it is none of its messages. */
  readonly decode: (message: unknown) => From | undefined;
  /** Whether it follows the editor: the keyboard focus stays there, and behind another tab it is not kept. */
  readonly follows?: true;
  /** Whether it is there again when the window is; see {@link PagePanel.onDidRestore}. Others are closed with the window. */
  readonly restores?: true;
}

/** The page's message on what it has drawn. */
type Drawn<From> = Extract<From, { readonly type: "drawn" }>;

/** A panel beside the editor with a page of ours; it can be closed like any editor, or by its page. */
export class PagePanel<From extends { readonly type: string }, To> implements Disposable {
  readonly #extensionUri: Uri;
  readonly #parts: PageParts<From>;
  readonly #received = new EventEmitter<From>();
  readonly onDidReceive: Event<From> = this.#received.event;
  readonly #becameReady = new EventEmitter<void>();
  /** Fires when the page is ready to be sent what it shows. */
  readonly onDidBecomeReady: Event<void> = this.#becameReady.event;
  readonly #drawn = new EventEmitter<Drawn<From>>();
  /** Fires when the page has drawn something, or that there is nothing. */
  readonly onDidDraw: Event<Drawn<From>> = this.#drawn.event;
  readonly #becameVisible = new EventEmitter<void>();
  readonly onDidBecomeVisible: Event<void> = this.#becameVisible.event;
  readonly #restored = new EventEmitter<void>();
  /** Fires when a window that had the panel is there again. */
  readonly onDidRestore: Event<void> = this.#restored.event;
  readonly #serializer: Disposable;
  #panel: WebviewPanel | undefined;

  constructor(extensionUri: Uri, parts: PageParts<From>) {
    this.#extensionUri = extensionUri;
    this.#parts = parts;
    // Without it, the editor would keep an empty group where the panel was.
    this.#serializer = window.registerWebviewPanelSerializer(parts.id, {
      deserializeWebviewPanel: async (panel) => {
        if (parts.restores !== true || this.#panel !== undefined) {
          panel.dispose();
          return;
        }
        panel.webview.options = this.#webviewOptions;
        this.#panel = this.#adopted(panel);
        this.#restored.fire();
      },
    });
  }

  get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Brings the panel to the front, with the keyboard focus unless it follows the editor. */
  reveal(title: string): void {
    this.#panel ??= this.#open(title);
    this.#panel.title = title;
    this.#panel.reveal(undefined, this.#parts.follows);
  }

  set title(title: string) {
    if (this.#panel) this.#panel.title = title;
  }

  post(message: To): void {
    void this.#panel?.webview.postMessage(message);
  }

  close(): void {
    this.#panel?.dispose();
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#serializer.dispose();
    const emitters = [this.#received, this.#becameReady, this.#drawn, this.#becameVisible, this.#restored];
    for (const emitter of emitters) emitter.dispose();
  }

  get #webviewOptions(): WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.#extensionUri] };
  }

  #open(title: string): WebviewPanel {
    // A panel that is opened from another page becomes a tab next to that one.
    const { id, follows = false } = this.#parts;
    const place = { viewColumn: columnBesideTemplate(), preserveFocus: follows };
    // Behind another tab, nothing that is being written is lost; and it is shown again at once.
    const options = { ...this.#webviewOptions, retainContextWhenHidden: !follows };
    return this.#adopted(window.createWebviewPanel(id, title, place, options));
  }

  #adopted(panel: WebviewPanel): WebviewPanel {
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = this.#parts.decode(raw);
      if (message?.type === "ready") this.#becameReady.fire();
      else if (message?.type === "drawn") this.#drawn.fire(message as Drawn<From>);
      else if (message) this.#received.fire(message);
      if (message?.type === "close") this.close();
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#becameVisible.fire();
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = webviewHtml(panel.webview, this.#extensionUri, this.#parts.page);
    return panel;
  }
}
