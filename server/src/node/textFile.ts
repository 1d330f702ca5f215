import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";

/** Why a file was not read. */
export type FileProblem = "missing" | "unreadable" | "not-a-file" | "too-large";

/** The text of a file, or why there is none. */
export type TextFile = { readonly text: string } | { readonly problem: FileProblem };

/** Bytes; CloudFormation takes templates of 1 MB. */
export const LARGEST_TEXT = 10_000_000;

/** In milliseconds; a file may be on a network that is gone. */
const PATIENCE = 5000;

/** Opening anything but a file might wait for somebody who writes into it. The flag is not there on every system. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The one way to read what a template, a project file or an argument names: regular files only, up to a size.
 * It waits for the disk: a thread that has nothing else to do is faster so, by a third over a thousand files.
 *
 * @param first so many bytes of a larger file are enough
 */
export function textFileNow(path: string, first?: number): TextFile {
  let file: number | undefined;
  try {
    file = openSync(path, AT_ONCE);
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: "not-a-file" };
    if (first === undefined && stats.size > LARGEST_TEXT) return { problem: "too-large" };
    const bytes = Buffer.allocUnsafe(Math.min(first ?? LARGEST_TEXT, stats.size));
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return { text: bytes.toString("utf8", 0, length) };
  } catch (error) {
    return { problem: problemOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The same as {@link textFileNow}, without holding anybody up, and for a limited time. */
export async function textFile(path: string): Promise<TextFile> {
  return inTime(reading(path), { problem: "unreadable" });
}

/** Whether a path leads to a regular file, as far as that can be told in a limited time. */
export async function isFile(path: string): Promise<boolean> {
  const isRegular = stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return inTime(isRegular, false);
}

async function inTime<Result>(work: Promise<Result>, late: Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Result>((done) => {
    timer = setTimeout(() => done(late), PATIENCE);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function reading(path: string): Promise<TextFile> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, AT_ONCE);
    const stats = await file.stat();
    if (!stats.isFile()) return { problem: "not-a-file" };
    if (stats.size > LARGEST_TEXT) return { problem: "too-large" };
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(stats.size), 0, stats.size, 0);
    return { text: buffer.toString("utf8", 0, bytesRead) };
  } catch (error) {
    return { problem: problemOf(error) };
  } finally {
    await file?.close();
  }
}

function problemOf(error: unknown): FileProblem {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "ENXIO" || code === "EISDIR") return "not-a-file";
  return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable";
}

/** Names that Windows takes for devices, whatever the folder. */
const DEVICE = /(?:^|[\\/])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^\\/]*)?(?:[\\/]|$)/i;

/**
 * Whether a path leads to something below a folder, by its name and by where links lead to. A path of another machine is
 * told by its name alone: looking there would already be a connection.
 */
export function isBelow(folder: string, path: string): boolean {
  if (/^(?:\\\\|\/\/)/.test(path) && !/^(?:\\\\|\/\/)/.test(folder)) return false;
  if (!isInside(folder, path) || (sep === "\\" && DEVICE.test(path))) return false;
  try {
    return isInside(realpathSync(folder), realpathSync(path));
  } catch {
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
