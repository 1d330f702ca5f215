import assert from "node:assert/strict";
import { linkedEditing } from "../../../src/features/document/linkedEditing.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { drawn, withCaret } from "../../marked.ts";

function linked(source: string): string {
  const { text, offset } = withCaret(source);
  return drawn(text, linkedEditing(parse(text), offset));
}

const value = (text: string): string =>
  `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${text}\n`;

const LOOP = `Resources:
  Fn::ForEach::Buckets:
    - Name
    - [a, b]
    - Bucket\${Name}:
        Type: AWS::S3::Bucket
        Properties:
          BucketName: !Sub 'x-\${Name}'
          Tags: [{Key: a, Value: !Ref Name}]
          Other: !Sub ['\${Name}', {Name: c}]
`;

const LOOP_LINKED = LOOP.replace("- Name", "- «Name»")
  .replace("Bucket${Name}", "Bucket${«Name»}")
  .replace("x-${Name}", "x-${«Name»}")
  .replace("!Ref Name", "!Ref «Name»");

type Row = readonly [name: string, source: string, expected: string];

const rows: readonly Row[] = [
  [
    "a variable of a Sub",
    value("!Sub ['${A<|>b}-${Ab}', {Ab: x, C: y}]"),
    value("!Sub ['${«Ab»}-${«Ab»}', {«Ab»: x, C: y}]"),
  ],
  ["its key", value("!Sub ['${Ab}', {A<|>b: x}]"), value("!Sub ['${«Ab»}', {«Ab»: x}]")],
  [
    "an inner Sub has variables of its own",
    value("!Sub ['${C}', {C: !Sub ['${C<|>}', {C: 1}]}]"),
    value("!Sub ['${C}', {C: !Sub ['${«C»}', {«C»: 1}]}]"),
  ],
  ["a key that nothing uses", value("!Sub ['x', {A<|>b: x}]"), value("!Sub ['x', {Ab: x}]")],
  ["a name of the template", value("!Sub '${B<|>}'"), value("!Sub '${B}'")],
  ["a literal", value("!Sub ['${!A<|>}${A}', {A: x}]"), value("!Sub ['${!A}${A}', {A: x}]")],
  ["what a loop calls its item", LOOP.replace("- Name", "- Na<|>me"), LOOP_LINKED],
  ["where it is used", LOOP.replace("!Ref Name", "!Ref Na<|>me"), LOOP_LINKED],
  ["in a key of a loop", LOOP.replace("Bucket${Name}", "Bucket${Na<|>me}"), LOOP_LINKED],
  ["not the values of a loop", LOOP.replace("[a,", "[a<|>,"), LOOP],
  [
    "a loop in properties",
    value("a\n      Fn::ForEach::P:\n        - Key\n        - [a]\n        - ${Ke<|>y}: {x: '&{Key}'}"),
    value("a\n      Fn::ForEach::P:\n        - «Key»\n        - [a]\n        - ${«Key»}: {x: '&{«Key»}'}"),
  ],
];

describe("linkedEditing", () => {
  for (const [name, source, expected] of rows) it(name, () => assert.equal(linked(source), expected));
});
