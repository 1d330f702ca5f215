import { type FSWatcher, watch } from "node:fs";
import { platform } from "node:process";
import { notesFolders } from "./notesFolder.ts";
import { pathOf } from "./pathOf.ts";

/** Editors write a file in several steps: the time without changes, in milliseconds, before it is read. */
const QUIET_MS = 50;
/** Until a folder that is not there yet is looked at again. */
const RETRY_MS = 2000;
/** The same if the system watches no more: all is read again each time. */
const RARE_RETRY_MS = 60_000;
/** Only these systems watch what is below a folder themselves. */
const WATCHES_BELOW = platform === "darwin" || platform === "win32";

/**
 * Calls back after something in a folder, or below it, changed; also after the folder came, went, or was replaced.
 *
 * @param within a folder (URI) of which a link must not lead out: nothing is watched there
 */
export function watchFolder(folder: string, changed: () => void, within?: string): { dispose(): void } {
  const root = within === undefined ? undefined : pathOf(within);
  let disposed = false;
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  const soon = (delayMs: number): void => {
    if (disposed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void renew(), delayMs);
    timer.unref();
  };
  // Laid anew after each change: a watch stays with a folder that was renamed, and does not see what takes its place.
  const renew = async (): Promise<void> => {
    const laid = await watchersOf(folder, root, soon);
    for (const watcher of disposed ? laid.watchers : watchers) watcher.close();
    if (disposed) return;
    watchers = laid.watchers;
    if (laid.problem !== undefined) soon(laid.problem === "full" ? RARE_RETRY_MS : RETRY_MS);
    // Changes while nothing was watched are read now.
    changed();
  };
  soon(QUIET_MS);
  return {
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

async function watchersOf(
  folder: string,
  root: string | undefined,
  soon: (delayMs: number) => void,
): Promise<{ readonly watchers: readonly FSWatcher[]; readonly problem: "full" | "missing" | undefined }> {
  const watchers: FSWatcher[] = [];
  try {
    for await (const { path, files } of notesFolders(folder, root)) {
      if (files === undefined) continue;
      const watcher = watch(path, { recursive: WATCHES_BELOW, persistent: false }, () => soon(QUIET_MS));
      watcher.on("error", () => {
        watcher.close();
        soon(RETRY_MS);
      });
      watchers.push(watcher);
      if (WATCHES_BELOW) break;
    }
  } catch (error) {
    // It does not exist, or the system no longer watches.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return { watchers, problem: code === "ENOSPC" || code === "EMFILE" ? "full" : "missing" };
  }
  return { watchers, problem: undefined };
}
