import { Script } from "node:vm";
import type { Watchdog } from "./watchdog.ts";

/** The function that the script calls; only scripts end when their time is up. */
const RUN = Symbol.for("cfn-notes.run");
const script = new Script(`globalThis[Symbol.for("${RUN.description}")]()`);
Reflect.set(globalThis, RUN, () => pending?.());

/** The function that the script is to run now. */
let pending: (() => void) | undefined;
let isLimited = false;
let watchdog: Watchdog | undefined;

/** From now on runs are ended by a thread that watches over all of them, not by one for each. */
export function limitBy(one: Watchdog | undefined): void {
  watchdog = one;
}

/**
 * Runs something for at most so many milliseconds: V8 ends it then, wherever it is, and `late` gives the result. No
 * `catch` or `finally` inside sees that end, so what is half done stays so. For a call inside of another one the outer
 * one's time counts.
 */
export function within<Result, Late>(milliseconds: number, run: () => Result, late: () => Late): Result | Late {
  if (isLimited) return run();
  let failure: { readonly error: unknown } | undefined;
  let result: { readonly value: Result } | undefined;
  pending = () => {
    watchdog?.begin(milliseconds);
    try {
      result = { value: run() };
    } catch (error) {
      failure = { error };
    }
  };
  isLimited = true;
  try {
    if (watchdog === undefined) runLimited(milliseconds);
    else watchdog.run(script);
  } finally {
    isLimited = false;
    // Or it would hold all that it worked on until the next one comes.
    pending = undefined;
  }
  if (failure !== undefined) throw failure.error;
  return result === undefined ? late() : result.value;
}

/** V8's own limit: it starts a thread that watches, which takes a tenth of a millisecond or more. */
function runLimited(milliseconds: number): void {
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
