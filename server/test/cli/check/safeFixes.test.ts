import assert from "node:assert/strict";
import { withSafeFixes } from "../../../src/cli/check/safeFixes.ts";
import { found } from "../../rules/checkRule.ts";

const template = (properties: string): string =>
  `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${properties}\n`;

describe("withSafeFixes", () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ["nothing to do", template("orders"), template("orders")],
    ["a safe fix", template("!Sub orders"), template("orders")],
    ["a fix that is a guess is left", template("!Ref Topc"), template("!Ref Topc")],
  ];
  for (const [name, before, after] of cases)
    it(name, () => {
      const fixed = withSafeFixes(before, found);
      assert.deepEqual([fixed.after, fixed.fixes > 0], [after, before !== after]);
      assert.deepEqual(
        fixed.found.map(({ code }) => code),
        found(after).map(({ code }) => code),
      );
      assert.deepEqual(fixed.foundBefore, found(before));
    });
});
