import assert from "node:assert/strict";
import { visible } from "../../src/cli/visible.ts";

describe("visible", () => {
  const cases: readonly [text: string, shown: string][] = [
    ["a b\tc 日本", "a b\tc 日本"],
    ["\u001b[31mred\u001b]0;title\u0007", "\\u001b[31mred\\u001b]0;title\\u0007"],
    ["a\r\nb", "a\\u000d\\u000ab"],
    ["\u009b31m\u202etxt.exe", "\\u009b31m\\u202etxt.exe"],
  ];
  for (const [text, shown] of cases) it(`shows ${shown}`, () => assert.equal(visible(text), shown));
});
