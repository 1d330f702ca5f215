import type {
  NoteMentions,
  NotesAtParams,
  PlaceExplanation,
  RenderedNote,
} from "../../../server/src/protocol/notes.ts";

/** What the note view shows: the notes of a place, or one that somebody chose. */
export interface Shown {
  /** What the caret is on, or the chosen note's title. */
  readonly label: string;
  readonly notes: readonly RenderedNote[];
  /** Notes that only speak of what the caret is on. */
  readonly mentions?: NoteMentions;
  /** Whether it is for the caret in a template. */
  readonly inTemplate: boolean;
  /** Why there are these notes at a place and no others; shown in their stead. */
  readonly explained?: { readonly at: NotesAtParams; readonly explanation: PlaceExplanation };
}

const MAX_ENTRIES = 50;

/** The history of the note view, and the reader's position in it. */
export class NoteHistory {
  readonly #entries: Shown[] = [];
  #at = -1;

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#entries.length - 1;
  }

  /** Adds what is shown now; later entries are dropped, and the same twice counts once. */
  add(shown: Shown): void {
    if ((shown.notes.length === 0 && !shown.explained) || isSameEntry(shown, this.#entries[this.#at])) return;
    this.#entries.splice(this.#at + 1, this.#entries.length, shown);
    this.#entries.splice(0, this.#entries.length - MAX_ENTRIES);
    this.#at = this.#entries.length - 1;
  }

  /** Goes one step back (-1) or forward (1); `undefined` at an end. */
  go(step: -1 | 1): Shown | undefined {
    const shown = this.#entries[this.#at + step];
    this.#at += shown ? step : 0;
    return shown;
  }
}

function isSameEntry(a: Shown, b: Shown | undefined): boolean {
  if (a.explained || b?.explained) return a.explained?.explanation === b?.explained?.explanation;
  return a.label === b?.label && a.notes.map(({ id }) => id).join("\n") === b.notes.map(({ id }) => id).join("\n");
}
