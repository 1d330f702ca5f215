import type { StudyChanged, StudyMerged } from "../../../server/src/protocol/study.ts";

/**
 * The folder that the schedule is in. Names are those of files in it. Renaming over a file may take two steps, with no
 * file in between: VS Code deletes the target first.
 */
export interface ScheduleFolder {
  /** All names; none if there is no such folder. */
  names(): Promise<readonly string[]>;
  /** `undefined` if there is no such file; rejects if that can't be told. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Makes a file, and the folder if there is none. It may be half written if the process ends meanwhile. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Puts a file in the place of another one, or of none. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The folder and name of a schedule. A link has been followed. */
export interface SchedulePlace {
  readonly folder: ScheduleFolder;
  readonly name: string;
}

export interface ScheduleFileParts extends SchedulePlace {
  /** Merges two schedules; rejects if the server can't. */
  readonly merge: (text: string, other: string) => Promise<StudyMerged>;
  readonly clock: {
    readonly now: () => number;
    readonly sleep: (milliseconds: number) => Promise<void>;
  };
}

/** The schedule as it is in the folder now. */
interface Found {
  /** Empty if there is none. */
  readonly text: string;
  /** What the file holds. */
  readonly bytes: Uint8Array | undefined;
  /** Whether the file holds this text and nothing else. */
  readonly isExact: boolean;
  /** Whether the file holds something that `text` has not. */
  readonly isDamaged: boolean;
  /** Files beside it that were left by a process which ended while it wrote; `text` includes them. */
  readonly left: readonly string[];
  /** The backup that the text was taken from, as the schedule was gone. */
  readonly restoredFrom?: string;
}

/** The result of a change. `copy`: the file with the earlier bytes, if they were damaged. */
export type Updated =
  | { readonly kind: "foreign" }
  | { readonly kind: "kept"; readonly wrote: boolean; readonly copy?: string; readonly restoredFrom?: string };

/** A file beside the schedule that is younger belongs to a window that is writing. */
const WRITING_MS = 20_000;
/** How often a schedule is looked for again that was there, or must be. */
const MAX_LOOKS = 20;
const LOOK_AGAIN_MS = 100;
/** How long a change waits for its turn among other windows. */
const MAX_TURN_MS = 60_000;
const TURN_MS = { least: 20, most: 150 };

/**
 * The file of a schedule, in which several windows write. A new text is written beside it first, under a name of its
 * own: a window that sees another such file steps back, so that only one at a time replaces the schedule. While there
 * is no schedule for a moment, or for ever since a process ended, the new text is still there under that name, and the
 * text before it is in a backup.
 */
export class ScheduleFile {
  readonly #parts: ScheduleFileParts;
  #isKnown = false;

  constructor(parts: ScheduleFileParts) {
    this.#parts = parts;
  }

  /** The text; empty if there is none. Rejects if that can't be told. */
  async read(): Promise<string> {
    return (await this.#find()).text;
  }

  /**
   * Replaces the schedule's text by what `change` makes of it; if another window was faster, of that window's text.
   * Rejects if it can't be written.
   */
  async update(change: (text: string) => Promise<StudyChanged>): Promise<Updated> {
    const { now, sleep } = this.#parts.clock;
    for (const end = now() + MAX_TURN_MS; ; ) {
      const found = await this.#find();
      const { text, before } = await change(found.text);
      if (before === "foreign") return { kind: "foreign" };
      if (found.isExact && before === "whole" && text === found.text) return { kind: "kept", wrote: false };
      const isDamaged = found.isDamaged || before === "damaged";
      const copy = await this.#replace({ ...found, isDamaged }, isDamaged ? await this.#withBackup(text) : text);
      if (copy !== "not-my-turn")
        return {
          kind: "kept",
          wrote: true,
          ...(copy !== undefined && { copy }),
          ...(found.restoredFrom !== undefined && { restoredFrom: found.restoredFrom }),
        };
      if (now() > end) throw new Error("Another window keeps writing the schedule.");
      await sleep(TURN_MS.least + Math.random() * (TURN_MS.most - TURN_MS.least));
    }
  }

  get #backup(): string {
    return `${this.#parts.name}.backup`;
  }

  async #find(): Promise<Found> {
    const { folder, name, clock } = this.#parts;
    for (let look = 1; ; look++) {
      const bytes = await folder.read(name);
      const { written, hasBackup } = await this.#beside();
      if (hasContent(bytes)) {
        this.#isKnown = true;
        return this.#withLeft(bytes, written);
      }
      // The first look may have been between the two steps of a rename.
      const isSomewhere = this.#isKnown || hasBackup || written.length > 0;
      if (look > 1 && !isSomewhere) return { text: "", bytes, isExact: true, isDamaged: false, left: [] };
      if (look === MAX_LOOKS) return this.#restored(bytes, written, hasBackup);
      await clock.sleep(look === 1 ? 0 : LOOK_AGAIN_MS);
    }
  }

