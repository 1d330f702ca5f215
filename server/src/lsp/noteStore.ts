import type { NoteLanguage, NoteProblem, NoteSource } from "../notes/note.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { Host } from "./host.ts";
import type { Settings } from "./settings.ts";

/** A folder of notes as the views list it. */
export interface StoredFolder {
  readonly path: string;
  readonly uris: readonly string[];
  /** Why it could not be read; `undefined` where it could. */
  readonly failure: string | undefined;
}

interface StoreOptions {
  readonly host: Host;
  readonly index: NoteIndex;
  /** Whether built-in notes get the address of their file. */
  readonly asFiles: boolean;
  /** Called after notes were added, changed or removed. */
  readonly changed: () => void;
  /** Called once for each folder that can't be read. */
  readonly failed: (path: string, reason: string) => void;
  /** Called once for each thing that is wrong with a file. */
  readonly troubled: (uri: string, problem: NoteProblem) => void;
}

/** Keeps the note index in step with the settings and with the folders on disk. */
export class NoteStore {
  readonly #options: StoreOptions;
  readonly #folders = new Map<string, StoredFolder>();
  readonly #watches = new Map<string, { dispose(): void }>();
  #builtIn: readonly string[] = [];
  #builtInKey = "";
  #language: NoteLanguage = "en";
  readonly #reported = new Set<string>();
  /** Files of the user whose problems were not told yet. */
  readonly #unchecked = new Set<string>();
  /** What was last read of each file, so that only changed ones are set anew. */
  readonly #texts = new Map<string, string>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get folders(): readonly StoredFolder[] {
    return [...this.#folders.values()];
  }

  get builtInUris(): readonly string[] {
    return this.#builtIn;
  }

  /** Reads what the settings name and forgets what they do not name any more. */
  async apply(settings: Settings, language: NoteLanguage, workspaceFolders: readonly string[]): Promise<void> {
    const { host } = this.#options;
    this.#language = language;
    const wanted = new Set(settings.noteFolders.flatMap((folder) => host.resolveFolder(folder, workspaceFolders)));
    for (const path of [...this.#folders.keys()]) if (!wanted.has(path)) this.#forget(path);
    await Promise.all([...wanted].filter((path) => !this.#folders.has(path)).map((path) => this.#read(path)));
    await this.#applyBuiltIn(settings.builtInNotes ? language : "");
    this.#announce();
  }

  dispose(): void {
    for (const watch of this.#watches.values()) watch.dispose();
    this.#watches.clear();
  }

  #forget(path: string): void {
    for (const uri of this.#folders.get(path)?.uris ?? []) this.#remove(uri);
    this.#folders.delete(path);
    this.#watches.get(path)?.dispose();
    this.#watches.delete(path);
  }

  /** @returns whether anything differs from what was read before */
  async #read(path: string): Promise<boolean> {
    const { host, failed } = this.#options;
    let sources: readonly NoteSource[] = [];
    let failure: string | undefined;
    await host.readNotes(path, this.#language).then(
      (found) => {
        sources = found;
        this.#reported.delete(path);
      },
      (error: unknown) => {
        failure = error instanceof Error ? error.message : String(error);
        if (!this.#reported.has(path)) failed(path, failure);
        this.#reported.add(path);
      },
    );
    const isChanged = this.#put(path, sources, failure);
    if (!this.#watches.has(path))
      this.#watches.set(
        path,
        host.watchNotes(path, () => this.#reread(path)),
      );
    return isChanged;
  }

  #put(path: string, sources: readonly NoteSource[], failure: string | undefined): boolean {
    const { index } = this.#options;
    const before = this.#folders.get(path);
    let isChanged = before === undefined || before.failure !== failure || before.uris.length !== sources.length;
    const uris = sources.map(({ uri }) => uri);
    const kept = new Set(uris);
    for (const uri of before?.uris ?? []) if (!kept.has(uri)) this.#remove(uri);
    for (const source of sources) {
      // A file whose text is the same keeps what was read from it.
      if (this.#texts.get(source.uri) === source.text) continue;
      index.set(source);
      this.#texts.set(source.uri, source.text);
      this.#unchecked.add(source.uri);
      isChanged = true;
    }
    this.#folders.set(path, { path, uris, failure });
    return isChanged;
  }

  #remove(uri: string): void {
    this.#options.index.delete(uri);
    this.#texts.delete(uri);
  }

  #reread(path: string): void {
    if (!this.#folders.has(path)) return;
    void this.#read(path).then((isChanged) => {
      if (isChanged) this.#announce();
    });
  }

  #announce(): void {
    this.#options.changed();
    void this.#options.host.pause().then(() => this.#tellProblems());
  }

  /** Says what is wrong with files that are new or changed: each thing once. */
  #tellProblems(): void {
    const { index, troubled } = this.#options;
    for (const uri of this.#unchecked) {
      for (const problem of index.file(uri)?.problems ?? []) {
        const key = `${uri} ${problem.code}`;
        if (!this.#reported.has(key)) troubled(uri, problem);
        this.#reported.add(key);
      }
    }
    this.#unchecked.clear();
  }

  async #applyBuiltIn(key: NoteLanguage | ""): Promise<void> {
    if (key === this.#builtInKey) return;
    const { host, index, asFiles } = this.#options;
    for (const uri of this.#builtIn) index.delete(uri);
    const sources = key === "" ? [] : await host.builtInNotes(key, asFiles);
    for (const source of sources) index.set(source);
    this.#builtIn = sources.map(({ uri }) => uri);
    this.#builtInKey = key;
  }
}
