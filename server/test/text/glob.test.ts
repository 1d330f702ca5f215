import assert from "node:assert/strict";
import { fitsGlob } from "../../src/text/glob.ts";

describe("fitsGlob", () => {
  const cases: readonly [text: string, pattern: string, fits: boolean][] = [
    ["abc", "abc", true],
    ["abc", "ab", false],
    ["ab", "abc", false],
    ["", "", true],
    ["", "*", true],
    ["abc", "a*c", true],
    ["ac", "a*c", true],
    ["abcb", "*b", true],
    ["abcb", "a*b*", true],
    ["abc", "a?c", true],
    ["ac", "a?c", false],
    ["a.c", "a.c", true],
    ["abc", "a.c", false],
    ["aXbXc", "a**b*c", true],
    ["aXbX", "a*b*c", false],
    ["a".repeat(5000), `${"*a".repeat(2000)}*b`, false],
  ];
  for (const [text, pattern, fits] of cases)
    it(`${text.slice(0, 9)} ${fits ? "fits" : "does not fit"} ${pattern.slice(0, 9)}`, () =>
      assert.equal(fitsGlob(text, pattern), fits));
});
