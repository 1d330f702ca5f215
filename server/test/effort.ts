import assert from "node:assert/strict";
import { cpuUsage, env } from "node:process";
import fc from "fast-check";

/** Set by the nightly run: then random tests run long, from a seed that is another one each night. */
const IS_LONG = env["CFN_NOTES_LONG"] === "1";

/** What random tests begin with: always the same, or as `CFN_NOTES_SEED` says. */
export const SEED = Number(env["CFN_NOTES_SEED"] ?? 20_261_125);

fc.configureGlobal({ seed: SEED });

/** How often a random test is run: so many times, or a tenth of that in `npm test`. */
export function runs(long: number): number {
  return IS_LONG ? long : Math.ceil(long / 10);
}

/** The distance of the places that a test looks at: the short one in the nightly run. Both are prime to the lengths of lines. */
export function step(short: number, long: number): number {
  return IS_LONG ? short : long;
}

/** A length or a number of what is made to take long: that of the nightly run, or a quarter of it in `npm test`. */
export function size(long: number): number {
  return IS_LONG ? long : Math.ceil(long / 4);
}

/**
 * Runs what must not take long, and fails if it does. Only this process's own work counts, which a busy machine does not change.
 *
 * @param milliseconds of CPU time
 */
export function inCpuTime<Result>(milliseconds: number, run: () => Result): Result {
  const before = cpuUsage();
  const result = run();
  const { user, system } = cpuUsage(before);
  const spent = Math.round((user + system) / 1000);
  assert.ok(spent <= milliseconds, `This took ${spent} ms of CPU time; ${milliseconds} ms would be much.`);
  return result;
}
