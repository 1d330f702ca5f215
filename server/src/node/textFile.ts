import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, realpathSync } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** Why a file was not read. */
export type FileProblem = "missing" | "unreadable" | "not-a-file" | "too-large";

/** The text of a file, or why there is none. */
export type TextFile = { readonly text: string } | { readonly problem: FileProblem };

/** Bytes; CloudFormation takes templates of 1 MB. */
export const MAX_TEXT_BYTES = 10_000_000;

/** In milliseconds; a file may be on a network that is gone. */
const PATIENCE_MS = 5000;
/**
 * The number of parts of a limit: after a process was held up, what has come in meanwhile is seen before the next part
 * ends.
 */
const PARTS = 20;

/** Opening anything but a file might wait for somebody who writes into it. The flag is not there on every system. */
export const WITHOUT_WAITING: number = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The only way to read files that a template, a project file or an argument names: regular files only, up to a size. It
 * blocks: a thread that has nothing else to do is faster so, by a third over a thousand files.
 *
 * @param first how many bytes of a larger file are enough
 */
export function textFileNow(path: string, first?: number): TextFile {
  let file: number | undefined;
  try {
    file = openSync(path, WITHOUT_WAITING);
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: "not-a-file" };
    if (first === undefined && stats.size > MAX_TEXT_BYTES) return { problem: "too-large" };
    const bytes = Buffer.allocUnsafe(Math.min(first ?? MAX_TEXT_BYTES, stats.size));
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return { text: bytes.toString("utf8", 0, length) };
  } catch (error) {
    return { problem: fileProblem(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The same as {@link textFileNow}, without blocking, and for a limited time. */
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

/**
 * The result, or another one if it takes longer than anybody waits. Only time counts in which the process runs: a
 * machine that is busy, or was asleep, says nothing of the file.
 */
export async function inTime<Result, Late>(
  work: Promise<Result>,
  late: Late,
  patience: number = PATIENCE_MS,
): Promise<Result | Late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Late>((done) => {
    let left = PARTS;
    const next = (): void => {
      if (left-- === 0) done(late);
      else timer = setTimeout(next, patience / PARTS);
    };
    next();
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
    file = await open(path, WITHOUT_WAITING);
    const stats = await file.stat();
    if (!stats.isFile()) return { problem: "not-a-file" };
    if (stats.size > MAX_TEXT_BYTES) return { problem: "too-large" };
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(stats.size), 0, stats.size, 0);
    return { text: buffer.toString("utf8", 0, bytesRead) };
  } catch (error) {
    return { problem: fileProblem(error) };
  } finally {
    await file?.close();
  }
}

function fileProblem(error: unknown): FileProblem {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "ENXIO" || code === "EISDIR") return "not-a-file";
  return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable";
}

/** Names that Windows takes for devices, whatever the folder. */
const DEVICE = /(?:^|[\\/])(?:con|conin\$|conout\$|prn|aux|nul|(?:com|lpt)[\d¹²³]) *(?:[.:][^\\/]*)?(?:[\\/]|$)/i;

/**
 * Whether a path leads to something below a folder, by its name and by the targets of links. What is elsewhere is told
 * by its name alone: looking at another machine would already be a connection, and might never end.
 */
export function isBelow(folder: string, path: string): boolean {
  if (/^(?:\\\\|\/\/)/.test(path) && !/^(?:\\\\|\/\/)/.test(folder)) return false;
  if (!isInside(folder, path) || (sep === "\\" && DEVICE.test(path))) return false;
  try {
    const at = whereLinksLead(folder, path);
    return at !== undefined && lstatSync(at, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a link in a folder leads to something elsewhere; what is not there leads nowhere. */
export function leadsOut(folder: string, path: string): boolean {
  try {
    return whereLinksLead(folder, path) === undefined;
  } catch {
    return false;
  }
}

/** More links after each other lead to themselves. */
const MAX_LINKS = 40;

/** The target of the links on a path in a folder; `undefined` if that is not in the folder, without a look at it. */
function whereLinksLead(folder: string, path: string): string | undefined {
  const root = realpathSync(folder);
  const left = relative(folder, path).split(sep);
  let at = root;
  for (let links = 0, name = left.shift(); name !== undefined; name = left.shift()) {
    const next = join(at, name);
    const link = linkAt(next);
    if (link === undefined) {
      at = next;
      continue;
    }
    // A step back from another link could lead anywhere.
    if (++links > MAX_LINKS || STEP_BACK.test(link)) return undefined;
    const target = resolve(at, link);
    const base = [root, folder].find((one) => target === one || isInside(one, target));
    if (base === undefined) return undefined;
    left.unshift(...relative(base, target).split(sep).filter(Boolean));
    at = root;
  }
  return at;
}

/** `..` behind the name of something. */
const STEP_BACK = /(?:^|[\\/])(?!\.{1,2}[\\/])[^\\/]+[\\/](?:\.?[\\/])*\.\.(?:[\\/]|$)/;

function linkAt(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
}

/** The same by the name alone, without reading the disk. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
