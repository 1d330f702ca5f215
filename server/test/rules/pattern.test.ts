import assert from "node:assert/strict";
import { matches } from "../../src/rules/pattern.ts";

describe("matches", () => {
  const table: readonly [text: string, pattern: string, expected: boolean][] = [
    ["abc", "^[a-z]+$", true],
    ["abC", "^[a-z]+$", false],
    ["org/app", "^(?=.{2,256}$)((?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*)$", true],
    ["10.0.0.0/16", "^(?:(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2}))$", true],
    ["10.0.0.0", "^(?:(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2}))$", false],
    // Not JavaScript's, or no pattern at all: nothing is said.
    ["x", "(?i)abc", true],
    ["x", "[", true],
    ["x", "\\p{Alpha}+", true],
    ["x", "a++", true],
  ];
  for (const [text, pattern, expected] of table)
    it(`${text} ${pattern}`, () => assert.equal(matches(text, pattern), expected));

  it("does not hang on patterns that backtrack", () => {
    const long = `${"a".repeat(5000)}!`;
    for (const pattern of [
      "^(a+)+$",
      "^(a|a)*$",
      "^(?:(?:a*)*)*$",
      "^a*a*a*a*a*a*$",
      "^(?:(a{1,})b?)+$",
      "(.*)*x",
      "^([a-z]+-?)+$",
    ]) {
      for (const text of [long, `${"a".repeat(40)}!`]) {
        const begin = performance.now();
        matches(text, pattern);
        assert.ok(performance.now() - begin < 1000, pattern);
      }
    }
  });
});