  /** The new texts that lie beside the schedule. */
  async #beside(): Promise<{ readonly written: readonly Written[]; readonly hasBackup: boolean }> {
    const { folder, name, clock } = this.#parts;
    const names = await folder.names();
    const written = names.flatMap((one) => {
      if (!one.startsWith(`${name}.`)) return [];
      const [, time] = /^([\da-z]+)-[\da-f]+\.tmp$/.exec(one.slice(name.length + 1)) ?? [];
      if (time === undefined) return [];
      return [{ name: one, isBeingWritten: Math.abs(clock.now() - Number.parseInt(time, 36)) < WRITING_MS }];
    });
    return { written, hasBackup: names.includes(this.#backup) };
  }

  /** The file's text merged with new texts of processes that ended before they replaced it. */
  async #withLeft(bytes: Uint8Array, written: readonly Written[]): Promise<Found> {
    const { text, isExact } = decodeText(bytes);
    const left = written.filter(({ isBeingWritten }) => !isBeingWritten).map((one) => one.name);
    const found: Found = { text, bytes, isExact, isDamaged: !isExact, left: [] };
    if (left.length === 0) return found;
    const { merged, before } = await this.#merged(text, left);
    // A file that is not ours is not completed.
    if (before === "foreign") return found;
    return { ...found, text: merged, isExact: false, isDamaged: !isExact || before === "damaged", left };
  }

  /** The schedule is gone: all that the other files have of it. */
  async #restored(bytes: Uint8Array | undefined, written: readonly Written[], hasBackup: boolean): Promise<Found> {
    const left = written.map((one) => one.name);
    const names = [...(hasBackup ? [this.#backup] : []), ...left];
    const { merged } = await this.#merged("", names);
    const [restoredFrom] = names;
    return {
      text: merged,
      bytes,
      isExact: restoredFrom === undefined,
      isDamaged: false,
      left,
      ...(restoredFrom !== undefined && { restoredFrom }),
    };
  }

  async #withBackup(text: string): Promise<string> {
    return (await this.#merged(text, [this.#backup])).merged;
  }

  /** A text merged with the named files; those that are gone by now, or are no schedule, are left out. */
  async #merged(
    text: string,
    names: readonly string[],
  ): Promise<{ readonly merged: string; readonly before: StudyChanged["before"] }> {
    let merged = text;
    let before: StudyChanged["before"] = "whole";
    for (const [index, name] of names.entries()) {
      const bytes = await this.#parts.folder.read(name);
      if (!hasContent(bytes)) continue;
      const result = await this.#parts.merge(merged, decodeText(bytes).text);
      if (index === 0) before = result.before;
      if (result.before !== "foreign" && result.other !== "foreign") merged = result.text;
    }
    return { merged, before };
  }

  /** Gives the name of the copy that was made of a damaged file, if it was one. */
  async #replace(found: Found, text: string): Promise<string | undefined | "not-my-turn"> {
    const { folder, name, clock } = this.#parts;
    const begun = clock.now();
    const own = `${name}.${begun.toString(36)}-${crypto.randomUUID().slice(0, 8)}.tmp`;
    let copy: string | undefined;
    try {
      await folder.write(own, new TextEncoder().encode(text));
      const { written } = await this.#beside();
      let isTurn = written.every((one) => one.name === own || (!one.isBeingWritten && found.left.includes(one.name)));
      isTurn &&= areSameBytes(await folder.read(name), found.bytes);
      if (isTurn && hasContent(found.bytes)) {
        copy = found.isDamaged ? unused(`${name}.damaged`, await folder.names()) : undefined;
        await folder.write(copy ?? this.#backup, found.bytes);
      }
      // Soon other windows will take it for one that was left behind.
      if (!isTurn || clock.now() - begun > WRITING_MS / 2) {
        await folder.remove(own);
        return "not-my-turn";
      }
    } catch (error) {
      await folder.remove(own).catch(() => undefined);
      throw error;
    }
    // If this fails half way, the new text stays where it is found again.
    await folder.rename(own, name);
    this.#isKnown = true;
    for (const one of found.left) await folder.remove(one).catch(() => undefined);
    return copy;
  }
}

/** Puts a text in the place of any file, or makes the file. */
export async function replaceText({ folder, name }: SchedulePlace, text: string): Promise<void> {
  const written = `${name}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  try {
    await folder.write(written, new TextEncoder().encode(text));
  } catch (error) {
    await folder.remove(written).catch(() => undefined);
    throw error;
  }
  await folder.rename(written, name);
}

/** A new text beside the schedule. */
interface Written {
  readonly name: string;
  readonly isBeingWritten: boolean;
}

/** `isExact`: whether the text says all that the bytes do. */
function decodeText(bytes: Uint8Array): { readonly text: string; readonly isExact: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isExact: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isExact: false };
  }
}

/** Whether there is any content. A disk that lost its power may leave zeros. */
function hasContent(bytes: Uint8Array | undefined): bytes is Uint8Array {
  return bytes?.some((byte) => ![0, 9, 10, 13, 32].includes(byte)) ?? false;
}

function areSameBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** A name, or the same with a number behind it if it is taken. */
function unused(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name}-${number}`;
  return free;
}
