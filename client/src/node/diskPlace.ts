import { mkdir, readdir, readFile, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { linkTarget, renameOver, writeFlushed } from "../../../server/src/node/replaceFile.ts";
import type { SchedulePlace } from "../study/scheduleFile.ts";

/** A file on a disk of this machine: renaming over it takes one step, and what is written is flushed. */
export async function diskPlace(path: string): Promise<SchedulePlace> {
  const target = await linkTarget(path);
  const parent = dirname(target);
  const at = (name: string): string => join(parent, name);
  return {
    name: basename(target),
    folder: {
      names: async () => (await unlessMissing(readdir(parent))) ?? [],
      read: (name) => unlessMissing(readFile(at(name))),
      write: async (name, bytes) => {
        await mkdir(parent, { recursive: true });
        await unlessMissing(unlink(at(name)));
        await writeFlushed(at(name), bytes, target);
      },
      rename: (from, to) => renameOver(at(from), at(to)),
      remove: async (name) => {
        await unlessMissing(unlink(at(name)));
      },
    },
  };
}

async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
