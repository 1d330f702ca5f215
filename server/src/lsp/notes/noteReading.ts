import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { Host } from "../host/host.ts";
import type { Beginning, Needed } from "../turns/beginning.ts";

/** So long the first who ask wait until many notes are read, in milliseconds. */
const PATIENCE = 2000;

interface NoteReadingParts {
  readonly notes: Pick<NoteIndex, "isLargelyUnread" | "prepare">;
  readonly beginning: Beginning;
  readonly host: Pick<Host, "sleep">;
  /** Goes through steps while others have their turn; never rejects. */
  readonly inSteps: (steps: Iterable<void>) => Promise<void>;
  /** Called when notes are read that somebody may have asked for before. */
  readonly readLate: () => void;
}

/** Reads the notes, and tells who asks for them how long to wait. */
export class NoteReading {
  readonly #parts: NoteReadingParts;
  #reading: Promise<void> | undefined;
  /** Resolves when those who ask have waited long enough. */
  #late: Promise<void> | undefined;

  constructor(parts: NoteReadingParts) {
    this.#parts = parts;
  }

  /** Resolves when an answer can be made; `undefined`: at once. Where many notes are unread, those that are read must do. */
  readyFor(needed: Needed | "all notes"): Promise<void> | undefined {
    return needed === "settings" ? this.#parts.beginning.waitFor(needed) : this.#readyForNotes(needed);
  }

  /** Reads all notes in steps; who asks meanwhile waits for the same. */
  readAll(): Promise<void> {
    const { notes, inSteps, readLate } = this.#parts;
    const isLate = notes.isLargelyUnread;
    this.#reading ??= inSteps(notes.prepare()).then(() => {
      this.#reading = undefined;
      if (isLate) readLate();
    });
    return this.#reading;
  }

  async #readyForNotes(needed: "notes" | "all notes"): Promise<void> {
    const { notes, beginning, host } = this.#parts;
    await beginning.waitFor("notes");
    if (!notes.isLargelyUnread) return;
    const reading = this.readAll();
    this.#late ??= host.sleep(PATIENCE);
    await (needed === "notes" ? Promise.race([reading, this.#late]) : reading);
  }
}
