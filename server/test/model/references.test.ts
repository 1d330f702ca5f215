import assert from "node:assert/strict";
import { referenceAt, references } from "../../src/model/focus/references.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { touches } from "../../src/text/span.ts";
import { EDIT_FIXTURES } from "./fixtures.ts";

describe("referenceAt", () => {
  it("finds at each offset what is found by reading the whole entry", () => {
    let found = 0;
    for (const text of EDIT_FIXTURES) {
      for (const { entries } of parse(text).sections) {
        for (const entry of entries) {
          for (let offset = 0; offset <= entry.unit.text.length; offset++) {
            const expected = references(entry).find((reference) => touches(reference, offset));
            assert.deepEqual(referenceAt(entry, offset), expected, `${entry.name} at ${offset}`);
            if (expected !== undefined) found++;
          }
        }
      }
    }
    assert.ok(found > 100, `only ${found} offsets are on a reference`);
  });
});
