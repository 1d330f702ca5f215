import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { countedIn, type PositionEncoding, positionEncoding, utf16Range } from "../../../src/lsp/host/positions.ts";

const offers: readonly (readonly [offered: readonly string[] | undefined, expected: PositionEncoding])[] = [
  [undefined, "utf-16"],
  [[], "utf-16"],
  [["utf-8", "utf-16"], "utf-16"],
  [["utf-32", "utf-8"], "utf-8"],
  [["utf-32"], "utf-32"],
  [["latin-1"], "utf-16"],
];

const TEXT = "a: 値\n値é😀x: 😀b\r\n\nend";

/** Line, and its characters before an offset of the second line, for each encoding. */
const counts: readonly (readonly [offset: number, utf8: number, utf16: number, utf32: number])[] = [
  [5, 0, 0, 0],
  [6, 3, 1, 1],
  [7, 5, 2, 2],
  [9, 9, 4, 3],
  [10, 10, 5, 4],
  [14, 16, 9, 7],
];

describe("positions", () => {
  for (const [offered, expected] of offers)
    it(`of a client that offers ${offered?.join(" ") ?? "nothing"} are in ${expected}`, () =>
      assert.equal(
        positionEncoding({
          capabilities: { general: offered === undefined ? {} : { positionEncodings: [...offered] } },
        }),
        expected,
      ));

  for (const [index, encoding] of (["utf-8", "utf-16", "utf-32"] as const).entries())
    it(`are counted in ${encoding}, in any order`, () => {
      const document = countedIn(encoding, TextDocument.create("file:///x", "yaml", 3, TEXT));
      for (const [offset, ...characters] of [...counts, ...[...counts].reverse()]) {
        const position = { line: 1, character: characters[index] ?? -1 };
        assert.deepEqual(document.positionAt(offset), position);
        assert.equal(document.offsetAt(position), offset);
      }
      assert.equal(document.offsetAt({ line: 1, character: 999 }), 15);
      assert.deepEqual(document.positionAt(999), { line: 3, character: 3 });
      assert.equal(document.version, 3);
      assert.equal(document.getText({ start: { line: 3, character: 0 }, end: { line: 9, character: 0 } }), "end");
    });

  it("of a change become UTF-16", () => {
    const document = TextDocument.create("file:///x", "yaml", 1, TEXT);
    const range = { start: { line: 1, character: 5 }, end: { line: 1, character: 10 } };
    assert.deepEqual(utf16Range("utf-8", document, range), {
      start: { line: 1, character: 2 },
      end: { line: 1, character: 5 },
    });
  });
});
