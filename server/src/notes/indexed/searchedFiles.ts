import type { NoteFileContent } from "../reading/note.ts";
import { type FoundNote, NoteSearch } from "../search/search.ts";
import type { SearchNames } from "../search/searchNames.ts";
import type { IndexedFiles } from "./indexedFiles.ts";

/** The search in the present files. */
export class SearchedFiles {
  readonly #files: IndexedFiles;
  readonly #names: () => SearchNames;
  #search: NoteSearch | undefined;
  /** The content of each file that is in the search index. */
  readonly #known = new Map<string, NoteFileContent>();
  #steps: Generator<void, void> | undefined;

  constructor(files: IndexedFiles, names: () => SearchNames) {
    this.#files = files;
    this.#names = names;
  }

  search(query: string, limit: number): readonly FoundNote[] {
    // Running steps may be on former files: a last round finds what has changed since.
    for (const _ of this.prepare());
    for (const _ of this.prepare());
    return this.#search?.search(query, limit) ?? [];
  }

  /** See `NoteIndex`. */
  *prepare(): Generator<void, void> {
    // Concurrent callers share the steps, or notes would be added twice.
    this.#steps ??= this.#update();
    while (this.#steps?.next().done === false) yield;
    this.#steps = undefined;
  }

  /** Adds new files to the search index, and removes those that are gone. */
  *#update(): Generator<void, void> {
    this.#search ??= new NoteSearch(this.#names());
    for (const [uri, file] of this.#known) {
      if (this.#files.isRead(uri, file)) continue;
      this.#known.delete(uri);
      yield* this.#search.remove(file);
    }
    for (const source of this.#files.sources) {
      if (this.#known.has(source.uri) || !this.#files.has(source)) continue;
      const content = this.#files.read(source);
      yield;
      const bound = this.#files.bindingsOf(source);
      yield;
      this.#known.set(source.uri, content);
      yield* this.#search.add(content, bound);
    }
  }
}
