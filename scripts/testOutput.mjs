// What Mocha's report, and those like it, say of a run.

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");
/** So many lines of a step that is not right for another reason than a test. */
const MAX_LAST_LINES = 40;

/**
 * @param {string} output with the lines of Mocha's summary: `12 passing (30ms)`
 * @param {"passing" | "failing"} word
 */
export function count(output, word) {
  return [...output.replaceAll(COLOUR, "").matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, "gm"))].reduce(
    (sum, [, number]) => sum + Number(number),
    0,
  );
}

/**
 * The tests that failed, with what they said: all from a line `1 failing` on, up to the next run of tests. Where no test did,
 * the last lines.
 *
 * @param {string} output
 */
export function failuresIn(output) {
  const lines = output.replaceAll(COLOUR, "").trimEnd().split("\n");
  let isFailure = false;
  const failures = lines.filter((line) => {
    if (/^\s*\d+ failing\b/.test(line)) isFailure = true;
    else if (/^\s+✔ /.test(line)) isFailure = false;
    return isFailure;
  });
  return (failures.length > 0 ? failures : lines.slice(-MAX_LAST_LINES)).join("\n").trimEnd();
}
