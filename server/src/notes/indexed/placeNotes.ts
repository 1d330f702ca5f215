import type { Focus } from "../../model/focus/focus.ts";
import { placeKey } from "../../model/focus/placeKey.ts";
import { bind } from "../binding/bind.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import { type Candidate, candidates } from "../binding/candidates.ts";
import type { IndexedFiles } from "./indexedFiles.ts";

const MAX_KEPT_PLACES = 2000;
/** Longer texts, in UTF-16 units, hardly come twice. */
const MAX_USUAL_LENGTH = 60;

/** The notes on places of templates, over all files and independent of the template. */
export class PlaceNotes {
  readonly #files: IndexedFiles;
  readonly #bindings = new BindingTable();
  /** Whether the table is up to date with all sources. */
  #isBound = false;
  /** By a place, or its candidates. */
  readonly #byPlace = new Map<string, readonly BoundNote[]>();

  constructor(files: IndexedFiles) {
    this.#files = files;
  }

  /** To be called when the notes of a file show at other places, or nowhere. */
  set(uri: string): void {
    this.#forget();
    this.#bindings.set(uri, []);
  }

  delete(uri: string): void {
    this.#forget();
    this.#bindings.delete(uri);
  }

  #forget(): void {
    this.#isBound = false;
    this.#byPlace.clear();
  }

  at(focus: Focus): readonly BoundNote[] {
    return focus.kind === "key" && focus.place.in === "resource"
      ? this.#by(placeKey(focus.place), () => candidates(focus))
      : this.on(candidates(focus));
  }

  on(found: readonly Candidate[]): readonly BoundNote[] {
    if (found.length === 0) return [];
    const isUsual = found.every(({ place }) => place.kind !== "string" || place.lower.length <= MAX_USUAL_LENGTH);
    return isUsual ? this.#by(JSON.stringify(found), () => found) : bind(this.bindings(), found);
  }

  /**
   * Memoised: a template asks for the same few places again and again, the properties of its types and their usual
   * values.
   */
  #by(key: string, found: () => readonly Candidate[]): readonly BoundNote[] {
    const bindings = this.bindings();
    if (!this.#isBound) return bind(bindings, found());
    let notes = this.#byPlace.get(key);
    if (notes === undefined) {
      if (this.#byPlace.size >= MAX_KEPT_PLACES) this.#byPlace.clear();
      notes = bind(bindings, found());
      this.#byPlace.set(key, notes);
    }
    return notes;
  }

  /** The places that all notes which can be asked at once show at. */
  bindings(): BindingTable {
    if (!this.#isBound) {
      const isWhole = !this.#files.isLargelyUnread;
      for (const source of this.#files.askable) this.#bindings.set(source.uri, this.#files.bindingsOf(source));
      this.#isBound = isWhole;
    }
    return this.#bindings;
  }
}
