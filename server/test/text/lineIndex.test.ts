import { deepEqual } from "node:assert/strict";
import { lineIndex } from "../../src/text/lineIndex.ts";

describe("lineIndex", () => {
  const text = "one\r\ntwo\rthree\n\nfive\r";
  it("counts lines as LSP does, whatever ends them", () => {
    const lines = lineIndex(text);
    deepEqual(
      ["one", "two", "three", "five"].map((word) => lines.at(text.indexOf(word))),
      [1, 2, 3, 5].map((line) => ({ line, column: 1 })),
    );
    deepEqual(lines.at(text.length), { line: 6, column: 1 });
    deepEqual(lines.range({ start: text.indexOf("wo"), end: text.indexOf("ree") }), {
      line: 2,
      column: 2,
      endLine: 3,
      endColumn: 3,
    });
  });
  it("has a line without its end", () => {
    const { line } = lineIndex(text);
    deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map(line), ["", "one", "two", "three", "", "five", "", ""]);
  });
});
