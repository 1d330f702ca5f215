import { createRequire } from "node:module";
import { argv, versions } from "node:process";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/** How many times as long as by default V8 runs a function before it optimises it, by command. */
const OPTIMISE_AFTER: ReadonlyMap<string, number> = new Map([
  ["check", 30],
  ["lsp", 4],
]);
/**
 * What an editor starts lives as long as the editor: the space for new objects stays as small as it is now, and V8 looks for
 * free ones once there are two and a half times as many.
 */
const SMALL = ["--semi-space-growth-factor=1", "--heap-growing-percent=150"];
/**
 * What the server will need of Node comes before: V8 takes what Node's executable holds of it compiled only as long as
 * no flag has changed, and compiling it takes three times as long. An `import` would load more: it reads each export.
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
  if (isServer) for (const name of NEEDED) require(name);
  for (const flag of isServer ? [late, ...SMALL] : [late]) setFlagsFromString(flag);
}
