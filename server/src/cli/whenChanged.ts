import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { cwd, stdout } from "node:process";

/** Editors write a file in several steps: so many milliseconds it must be quiet. */
const QUIET = 100;

/** Folders that change all the time and hold no templates of anybody's own. */
const PASSED_OVER = /(?:^|[\\/])(?:\.git|node_modules|\.aws-sam|cdk\.out)(?:[\\/]|$)/;

/** What clears a terminal, with the lines above. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/**
 * Runs something now and again whenever a file changes below what `paths` lead to. It ends when somebody ends it.
 *
 * @param written absolute paths of what is written by it: that does not count
 */
export async function whenChanged(
  paths: readonly string[],
  written: readonly string[],
  run: () => Promise<number>,
): Promise<number> {
  let changed: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watchers = await watchersOf(paths, (file) => {
    if (file !== undefined && written.includes(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed(), QUIET);
  });
  const ended = new Promise<"ended">((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done("ended"));
  });
  for (;;) {
    const change = new Promise<"changed">((done) => {
      changed = () => done("changed");
    });
    if (stdout.isTTY) stdout.write(CLEAR);
    const code = await run();
    if ((await Promise.race([change, ended])) === "changed") continue;
    for (const watcher of watchers) watcher.close();
    clearTimeout(timer);
    return code;
  }
}

async function watchersOf(
  paths: readonly string[],
  changed: (file: string | undefined) => void,
): Promise<readonly FSWatcher[]> {
  const folders = new Set<string>();
  for (const path of paths) folders.add(await folderOf(path));
  return [...folders].map((folder) =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name === null) changed(undefined);
      else if (!PASSED_OVER.test(name)) changed(resolve(folder, name));
    }),
  );
}

/** The folder to watch for a folder itself, a file, or a glob. */
async function folderOf(path: string): Promise<string> {
  const fixed = path.split(/[*?[{]/, 1)[0] ?? "";
  const absolute = resolve(cwd(), fixed === path ? path : fixed.slice(0, fixed.lastIndexOf("/") + 1) || ".");
  const found = await stat(absolute).catch(() => undefined);
  return found?.isDirectory() === true || absolute.endsWith(sep) ? absolute : dirname(absolute);
}
