import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { type Ignored, ignoreFile, ignoresAbove, isIgnored, posix } from "../../node/gitIgnore.ts";
import { ignoreRules } from "../../text/ignoreRules.ts";

/** Possible extensions of a template's file; its content decides. */
const NAMES = /\.(?:ya?ml|json|template|cfn|cform|txt)$/i;
const NEVER: ReadonlySet<string> = new Set([".git", "node_modules", ".aws-sam", "cdk.out"]);

const NEVER_GLOBS: string[] = [...NEVER].map((name) => `**/${name}/**`);

export interface FoundFiles {
  /** Files that were named themselves: they are checked, or it is said that they are no templates. */
  readonly named: readonly string[];
  /** Files of folders and globs that may be templates. */
  readonly candidates: readonly string[];
  /** Paths that lead to nothing. */
  readonly missing: readonly string[];
  /** Folders that can't be listed; absolute. */
  readonly locked: readonly string[];
}

/** Finds the files that paths mean; absolute, each once. Ignored ones are left out unless they were named themselves. */
export async function templateFiles(
  paths: readonly string[],
  options: {
    readonly cwd: string;
    readonly gitignore: boolean;
    readonly ignoredPaths: readonly string[];
    readonly root: string;
  },
): Promise<FoundFiles> {
  const named = new Set<string>();
  const candidates = new Set<string>();
  const missing: string[] = [];
  const locked: string[] = [];
  const project = ignoreRules(options.ignoredPaths);
  const isOut = (path: string): boolean => {
    const inside = posix(relative(options.root, path));
    return inside !== "" && !inside.startsWith("..") && project.ignores(inside);
  };
  for (const path of paths) {
    const absolute = resolve(options.cwd, path);
    const found = await stat(absolute).catch((error: NodeJS.ErrnoException) =>
      // What is there and can't be looked at is told with the files.
      ["ENOENT", "ENOTDIR"].includes(error.code ?? "") ? undefined : ("locked" as const),
    );
    if (typeof found === "object" && found.isDirectory()) {
      const ignores = options.gitignore ? await ignoresAbove(absolute) : [];
      for (const file of await filesIn(absolute, ignores, { gitignore: options.gitignore, locked }))
        if (!isOut(file)) candidates.add(file);
    } else if (found !== undefined) {
      if (!isOut(absolute)) named.add(absolute);
    } else {
      const matches = /[*?[{]/.test(path)
        ? await glob(posix(path), { cwd: options.cwd, absolute: true, ignore: NEVER_GLOBS })
        : [];
      if (matches.length === 0) missing.push(path);
      const kept = options.gitignore
        ? await withoutIgnored(matches.map((file) => resolve(file)))
        : matches.map((file) => resolve(file));
      for (const file of kept) if (!isOut(file)) candidates.add(file);
    }
  }
  return { named: [...named], candidates: [...candidates].filter((file) => !named.has(file)).sort(), missing, locked };
}

/** The folders are gone through one after the other, not in each other: there may be many, and deep ones. */
async function filesIn(
  top: string,
  above: readonly Ignored[],
  { gitignore, locked }: { readonly gitignore: boolean; readonly locked: string[] },
): Promise<readonly string[]> {
  const files: string[] = [];
  const left = [{ folder: top, ignores: above }];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const { folder } = at;
    const own = gitignore ? await ignoreFile(folder) : undefined;
    const ignores = own === undefined ? at.ignores : [...at.ignores, own];
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) locked.push(folder);
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!NEVER.has(entry.name) && !isIgnored(`${path}${sep}`, ignores)) left.push({ folder: path, ignores });
      } else if (entry.isFile() && NAMES.test(entry.name) && !isIgnored(path, ignores)) files.push(path);
    }
  }
  return files;
}

async function withoutIgnored(files: readonly string[]): Promise<readonly string[]> {
  const byFolder = new Map<string, readonly Ignored[]>();
  const kept: string[] = [];
  for (const file of files) {
    const folder = dirname(file);
    let ignores = byFolder.get(folder);
    if (ignores === undefined) {
      const own = await ignoreFile(folder);
      ignores = [...(await ignoresAbove(folder)), ...(own === undefined ? [] : [own])];
      byFolder.set(folder, ignores);
    }
    const isOut = isIgnored(file, ignores) || ignores.some((one) => isFolderIgnored(file, one));
    if (!isOut) kept.push(file);
  }
  return kept;
}

/** Whether a folder on the way to the file is ignored, which takes all in it along. */
function isFolderIgnored(file: string, one: Ignored): boolean {
  for (let folder = dirname(file); folder.length > one.folder.length; folder = dirname(folder)) {
    if (isIgnored(`${folder}${sep}`, [one])) return true;
  }
  return false;
}
