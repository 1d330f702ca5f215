import { Disposable, Range, Selection, Uri, ViewColumn, window, workspace } from "vscode";
import {
  NO_QUEUE,
  type StudyCard,
  type StudyChangeOfCard,
  type StudyDeck,
  type StudyQueue,
  type StudyQueueParams,
} from "../../../server/src/protocol/study.ts";
import type { NoteView } from "../notes/noteView.ts";
import { onDidChangeLanguage } from "../page/inLanguage.ts";
import { openNoteSource } from "../page/noteLinks.ts";
import type { PagePanel } from "../page/pagePanel.ts";
import { studyMessages } from "../page/studyMessages.ts";
import type { FromStudyPage, ShownCard, StudyPage, ToStudyPage } from "../page/studyPage.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { dayStart, daysToExam, examStart } from "./learningDay.ts";
import { mergedCard } from "./mergedCard.ts";
import type { StudyStore } from "./studyStore.ts";

/** Cards that are requested at a time. */
export const MAX_PORTION = 5;
/** With fewer reviews, the rate of remembered cards means nothing. */
const MIN_REVIEWS = 20;

export interface StudyParts {
  readonly panel: PagePanel<FromStudyPage, ToStudyPage>;
  readonly server: LanguageServer;
  readonly store: StudyStore;
  readonly templates: TemplateDocuments;
  readonly view: NoteView;
}

/** Reviewing: one card after the other, those that the template in the editor touches first. */
export class StudyView implements Disposable {
  readonly #parts: StudyParts;
  readonly #subscriptions: Disposable;
  #template: string | undefined;
  #deck: StudyDeck | undefined;
  #queue: StudyQueue | undefined;
  #at = 0;
  #revealed = false;
  #done = 0;
  /** The last change of the card before. */
  #last: { readonly time: number; readonly isDropped: boolean } | undefined;

