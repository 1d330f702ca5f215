import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { posix } from "../../node/gitIgnore.ts";
import { MAX_TEXT_BYTES } from "../../node/textFile.ts";

/** The files of a commit. Git reads objects only: no filters, no hooks, no helpers that a repository's settings name. */
export interface GitBase {
  /** The repository's folder. */
  readonly top: string;
  /** The text that the commit has of a file; `undefined` if it has none. */
  textOf(file: string): Promise<string | undefined>;
  /** The file's path in the repository. */
  pathInRepository(file: string): string;
  /** Files of the commit, below the folders, that are not there any more. */
  deletedBelow(folders: readonly string[]): Promise<readonly string[]>;
}

/** In milliseconds. */
const PATIENCE_MS = 10_000;

/** The commit that `revision` means in the repository around a folder; `undefined` if there is none. */
export async function gitBase(folder: string, revision: string): Promise<GitBase | undefined> {
  if (revision.startsWith("-")) return undefined;
  const top = (await git(folder, ["rev-parse", "--show-toplevel"]))?.trimEnd();
  const commit = (await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]))?.trim();
  if (top === undefined || !commit) return undefined;
  const pathInRepository = (file: string): string => posix(relative(resolve(top), file));
  return {
    top: resolve(top),
    pathInRepository,
    async textOf(file) {
      const text = await git(folder, ["cat-file", "blob", `${commit}:${pathInRepository(file)}`]);
      return text ?? submoduleText(file, resolve(top), (path) => `${commit}:${pathInRepository(path)}`);
    },
    async deletedBelow(folders) {
      const listed = (await git(folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit])) ?? "";
      const files = listed.split("\0").filter((name) => /\.(?:ya?ml|json|template)$/i.test(name));
      const absolute = files.map((name) => resolve(top, name));
      const inFolders = absolute.filter((file) => isIn(folders, file));
      const there = await Promise.all(
        inFolders.map((file) =>
          stat(file).then(
            () => true,
            () => false,
          ),
        ),
      );
      return inFolders.filter((_, index) => there[index] === false);
    },
  };
}

/** Whether an absolute path is one of others, or below one, by its name. */
export function isIn(folders: readonly string[], file: string): boolean {
  return folders.some((one) => file === one || file.startsWith(one + sep));
}

/** The text of a file of a submodule, in that commit of it which a commit of the repository names. */
async function submoduleText(
  file: string,
  top: string,
  inCommit: (path: string) => string,
): Promise<string | undefined> {
  for (let folder = dirname(file); folder.startsWith(top + sep); folder = dirname(folder)) {
    const hasOwn = await stat(join(folder, ".git")).catch(() => undefined);
    if (hasOwn === undefined) continue;
    const commit = (await git(top, ["rev-parse", "--verify", "--quiet", inCommit(folder)]))?.trim();
    return commit ? git(folder, ["cat-file", "blob", `${commit}:${posix(relative(folder, file))}`]) : undefined;
  }
  return undefined;
}

/** The output of a Git command; `undefined` if it fails. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const options = { cwd: folder, maxBuffer: MAX_TEXT_BYTES * 4, timeout: PATIENCE_MS, windowsHide: true } as const;
    execFile("git", ["--no-replace-objects", "-c", "core.fsmonitor=false", ...args], options, (error, out) =>
      done(error === null ? out : undefined),
    );
  });
}
