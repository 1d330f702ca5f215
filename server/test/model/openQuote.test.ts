import assert from "node:assert/strict";
import { openQuote } from "../../src/model/split/openQuote.ts";
import { withCaret } from "../marked.ts";

const OPEN: readonly (readonly [name: string, source: string, guess?: boolean])[] = [
  ["a value", 'a: <|>"b\nc: d\n'],
  ["an item", "- <|>'b\n- c\n"],
  ["in brackets", 'a: [x, <|>"b]\n'],
  ["behind a tag", 'a: !Sub <|>"b\n'],
  ["behind an escaped quote", 'a: <|>"b\\"\n'],
  ["behind a doubled quote", "a: <|>'b''\n"],
  ["what the next text seems to close", 'a: <|>"b\nc: "d"\n', true],
];

const CLOSED: readonly (readonly [name: string, source: string])[] = [
  ["a value over lines", 'a: "b\nc"\nd: e\n'],
  ["an apostrophe", "a: don't\nb: c 'd\n"],
  ["a comment", 'a: b # "c\n'],
  ["a block", 'a: |\n  "b\n  c: "d\nd: e\n'],
  ["a key", '"a": b\n'],
];

describe("openQuote", () => {
  for (const [name, source, guess] of OPEN) {
    it(`finds ${name}`, () => {
      const { text, offset } = withCaret(source);
      assert.equal(openQuote(text, 0, text.length, guess), offset);
    });
  }
  for (const [name, text] of CLOSED) {
    it(`finds none in ${name}`, () => assert.equal(openQuote(text, 0, text.length, true), undefined));
  }
});
