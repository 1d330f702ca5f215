import assert from "node:assert/strict";
import { inOneLine, withoutLastStop } from "../../../../src/features/completion/keys/tabStops.ts";
import type { CompletionItem } from "../../../../src/features/completion/scene.ts";

const item = (insertText: string, kind: CompletionItem["kind"] = "property"): CompletionItem => ({
  label: "A",
  kind,
  sortText: "A",
  insertText,
  snippet: true,
  span: { start: 0, end: 0 },
});

const snippets: readonly (readonly [name: string, text: string, expected: string, again?: true])[] = [
  ["a stop behind another", "A: $1\nB: ${2}", "A: $1\nB: $0"],
  ["a default", "A: $1\nB: ${2:x\\}y}", "A: $1\nB: ${0:x\\}y}"],
  ["a default with a stop of its own", "A: ${1:x ${2:y}}\nB", "A: ${1:x ${2:y}}\nB"],
  ["choices behind another stop", "A: $1\nB: ${2|x,y|}", "A: $1\nB: ${0:x}"],
  ["a block with something below it", "{\n  $1\n\\}", "{\n  $0\n\\}"],
  ["a value with something below it", "A: ${1:x}\nB", "A: ${1:x}\nB"],
  ["choices with something below them", "A: ${1|x,y|}\nB", "A: ${1|x,y|}\nB"],
  ["lines of a text with more below them", "A: |\n  ${1:x}\n  y", "A: |\n  ${0:x}\n  y"],
  ["choices that only braces follow", "{\n  A: ${1|x,y|}\n\\}", "{\n  A: $0\n\\}", true],
  ["a stop that more of the line follows", '"A": "$1"', '"A": "$1"'],
  ["one that is in several places", "A: $1\nB: $1", "A: $1\nB: $1"],
  ["one that is the last already", "A: $1\nB: $0\nC", "A: $1\nB: $0\nC"],
];

const texts: readonly (readonly [name: string, text: string, expected: string, again?: true])[] = [
  ["its only stop is its end", "A:\n  $1", "A:\n  "],
  ["its only stop is named the last", "A:\n  $0", "A:\n  "],
  ["it has no stop", "A\\$\\}", "A$}"],
  ["it ends in choices, which the next list has", "A: ${1|x,y|}", "A: ", true],
];

describe("withoutLastStop", () => {
  for (const [name, text, expected, again] of snippets)
    it(`of a snippet: ${name}`, () => {
      const { insertText, snippet, again: asks } = withoutLastStop(item(text));
      assert.deepEqual([insertText, snippet, asks], [expected, true, again]);
    });

  for (const [name, text, expected, again] of texts)
    it(`makes a text of a snippet where ${name}`, () => {
      const { insertText, snippet, again: asks } = withoutLastStop(item(text));
      assert.deepEqual([insertText, snippet, asks], [expected, false, again]);
    });
});

describe("inOneLine", () => {
  const rows: readonly (readonly [
    name: string,
    text: string,
    kind: CompletionItem["kind"],
    expected: readonly string[],
  ])[] = [
    ["a line", "A: ", "property", ["A: "]],
    ["a key with a block", "A:\n  B: ", "property", ["A:"]],
    ["a key with brackets", '"A": [\n  ""\n]', "property", ['"A":']],
    ["a fragment", "A:\n  B: c", "snippet", []],
  ];
  for (const [name, text, kind, expected] of rows)
    it(name, () =>
      assert.deepEqual(
        inOneLine(item(text, kind)).map(({ insertText }) => insertText),
        expected,
      ),
    );
});
