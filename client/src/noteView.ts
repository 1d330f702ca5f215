import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type Memento,
  type Uri,
  type WebviewView,
  type WebviewViewProvider,
} from "vscode";
import { NOTE, type NoteParams, type RenderedNote } from "../../server/src/protocol.ts";
import { viewMessages } from "./contentLanguage.ts";
import type { LanguageServer } from "./languageServer.ts";
import { openNoteLink, openNoteSource } from "./noteLinks.ts";
import { decodeFromPage, type NotePage, type ToPage } from "./notePage.ts";
import { notePageHtml } from "./notePageHtml.ts";

export const noteViewId = "cfnNotes.noteAtCursor";

/** What the view shows: the notes of a place, or one that somebody chose. */
export interface Shown {
  readonly label: string;
  readonly notes: readonly RenderedNote[];
  /** Whether a template's caret was there to be followed. */
  readonly inTemplate: boolean;
}

const nothingShown: Shown = { label: "", notes: [], inTemplate: false };
const pinnedKey = "cfnNotes.pinnedNotes";
const longestHistory = 50;

/** The view "Note at the Cursor": holds what it shows, whether that is pinned, and what it showed before. */
export class NoteView implements WebviewViewProvider, Disposable {
  readonly #server: LanguageServer;
  readonly #extensionUri: Uri;
  readonly #state: Memento;
  readonly #didShow = new EventEmitter<Shown>();
  readonly #didBecomeVisible = new EventEmitter<void>();
  readonly #didUnpin = new EventEmitter<void>();
  readonly #didRender = new EventEmitter<readonly string[]>();
  readonly #history: Shown[] = [];
  #at = -1;
  #shown = nothingShown;
  #pinned = false;
  #view: WebviewView | undefined;

  constructor(server: LanguageServer, extensionUri: Uri, state: Memento) {
    this.#server = server;
    this.#extensionUri = extensionUri;
    this.#state = state;
  }

  /** Fires with everything that is shown, also while the view is hidden. */
  get onDidShow(): Event<Shown> {
    return this.#didShow.event;
  }

  get onDidBecomeVisible(): Event<void> {
    return this.#didBecomeVisible.event;
  }

  get onDidUnpin(): Event<void> {
    return this.#didUnpin.event;
  }

  /** Fires with the titles of the notes that the page has on the screen. */
  get onDidRender(): Event<readonly string[]> {
    return this.#didRender.event;
  }

  get isVisible(): boolean {
    return this.#view?.visible ?? false;
  }

  get isPinned(): boolean {
    return this.#pinned;
  }

