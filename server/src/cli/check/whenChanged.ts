import { type FSWatcher, statSync, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { cwd, stdout } from "node:process";

/** Editors write a file in several steps: the time without changes, in milliseconds, that has to pass. */
const QUIET_MS = 100;

/** Folders that change all the time and hold no templates of anybody's own. */
const PASSED_OVER = /(?:^|[\\/])(?:\.git|node_modules|\.aws-sam|cdk\.out)(?:[\\/]|$)/;

/** The codes that clear a terminal, with the lines above. */
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
  const watches = await watchesOf(paths, (file) => {
    if (file !== undefined && written.includes(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed(), QUIET_MS);
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
    for (const one of watches) one.close();
    clearTimeout(timer);
    return code;
  }
}

async function watchesOf(
  paths: readonly string[],
  changed: (file: string | undefined) => void,
): Promise<readonly FolderWatch[]> {
  const folders = new Set<string>();
  for (const path of paths) folders.add(await folderToWatch(path));
  return [...folders].map((folder) => new FolderWatch(folder, changed));
}

/** In milliseconds: so often it is looked whether there is still the same folder at a path. */
const LOOK_AGAIN_MS = 1000;

/** Watches what is at a path, be it moved away, put back, or not watched by the system for a while. */
class FolderWatch {
  readonly #folder: string;
  readonly #changed: (file: string | undefined) => void;
  readonly #timer: NodeJS.Timeout;
  #watcher: FSWatcher | undefined;
  #identity: string | undefined;

  constructor(folder: string, changed: (file: string | undefined) => void) {
    this.#folder = folder;
    this.#changed = changed;
    this.#identity = identityOf(folder);
    this.#watch();
    // It keeps the process alive, too, while there is nothing to watch.
    this.#timer = setInterval(() => this.#look(), LOOK_AGAIN_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watcher?.close();
  }

  #look(): void {
    const identity = identityOf(this.#folder);
    const isOther = identity !== this.#identity;
    if (!isOther && (this.#watcher !== undefined || identity === undefined)) return;
    this.#identity = identity;
    this.#watcher?.close();
    this.#watch();
    // Changes while nothing was watched count, too.
    if (isOther || this.#watcher !== undefined) this.#changed(undefined);
  }

  #watch(): void {
    this.#watcher = undefined;
    try {
      const watcher = watch(this.#folder, { recursive: true }, (_, name) => {
        // A folder that is moved away, and soon back, leaves a watch that sees nothing more.
        if (identityOf(this.#folder) !== this.#identity) this.#look();
        else if (name === null) this.#changed(undefined);
        else if (!PASSED_OVER.test(name)) this.#changed(resolve(this.#folder, name));
      });
      watcher.on("error", () => {
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = undefined;
      });
      this.#watcher = watcher;
    } catch {
      // It does not exist, or the system no longer watches: it is tried again.
    }
  }
}

/** Another text for another folder at the same path; `undefined` if there is none. */
function identityOf(folder: string): string | undefined {
  try {
    // A number of a file that is gone is soon that of another one.
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

/** The folder to watch for a folder itself, a file, or a glob. */
async function folderToWatch(path: string): Promise<string> {
  const fixed = path.split(/[*?[{]/, 1)[0] ?? "";
  const absolute = resolve(cwd(), fixed === path ? path : fixed.slice(0, fixed.lastIndexOf("/") + 1) || ".");
  const found = await stat(absolute).catch(() => undefined);
  return found?.isDirectory() === true || absolute.endsWith(sep) ? absolute : dirname(absolute);
}
