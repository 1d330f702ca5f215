import { execFile } from "node:child_process";
import { relative, resolve, sep } from "node:path";
import { posix } from "../../node/gitIgnore.ts";
import { MAX_TEXT_BYTES } from "../../node/textFile.ts";

/** The files of a commit. Git reads objects only: no filters, no hooks, no helpers that a repository's settings name. */
export interface GitBase {
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
    pathInRepository,
    textOf: (file) => git(folder, ["cat-file", "blob", `${commit}:${pathInRepository(file)}`]),
    async deletedBelow(folders) {
      const listed = (await git(folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit])) ?? "";
      const files = listed.split("\0").filter((name) => /\.(?:ya?ml|json|template)$/i.test(name));
      const absolute = files.map((name) => resolve(top, name));
      const inFolders = absolute.filter((file) => folders.some((one) => file === one || file.startsWith(one + sep)));
      const { stat } = await import("node:fs/promises");
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

/** The output of a Git command; `undefined` if it fails. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const options = { cwd: folder, maxBuffer: MAX_TEXT_BYTES * 4, timeout: PATIENCE_MS, windowsHide: true } as const;
    execFile("git", ["--no-replace-objects", "-c", "core.fsmonitor=false", ...args], options, (error, out) =>
      done(error === null ? out : undefined),
    );
  });
}
