import process, { env } from "node:process";
import fc from "fast-check";
import { within } from "../../src/node/within.ts";
import { SEED } from "../effort.ts";

/** For each kind of input; `scripts/laboratory/fuzz.mjs` gives more. */
const SECONDS = Number(env["CFN_NOTES_FUZZ_SECONDS"] ?? 1);

/** So long a smaller input that fails is looked for, in milliseconds. */
const SHRINKING = 30_000;

/** So long one input may take, in milliseconds, on whatever machine. */
const LONGEST = 15_000;

/**
 * Tries random inputs until the time is over. Where one fails, fast-check tells the seed and the path to it, and the smallest
 * input that it found.
 */
export async function fuzz<Input>(inputs: fc.Arbitrary<Input>, attack: (input: Input) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(inputs, (input) => handled(() => attack(input)));
  const numRuns = Number.MAX_SAFE_INTEGER;
  const limited = { interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false };
  const found = await fc.check(property, { seed: SEED, numRuns, ...limited, endOnFailure: true });
  if (!found.failed || found.counterexamplePath === null) return;
  // From there a smaller input is looked for, for as long again.
  const path = found.counterexamplePath.split(":", 1).join();
  await fc.assert(property, { seed: SEED, path, numRuns: 1, interruptAfterTimeLimit: SHRINKING });
  // It failed because of what was tried before it.
  throw new Error(`Seed ${SEED}: this failed once, and not by itself again.`, { cause: found.errorInstance });
}

/** Runs something in which no rejection may be left to nobody: that ends the server's process, where Mocha passes over it. */
async function handled(run: () => Promise<void>): Promise<void> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): unknown => unhandled.push(reason);
  process.on("unhandledRejection", note);
  try {
    await run();
    // It is told after a round of the event loop.
    await new Promise((done) => setImmediate(done));
  } finally {
    process.off("unhandledRejection", note);
  }
  if (unhandled.length > 0) throw new Error("A rejection was left to nobody.", { cause: unhandled[0] });
}

/** Runs what must come to an end. */
export function inTime<Result>(run: () => Result): Result {
  return within(LONGEST, run, () => {
    throw new Error(`This took more than ${LONGEST / 1000} seconds.`);
  });
}
