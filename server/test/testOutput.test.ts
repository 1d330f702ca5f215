import assert from "node:assert/strict";
import { count, failuresIn } from "../../scripts/testOutput.mjs";

const RED = "\u001b[31m";
const PLAIN = "\u001b[0m";

const TWO_RUNS = `
  Notes
    ✔ are listed
    1) are found

  1 passing (1s)
${RED}  1 failing${PLAIN}

  1) Notes
       are found:
     Error: not there

Editor tests run in a browser's extension host

  Notes
    ✔ are listed

  12 passing (2s)
`;

describe("what a run of tests says of itself", () => {
  it("is counted over all runs in it", () =>
    assert.deepEqual([count(TWO_RUNS, "passing"), count(TWO_RUNS, "failing")], [13, 1]));

  it("is repeated as far as it failed", () => {
    const repeated = failuresIn(TWO_RUNS);
    assert.match(repeated, /^ {2}1 failing\n\n {2}1\) Notes\n {7}are found:\n {5}Error: not there\n/);
    assert.doesNotMatch(repeated, /are listed|passing/);
  });

  it("is repeated at its end where no test failed", () =>
    assert.equal(failuresIn("a.ts: error\nTypes are wrong\n\n"), "a.ts: error\nTypes are wrong"));
});
