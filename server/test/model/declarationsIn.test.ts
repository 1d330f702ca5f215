import assert from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";
import type { Declarations } from "../../src/model/template.ts";

/** So many resources that they are several groups. */
const RESOURCES = Array.from(
  { length: 150 },
  (_, n) => `  R${n}:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: t${n}\n`,
);
const TEMPLATE = `Transform: AWS::LanguageExtensions
Parameters:
  Name: {Type: String, Default: x}
Mappings:
  Map: {a: {b: c}}
  Lists: {a: {all: [c, d]}}
Conditions:
  Is: !Equals [a, b]
Resources:
${RESOURCES.join("")}  Fn::ForEach::Loop:
    - N
    - [a, b]
    - T\${N}: {Type: AWS::SNS::Topic}
  Fn::ForEach::Mapped:
    - N
    - !FindInMap [Lists, a, all]
    - M\${N}: {Type: AWS::SNS::Topic}
Outputs:
  Out: {Value: v}
`;

/** Makes an edit, and compares which parts of what is declared are other objects than before. */
function check(before: string, after: string, changed: readonly (keyof Declarations)[]): void {
  assert.equal(TEMPLATE.split(before).length, 2, "the text to change stands there once");
  const template = parse(TEMPLATE);
  const text = TEMPLATE.replace(before, () => after);
  const edited = parse(text, template);
  assert.deepEqual(edited.declarations, parse(text).declarations);
  assert.equal(edited.declarations === template.declarations, changed.length === 0);
  const fields = Object.keys(template.declarations) as (keyof Declarations)[];
  assert.deepEqual(
    fields.filter((field) => edited.declarations[field] !== template.declarations[field]),
    changed,
  );
  for (const [name, resource] of edited.declarations.resources) {
    const earlier = template.declarations.resources.get(name);
    if (earlier?.type === resource.type && earlier?.condition === resource.condition) assert.equal(resource, earlier);
  }
  // And back: the same as from the text alone.
  assert.deepEqual(parse(TEMPLATE, edited).declarations, template.declarations);
}

const CASES: readonly [string, string, string, readonly (keyof Declarations)[]][] = [
  ["a value", "TopicName: t70\n", "TopicName: other\n", []],
  ["what a loop is over", "all: [c, d]", "all: [c, e]", ["loopNames", "loopTypes", "mappings"]],
  ["a comment", "TopicName: t70\n", "TopicName: t70 # x\n", []],
  ["a type", "R70:\n    Type: AWS::SNS::Topic", "R70:\n    Type: AWS::SQS::Queue", ["resources"]],
  ["a condition", "R70:\n", "R70:\n    Condition: Is\n", ["resources"]],
  ["a name", "R70:", "Other:", ["resources"]],
  ["a removed resource", RESOURCES[70] ?? "", "", ["resources"]],
  ["an added resource", "Resources:\n", "Resources:\n  New: {Type: AWS::SNS::Topic}\n", ["resources"]],
  [
    "resources in another order",
    (RESOURCES[3] ?? "") + (RESOURCES[4] ?? ""),
    (RESOURCES[4] ?? "") + (RESOURCES[3] ?? ""),
    [],
  ],
  ["a default", "Default: x", "Default: y", ["parameters"]],
  ["a mapping's value", "b: c", "b: d", ["mappings"]],
  ["a condition's name", "Is:", "Was:", ["conditions", "formulas"]],
  ["a condition's value", "[a, b]\nRes", "[a, c]\nRes", []],
  ["an output's name", "Out:", "Other:", ["outputs"]],
  ["a loop's name", "T${N}:", "U${N}:", ["loopNames", "loopTypes"]],
  ["a loop's collection", "- [a, b]\n    - T", "- [a, c]\n    - T", ["loopNames", "loopTypes"]],
  ["a macro", "Transform: AWS::LanguageExtensions", "Transform: Macro", ["open", "transforms"]],
  ["a macro among resources", "Resources:\n", "Resources:\n  Fn::Transform: {Name: x}\n", ["open"]],
  ["a section's name", "Outputs:", "Output:", ["outputs"]],
  [
    "a text that is read as a whole",
    "R70:\n    Type: AWS::SNS::Topic",
    "R70: *x\n  &x A:\n    Type: AWS::SNS::Topic",
    ["resources"],
  ],
];

describe("what is declared after an edit", () => {
  for (const [name, before, after, changed] of CASES) it(`of ${name}`, () => check(before, after, changed));

  it("keeps what an entry says while others of its group say something else", () => {
    const first = parse(TEMPLATE);
    const second = parse(TEMPLATE.replace("TopicName: t70\n", "TopicName: other\n"), first);
    const third = parse(second.text.replace("R71:", "R71:\n    Condition: Is"), second);
    assert.equal(third.declarations.resources.get("R70"), first.declarations.resources.get("R70"));
    assert.equal(third.declarations.resources.get("R71")?.condition, "Is");
  });
});
