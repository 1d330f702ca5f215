import type { NoteIndex } from "../../notes/noteIndex.ts";
import { type BoundFile, type GoneNote, goneNotes, isAgain, lostBindings } from "../../notes/places/lostBindings.ts";
import type { Note } from "../../notes/reading/note.ts";
import type { LostBinding, LostBindings } from "../../protocol/writing.ts";
import { lazy } from "../../text/lazy.ts";
import type { Host } from "../host/host.ts";

interface LostWordsParts {
  readonly host: Pick<Host, "sleep">;
  readonly index: NoteIndex;
  /** Whether an editor has a file with unsaved changes. */
  readonly isUnsaved: (uri: string) => boolean;
  /** Called with notes of one file that show nowhere since the file was changed. */
  readonly lost: (found: LostBindings) => void;
}

/** Finds out which notes show nowhere since the words of their titles changed, or since they were moved to another file. */
export class LostWords {
  readonly #parts: LostWordsParts;
  /** The earlier contents of files that have changed, until their lost notes were reported. */
  readonly #before = new Map<string, BoundFile>();
  /** Notes that were taken out of files, each with the URI of its file. */
  readonly #gone = new Map<GoneNote, string>();
  /** Counts the changes of files, so that only the last one in a row is followed by a report. */
  #turn = 0;

  constructor(parts: LostWordsParts) {
    this.#parts = parts;
  }

  /** Keeps the contents of a file before it is read anew. */
  remember(uri: string): void {
    const { index } = this.#parts;
    const file = index.file(uri);
    if (file === undefined || this.#before.size >= MAX_CHANGED || this.#before.has(uri)) return;
    this.#before.set(uri, { file, bindings: index.bindingsIn(uri) });
  }

  /** Not while somebody types and the editor saves by itself: the first and the last state are compared. */
  async tellSoon(): Promise<void> {
    if (this.#before.size === 0 && this.#gone.size === 0) return;
    const turn = ++this.#turn;
    await this.#parts.host.sleep(TYPING_MS);
    if (turn === this.#turn) this.#tell();
  }

  #tell(): void {
    const { index, isUnsaved, lost } = this.#parts;
    for (const [uri, before] of [...this.#before]) {
      // Unsaved changes: the saved state is compared later.
      if (isUnsaved(uri)) continue;
      this.#before.delete(uri);
      const file = index.file(uri);
      if (file === undefined) continue;
      for (const gone of goneNotes(before, file, index.vocabulary))
        if (this.#gone.size < MAX_GONE) this.#gone.set(gone, uri);
      const found = lostBindings(before, { file, bindings: index.bindingsIn(uri) }, index.vocabulary);
      if (found.length === 0) continue;
      const notes = found.map(({ note, oldTitle, places }) => lostBinding(note, oldTitle, places));
      lost({ uri, notes });
    }
    this.#tellMoved();
  }

  /** Notes that were taken out of a file, and stand in another one, where they show nowhere. */
  #tellMoved(): void {
    const { index, isUnsaved, lost } = this.#parts;
    if (this.#gone.size === 0 || index.isLargelyUnread) return;
    const titles = new Set([...this.#gone.keys()].map(({ title }) => title));
    for (const file of index.ownFiles) {
      if (isUnsaved(file.uri)) continue;
      const bound = lazy(() => new Set(index.bindingsIn(file.uri).map(({ note }) => note)));
      const moved = file.notes.flatMap((note) => {
        const found = titles.has(note.title) ? [...this.#gone].find(([gone]) => isAgain(gone, note, file)) : undefined;
        return found === undefined ? [] : [{ note, gone: found[0], from: found[1] }];
      });
      for (const { gone } of moved) this.#gone.delete(gone);
      const unbound = moved.filter(({ note }) => !bound().has(note));
      const notes = unbound.map(({ note, gone: { title, places } }) => lostBinding(note, title, places));
      const [first] = unbound;
      if (first !== undefined) lost({ uri: file.uri, from: first.from, notes });
    }
  }
}

function lostBinding({ id, line, title }: Note, oldTitle: string, places: readonly string[]): LostBinding {
  return { id, line, oldTitle, newTitle: title, places };
}

/** More notes are hardly moved before they are written somewhere again. */
const MAX_GONE = 200;

/** Whoever saves again within so many milliseconds is still writing. */
const TYPING_MS = 2000;

/** More changed files at a time come from something else than writing: a branch was checked out, say. */
const MAX_CHANGED = 20;
