import assert from "node:assert/strict";
import { FUNCTIONS, WRITTEN_FUNCTIONS } from "../../src/catalogue/language/functions.ts";
import { type Signature, signatureHelp } from "../../src/features/signatureHelp.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { withCaret } from "../marked.ts";

function help(source: string, typed?: string): Signature | undefined {
  const { text, offset } = withCaret(source);
  return signatureHelp(parse(text), { functions: FUNCTIONS, language: "en", typed }, offset);
}

/** The label with the argument drawn that the caret is in. */
function shown(source: string, typed?: string): string | undefined {
  const found = help(source, typed);
  const span = found?.parameters[found.active];
  if (found === undefined || span === undefined) return found?.label;
  const { label } = found;
  return `${label.slice(0, span.start)}«${label.slice(span.start, span.end)}»${label.slice(span.end)}`;
}

const value = (text: string): string =>
  `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${text}\n`;

type Row = readonly [name: string, value: string, expected: string | undefined];

const values: readonly Row[] = [
  ["the first argument of a list", "!FindInMap [ <|>", "!FindInMap [«Map», FirstKey, SecondKey]"],
  ["the first of a closed list", "!FindInMap [ <|>]", "!FindInMap [«Map», FirstKey, SecondKey]"],
  ["behind a comma", "!If [C, a, <|>", "!If [Condition, then, «else»]"],
  ["in a word", "!FindInMap [A, b<|>, c]", "!FindInMap [Map, «FirstKey», SecondKey]"],
  ["a list in a list", "!Join ['', [a, <|>", "!Join [delimiter, «[value, …]»]"],
  ["the innermost function", "!If [C, !Select [0, <|>", "!Select [index, «list»]"],
  ["as many as there are", "!GetAZs <|>", "!GetAZs «Region»"],
  ["Cidr", "!Cidr [a, 6, <|>", "!Cidr [ipBlock, count, «cidrBits»]"],
  ["Split", "!Split [',', <|>", "!Split [delimiter, «text»]"],
  ["Base64", "!Base64 <|>", "!Base64 «text»"],
  ["Ref", "!Ref <|>", "!Ref «LogicalId»"],
  ["the resource of a GetAtt", "!GetAtt A<|>", "!GetAtt «LogicalId».Attribute"],
  ["its attribute", "!GetAtt A.<|>", "!GetAtt LogicalId.«Attribute»"],
  ["GetAtt as a list", "!GetAtt [A, <|>]", "!GetAtt [LogicalId, «Attribute»]"],
  ["Sub with a text", "!Sub <|>", '!Sub «"text ${Name}"»'],
  ["Sub with a map", "!Sub ['${A}', {A: <|>}]", '!Sub ["text ${Name}", «{Name: value}»]'],
  ["the long form", "\n        Fn::If: [C, <|>]", "Fn::If: [Condition, «then», else]"],
  ["a block list", "\n        Fn::If:\n          - C\n          - <|>", "Fn::If: [Condition, «then», else]"],
  ["a block list behind a tag", "!If\n        - C\n        - a\n        - <|>", "!If [Condition, then, «else»]"],
  [
    "arguments by their names",
    "!GetStackOutput {StackName: a, OutputName: <|>}",
    "!GetStackOutput {StackName: name, «OutputName: output»}",
  ],
  ["a function of an extension", "\n        Fn::Length: <|>", "Fn::Length: «list»"],
  ["more arguments than it takes", "!Split [a, b, <|>", "!Split [delimiter, text]"],
  ["no function", "abc<|>", undefined],
  ["far inside of an argument", "!If [C, {A: {B: <|>", undefined],
  ["behind the function", "!Select [0, a] <|>", undefined],
];

const texts: readonly Row[] = [
  ["conditions", "Conditions:\n  A: !Not [!Equals [a, <|>", "!Equals [value, «value»]"],
  ["functions of any number of arguments", "Conditions:\n  A: !And [a, b, c, <|>", "!And [«condition», …]"],
  [
    "JSON",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::If": ["C", <|>',
    "Fn::If: [Condition, «then», else]",
  ],
  ["no template's text", "Description: a, <|>", undefined],
];

describe("signatureHelp", () => {
  for (const [name, text, expected] of values) it(name, () => assert.equal(shown(value(text)), expected));
  for (const [name, text, expected] of texts) it(name, () => assert.equal(shown(text), expected));

  it("says what each argument of a list is, as many as there are", () => {
    for (const { name, syntax } of FUNCTIONS.values()) {
      if (!/: [[{]/.test(syntax.long)) continue;
      const open = syntax.long.includes(": {") ? "{StackName: <|>" : "[ <|>";
      const found = help(value(`\n        ${name}: ${open}`));
      assert.ok(found, name);
      for (const { documentation } of found.parameters) assert.ok(documentation, `${name}: ${found.label}`);
      assert.equal((WRITTEN_FUNCTIONS.get(name)?.arguments ?? []).length, found.parameters.length, name);
    }
  });

  it("shows nothing by itself where a comma stands in a text", () => {
    assert.equal(shown(value("!Sub 'a,<|>'"), ","), undefined);
    assert.equal(shown(value("!Sub |\n        a,<|>"), ","), undefined);
    assert.ok(shown(value("!Sub 'a,<|>'")));
    assert.ok(shown(value("!If [a,<|>"), ","));
  });

  for (const { name, short } of FUNCTIONS.values())
    it(`${name} says what it does`, () => {
      const found = help(value(short === undefined ? `\n        ${name}: <|>` : `${short} <|>`));
      assert.ok(found?.parameters.length);
      assert.ok(found.documentation.includes(FUNCTIONS.get(name)?.text.en ?? "?"));
    });
});
