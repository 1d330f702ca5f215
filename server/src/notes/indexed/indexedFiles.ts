import { type Binding, bindingsOf } from "../binding/bindings.ts";
import { builtInBindings } from "../binding/builtInBindings.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { preparedNotes } from "../lesson/preparedNotes.ts";
import type { NoteFileContent, NoteSource } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";

/** In UTF-16 units, which take a tenth of a second to read. */
const MAX_AT_ONCE = 40_000;

/** The files of an index, each read when it is first needed. */
export class IndexedFiles {
  readonly #sources = new Map<string, NoteSource>();
  readonly #read = new Map<string, NoteFileContent>();
  /** The places that the notes of files show at. Empty for a file whose binding began and never came to an end. */
  readonly #bound = new Map<string, readonly Binding[]>();
  /** The length of those of the user's files whose notes are not bound yet. */
  #unbound = 0;
  /** The number of the user's files. */
  #own = 0;
  /**
   * Files that are being read. One that is found here at the next attempt was never read to its end: it takes too long.
   */
  readonly #begun = new Set<string>();
  readonly #vocabulary: () => Vocabulary;

  constructor(vocabulary: () => Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** In the order in which they were first set. */
  get sources(): readonly NoteSource[] {
    return [...this.#sources.values()];
  }

  get hasOwn(): boolean {
    return this.#own > 0;
  }

  source(uri: string): NoteSource | undefined {
    return this.#sources.get(uri);
  }

  set(source: NoteSource): void {
    this.#forget(source.uri);
    this.#sources.set(source.uri, source);
    this.#own += Number(!source.builtIn);
    this.#unbound += lengthToRead(source);
  }

  delete(uri: string): void {
    this.#forget(uri);
    this.#sources.delete(uri);
  }

  #forget(uri: string): void {
    const before = this.#sources.get(uri);
    if (before?.builtIn === false) this.#own--;
    if (before !== undefined && !this.#bound.has(uri)) this.#unbound -= lengthToRead(before);
    this.#read.delete(uri);
    this.#bound.delete(uri);
    this.#begun.delete(uri);
  }

  /** See `NoteIndex`. */
  get isLargelyUnread(): boolean {
    return this.#unbound > MAX_AT_ONCE;
  }

  /** Those that can be asked at once. */
  get askable(): readonly NoteSource[] {
    if (!this.isLargelyUnread) return this.sources;
    return this.sources.filter(({ uri, builtIn }) => builtIn || this.#bound.has(uri));
  }

  /** Those that are read, and as many others as can be read while somebody waits. */
  readable(sources: readonly NoteSource[]): readonly NoteSource[] {
    let length = 0;
    return sources.filter(({ uri, text }) => {
      if (this.#read.has(uri)) return true;
      length += text.length;
      return length <= MAX_AT_ONCE;
    });
  }

  /** Whether the present content of a file was read. */
  isKnown(uri: string): boolean {
    return this.#read.has(uri);
  }

  /** Whether this is the present content of the file, as read. */
  isRead(uri: string, content: NoteFileContent): boolean {
    return this.#read.get(uri) === content;
  }

  /** Whether the file is unchanged: it may have been set anew, or deleted. */
  has(source: NoteSource): boolean {
    return this.#sources.get(source.uri) === source;
  }

  read(source: NoteSource): NoteFileContent {
    const known = this.#read.get(source.uri);
    if (known) return known;
    const { uri } = source;
    const takesTooLong = this.#begun.has(uri);
    this.#begun.add(uri);
    const content =
      source.prepared === undefined
        ? readNotes(takesTooLong ? { ...source, takesTooLong } : source)
        : preparedNotes(source, source.prepared());
    this.#begun.delete(uri);
    // Earlier steps may still ask for the file's former content.
    if (this.has(source)) this.#read.set(uri, content);
    return content;
  }

  bindingsOf(source: NoteSource): readonly Binding[] {
    const known = this.#bound.get(source.uri);
    if (known) return known;
    if (!this.has(source)) return [];
    const content = source.builtIn ? undefined : this.read(source);
    this.#bound.set(source.uri, []);
    this.#unbound -= lengthToRead(source);
    const found = content
      ? bindingsOf(content, this.#vocabulary())
      : builtInBindings(source, this.#vocabulary(), () => this.read(source));
    this.#bound.set(source.uri, found);
    return found;
  }
}

function lengthToRead({ builtIn, text }: NoteSource): number {
  return builtIn ? 0 : text.length;
}
