import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  Uri,
  type Webview,
  type WebviewView,
  type WebviewViewProvider,
} from "vscode";
import { FROM_NOTE_PAGE, type FromPage, type NotePage, type ToPage } from "./notePage.ts";
import { messageIn } from "./pageMessages.ts";
import { webviewHtml } from "./webviewHtml.ts";

export const noteViewId = "cfnNotes.noteAtCursor";

/** The webview of the note view; before it is opened for the first time there is none. */
export class NotePanel implements WebviewViewProvider, Disposable {
  readonly #extensionUri: Uri;
  readonly #received = new EventEmitter<FromPage>();
  readonly onDidReceive: Event<FromPage> = this.#received.event;
  readonly #becameVisible = new EventEmitter<void>();
  readonly onDidBecomeVisible: Event<void> = this.#becameVisible.event;
  #view: WebviewView | undefined;
  /** Folders that pictures may be shown from. */
  #roots: readonly Uri[] = [];

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
  }

  get isVisible(): boolean {
    return this.#view?.visible ?? false;
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    this.#allow();
    view.webview.onDidReceiveMessage((raw: unknown) => {
      const message = messageIn(FROM_NOTE_PAGE, raw);
      if (message) this.#received.fire(message);
    });
    view.onDidChangeVisibility(() => this.#visibilityChanged());
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.html = notePageHtml(view.webview, this.#extensionUri);
    this.#visibilityChanged();
  }

  show(page: NotePage): void {
    if (this.#view) {
      this.#view.description = page.pinned ? `${page.label} (${page.words.pinned})` : page.label;
      void this.#view.webview.postMessage({ type: "show", page } satisfies ToPage);
    }
  }

  /** Opens the find bar of the page, with the keyboard focus. */
  async find(): Promise<void> {
    await commands.executeCommand(`${noteViewId}.focus`);
    await this.#view?.webview.postMessage({ type: "find" } satisfies ToPage);
  }

  /** Allows the page to show pictures below `roots` and nowhere else. */
  allowPictures(roots: readonly Uri[]): void {
    if (roots.join("\n") !== this.#roots.join("\n")) {
      this.#roots = roots;
      this.#allow();
    }
  }

  /** The address of a file for the page; `undefined` while there is none. */
  addressOf(file: Uri): string | undefined {
    return this.#view?.webview.asWebviewUri(file).toString();
  }

  /** Brings the view to the front; the keyboard focus stays in the editor. */
  async reveal(): Promise<void> {
    if (this.#view) {
      this.#view.show(true);
    } else {
      await commands.executeCommand(`${noteViewId}.focus`, { preserveFocus: true });
    }
  }

  /** Like {@link reveal}, if the view is not visible. */
  async showBeside(): Promise<void> {
    if (!this.isVisible) await this.reveal();
  }

  dispose(): void {
    Disposable.from(this.#received, this.#becameVisible).dispose();
  }

  #allow(): void {
    if (this.#view) {
      const localResourceRoots = [Uri.joinPath(this.#extensionUri, "dist", "client", "webview"), ...this.#roots];
      this.#view.webview.options = { enableScripts: true, localResourceRoots };
    }
  }

  #visibilityChanged(): void {
    if (this.isVisible) this.#becameVisible.fire();
  }
}

/** The page of the note view. */
function notePageHtml(webview: Webview, extensionUri: Uri): string {
  return webviewHtml(webview, extensionUri, {
    script: "notePage",
    style: "noteStyle",
    body: `<div id="announcement" class="visually-hidden" role="status" aria-live="polite"></div>
<main id="notes"></main>
<footer id="missing" class="missing"></footer>`,
    images: true,
  });
}
