import type { NoteSource } from "../../notes/reading/note.ts";
import type { Host } from "../host/host.ts";

/** A file that has been empty for so many milliseconds is meant to be. */
const EMPTY_MS = 1000;

interface EmptiedFilesParts {
  readonly host: Pick<Host, "sleep">;
  /** Runs background work, and logs its failures. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

/** Some editors empty a file before they write it: its notes stay until it has been empty for a moment. */
export class EmptiedFiles {
  readonly #parts: EmptiedFilesParts;
  /** Files that became empty and may be about to be written. */
  readonly #emptied = new Map<string, { isForGood: boolean }>();

  constructor(parts: EmptiedFilesParts) {
    this.#parts = parts;
  }

  /** @param again called when the file has been empty for a moment */
  isBeingWritten(
    { uri, text, unreadable, tooLarge }: NoteSource,
    known: NoteSource | undefined,
    again: () => void,
  ): boolean {
    const isEmptied = text === "" && !unreadable && !tooLarge && known !== undefined && known.text !== "";
    const before = this.#emptied.get(uri);
    if (!isEmptied || before?.isForGood === true) {
      this.#emptied.delete(uri);
      return false;
    }
    if (before === undefined) void this.#parts.attempt("notes", () => this.#wait(uri, again));
    return true;
  }

  async #wait(uri: string, again: () => void): Promise<void> {
    const emptied = { isForGood: false };
    this.#emptied.set(uri, emptied);
    await this.#parts.host.sleep(EMPTY_MS);
    emptied.isForGood = true;
    if (this.#emptied.get(uri) === emptied) again();
  }
}
