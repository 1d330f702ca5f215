import { createRequire } from "node:module";
import { argv, versions } from "node:process";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/** By what factor V8 runs a function longer than by default before it optimises it, by command. */
const OPTIMISE_AFTER: ReadonlyMap<string, number> = new Map([
  ["check", 30],
  ["lsp", 8],
]);
/**
 * A process of an editor lives as long as the editor: with these flags V8 looks for free objects once there are two and
 * a half times as many, and the space for new ones does not grow.
 */
const SMALL = ["--semi-space-growth-factor=1", "--heap-growing-percent=150"];
/**
 * In bytes, both halves of the space for new objects together. In the 2 MB that it has by then, V8 would look for free objects
 * eighty times until 500 resources are checked; with more than this, opening them takes more memory and is hardly faster.
 */
const ROOM = 4 * 2 ** 20;
/**
 * Modules that the server will need are loaded before: V8 takes their compiled code from Node's executable only as long
 * as no flag has changed, and compiling it takes three times as long. An `import` would load more: it reads each
 * export.
 */
const NEEDED = ["child_process", "crypto", "fs/promises", "net", "perf_hooks", "vm", "zlib"];

/**
 * The command's very first statement, before V8 has anything to optimise; a command has no place for start arguments.
 * By default V8 compiles hundreds of functions in the first seconds, which takes the cores away from the work.
 * The flags are those of Node 20, and of Node 22 and 24; other versions do without.
 */
const command = argv[2] ?? "";
const patience = OPTIMISE_AFTER.get(command);
const late = new Map([
  [11, `--interrupt-budget=${67_584 * (patience ?? 1)}`],
  [12, `--invocation-count-for-turbofan=${3000 * (patience ?? 1)}`],
  [13, `--invocation-count-for-turbofan=${3000 * (patience ?? 1)}`],
]).get(Number.parseInt(versions.v8, 10));
if (isMainThread && patience !== undefined && late !== undefined) {
  const isServer = command === "lsp";
  const require = createRequire(import.meta.url);
  if (isServer) {
    for (const name of NEEDED) require(name);
    makeRoom();
  }
  for (const flag of isServer ? [late, ...SMALL] : [late]) setFlagsFromString(flag);
}

/** V8 has no flag for it that works once a process has begun: the space grows when more of it stays in use than it holds. */
function makeRoom(): void {
  const inUse: number[][] = [];
  for (let step = 0; step < 50 && newSpace() < ROOM; step++) inUse.push(new Array<number>(12_000).fill(0));
}

function newSpace(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
