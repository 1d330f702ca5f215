import assert from "node:assert/strict";
import { parse } from "../../../../src/model/reading/parse.ts";
import { valueAt } from "../../../../src/model/tree/node.ts";
import { certainlyDiffer, composedText } from "../../../../src/rules/shared/resolving/composedText.ts";

function composed(value: string): string | undefined {
  const node = valueAt(parse(`Outputs:\n  A:\n    Value: ${value}\n`).sections[0]?.entries[0]?.value, "Value");
  return node && composedText(node);
}

const ALIKE: readonly (readonly [...texts: string[]])[] = [
  [
    '!Sub "${Env}-a"',
    '!Join ["-", [!Ref Env, a]]',
    '!Join ["", [!Sub "${Env}", "-a"]]',
    '!Sub ["${X}-a", {X: !Ref Env}]',
  ],
  ["!GetAtt A.Arn", "{Fn::GetAtt: [A, Arn]}", '!Sub "${A.Arn}"'],
  ['!Select [0, !GetAZs ""]', "!Select [0, {Fn::GetAZs: !Ref AWS::Region}]"],
  ['"${A}"', '!Sub "${!A}"'],
];

const TWO: readonly (readonly [one: string, other: string, differ: boolean])[] = [
  ["a", "b", true],
  ["a", "a", false],
  ["!Ref A", "!Ref A", false],
  ["!Ref A", "!Ref B", false],
  ["!Ref A", '!Sub "${A}-a"', true],
  ['!Sub "a-${A}"', '!Sub "b-${A}"', true],
  ['!Sub "a${A}"', '!Sub "${A}"', true],
  ['!Sub "a${A}b${B}"', '!Sub "a${B}b${A}"', false],
  ['!Sub "a${A}"', "abc", false],
  ['!Sub "x${A}${B}"', '!Sub "x${A}"', false],
  ['"${A}"', "!Ref A", false],
];

describe("what a text is composed of", () => {
  for (const texts of ALIKE)
    it(`is the same: ${texts.join(", ")}`, () =>
      assert.equal(new Set(texts.map(composed)).size, 1, texts.map(composed).join(" ")));

  it("is none for a list", () => assert.equal(composed("[a]"), undefined));

  for (const [one, other, differ] of TWO)
    it(`${differ ? "differs" : "may be the same"}: ${one}, ${other}`, () => {
      const [a = "", b = ""] = [composed(one), composed(other)];
      assert.equal(certainlyDiffer(a, b), differ);
      assert.equal(certainlyDiffer(b, a), differ);
    });
});
