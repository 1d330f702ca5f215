import assert from "node:assert/strict";
import { columnBeside } from "../../src/page/columnBeside.ts";

/** Columns from the left: `T` has the template, which is active, `n` the file that is to be shown, `.` something else. */
function check(name: string, columns: readonly string[], expected: number | undefined): void {
  it(name, () => {
    const drawn = columns.map((one, at) => ({
      viewColumn: at + 1,
      isActive: one.includes("T"),
      holds: one.includes("n"),
    }));
    assert.equal(columnBeside(drawn), expected);
  });
}

describe("the column beside a template", () => {
  check("is new where there is no other", ["T"], undefined);
  check("is the one on the right", [".", "T", ".", "."], 3);
  check("is the one on the left of the last", [".", ".", "T"], 2);
  check("is one that has the file", ["T", ".", "n"], 3);
  check("is rather one that has the file without the template", ["Tn", ".", "n"], 3);
  check("is the template's own if that alone has the file", [".", "Tn"], 2);
});
