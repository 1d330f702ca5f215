import assert from "node:assert/strict";
import { endsString, isInBlockText } from "../src/enterRules.ts";
import { withCaret } from "./marked.ts";

function inText(source: string): boolean {
  const { text, offset } = withCaret(source);
  const line = text.slice(0, offset).split("\n").length - 1;
  const lines = text.split("\n");
  return isInBlockText((at) => lines[at] ?? "", line, offset - text.lastIndexOf("\n", offset - 1) - 1);
}

const within: readonly (readonly [name: string, source: string])[] = [
  ["a script", "A:\n  UserData: |\n    echo a:<|>"],
  ["a blank line of it, by its column", "A:\n  UserData: |\n    echo a:\n\n    <|>"],
  ["deeper in it", "A:\n  UserData:\n    Fn::Base64: !Sub |-\n      # comment\n      if x:\n        y:<|>"],
  ["behind the header", "A:\n  UserData: >\n    <|>"],
  ["an item that is a text", "A:\n  - |\n    b:<|>"],
  ["the text of an item's first key", "A:\n  - Key: | # why\n      b:<|>"],
];

const outside: readonly (readonly [name: string, source: string])[] = [
  ["the header", "A:\n  UserData: |<|>"],
  ["the key behind a text", "A:\n  UserData: |\n    echo\n  B:<|>"],
  ["the next key of an item", "A:\n  - Key: |\n      b\n    Value:<|>"],
  ["below a comment that looks like a header", "A:\n  # B: |\n    C:<|>"],
  ["a value with a pipe in it", "A:\n  B: a |\n    C:<|>"],
  ["a blank line at the top", "A: |\n  b\n<|>"],
];

describe("isInBlockText", () => {
  for (const [name, source] of within) it(`yes: ${name}`, () => assert.equal(inText(source), true));
  for (const [name, source] of outside) it(`no: ${name}`, () => assert.equal(inText(source), false));
});

describe("the end of a string of JSON", () => {
  for (const line of ['  "Type": "AWS::SQS::Queue<|>"', '"a": ["b", "c<|>",', '  "x\\"y<|>" ,', '  "Resources<|>"'])
    it(`is before ${line}`, () => {
      const { text, offset } = withCaret(line);
      assert.equal(endsString(text, offset), true);
    });

  for (const line of [
    '  "Type": <|>"AWS"',
    '  "Type": "AWS"<|>',
    '  "Ty<|>pe": "AWS"',
    '  "Type<|>": "AWS"',
    '  "a": "{<|>"',
    '  "a": "b\\<|>"',
    '  "a": "b<|>',
  ])
    it(`is not before ${line}`, () => {
      const { text, offset } = withCaret(line);
      assert.equal(endsString(text, offset), false);
    });
});
