import { type BoundFile, lostBindings } from "../../notes/mend/lostBindings.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteLanguage, NoteProblem, NoteSource } from "../../notes/reading/note.ts";
import type { FolderNotes } from "../../notes/reading/noteLimits.ts";
import type { LostBindings } from "../../protocol/writing.ts";
import type { Host } from "../host/host.ts";
import { comparable } from "../host/sameFile.ts";
import type { Settings } from "../host/settings.ts";
import { type FolderFailure, folderFailure } from "./folderFailure.ts";

/** A folder of notes as the views list it. */
export interface StoredFolder {
  readonly path: string;
  readonly uris: readonly string[];
  /** Whether a repository names it, for everybody who works on it. */
  readonly team: boolean;
  /** Why it could not be read; `undefined` if it could. */
  readonly failure: FolderFailure | undefined;
  /** Whether there is more in it than is read. */
  readonly isCut: boolean;
}

/** A folder of notes that a repository names. */
export interface TeamFolder {
  readonly path: string;
  /** The workspace's folder that it is in, as a URI. */
  readonly within: string;
}

/** Something that is wrong with a file of notes. */
export interface FileProblem {
  readonly uri: string;
  readonly problem: NoteProblem;
}

interface StoreOptions {
  readonly host: Host;
  readonly index: NoteIndex;
  /** Whether built-in notes get the address of their file. */
  readonly asFiles: boolean;
  /** Called after notes were added, changed or removed. */
  readonly changed: () => void;
  /** Called once for each folder that can't be read, and for each reason. */
  readonly failed: (path: string, failure: FolderFailure) => void;
  /** Called once for each folder that holds more than is read. */
  readonly cut: (path: string) => void;
  /** Called with things that are wrong with files, each kind of them once for a file. */
  readonly troubled: (problems: readonly FileProblem[]) => void;
  /** Called with notes of one file that show nowhere since the file was changed. */
  readonly lost: (found: LostBindings) => void;
  /** Resolves when all files were read into notes, in steps. */
  readonly readAll: () => Promise<void>;
  /** Runs what nobody waits for behind the fence. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

/** Keeps the note index in step with the settings and with the folders on disk. */
export class NoteStore {
  readonly #options: StoreOptions;
  readonly #folders = new Map<string, StoredFolder>();
  readonly #watches = new Map<string, { dispose(): void }>();
  /** What each setting stands for: a relative one for a folder in each of the workspace's. */
  #wanted: readonly (readonly string[])[] = [];
  /** The folders that repositories name, with the workspace's folder that each is in. */
  #team: ReadonlyMap<string, string> = new Map();
  #builtIn: readonly string[] = [];
  #builtInKey = "";
  #language: NoteLanguage = "en";
  readonly #reported = new Set<string>();
  /** Files that are empty and were not before, for as long as they may be about to be written. */
  readonly #emptied = new Map<string, { isForGood: boolean }>();
  /** Files of the user whose problems were not told yet. */
  readonly #unchecked = new Set<string>();
  /** Files that have changed, as they were, until it was told what they lost. */
  readonly #before = new Map<string, BoundFile>();
  /** Counts the changes of files, so that only the last one in a row is followed by a word on what was lost. */
  #turn = 0;
  /** What was last read of each file, so that only changed ones are set anew. */
  readonly #sources = new Map<string, NoteSource>();
  /** By template, the files that it names for notes. */
  readonly #named = new Map<string, ReadonlyMap<string, NoteSource>>();
  /** What an editor has of files, by their comparable URIs: that is what shows. */
  readonly #open = new Map<string, string>();
  /** The last of what is read; one comes after the other, so that the newest state is the one that stays. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** The folders of the settings, less those that are not there while another one of the same setting is. */
  get folders(): readonly StoredFolder[] {
    const paths = new Set(this.#wanted.flatMap((paths) => paths.filter((path) => !this.#isNeedless(path, paths))));
    return [...paths].flatMap((path) => this.#folders.get(path) ?? []);
  }

  get builtInUris(): readonly string[] {
    return this.#builtIn;
  }

  /** Reads what the settings and repositories name, and forgets what they do not name any more. */
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

  /** The files of the user and of teams, as the index calls them, in the order of their folders. */
  get fileUris(): readonly string[] {
    const uris = new Set(this.folders.flatMap((folder) => folder.uris));
    return [...uris].filter((uri) => this.#sources.has(uri));
  }

  /** What the index calls a file that an editor calls so; `undefined` if it is none of the user's. */
  ownUri(uri: string): string | undefined {
    if (this.#sources.has(uri)) return uri;
    const wanted = comparable(uri);
    return this.fileUris.find((one) => comparable(one) === wanted);
  }

  /** Whether a file of that URI would be among them. */
  wouldHold(uri: string): boolean {
    const wanted = comparable(uri);
    const folders = this.folders.map(({ path }) => comparable(this.#options.host.uriOf(path)).replace(/\/*$/, "/"));
    return folders.some((folder) => wanted.startsWith(folder));
  }

  /**
   * Reads all folders again, since the system may not have told of a change yet. Gives whether anything differs from what was
   * read before.
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

  /** Takes the text that an editor has of a file for what the file says; `undefined` if it is closed. */
  setOpen(uri: string, text: string | undefined): void {
    const key = comparable(uri);
    const before = this.#open.get(key);
    if (text === undefined) this.#open.delete(key);
    else this.#open.set(key, text);
    const own = this.ownUri(uri);
    const source = own === undefined ? undefined : this.#sources.get(own);
    if (source === undefined || source.unreadable || (before ?? source.text) === (text ?? source.text)) return;
    this.#remember(source.uri);
    this.#options.index.set(this.#shown(source));
    this.#options.changed();
  }

  /** Takes files that a template names for notes of that template; they are all that it names. */
  setNamed(template: string, sources: readonly NoteSource[]): void {
    const { index, changed } = this.#options;
    const known = this.#named.get(template);
    const before = [...(known?.keys() ?? [])];
    if (sources.length === before.length && sources.every(({ uri, text }) => known?.get(uri)?.text === text)) return;
    this.#named.set(template, new Map(sources.map((source) => [source.uri, source])));
    for (const uri of new Set([...before, ...sources.map((source) => source.uri)])) {
      // What is in a folder of notes shows everywhere.
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
      if (this.#isBeingWritten(source, known, path)) continue;
      if (known !== undefined && (isSameSource(known, source) || source.unreadable?.kind === "late")) continue;
      this.#remember(source.uri);
      this.#sources.set(source.uri, source);
      index.set(this.#shown(source));
      this.#unchecked.add(source.uri);
      isChanged = true;
    }
    return isChanged;
  }

  /** Some editors empty a file before they write it: what it said stays until it has been empty for a moment. */
  #isBeingWritten(
    { uri, text, unreadable, tooLarge }: NoteSource,
    known: NoteSource | undefined,
    path: string,
  ): boolean {
    const isEmptied = text === "" && !unreadable && !tooLarge && known !== undefined && known.text !== "";
    const before = this.#emptied.get(uri);
    if (!isEmptied || before?.isForGood === true) {
      this.#emptied.delete(uri);
      return false;
    }
    if (before === undefined) void this.#options.attempt("notes", () => this.#waitForText(uri, path));
    return true;
  }

  async #waitForText(uri: string, path: string): Promise<void> {
    const emptied = { isForGood: false };
    this.#emptied.set(uri, emptied);
    await this.#options.host.sleep(EMPTY_MS);
    emptied.isForGood = true;
    if (this.#emptied.get(uri) === emptied) this.#reread(path);
  }

  /** Removes a file that is no longer in a folder, unless another one holds it too. */
  #remove(uri: string, folder: string): void {
    for (const { path, uris } of this.#folders.values()) if (path !== folder && uris.includes(uri)) return;
    const named = this.#namedSource(uri);
    if (named === undefined) this.#options.index.delete(uri);
    else this.#options.index.set(named);
    this.#sources.delete(uri);
  }

  #shown(source: NoteSource): NoteSource {
    const text = source.unreadable || this.#open.size === 0 ? undefined : this.#open.get(comparable(source.uri));
    // An editor that takes another encoding for UTF-8 shows what it cannot read.
    const isGarbled = source.foreign !== undefined && text?.includes("\ufffd") === true;
    return text === undefined || isGarbled ? source : { ...source, text, tooLarge: false };
  }

  #reread(path: string): void {
    const run = async (): Promise<void> => {
      if (this.#folders.has(path) && (await this.#read(path))) this.#announce();
    };
    void this.#options.attempt("notes", () => this.#next(run));
  }

  #announce(): void {
    const { attempt, changed } = this.#options;
    changed();
    this.#tellFailures();
    void attempt("notes", () => this.#tellProblems());
    if (this.#before.size > 0) void attempt("notes", () => this.#tellLostSoon());
  }

  /** Not while somebody types and the editor saves by itself: what counts is how it was and how it is in the end. */
  async #tellLostSoon(): Promise<void> {
    const turn = ++this.#turn;
    await this.#options.host.sleep(TYPING_MS);
    if (turn === this.#turn) this.#tellLost();
  }

  /** Keeps what a file said before it is read anew. */
  #remember(uri: string): void {
    const { index } = this.#options;
    const file = index.file(uri);
    if (file === undefined || this.#before.size >= MAX_CHANGED || this.#before.has(uri)) return;
    this.#before.set(uri, { file, bindings: index.bindingsIn(uri) });
  }

  /** Says which notes show nowhere since the words of their titles changed. */
  #tellLost(): void {
    const { index, lost } = this.#options;
    for (const [uri, before] of [...this.#before]) {
      const source = this.#sources.get(uri);
      // Somebody is still at it: what counts is what they save.
      if (source !== undefined && this.#shown(source).text !== source.text) continue;
      this.#before.delete(uri);
      const file = index.file(uri);
      if (file === undefined) continue;
      const found = lostBindings(before, { file, bindings: index.bindingsIn(uri) }, index.vocabulary);
      if (found.length === 0) continue;
      const notes = found.map(({ note: { id, line, title }, oldTitle, places }) => ({
        id,
        line,
        oldTitle,
        newTitle: title,
        places,
      }));
      lost({ uri, notes });
    }
  }

  #tellFailures(): void {
    const { cut, failed } = this.#options;
    for (const { path, failure, isCut } of this.folders) {
      if (failure !== undefined && this.#isNews(`${path} ${failure.kind}`)) failed(path, failure);
      if (isCut && this.#isNews(`${path} cut`)) cut(path);
    }
  }

  #isNews(key: string): boolean {
    const isNew = !this.#reported.has(key);
    this.#reported.add(key);
    return isNew;
  }

  #isNeedless(path: string, others: readonly string[]): boolean {
    if (this.#folders.get(path)?.failure?.kind !== "missing") return false;
    return others.some((other) => this.#folders.get(other)?.failure === undefined);
  }

  /** Says what is wrong with files that are new or changed. */
  async #tellProblems(): Promise<void> {
    const { host, index, readAll, troubled } = this.#options;
    await host.yieldToEventLoop();
    if (this.#unchecked.size === 0) return;
    await readAll();
    const found = [...this.#unchecked].flatMap((uri) =>
      (index.file(uri)?.problems ?? []).map((problem): FileProblem => ({ uri, problem })),
    );
    this.#unchecked.clear();
    const news = found.filter(({ uri, problem }) => this.#isNews(`${uri} ${problem.code}`));
    if (news.length > 0) troubled(news);
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

/** A file that has been empty for so many milliseconds is meant to be. */
const EMPTY_MS = 1000;

/** Who saves again within so many milliseconds is still at it. */
const TYPING_MS = 2000;

/** Where more files change at a time, nobody is writing: a branch was checked out, say. */
const MAX_CHANGED = 20;

function isSameSource(left: NoteSource, right: NoteSource): boolean {
  return (
    left.text === right.text &&
    left.unreadable?.kind === right.unreadable?.kind &&
    left.foreign === right.foreign &&
    left.tooLarge === right.tooLarge &&
    left.team === right.team
  );
}
