import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteProblem } from "../../notes/reading/note.ts";
import type { Host } from "../host/host.ts";
import type { FolderFailure } from "./folderFailure.ts";

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

/** A problem of a file of notes. */
export interface FileProblem {
  readonly uri: string;
  readonly problem: NoteProblem;
}

export interface FolderNewsParts {
  readonly host: Host;
  readonly index: NoteIndex;
  /** Called once for each folder that can't be read, and for each reason. */
  readonly failed: (path: string, failure: FolderFailure) => void;
  /** Called once for each folder that holds more than is read. */
  readonly cut: (path: string) => void;
  /** Called with problems of files, each kind once for a file. */
  readonly troubled: (problems: readonly FileProblem[]) => void;
  /** Resolves when all files were read into notes, in steps. */
  readonly readAll: () => Promise<void>;
}

/** Reports problems of folders and files of notes, each once. */
export class FolderNews {
  readonly #parts: FolderNewsParts;
  readonly #reported = new Set<string>();
  /** Files of the user whose problems were not reported yet. */
  readonly #unchecked = new Set<string>();

  constructor(parts: FolderNewsParts) {
    this.#parts = parts;
  }

  /** To be called with a file that is new or changed. */
  check(uri: string): void {
    this.#unchecked.add(uri);
  }

  tellFailures(folders: readonly StoredFolder[]): void {
    const { cut, failed } = this.#parts;
    for (const { path, failure, isCut } of folders) {
      if (failure !== undefined && this.#isNews(`${path} ${failure.kind}`)) failed(path, failure);
      if (isCut && this.#isNews(`${path} cut`)) cut(path);
    }
  }

  /** Reports the problems of files that are new or changed. */
  async tellProblems(): Promise<void> {
    const { host, index, readAll, troubled } = this.#parts;
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

  #isNews(key: string): boolean {
    const isNew = !this.#reported.has(key);
    this.#reported.add(key);
    return isNew;
  }
}
