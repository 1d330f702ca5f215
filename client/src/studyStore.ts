import { type Disposable, type Event, EventEmitter, FileSystemError, Uri, window, workspace } from "vscode";
import {
  STUDY_CHANGE,
  STUDY_MERGE,
  type StudyChanged,
  type StudyChangeOfCard,
  type StudyMerged,
  type StudyMergeParams,
} from "../../server/src/protocol.ts";
import { debounce } from "./debounce.ts";
import type { LanguageServer } from "./languageServer.ts";
import { studyMessages } from "./studyMessages.ts";

/** So many changes are looked for again in the file, in case another window wrote at the same time. */
const remembered = 50;
const lookAgainAfter = 1500;

/**
 * The file with the schedule. Each change is made in the text as it is on disk at that moment, so that two windows
 * add up; the server knows the format, and what a text is.
 */
export class StudyStore implements Disposable {
  readonly #server: LanguageServer;
  readonly #storage: Uri;
  readonly #changed = new EventEmitter<void>();
  readonly #lookAgain = debounce(lookAgainAfter, () => void this.change([]));
  #recent: readonly StudyChangeOfCard[] = [];
  /** The file that they were made in. */
  #recentFile = "";
  #last: Promise<unknown> = Promise.resolve();

  constructor(server: LanguageServer, storage: Uri) {
    this.#server = server;
    this.#storage = storage;
  }

  /** Fires when this window has written the file. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  /** What the setting names, else a file in the extension's storage. */
  get uri(): Uri {
    const chosen = workspace.getConfiguration("cfnNotes").get<string>("study.file", "").trim();
    if (chosen === "") {
      return Uri.joinPath(this.#storage, "schedule.json");
    }
    return /^[a-z][a-z0-9+.-]+:\//i.test(chosen) ? Uri.parse(chosen) : Uri.file(chosen);
  }

  /** The file's text; empty where there is none. */
  async read(): Promise<string> {
    return textOf(this.uri);
  }

  /** Makes changes in the file as it is now. Resolves to whether they are in it. */
  change(changes: readonly StudyChangeOfCard[]): Promise<boolean> {
    const file = this.uri.toString();
    // What was written into one schedule says nothing of another one.
    this.#recent = [...(file === this.#recentFile ? this.#recent : []), ...changes].slice(-remembered);
    this.#recentFile = file;
    return this.#next(async () => {
      const store = await this.read();
      const asked = { store, changes: this.#recent };
      const done = await this.#server.request<StudyChanged>(STUDY_CHANGE, asked);
      return done !== undefined && this.#write(done, store, changes.length > 0);
    });
  }

  /** Adds what another schedule knows, which is in the file `name`. Resolves to whether it was one. */
  merge(other: string, name: string): Promise<boolean> {
    return this.#next(async () => {
      const store = await this.read();
      const params: StudyMergeParams = { store, other };
      const done = await this.#server.request<StudyMerged>(STUDY_MERGE, params);
      if (done?.other === "foreign") {
        void window.showWarningMessage(studyMessages().foreign(name));
        return false;
      }
      return done !== undefined && this.#write(done, store, false);
    });
  }

  dispose(): void {
    this.#lookAgain.cancel();
    this.#changed.dispose();
  }

  async #write({ text, before }: StudyChanged, store: string, mayBeLost: boolean): Promise<boolean> {
    const messages = studyMessages();
    if (before === "foreign") {
      void window.showWarningMessage(messages.foreign(this.uri.path));
      return false;
    }
    if (text === store) {
      return true;
    }
    try {
      if (before === "damaged") {
        const copy = this.uri.with({ path: `${this.uri.path}.damaged` });
        await workspace.fs.copy(this.uri, await unused(copy));
        void window.showWarningMessage(messages.damaged(copy.path));
      }
      await replaceFile(this.uri, text);
    } catch (error) {
      void window.showErrorMessage(messages.failed(error instanceof Error ? error.message : String(error)));
      return false;
    }
    this.#changed.fire();
    if (mayBeLost) {
      this.#lookAgain.call();
    }
    return true;
  }

  #next<Result>(run: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(run, run);
    this.#last = done;
    return done;
  }
}

/** Writes beside the file and puts that in its place: whoever reads meanwhile sees the one or the other. */
export async function replaceFile(uri: Uri, text: string): Promise<void> {
  const written = uri.with({ path: `${uri.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  await workspace.fs.createDirectory(Uri.joinPath(uri, ".."));
  await workspace.fs.writeFile(written, new TextEncoder().encode(text));
  await workspace.fs.rename(written, uri, { overwrite: true });
}

async function textOf(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") {
      return "";
    }
    throw error;
  }
}

/** The address, or one with a number behind it where there is a file already. */
async function unused(uri: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? uri : uri.with({ path: `${uri.path}-${number}` });
    try {
      await workspace.fs.stat(candidate);
    } catch {
      return candidate;
    }
  }
}
