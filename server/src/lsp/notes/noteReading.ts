import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { Host } from "../host/host.ts";
import type { Beginning, Needed } from "../turns/beginning.ts";

/** How long the first requests wait until many notes are read. */
const PATIENCE_MS = 2000;

interface NoteReadingParts {
  readonly notes: Pick<NoteIndex, "isLargelyUnread" | "prepare">;
  readonly beginning: Beginning;
  readonly host: Pick<Host, "sleep">;
  /** Runs steps, and lets others have their turn in between; never rejects. */
  readonly inSteps: (steps: Iterable<void>) => Promise<void>;
  /** Called when notes are read that an earlier request may have missed. */
  readonly readLate: () => void;
}

/** Reads the notes, and tells requests how long to wait for them. */
export class NoteReading {
  readonly #parts: NoteReadingParts;
  #reading: Promise<void> | undefined;
  /** Resolves when the requests have waited long enough. */
  #late: Promise<void> | undefined;

  constructor(parts: NoteReadingParts) {
    this.#parts = parts;
  }

  /**
   * Resolves when an answer can be made; `undefined`: at once. If many notes are unread, it is made of those that are
   * read.
   *
   * @param isEnough whether those that are read are enough, once the list of notes is known
   */
  readyFor(needed: Needed | "all notes", isEnough: () => boolean): Promise<void> | undefined {
    const { beginning, notes } = this.#parts;
    const reading = beginning.waitFor(needed === "settings" ? needed : "notes");
    if (needed === "settings" || (reading === undefined && !notes.isLargelyUnread)) return reading;
    return this.#readyForNotes(needed, isEnough);
  }

  /** Reads all notes in steps; callers meanwhile wait for the same reading. */
  readAll(): Promise<void> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { notes, beginning, inSteps, readLate } = this.#parts;
    // A request for one thing waits for no more than that.
    await beginning.waitFor("notes");
    const isLate = notes.isLargelyUnread;
    await inSteps(notes.prepare());
    this.#reading = undefined;
    if (isLate) readLate();
  }

  async #readyForNotes(needed: "notes" | "all notes", isEnough: () => boolean): Promise<void> {
    const { notes, beginning, host } = this.#parts;
    await beginning.waitFor("notes");
    if (!notes.isLargelyUnread || isEnough()) return;
    const reading = this.readAll();
    this.#late ??= host.sleep(PATIENCE_MS);
    await (needed === "notes" ? Promise.race([reading, this.#late]) : reading);
  }
}