  get shown(): Shown {
    return this.#shown;
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [this.#extensionUri] };
    view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidChangeVisibility(() => this.#visibilityChanged());
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.html = notePageHtml(view.webview, this.#extensionUri);
    this.#visibilityChanged();
    void this.#restorePinned();
  }

  /** Shows what the caret is on, unless a note is pinned. */
  follow(shown: Shown): void {
    if (!this.#pinned) {
      this.#show(shown);
    }
  }

  /** Shows one note, brings the view to the front, and lets the keyboard focus where it is. */
  async openNote(id: string): Promise<void> {
    const note = (await this.#note(id)) ?? (await this.#note(reencoded(id)));
    if (!note) {
      return;
    }
    this.#setPinned(false);
    this.#show({ label: note.title, notes: [note], inTemplate: false });
    await this.reveal();
  }

  /** Brings the view to the front without taking the keyboard focus from the editor. */
  async reveal(): Promise<void> {
    if (this.#view) {
      this.#view.show(true);
    } else {
      await commands.executeCommand(`${noteViewId}.focus`, { preserveFocus: true });
    }
  }

  /** Keeps what is shown until {@link unpin}, also over a restart of the editor. */
  pin(): void {
    this.#setPinned(true);
  }

  unpin(): void {
    this.#setPinned(false);
    this.#didUnpin.fire();
  }

  /** Goes back (-1) or forward (1) in what was shown. */
  go(step: -1 | 1): void {
    const shown = this.#history[this.#at + step];
    if (shown) {
      this.#at += step;
      this.#present(shown);
    }
  }

  /** Shows again what is shown, rendered anew: notes or settings have changed. */
  async refresh(): Promise<void> {
    const { notes } = this.#shown;
    if (notes.length === 0) {
      this.#post();
      return;
    }
    const shownBefore = this.#shown;
    const fresh = await Promise.all(notes.map(({ id }) => this.#note(id)));
    if (this.#shown === shownBefore) {
      this.#present({ ...shownBefore, notes: fresh.filter((note) => note !== undefined) });
    }
  }

  dispose(): void {
    Disposable.from(this.#didShow, this.#didBecomeVisible, this.#didUnpin, this.#didRender).dispose();
  }

  #show(shown: Shown): void {
    if (shown.notes.length > 0 && !isSame(shown, this.#history[this.#at])) {
      this.#history.splice(this.#at + 1, Number.POSITIVE_INFINITY, shown);
      this.#history.splice(0, this.#history.length - longestHistory);
      this.#at = this.#history.length - 1;
    }
    this.#present(shown);
  }

  #present(shown: Shown): void {
    this.#shown = shown;
    void commands.executeCommand("setContext", "cfnNotes.noteShown", shown.notes.length > 0);
    void commands.executeCommand("setContext", "cfnNotes.canGoBack", this.#at > 0);
    void commands.executeCommand("setContext", "cfnNotes.canGoForward", this.#at < this.#history.length - 1);
    this.#post();
    this.#didShow.fire(shown);
  }

  #post(): void {
    if (!this.#view) {
      return;
    }
    const page = this.#page();
    this.#view.description = page.pinned ? `${page.label} (${page.words.pinned})` : page.label;
    void this.#view.webview.postMessage({ type: "show", page } satisfies ToPage);
  }

  #page(): NotePage {
    const words = viewMessages();
    const { label, notes, inTemplate } = this.#shown;
    const empty = inTemplate ? (label === "" ? words.nothing : words.noNote(label)) : words.noTemplate;
    return {
      label,
      notes,
      pinned: this.#pinned,
      empty,
      announcement: notes.length > 0 ? words.announce(label, notes.length) : "",
      words: {
        language: words.language,
        openSource: words.openSource,
        builtIn: words.builtIn,
        search: words.search,
        addFolder: words.addFolder,
        pinned: words.pinned,
      },
    };
  }

  #receive(raw: unknown): void {
    const message = decodeFromPage(raw);
    if (!message) {
      return;
    }
    switch (message.type) {
      case "ready":
        this.#post();
        break;
      case "shown":
        this.#didRender.fire(message.titles);
        break;
      case "search":
        void commands.executeCommand("cfnNotes.searchNotes");
        break;
      case "addFolder":
        void commands.executeCommand("cfnNotes.addNotesFolder");
        break;
      case "openSource":
        void openNoteSource(this.#shown.notes[message.index]);
        break;
      case "link":
        void openNoteLink(this.#shown.notes[message.index], message.href, (id) => this.openNote(id));
        break;
    }
  }

  #visibilityChanged(): void {
    if (this.isVisible) {
      this.#didBecomeVisible.fire();
    }
  }

  async #note(id: string): Promise<RenderedNote | undefined> {
    return (await this.#server.request<RenderedNote | null>(NOTE, { id } satisfies NoteParams)) ?? undefined;
  }

  async #restorePinned(): Promise<void> {
    const ids = this.#state.get<readonly string[]>(pinnedKey, []);
    if (ids.length === 0 || this.#shown.notes.length > 0) {
      return;
    }
    // From now on, so that the caret does not take its place while the note is on its way.
    this.#pinned = true;
    const notes = (await Promise.all(ids.map((id) => this.#note(id)))).filter((note) => note !== undefined);
    if (notes.length > 0) {
      this.#show({ label: notes[0]?.title ?? "", notes, inTemplate: false });
    }
    this.#setPinned(notes.length > 0);
  }

  #setPinned(pinned: boolean): void {
    this.#pinned = pinned;
    void commands.executeCommand("setContext", "cfnNotes.notePinned", pinned);
    void this.#state.update(pinnedKey, pinned ? this.#shown.notes.map(({ id }) => id) : undefined);
    this.#post();
  }
}

function isSame(a: Shown, b: Shown | undefined): boolean {
  return a.label === b?.label && a.notes.map(({ id }) => id).join("\n") === b.notes.map(({ id }) => id).join("\n");
}

/** The editor takes the percent signs out of a command's arguments in a link once more than they were put in. */
function reencoded(id: string): string {
  const [uri = "", ...rest] = id.split("#");
  return [URL.canParse(uri) ? new URL(uri).href : uri, ...rest].join("#");
}
