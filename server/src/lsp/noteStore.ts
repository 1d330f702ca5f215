import type { NoteLanguage, NoteSource } from "../notes/note.ts";
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
    this.#options.changed();
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

  async #read(path: string): Promise<void> {
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
    this.#put(path, sources, failure);
    if (!this.#watches.has(path))
      this.#watches.set(
        path,
        host.watchNotes(path, () => this.#reread(path)),
      );
  }

  #put(path: string, sources: readonly NoteSource[], failure: string | undefined): void {
    const { index } = this.#options;
    const uris = sources.map(({ uri }) => uri);
    const kept = new Set(uris);
    for (const uri of this.#folders.get(path)?.uris ?? []) if (!kept.has(uri)) this.#remove(uri);
    for (const source of sources) {
      // A file whose text is the same keeps what was read from it.
      if (this.#texts.get(source.uri) !== source.text) index.set(source);
      this.#texts.set(source.uri, source.text);
    }
    this.#folders.set(path, { path, uris, failure });
  }

  #remove(uri: string): void {
    this.#options.index.delete(uri);
    this.#texts.delete(uri);
  }

  #reread(path: string): void {
    if (!this.#folders.has(path)) return;
    void this.#read(path).then(() => this.#options.changed());
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
