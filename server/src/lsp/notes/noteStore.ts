import type { NoteLanguage, NoteSource } from "../../notes/reading/note.ts";
import type { FolderNotes } from "../../notes/reading/noteLimits.ts";
import type { LostBindings } from "../../protocol/writing.ts";
import { comparable } from "../host/sameFile.ts";
import type { Settings } from "../host/settings.ts";
import { EmptiedFiles } from "./emptiedFiles.ts";
import { type FolderFailure, folderFailure } from "./folderFailure.ts";
import { FolderNews, type FolderNewsParts, type StoredFolder } from "./folderNews.ts";
import { LostWords } from "./lostWords.ts";

/** A folder of notes that a repository names. */
export interface TeamFolder {
  readonly path: string;
  /** The workspace's folder that it is in, as a URI. */
  readonly within: string;
}

interface StoreOptions extends FolderNewsParts {
  /** Whether built-in notes get the address of their file. */
  readonly asFiles: boolean;
  /** Called after notes were added, changed or removed. */
  readonly changed: () => void;
  /** Called with notes of one file that show nowhere since the file was changed. */
  readonly lost: (found: LostBindings) => void;
  /** Runs background work, and logs its failures. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

/** Keeps the note index in step with the settings and with the folders on disk. */
export class NoteStore {
  readonly #options: StoreOptions;
  readonly #folders = new Map<string, StoredFolder>();
  readonly #watches = new Map<string, { dispose(): void }>();
  /** The folders of each setting: a relative one stands for a folder in each of the workspace's. */
  #wanted: readonly (readonly string[])[] = [];
  /** The folders that repositories name, with the workspace's folder that each is in. */
  #team: ReadonlyMap<string, string> = new Map();
  #builtIn: readonly string[] = [];
  #builtInKey = "";
  #language: NoteLanguage = "en";
  readonly #news: FolderNews;
  readonly #emptied: EmptiedFiles;
  readonly #lost: LostWords;
  /** What was last read of each file, so that only changed ones are set anew. */
  readonly #sources = new Map<string, NoteSource>();
  /** By template, the files that it names for notes. */
  readonly #named = new Map<string, ReadonlyMap<string, NoteSource>>();
  /** The editors' texts of open files, by their comparable URIs: these are what shows. */
  readonly #open = new Map<string, string>();
  /** The last reading; one follows the other, so that the newest state is the one that stays. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#news = new FolderNews(options);
    this.#emptied = new EmptiedFiles(options);
    this.#lost = new LostWords({ ...options, isUnsaved: (uri) => this.#isUnsaved(uri) });
  }

  /** The folders of the settings, without missing ones if another folder of the same setting exists. */
  get folders(): readonly StoredFolder[] {
    const paths = new Set(this.#wanted.flatMap((paths) => paths.filter((path) => !this.#isNeedless(path, paths))));
    return [...paths].flatMap((path) => this.#folders.get(path) ?? []);
  }

  get builtInUris(): readonly string[] {
    return this.#builtIn;
  }

  /** Reads the folders that settings and repositories name, and forgets all others. */
  apply(
    settings: Settings,
    language: NoteLanguage,
    workspaceFolders: readonly string[],
    team: readonly TeamFolder[],
  ): Promise<void> {
    return this.#next(async () => {
      const { host } = this.#options;
      this.#language = language;
      const own = settings.noteFolders.map((folder) => host.resolveFolder(folder, workspaceFolders));
      const mine = new Set(own.flat());
      this.#team = new Map(team.filter(({ path }) => !mine.has(path)).map(({ path, within }) => [path, within]));
      this.#wanted = [...own, ...[...this.#team.keys()].map((path) => [path])];
      const wanted = new Set(this.#wanted.flat());
      for (const [path, folder] of [...this.#folders])
        if (!wanted.has(path) || folder.team !== this.#team.has(path)) this.#forget(path);
      await Promise.all([...wanted].filter((path) => !this.#folders.has(path)).map((path) => this.#read(path)));
      await this.#applyBuiltIn(settings.builtInNotes ? language : "");
      this.#announce();
    });
  }

  /** The files of the user and of teams, by their URIs in the index, in the order of their folders. */
  get fileUris(): readonly string[] {
    const uris = new Set(this.folders.flatMap((folder) => folder.uris));
    return [...uris].filter((uri) => this.#sources.has(uri));
  }

  /** The index's URI for a file of an editor; `undefined` if it is none of the user's. */
  ownUri(uri: string): string | undefined {
    if (this.#sources.has(uri)) return uri;
    const wanted = comparable(uri);
    return this.fileUris.find((one) => comparable(one) === wanted);
  }

  /** Whether a file of that URI would be among the user's notes. */
  wouldHold(uri: string): boolean {
    const wanted = comparable(uri);
    const folders = this.folders.map(({ path }) => comparable(this.#options.host.uriOf(path)).replace(/\/*$/, "/"));
    return folders.some((folder) => wanted.startsWith(folder));
  }

  /**
   * Reads all folders again, since the system may not have told of a change yet. Gives whether anything differs from
   * before.
   */
  async refresh(): Promise<boolean> {
    let isChanged = false;
    await this.#next(async () => {
      const changed = await Promise.all([...this.#folders.keys()].map((path) => this.#read(path)));
      isChanged = changed.includes(true);
      if (isChanged) this.#announce();
    });
    return isChanged;
  }

  /** Sets the editor's text of a file, which counts in place of the saved one; `undefined` if it is closed. */
  setOpen(uri: string, text: string | undefined): void {
    const key = comparable(uri);
    const before = this.#open.get(key);
    if (text === undefined) this.#open.delete(key);
    else this.#open.set(key, text);
    const own = this.ownUri(uri);
    const source = own === undefined ? undefined : this.#sources.get(own);
    if (source === undefined || source.unreadable || (before ?? source.text) === (text ?? source.text)) return;
    this.#lost.remember(source.uri);
    this.#options.index.set(this.#shown(source));
    this.#options.changed();
  }

  /** Sets all files that a template names for notes of that template. */
  setNamed(template: string, sources: readonly NoteSource[]): void {
    const { index, changed } = this.#options;
    const known = this.#named.get(template);
    const before = [...(known?.keys() ?? [])];
    if (sources.length === before.length && sources.every(({ uri, text }) => known?.get(uri)?.text === text)) return;
    this.#named.set(template, new Map(sources.map((source) => [source.uri, source])));
    for (const uri of new Set([...before, ...sources.map((source) => source.uri)])) {
      // A file in a folder of notes shows in all templates.
      if (this.ownUri(uri) !== undefined) continue;
      const source = this.#namedSource(uri);
      if (source === undefined) index.delete(uri);
      else index.set(source);
    }
    changed();
  }

  #namedSource(uri: string): NoteSource | undefined {
    const naming = [...this.#named].filter(([, files]) => files.has(uri));
    const source = naming.at(-1)?.[1].get(uri);
    return source && { ...source, only: new Set(naming.map(([template]) => template)) };
  }

  dispose(): void {
    for (const watch of this.#watches.values()) watch.dispose();
    this.#watches.clear();
  }

  #next(run: () => Promise<void>): Promise<void> {
    const done = this.#last.then(run, run);
    this.#last = done;
    return done;
  }

  #forget(path: string): void {
    const uris = this.#folders.get(path)?.uris ?? [];
    this.#folders.delete(path);
    for (const uri of uris) this.#remove(uri, path);
    this.#watches.get(path)?.dispose();
    this.#watches.delete(path);
  }

  /** @returns whether anything differs from what was read before */
  async #read(path: string): Promise<boolean> {
    const { host } = this.#options;
    let read: FolderNotes = { sources: [], isCut: false };
    let failure: FolderFailure | undefined;
    const within = this.#team.get(path);
    await host.readNotes(path, this.#language, within).then(
      (found) => {
        read =
          within === undefined
            ? found
            : { ...found, sources: found.sources.map((source) => ({ ...source, team: true })) };
      },
      (error: unknown) => {
        failure = folderFailure(error);
      },
    );
    void read.late?.then(() => this.#reread(path));
    const isChanged = this.#put(path, read, failure);
    if (!this.#watches.has(path))
      this.#watches.set(
        path,
        host.watchNotes(path, () => this.#reread(path), within),
      );
    return isChanged;
  }

  #put(path: string, { sources, isCut }: FolderNotes, failure: FolderFailure | undefined): boolean {
    const { index } = this.#options;
    const before = this.#folders.get(path);
    let isChanged = before?.failure?.kind !== failure?.kind || before?.uris.length !== sources.length;
    const uris = sources.map(({ uri }) => uri);
    this.#folders.set(path, { path, uris, failure, isCut, team: this.#team.has(path) });
    const kept = new Set(uris);
    for (const uri of before?.uris ?? []) if (!kept.has(uri)) this.#remove(uri, path);
    for (const source of sources) {
      // A file whose text is the same keeps what was read from it.
      const known = this.#sources.get(source.uri);
      if (this.#emptied.isBeingWritten(source, known, () => this.#reread(path))) continue;
      if (known !== undefined && (isSameSource(known, source) || source.unreadable?.kind === "late")) continue;
      this.#lost.remember(source.uri);
      this.#sources.set(source.uri, source);
      index.set(this.#shown(source));
      this.#news.check(source.uri);
      isChanged = true;
    }
    return isChanged;
  }

  /** Removes a file that is no longer in a folder, unless another folder holds it too. */
  #remove(uri: string, folder: string): void {
    for (const { path, uris } of this.#folders.values()) if (path !== folder && uris.includes(uri)) return;
    const named = this.#namedSource(uri);
    if (named === undefined) this.#options.index.delete(uri);
    else this.#options.index.set(named);
    this.#sources.delete(uri);
  }

  #shown(source: NoteSource): NoteSource {
    const text = source.unreadable || this.#open.size === 0 ? undefined : this.#open.get(comparable(source.uri));
    // An editor that takes another encoding for UTF-8 shows replacement characters.
    const isGarbled = source.foreign !== undefined && text?.includes("\ufffd") === true;
    return text === undefined || isGarbled ? source : { ...source, text, tooLarge: false };
  }

  #reread(path: string): void {
    const run = async (): Promise<void> => {
      if (this.#folders.has(path) && (await this.#read(path))) this.#announce();
    };
    void this.#options.attempt("notes", () => this.#next(run));
  }

  /** Whether an editor has a file with unsaved changes. */
  #isUnsaved(uri: string): boolean {
    const source = this.#sources.get(uri);
    return source !== undefined && this.#shown(source).text !== source.text;
  }

  #announce(): void {
    const { attempt, changed } = this.#options;
    changed();
    this.#news.tellFailures(this.folders);
    void attempt("notes", () => this.#news.tellProblems());
    void attempt("notes", () => this.#lost.tellSoon());
  }

  #isNeedless(path: string, others: readonly string[]): boolean {
    if (this.#folders.get(path)?.failure?.kind !== "missing") return false;
    return others.some((other) => this.#folders.get(other)?.failure === undefined);
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

function isSameSource(left: NoteSource, right: NoteSource): boolean {
  return (
    left.text === right.text &&
    left.unreadable?.kind === right.unreadable?.kind &&
    left.foreign === right.foreign &&
    left.tooLarge === right.tooLarge &&
    left.team === right.team
  );
}
