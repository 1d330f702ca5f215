import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { Host } from "../host/host.ts";
import type { Beginning, Needed } from "../turns/beginning.ts";

/** How long the first who ask wait until many notes are read. */
const PATIENCE_MS = 2000;

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

  /**
   * Resolves when an answer can be made; `undefined`: at once. Where many notes are unread, those that are read must do.
   *
   * @param isEnough whether those that are read are, once it is known which there are
   */
  readyFor(needed: Needed | "all notes", isEnough: () => boolean): Promise<void> | undefined {
    const { beginning, notes } = this.#parts;
    const reading = beginning.waitFor(needed === "settings" ? needed : "notes");
    if (needed === "settings" || (reading === undefined && !notes.isLargelyUnread)) return reading;
    return this.#readyForNotes(needed, isEnough);
  }

  /** Reads all notes in steps; who asks meanwhile waits for the same. */
  readAll(): Promise<void> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { notes, beginning, inSteps, readLate } = this.#parts;
    // Whoever asks for a thing of their own waits for no more than that.
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
