import { argv, versions } from "node:process";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/** How many times as long as by default V8 runs a function before it optimises it, by command. */
const OPTIMISE_AFTER: ReadonlyMap<string, number> = new Map([
  ["check", 30],
  ["lsp", 4],
]);

/**
 * The command's very first statement, before V8 has anything to optimise; a command has no place for start arguments.
 * By default V8 compiles hundreds of functions in the first seconds, which takes the cores away from the work.
 * The flags are those of Node 20, and of Node 22 and 24; other versions do without.
 */
const patience = OPTIMISE_AFTER.get(argv[2] ?? "");
const v8 = Number.parseInt(versions.v8, 10);
if (isMainThread && patience !== undefined) {
  if (v8 === 11) setFlagsFromString(`--interrupt-budget=${67_584 * patience}`);
  else if (v8 === 12 || v8 === 13) setFlagsFromString(`--invocation-count-for-turbofan=${3000 * patience}`);
}
