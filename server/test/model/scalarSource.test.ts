import assert from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";
import type { Node, ScalarNode } from "../../src/model/tree/node.ts";
import { scalarSource } from "../../src/model/yaml/scalarSource.ts";

/** Every scalar of the text maps each of its characters to the same character of the source. */
function check(source: string, expected: readonly (string | RegExp)[]): void {
  const template = parse(source);
  const section = template.sections[0];
  assert.ok(section);
  const node = section.value ?? section.entries[0]?.value;
  assert.ok(node);
  const scalar = firstScalar(node);
  const { text } = scalar;
  const { toSource, toText } = scalarSource(scalar, (section.entries[0]?.unit ?? template.units[0]?.unit)?.text ?? "");
  const offset = section.entries[0]?.offset ?? section.offset;
  for (const word of expected) {
    const at = text.search(word);
    assert.ok(at >= 0, `${String(word)} in ${JSON.stringify(text)}`);
    const length = text.match(word)?.[0].length ?? 0;
    assert.equal(
      source.slice(toSource(at) + offset, toSource(at + length) + offset).match(word)?.index,
      0,
      String(word),
    );
    assert.equal(toText(toSource(at)), at, String(word));
  }
}

function firstScalar(node: Node): ScalarNode {
  if (node.kind === "scalar") return node;
  if (node.kind === "call") return firstScalar(node.argument);
  const next = node.kind === "list" ? node.items[0] : node.pairs[0]?.value;
  assert.ok(next);
  return firstScalar(next);
}

describe("scalarSource", () => {
  const table: readonly [string, string, readonly (string | RegExp)[]][] = [
    ["plain", "A: one two\n", ["one", "two", /one two/]],
    ["plain over lines", "A: one\n  two\n   three\n", ["one", "two", "three"]],
    ["double with escapes", 'A: "a\\tb \\u0041bc \\"q\\" end"\n', ["b", "bc", "q", "end"]],
    ["double over lines", 'A: "one\n  two \\\n  three"\n', ["one", "two", "three"]],
    ["single with quotes", "A: 'it''s one\n  two'\n", ["it", "s one", "two"]],
    ["literal", "R:\n  A: |\n    #!/bin/bash\n      deeper\n\n    last line\n", ["bin", "deeper", "last line", /line/]],
    ["literal in CRLF", "R:\r\n  A: |\r\n    one\r\n    two three\r\n", ["one", "two", "three"]],
    ["literal with indicator", "R:\n  A: |2\n      two\n    zero\n", ["two", "zero"]],
    [
      "folded",
      "R:\n  A: >-\n    one\n    two\n\n    three\n      four\n    five\n",
      ["one", "two", "three", "four", "five"],
    ],
    ["emoji and full width", "A: !Sub |\n  絵🙂文字 cfn-signal\n", ["文字", "cfn-signal"]],
    ["JSON", '{"A": "x\\n${Web} 日本 \\u3042z"}', [/\$\{Web\}/, "日本", "z"]],
  ];
  for (const [name, source, expected] of table) it(name, () => check(source, expected));
});
