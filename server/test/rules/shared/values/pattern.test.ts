import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesPattern } from "../../../../src/rules/shared/values/pattern.ts";
import { patternSteps } from "../../../../src/rules/shared/values/patternSteps.ts";
import { runs } from "../../../effort.ts";

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
    // A hole is any text, or none.
    ["my-\ufffc", "^[a-z-]+$", true],
    ["My-\ufffc", "^[a-z-]+$", false],
    ["\ufffc_x", "^[a-z-]+$", false],
    ["\ufffc", "^a{3}$", true],
    ["a\ufffcb", "^ab$", true],
    ["a\ufffcb", "^a.{3}b$", true],
    ["a\ufffc", "^a$", true],
    ["a\ufffc", "^b", false],
    ["\ufffca", "b$", false],
    ["x\ufffcy", "^(?![x])", false],
    ["x\ufffcy", "^(?![x]z)", true],
    ["\ufffcy", "^(?=.*z)", true],
    ["a\ufffc\ufffc", "^a\\b$", true],
  ];
  for (const [text, pattern, expected] of table)
    it(`${text} ${pattern}`, () => assert.equal(matchesPattern(text, pattern), expected));

  const almost = `${"a".repeat(40)}!`;
  // Each of them has more ways to match than a regular expression gets through.
  const explosive: readonly [text: string, pattern: string, expected: boolean][] = [
    ["my-application-production-environment_01", "^([a-z0-9]{1,30}-?){1,20}$", false],
    ["my-application-production-environment-01", "^([a-z0-9]{1,30}-?){1,20}$", true],
    [almost, "^(?:(.*a){20})$", false],
    ["a".repeat(40), "^(?:(.*a){20})$", true],
    ["a".repeat(60), "^(?:(?:a?){60}b)$", false],
    [almost, "^(?:(a|a?){25}b)$", false],
    [almost, "^(a+)+$", false],
    [almost, "^(a|a)*$", false],
    [almost, "^(?:(?:a*)*)*$", false],
    [almost, "^a*a*a*a*a*a*$", false],
    [almost, "(.*)*x", false],
    [almost, "^([a-z]+-?)+$", false],
    [almost, "^(?=(a+)+$)", false],
    [`${"a".repeat(4000)}!`, "^(a+)+$", false],
    // The count of steps is what ends these.
    [almost, `^${"(?:a?".repeat(12)}${"){1,40}".repeat(12)}$`, true],
    ["a".repeat(4000), "^(?:(?=a*b)a?)*$", true],
    // Longer than any value may be.
    [`${"a".repeat(5000)}!`, "^a+$", true],
  ];
  for (const [text, pattern, expected] of explosive)
    it(`ends: ${pattern} over ${text.length} characters`, () => assert.equal(matchesPattern(text, pattern), expected));
});

describe("a pattern in steps", () => {
  const unit = fc.constantFrom("a", "b", "-", ".", "[ab]", "[^a]", "\\w", "\\W", "\\-", "[]", "\\x61");
  const border = fc.constantFrom("^", "$", "\\b", "\\B", "");
  const quantifier = fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{2,3}", "*?", "{1,2}?");
  const { pattern } = fc.letrec<{ pattern: string; term: string }>((tie) => ({
    pattern: fc
      .array(fc.array(tie("term"), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((branches) => branches.map((terms) => terms.join("")).join("|")),
    term: fc.oneof(
      { depthSize: "small" },
      fc.tuple(unit, quantifier).map(([one, times]) => one + times),
      border,
      fc
        .tuple(fc.constantFrom("(", "(?:", "(?=", "(?!"), tie("pattern"), quantifier)
        .map(([opening, inside, times]) => `${opening}${inside})${times}`),
    ),
  }));

  it("gives what JavaScript's regular expression gives", () =>
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[ab\-\n]{0,7}$/), (source, text) => {
        assert.equal(patternSteps(source)?.test(text, 1_000_000), new RegExp(source).test(text));
      }),
      { numRuns: runs(2000) },
    ));

  for (const source of ["(a)\\1", "(?<=a)b", "(?<name>a)", "\\k", "\\01", "\\c1"])
    it(`leaves ${source} alone`, () => assert.equal(patternSteps(source), undefined));
});
