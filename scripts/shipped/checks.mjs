// Tests of artifacts: each is a title and a body that throws. The last lines are like Mocha's, which test.mjs counts and repeats.
import { inspect } from "node:util";

/** So long one may take, in milliseconds: against hanging only. */
const PATIENCE = 120_000;

let passing = 0;
/** @type {{ title: string, error: unknown }[]} */
const failures = [];

/**
 * @param {string} title
 * @param {() => unknown} body
 * @returns {Promise<boolean>} whether it passed
 */
export async function check(title, body) {
  const since = Date.now();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Nothing came of it in ${PATIENCE / 1000} s.`)), PATIENCE);
    });
    await Promise.race([body(), late]);
    passing++;
    console.log(`  ✔ ${title} (${Date.now() - since} ms)`);
    return true;
  } catch (error) {
    failures.push({ title, error });
    console.log(`  ✘ ${title}`);
    console.error(error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Says how many passed, and sets the exit code. */
export function conclude() {
  console.log(`  ${passing} passing`);
  if (failures.length > 0) console.log(`  ${failures.length} failing`);
  for (const [at, { title, error }] of failures.entries()) console.log(`\n  ${at + 1}) ${title}\n${inspect(error)}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
