import assert from "node:assert/strict";
import { visible, visibleLines } from "../../src/text/visible.ts";

describe("visible", () => {
  const cases: readonly [text: string, shown: string, lines: string][] = [
    ["a b\tc 日本", "a b\tc 日本", "a b\tc 日本"],
    [
      "\u001b[31mred\u001b]0;title\u0007",
      "\\u001b[31mred\\u001b]0;title\\u0007",
      "\\u001b[31mred\\u001b]0;title\\u0007",
    ],
    ["a\r\nb\nc\rd", "a\\u000d\\u000ab\\u000ac\\u000dd", "a\r\nb\nc\\u000dd"],
    ["\u009b31m\u202etxt.exe\u061c", "\\u009b31m\\u202etxt.exe\\u061c", "\\u009b31m\\u202etxt.exe\\u061c"],
  ];
  for (const [text, shown, lines] of cases)
    it(`shows ${shown}`, () => {
      assert.equal(visible(text), shown);
      assert.equal(visibleLines(text), lines);
    });

  it("leaves JSON as it is, but for how it is written", () => {
    const value = { "\u009b": "\u001b\u202e\u007f\n" };
    const written = visibleLines(JSON.stringify(value, undefined, 1));
    assert.match(written, /^[\n\x20-\x7e]*$/);
    assert.deepEqual(JSON.parse(written), value);
  });
});