  constructor(parts: StudyParts) {
    this.#parts = parts;
    this.#subscriptions = Disposable.from(
      parts.panel.onDidBecomeReady(() => this.#present()),
      onDidChangeLanguage(() => this.#present()),
      parts.panel.onDidReceive((message) => void this.#receive(message)),
      parts.panel.onDidRestore(() => void this.#load().then(() => this.#present())),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && parts.panel.isVisible) void this.refresh();
      }),
    );
  }

  /** Fires when the page has drawn something. */
  get onDidDraw(): PagePanel<FromStudyPage, unknown>["onDidDraw"] {
    return this.#parts.panel.onDidDraw;
  }

  get card(): StudyCard | undefined {
    return this.#queue?.cards[this.#at];
  }

  /** Opens the panel with the due cards of all notes. */
  open(): Promise<void> {
    this.#deck = undefined;
    return this.#open();
  }

  /** Leaves out cards that were answered in another window; one whose answer is revealed stays. */
  async refresh(): Promise<void> {
    const before = this.#queue;
    const { card } = this;
    if (!before || this.#revealed) return;
    const given = before.cards.slice(this.#at);
    const now = await dueCards(this.#parts, this.#template, this.#deck, given);
    if (this.#queue !== before || this.card !== card || this.#revealed) return;
    const due = new Set(now.cards.map(wordsOf));
    const asked = before.cards.slice(0, this.#at);
    const left = given.filter((one) => due.has(wordsOf(one)));
    const isOver = card !== undefined && left.length === 0;
    this.#queue = isOver ? now : { ...now, cards: [...asked, ...left] };
    if (isOver) this.#at = 0;
    // A card that is the same may be being edited.
    if (card === undefined || this.card !== card) this.#present();
  }

  async #open(): Promise<void> {
    this.#template = this.#parts.templates.editor?.document.uri.toString() ?? this.#template;
    this.#done = 0;
    // The panel and its cards load at the same time: either takes a moment.
    const loaded = this.#load();
    this.#parts.panel.reveal(studyMessages().title);
    await loaded;
    this.#present();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Loads the cards anew; one that stays the first one stays as it is, also if it was turned over meanwhile. */
  async #load(): Promise<void> {
    if (!this.#parts.panel.isVisible) this.#queue = undefined;
    const { card } = this;
    const queue = await dueCards(this.#parts, this.#template, this.#deck);
    // What was answered meanwhile is not due any more.
    if (this.card !== card) return this.#load();
    const [first] = queue.cards;
    const stays = card !== undefined && first !== undefined && wordsOf(card) === wordsOf(first);
    this.#queue = queue;
    this.#at = 0;
    this.#revealed &&= stays;
    this.#last = undefined;
  }

  /** Shows the card, as soon as it is known. */
  #present(): void {
    if (this.#queue) this.#parts.panel.post({ type: "show", page: this.#page(this.#queue) });
  }

  #page(queue: StudyQueue): StudyPage {
    const { words, due, noCards, nothingDue, portionDone, progress, retention, examIn } = studyMessages();
    const { card } = this;
    const figures = queue.progress;
    const state = this.#done > 0 ? portionDone(this.#done) : nothingDue;
    const days = daysToExam();
    const left = queue.due - this.#at;
    const isPart = queue.due > queue.cards.length;
    const told = [
      ...(figures.asked > 0 ? [progress(figures)] : []),
      ...(figures.reviews < MIN_REVIEWS ? [] : [retention(figures)]),
      ...(days === undefined ? [] : [examIn(days, figures.cards - figures.asked)]),
    ];
    return {
      words,
      // With the number of the status bar if that is another one: cards come in portions.
      count: card ? [`${this.#at + 1} / ${queue.cards.length}`, ...(isPart ? [due(left)] : [])].join(" · ") : "",
      deck: this.#deck?.path.slice(-2).join(" › ") ?? words.allNotes,
      ...(card ? { card: shownCard(card) } : {}),
      revealed: this.#revealed,
      done: figures.cards === 0 ? [noCards] : [state, ...told],
      progress: figures,
      hasMore: card === undefined && queue.due > 0,
      canUndo: this.#at > 0 && this.#last !== undefined,
    };
  }

  async #receive(message: FromStudyPage): Promise<void> {
    switch (message.type) {
      case "reveal":
        this.#revealed = this.card !== undefined;
        this.#present();
        break;
      case "grade":
        if (this.#revealed) await this.#change([{ grade: message.grade }]);
        break;
      case "drop":
        await this.#change([{ dropped: true }]);
        break;
      case "undo":
        await this.#undo();
        break;
      case "edit":
        await this.#edit(message.front, message.back);
        break;
      case "merge":
        await this.#merge();
        break;
      case "why":
        await this.#why();
        break;
      case "more":
        await this.#load();
        this.#present();
        break;
      case "deck":
        await this.#chooseDeck();
        break;
    }
  }

  /** Asks which part of the notes to review. */
  async #chooseDeck(): Promise<void> {
    const { words, chooseDeck, deckCards } = studyMessages();
    const decks = (this.#queue?.decks ?? []).map((deck) => ({
      label: `${"　".repeat(deck.path.length - 1)}${deck.path.at(-1) ?? ""}`,
      description: deckCards(deck.cards),
      deck,
    }));
    const all = { label: words.allNotes, description: "", deck: undefined };
    const chosen = await window.showQuickPick([all, ...decks], { title: chooseDeck, matchOnDescription: true });
    if (chosen) this.#deck = chosen.deck;
    await this.#open();
  }

  /** Makes changes of the shown card, and goes on to the next one. */
  async #change(
    changes: readonly Omit<StudyChangeOfCard, "card" | "time">[],
    others: readonly StudyChangeOfCard[] = [],
  ): Promise<void> {
    const card = this.card?.card;
    if (card === undefined) return;
    const time = Date.now();
    this.#last = others.length === 0 ? { time, isDropped: changes.some(({ dropped }) => dropped === true) } : undefined;
    this.#at += 1;
    this.#done += 1;
    this.#revealed = false;
    this.#present();
    await this.#parts.store.change([...changes.map((change) => ({ ...change, card, time })), ...others]);
    if (this.card === undefined) {
      this.#queue = { ...(await dueCards(this.#parts, this.#template, this.#deck)), cards: this.#queue?.cards ?? [] };
      this.#present();
    }
  }

  /** Shows the card before again with its answer, and takes its grade back; a dropped card is restored. */
  async #undo(): Promise<void> {
    const last = this.#last;
    if (last === undefined || this.#at === 0) return;
    this.#last = undefined;
    this.#at -= 1;
    this.#done -= 1;
    this.#revealed = true;
    this.#present();
    const card = this.card?.card;
    if (card === undefined) return;
    const change = last.isDropped ? { time: Date.now(), dropped: false } : { time: last.time, takesBack: true };
    await this.#parts.store.change([{ card, ...change }]);
  }

  async #edit(front: string, back: string): Promise<void> {
    const shown = this.card;
    if (shown === undefined || this.#queue === undefined) return;
    const cards = this.#queue.cards.map((one) => (one === shown ? { ...one, front, back } : one));
    this.#queue = { ...this.#queue, cards };
    this.#present();
    await this.#parts.store.change([{ card: shown.card, time: Date.now(), edit: { front, back } }]);
  }

  /** Merges the card into its sibling: one card with both answers is left. */
  async #merge(): Promise<void> {
    const shown = this.card;
    if (shown?.sibling === undefined) return;
    const { card, ...sibling } = shown.sibling;
    const both = mergedCard(sibling, shown);
    await this.#change([{ dropped: true }], [{ card, time: Date.now(), edit: both }]);
  }

  /** Opens the note, and the place in the template. */
  async #why(): Promise<void> {
    const shown = this.card;
    if (shown === undefined) return;
    if (shown.place !== undefined && this.#template !== undefined) {
      await reveal(this.#template, shown.place.start.line, shown.place.start.character);
    }
    if (shown.noteId === "") {
      await reveal(shown.uri, shown.line, 0);
      return;
    }
    await this.#parts.view.openNote(shown.noteId);
    if (shown.place === undefined) await openNoteSource(shown, { preview: true });
  }
}

/**
 * The cards that are due today, those that a template touches first, and the template's own questions; of one deck, if
 * there is one. Those of `given` that are due still come before all.
 */
export async function dueCards(
  { server, store }: Pick<StudyParts, "server" | "store">,
  template: string | undefined,
  deck?: StudyDeck,
  given: readonly StudyCard[] = [],
): Promise<StudyQueue> {
  const now = Date.now();
  const exam = examStart();
  const params: StudyQueueParams = {
    store: await store.read(),
    now,
    dayStart: dayStart(new Date(now)).getTime(),
    portion: MAX_PORTION,
    given: given.map(({ card }) => card),
    ...(exam === undefined ? {} : { exam: exam.getTime() }),
    ...(deck === undefined ? {} : { deck: { uri: deck.uri, path: deck.path } }),
    ...(template === undefined ? {} : { textDocument: { uri: template } }),
  };
  return (await server.request("studyQueue", params)) ?? NO_QUEUE;
}

/** What a card is known by, whether something is kept of it by now or not. */
function wordsOf({ card: { kind, front, back, where } }: StudyCard): string {
  return JSON.stringify([kind, front, back, where]);
}

function shownCard({ card, prompt, front, back, source, after, isNew, sibling }: StudyCard): ShownCard {
  const where = [...card.where, source].join(" › ");
  return { prompt, front, back, where, isNew, canMerge: sibling !== undefined, after };
}

async function reveal(uri: string, line: number, character: number): Promise<void> {
  const parsed = Uri.parse(uri, true);
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === parsed.toString());
  const document = editor?.document ?? (await workspace.openTextDocument(parsed));
  // Whoever reviews goes on by keyboard.
  const options = { viewColumn: editor?.viewColumn ?? ViewColumn.One, preserveFocus: true };
  const shown = await window.showTextDocument(document, options);
  const place = new Range(line, character, line, character);
  shown.selection = new Selection(place.start, place.start);
  shown.revealRange(place);
}
