import { type Disposable, type Event, EventEmitter, Uri, window, workspace } from "vscode";
import type { OwnRequests } from "../../../server/src/protocol/ownRequests.ts";
import type { StudyChanged, StudyChangeOfCard, StudyMerged } from "../../../server/src/protocol/study.ts";
import { studyMessages } from "../page/studyMessages.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { replaceText, ScheduleFile, type SchedulePlace, type Updated } from "./scheduleFile.ts";
import { workspacePlace } from "./workspacePlace.ts";

/** The last changes are looked for again in the file, in case another program wrote it meanwhile. */
const MAX_REMEMBERED = 50;
const LOOK_AGAIN_MS = 1500;
/** Milliseconds until a failed write is tried again. */
const TRY_AGAIN_MS = 30_000;

/** The place of a file for which the host knows more than VS Code's own file system does. */
export type PlaceOf = (uri: Uri) => Promise<SchedulePlace> | undefined;

/** A schedule, and the changes of this window. */
interface Schedule {
  readonly file: Promise<ScheduleFile>;
  /** Changes that were written. */
  recent: readonly StudyChangeOfCard[];
  /** Changes that are not written yet. */
  waiting: readonly StudyChangeOfCard[];
}

/**
 * The schedule of the cards. Each change is made in the text as the file has it at that moment, so that the changes of
 * several windows add up; the server knows the format.
 */
export class StudyStore implements Disposable {
  readonly #server: LanguageServer;
  readonly #storage: Uri;
  readonly #placeOf: PlaceOf;
  readonly #changed = new EventEmitter<void>();
  /** Fires when this window has written the file. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #lookAgain = debounce(LOOK_AGAIN_MS, () => void this.change([]));
  readonly #tryAgain = debounce(TRY_AGAIN_MS, () => void this.change([]));
  readonly #schedules = new Map<string, Schedule>();
  #last: Promise<unknown> = Promise.resolve();
  #isFailing = false;

  constructor(server: LanguageServer, storage: Uri, placeOf: PlaceOf) {
    this.#server = server;
    this.#storage = storage;
    this.#placeOf = placeOf;
  }

  /** The file that the setting names, else one in the extension's storage. */
  get uri(): Uri {
    const chosen = workspace.getConfiguration("cfnNotes").get<string>("study.file", "").trim();
    if (chosen === "") return Uri.joinPath(this.#storage, "schedule.json");
    return /^[a-z][a-z0-9+.-]+:\//i.test(chosen) ? Uri.parse(chosen) : Uri.file(chosen);
  }

  /** The file's text; empty if there is none. */
  async read(): Promise<string> {
    return (await this.#schedule().file).read();
  }

  /** Makes changes in the file as it is now. Resolves to whether they are written; others are tried again. */
  change(changes: readonly StudyChangeOfCard[]): Promise<boolean> {
    const schedule = this.#schedule();
    schedule.waiting = [...schedule.waiting, ...changes];
    return this.#next(async () => {
      const sent = schedule.waiting;
      const asked = [...schedule.recent, ...sent];
      const isWritten = await this.#write(schedule, (store) => this.#ask("studyChange", { store, changes: asked }));
      if (isWritten) {
        schedule.recent = asked.slice(-MAX_REMEMBERED);
        schedule.waiting = schedule.waiting.filter((one) => !sent.includes(one));
        if (changes.length > 0) this.#lookAgain.call();
      }
      return isWritten;
    });
  }

  /** Merges another schedule, from the file `name`. Resolves to whether it was one. */
  merge(other: string, name: string): Promise<boolean> {
    return this.#next(async () => {
      let isSchedule = true;
      const isWritten = await this.#write(this.#schedule(), async (store) => {
        const merged = await this.#merge(store, other);
        isSchedule = merged.other !== "foreign";
        return isSchedule ? merged : { text: store, before: "whole" };
      });
      if (!isSchedule) void window.showWarningMessage(studyMessages().foreign(name));
      return isWritten && isSchedule;
    });
  }

  /** Writes any file, new or existing. */
  async export(uri: Uri, text: string): Promise<void> {
    await replaceText(await this.#place(uri), text);
  }

  /** Resolves when all changes up to now are written, or can't be. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  dispose(): void {
    this.#lookAgain.cancel();
    this.#tryAgain.cancel();
    this.#changed.dispose();
  }

  #schedule(): Schedule {
    const { uri } = this;
    const known = this.#schedules.get(uri.toString());
    if (known !== undefined) return known;
    // Changes of one schedule do not belong to another one.
    const made = { file: this.#file(uri), recent: [], waiting: [] };
    this.#schedules.set(uri.toString(), made);
    made.file.catch(() => this.#schedules.delete(uri.toString()));
    return made;
  }

  async #file(uri: Uri): Promise<ScheduleFile> {
    return new ScheduleFile({
      ...(await this.#place(uri)),
      merge: (text, other) => this.#merge(text, other),
      clock: { now: Date.now, sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) },
    });
  }

  async #place(uri: Uri): Promise<SchedulePlace> {
    return (await this.#placeOf(uri)) ?? workspacePlace(uri);
  }

  #merge(store: string, other: string): Promise<StudyMerged> {
    return this.#ask("studyMerge", { store, other });
  }

  async #ask<Name extends "studyChange" | "studyMerge">(
    name: Name,
    params: OwnRequests[Name][0],
  ): Promise<OwnRequests[Name][1]> {
    const answer = await this.#server.request(name, params);
    if (answer === undefined) throw new Error(studyMessages().noAnswer);
    return answer;
  }

  async #write(schedule: Schedule, change: (store: string) => Promise<StudyChanged>): Promise<boolean> {
    try {
      const updated = await (await schedule.file).update(change);
      this.#isFailing = false;
      return this.#tell(updated);
    } catch (error) {
      if (!this.#isFailing) {
        void window.showErrorMessage(studyMessages().failed(error instanceof Error ? error.message : String(error)));
      }
      this.#isFailing = true;
      this.#tryAgain.call();
      return false;
    }
  }

  /** Whether the file is a schedule; tells the user if it was damaged or restored. */
  #tell(updated: Updated): boolean {
    const { foreign, damaged, restored } = studyMessages();
    if (updated.kind === "foreign") {
      void window.showWarningMessage(foreign(this.uri.path));
      return false;
    }
    const beside = (name: string): string => Uri.joinPath(this.uri, "..", name).path;
    if (updated.copy !== undefined) void window.showWarningMessage(damaged(beside(updated.copy)));
    if (updated.restoredFrom !== undefined) void window.showWarningMessage(restored(beside(updated.restoredFrom)));
    if (updated.wrote) this.#changed.fire();
    return true;
  }

  #next<Result>(run: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(run, run);
    this.#last = done;
    return done;
  }
}
