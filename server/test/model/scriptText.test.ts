import assert from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";
import { HOLE, type HoleSource, scriptText } from "../../src/model/references/scriptText.ts";
import { entryOf } from "../../src/model/template.ts";
import { valueAt } from "../../src/model/tree/node.ts";

/** The script of a value `Data:` and what its holes, drawn as `◊`, stand for. Every plain character must map to itself. */
function check(value: string, expected: string, holes: readonly string[]): void {
  const source = `Resources:\n  R:\n    Data: ${value}\n`;
  const entry = entryOf(parse(source), "Resources", "R");
  const node = valueAt(entry?.value, "Data");
  assert.ok(entry && node);
  const script = scriptText(node, entry.unit.text);
  assert.equal(script.text.replaceAll(HOLE, "◊"), expected);
  assert.deepEqual(
    script.holes.map(({ source: from }) => named(from)),
    holes,
  );
  for (let offset = 0; offset < script.text.length; offset++) {
    const character = script.text.charAt(offset);
    if (!/[a-z]/i.test(character)) continue;
    const span = script.toEntrySpan({ start: offset, end: offset + 1 });
    assert.equal(entry.unit.text.slice(span.start, span.end), character, `at ${offset}`);
    assert.equal(script.fromEntryOffset(span.start), offset);
  }
}

function named(source: HoleSource): string {
  if (source.kind === "ref") return source.name;
  if (source.kind === "getAtt") return `${source.name}.${source.attribute}`;
  return source.node.kind === "call" ? source.node.name : source.node.kind;
}

const cases: [string, string, string, string[]][] = [
  ["a scalar", "work", "work", []],
  ["a block", "|\n      a b\n        c\n", "a b\n  c\n", []],
  ["escapes", '"a\\tb\\u0020c"', "a\tb c", []],
  ["Base64", "!Base64 ab", "ab", []],
  ["Sub", "!Sub 'a ${B} ${C.D.E} ${!F} g'", "a ◊ ◊ ${F} g", ["B", "C.D.E"]],
  ["Sub in a block", "!Sub |\n      a ${AWS::Region}b\n      c\n", "a ◊b\nc\n", ["AWS::Region"]],
  ["Sub with a map", "!Sub ['a ${X} ${Y} ${Z}', { X: !Ref P, Y: lit }]", "a ◊ ◊ ◊", ["P", "scalar", "Z"]],
  ["Sub with lines in its map", '!Sub ["a ${X}", { X: "b\\nc" }]', "a b\nc", []],
  ["Join", "!Join ['', [a, !Ref B, \"c\\n\", !GetAtt D.E]]", "a◊c\n◊", ["B", "D.E"]],
  ["Join with a delimiter", "!Join [' -', [a, b]]", "a -b", []],
  ["nested", "{ 'Fn::Base64': { 'Fn::Join': ['', [a, !Sub 'b${C}']] } }", "ab◊", ["C"]],
  ["a list of lines", "[a b, c]", "a b\nc", []],
  ["If between words", "!Join [' ', [a, !If [X, b, c]]]", "a ◊", ["Fn::If"]],
  ["If between lines", '!Join ["", [a, !If [X, "b\\n", !Ref AWS::NoValue], c]]', "ab\nc", []],
  ["an unknown function", "!ImportValue x", "◊", ["Fn::ImportValue"]],
  ["half a Sub", "!Sub 'a ${B'", "a ${B", []],
  ["nothing", "", "", []],
];

describe("scriptText", () => {
  for (const [name, value, expected, holes] of cases) it(name, () => check(value, expected, holes));
});
