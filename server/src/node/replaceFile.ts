import { randomBytes } from "node:crypto";
import { access, constants, link, lstat, open, readlink, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { platform } from "node:process";

/** Permissions of a file that is new, before the process's own mask. */
const NEW_MODE = 0o666;
/** The bits of a mode without the kind of file. */
const PERMISSIONS = 0o7777;

/** On Windows a file can't be replaced while somebody reads it, be it a scanner: so long it is tried again. */
const MAX_RENAME_MS = 3000;
const RENAME_AGAIN_MS = 20;

/**
 * Puts a text in the place of a file, or makes the file: whoever reads meanwhile, and whatever fails, there is the old
 * text or the new one. Permissions and owner stay, and a link stays a link: what it leads to is replaced.
 *
 * @param ifMissing rejects with `EEXIST` if there is a file already
 */
export async function replaceFile(path: string, text: string, ifMissing = false): Promise<void> {
  const target = await linkTarget(path);
  const beside = join(dirname(target), `.cfn-notes-${randomBytes(4).toString("hex")}.tmp`);
  try {
    await writeFlushed(beside, Buffer.from(text), target);
    await (ifMissing ? nameFile(beside, target) : renameOver(beside, target));
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes a new file, down to the disk.
 *
 * @param like a file whose permissions and owner it gets, if there is one
 */
export async function writeFlushed(path: string, bytes: Uint8Array, like: string): Promise<void> {
  const known = await stat(like).catch(() => undefined);
  // A name may be given to another file whatever its permissions say.
  if (known !== undefined) await access(like, constants.W_OK);
  const mode = (known?.mode ?? NEW_MODE) & PERMISSIONS;
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(bytes);
    if (known !== undefined) {
      // Not everybody may give a file away; a change of the owner takes permissions away.
      await file.chown(known.uid, known.gid).catch(() => undefined);
      await file.chmod(mode).catch(() => undefined);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames a file over another one. Whoever reads sees the one or the other. */
export async function renameOver(from: string, to: string): Promise<void> {
  const end = Date.now() + MAX_RENAME_MS;
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      const isHeld = platform === "win32" && ["EPERM", "EBUSY", "EACCES"].includes(code);
      if (!isHeld || Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, RENAME_AGAIN_MS));
    }
  }
}

/** Gives a file a name that nothing has yet. */
async function nameFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await unlink(from);
  } catch (error) {
    // Not every file system has second names.
    if ((await lstat(to).catch(() => undefined)) !== undefined) throw error;
    await renameOver(from, to);
  }
}

/** The end of a path's links, even if no file is there yet. Rejects if links lead to each other. */
export async function linkTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw error;
    const next = await readlink(path).catch(() => undefined);
    return next === undefined ? resolve(path) : linkTarget(resolve(dirname(path), next));
  }
}
