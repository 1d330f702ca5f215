import { commands, Disposable, type Event, EventEmitter, env, type Memento } from "vscode";
import type { NoteParams, NotesAtParams, RenderedNote } from "../../../server/src/protocol/notes.ts";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../../server/src/protocol/writing.ts";
import { openNoteLink, openNoteSource } from "../page/noteLinks.ts";
import type { FromPage } from "../page/notePage.ts";
import type { NotePanel } from "../page/notePanel.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { askNote, askNotes, reencoded } from "./askNote.ts";
import { NoteHistory, type Shown } from "./noteHistory.ts";
import { NoteImages } from "./noteImages.ts";
import { notePageOf } from "./notePageOf.ts";
import { keptPins, type Pin, pinOf } from "./pins.ts";

const pinnedKey = "cfnNotes.pinnedNotes";
/** Key of the state: the chosen notes. */
const chosenKey = "cfnNotes.chosenNotes";

/** The page's messages that run a command. */
const COMMANDS = {
  search: "cfnNotes.searchNotes",
  addFolder: "cfnNotes.addNotesFolder",
  write: WRITE_NOTE_COMMAND,
  ownWords: OWN_WORDS_COMMAND,
  showExample: "cfnNotes.showExample",
  explain: "cfnNotes.explainPlace",
};

/** The view "Note at the Cursor": what it shows, whether that is pinned, and what it showed before. */
export class NoteView implements Disposable {
  readonly #panel: NotePanel;
  readonly #server: LanguageServer;
  readonly #state: Memento;
  readonly #history = new NoteHistory();
  readonly #images: NoteImages;
  readonly #didShow = new EventEmitter<Shown>();
  /** Fires with everything that is shown, also while the view is hidden. */
  readonly onDidShow: Event<Shown> = this.#didShow.event;
  readonly #willOpenNote = new EventEmitter<void>();
  /** Fires when a chosen note is about to replace the notes for the caret. */
  readonly onWillOpenNote: Event<void> = this.#willOpenNote.event;
  readonly #didUnpin = new EventEmitter<void>();
  readonly onDidUnpin: Event<void> = this.#didUnpin.event;
  readonly #didRender = new EventEmitter<readonly string[]>();
  /** Fires with the titles of the notes that the page has rendered. */
  readonly onDidRender: Event<readonly string[]> = this.#didRender.event;
  readonly #subscriptions: Disposable;
  #shown: Shown = { label: "", notes: [], inTemplate: false };
  /** The notes on the page: if there are none for the caret, those of the place before. */
  #onPage: readonly RenderedNote[] = [];
  #isReading = false;
  #pinned = false;
  /** What was shown before the preview that is shown now. */
  #beforePreview: Shown | undefined;
  #previewed: string | undefined;
  #restored = false;
  /** What is pinned: also notes that are not read yet, or whose file is gone for a while. */
  #pins: readonly Pin[] = [];
  /** Rises with each question for the pinned notes, and when others are pinned: only the answer to the newest counts. */
  #turn = 0;

  constructor(panel: NotePanel, server: LanguageServer, state: Memento) {
    this.#panel = panel;
    this.#server = server;
    this.#state = state;
    this.#images = new NoteImages(panel, server);
    this.#subscriptions = Disposable.from(
      panel.onDidReceive((message) => this.#receive(message)),
      panel.onDidBecomeVisible(() => void this.#restoreShown()),
      this.#didShow,
      this.#willOpenNote,
      this.#didUnpin,
      this.#didRender,
    );
  }

  get isPinned(): boolean {
    return this.#pinned;
  }

  get isPreviewing(): boolean {
    return this.#beforePreview !== undefined;
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** Shows that notes are still being read, if nothing is shown. */
  expect(): void {
    if (!this.#shown.inTemplate && this.#shown.notes.length === 0 && !this.#isReading) {
      this.#isReading = true;
      this.#showPage();
    }
  }

  /** Shows the notes for the caret, unless a note is pinned; on white space everything stays as it is. */
  follow(shown: Shown): void {
    const isEmpty = !this.#shown.inTemplate && this.#onPage.length === 0;
    if (this.#pinned || (shown.label === "" && !isEmpty)) return;
    if (this.#state.get(chosenKey)) void this.#state.update(chosenKey, undefined);
    if (this.#beforePreview) this.#beforePreview = shown;
    else this.#show(shown);
  }

  /** Shows one note until {@link endPreview}, and brings the view to the front; the keyboard focus stays where it is. */
  async preview(id: string): Promise<void> {
    this.#beforePreview ??= this.#shown;
    this.#previewed = id;
    const note = await askNote(this.#server, id);
    // Another note may have been chosen meanwhile.
    if (note && this.#previewed === id) {
      this.#present({ label: note.title, notes: [note], inTemplate: false });
      await this.#panel.showBeside();
    }
  }

  /** Shows again what was shown before the preview, if there is one. */
  endPreview(): void {
    const before = this.#beforePreview;
    this.#previewed = undefined;
    this.#beforePreview = undefined;
    if (before) this.#present(before);
  }

  /**
   * Shows one note, at a line of its file or at what it says of some words if they are given, and brings the view to
   * the front; the keyboard focus stays where it is.
   */
  async openNote(id: string, at?: NoteParams["at"]): Promise<void> {
    this.#willOpenNote.fire();
    const note = (await askNote(this.#server, id, at)) ?? (await askNote(this.#server, reencoded(id), at));
    if (note) {
      this.#setPinned(false);
      this.#show({ label: note.title, notes: [note], inTemplate: false });
      void this.#state.update(chosenKey, [note.id]);
      await this.#panel.reveal();
    }
  }

  /** Explains the notes at a place; false if there is nothing to explain. */
  async explain(at: NotesAtParams): Promise<boolean> {
    this.#willOpenNote.fire();
    const explanation = await this.#server.request("explainPlace", at);
    if (!explanation) return false;
    this.#setPinned(false);
    this.#show({ label: explanation.subject, notes: [], inTemplate: true, explained: { at, explanation } });
    await this.#panel.reveal();
    return true;
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
    const shown = this.#history.go(step);
    if (!shown) return;
    this.#present(shown);
    if (this.#pinned) this.#setPinned(true);
  }

  /** Shows again what is shown, rendered anew: notes or settings have changed. */
  async refresh(): Promise<void> {
    this.#images.reset();
    if (this.#pins.length > 0 && !this.#beforePreview) return this.#showPins();
    const before = this.#shown;
    if (before.explained) {
      const { at } = before.explained;
      const explanation = await this.#server.request("explainPlace", at);
      if (explanation && this.#shown === before) {
        this.#present({ ...before, label: explanation.subject, explained: { at, explanation } });
      }
      return;
    }
    const ids = this.#onPage.map(({ id }) => id);
    const notes = await askNotes(this.#server, ids);
    if (this.#shown === before && before.notes.length === 0) {
      this.#onPage = notes;
      this.#showPage();
    } else if (this.#shown === before) {
      this.#present({ ...before, notes });
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(shown: Shown): void {
    this.#history.add(shown);
    this.#present(shown);
  }

  #present(shown: Shown): void {
    this.#shown = shown;
    this.#isReading = false;
    const isNothing = shown.notes.length === 0 && !shown.mentions?.listed.length;
    this.#onPage = isNothing && shown.inTemplate ? this.#onPage : shown.notes;
    void commands.executeCommand("setContext", "cfnNotes.noteShown", shown.notes.length > 0);
    void commands.executeCommand("setContext", "cfnNotes.canGoBack", this.#history.canGoBack);
    void commands.executeCommand("setContext", "cfnNotes.canGoForward", this.#history.canGoForward);
    this.#showPage();
    this.#didShow.fire(shown);
  }

  #showPage(): void {
    const notes = this.#onPage;
    const isReading = this.#isReading;
    this.#panel.show(
      notePageOf(this.#shown, { notes, isReading, pinned: this.#pinned, images: this.#images.of(notes) }),
    );
    void this.#images.prepare(notes).then((isNew) => {
      if (isNew) this.#showPage();
    });
  }

  #setPinned(pinned: boolean): void {
    this.#turn++;
    this.#keepPins(pinned ? this.#shown.notes.map(pinOf) : []);
    this.#pinned = pinned;
    void commands.executeCommand("setContext", "cfnNotes.notePinned", pinned);
    this.#showPage();
  }

  #keepPins(pins: readonly Pin[]): void {
    this.#pins = pins;
    void this.#state.update(pinnedKey, pins.length > 0 ? pins : undefined);
  }

  #receive(message: FromPage): void {
    switch (message.type) {
      case "ready":
        this.#showPage();
        break;
      case "shown":
        this.#didRender.fire(message.titles);
        break;
      case "copy":
        void env.clipboard.writeText(message.text);
        break;
      case "bind":
        void commands.executeCommand("cfnNotes.bindNoteHere", this.#shown.explained?.at);
        break;
      case "openMentioned":
        if (this.#shown.mentions?.listed.some(({ id }) => id === message.id)) void this.openNote(message.id);
        break;
      case "openExplained":
        void this.#openExplained(message.id);
        break;
      case "openSource":
        void openNoteSource(this.#onPage[message.index]);
        break;
      case "link":
        void openNoteLink(this.#onPage[message.index], message.href, (id) => this.openNote(id));
        break;
      default:
        void commands.executeCommand(COMMANDS[message.type]);
    }
  }

  /** Own notes are also opened in an editor: whoever asks why wants to edit them. */
  async #openExplained(id: string): Promise<void> {
    const { explanation } = this.#shown.explained ?? {};
    const note = [...(explanation?.shown ?? []), ...(explanation?.leftOut ?? [])].find((one) => one.id === id);
    if (note) {
      await this.openNote(note.id);
      await (note.builtIn ? undefined : openNoteSource(note, { preview: true }));
    }
  }

  /** Shows what was pinned, or chosen, when the editor was closed; once, when the view is first visible. */
  async #restoreShown(): Promise<void> {
    if (this.#restored) return;
    this.#restored = true;
    if (this.#shown.notes.length > 0) return;
    this.#pins = keptPins(this.#state.get<readonly (Pin | string)[]>(pinnedKey, []));
    if (this.#pins.length > 0) await this.#showPins();
    const kept = this.#state.get<readonly string[]>(chosenKey, []);
    const chosen = this.#shown.notes.length > 0 ? [] : await askNotes(this.#server, kept);
    if (chosen[0] && this.#shown.notes.length === 0) {
      this.#show({ label: chosen[0].title, notes: chosen, inTemplate: false });
    }
  }

  /**
   * Shows those pinned notes that there are, also where their files have moved to or their headings have changed; if
   * there are none, follows the caret.
   */
  async #showPins(): Promise<void> {
    const pins = this.#pins;
    const turn = ++this.#turn;
    // Set at once, so that the caret's notes do not take its place during the request.
    this.#pinned = true;
    const asked = await Promise.all(pins.map(({ id, was }) => askNote(this.#server, id, undefined, was)));
    // Another note may have been pinned meanwhile, or the notes have changed again.
    if (this.#turn !== turn) return;
    const notes = asked.filter((note) => note !== undefined);
    this.#pinned = notes.length > 0;
    void commands.executeCommand("setContext", "cfnNotes.notePinned", this.#pinned);
    if (!notes[0]) return this.#didUnpin.fire();
    this.#keepPins(pins.map((pin, at) => (asked[at] === undefined ? pin : pinOf(asked[at]))));
    const { label, inTemplate } = this.#shown;
    if (this.#shown.notes.some(({ id }) => pins.some((pin) => pin.id === id)))
      this.#present({ ...this.#shown, label: inTemplate ? label : notes[0].title, notes });
    else this.#show({ label: notes[0].title, notes, inTemplate: false });
  }
}
