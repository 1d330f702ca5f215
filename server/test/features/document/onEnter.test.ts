import assert from "node:assert/strict";
import { onEnter } from "../../../src/features/document/onEnter.ts";
import { withEdits } from "../../../src/features/format/edit.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { withCaret } from "../../marked.ts";

/** The line of the caret as it becomes, in front of what follows. */
function entered(source: string): string {
  const { text, offset } = withCaret(source);
  const edit = onEnter(parse(text), offset, 2);
  const result = edit === undefined ? text : withEdits(text, [edit]);
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return JSON.stringify(result.slice(start).split("\n", 1)[0]);
}

type Row = readonly [name: string, above: string, expected: number | "as it is"];

const rows: readonly Row[] = [
  ["behind a key", "    Properties:", 6],
  ["behind a key with a comment", "    Properties: # all", 6],
  ["behind a quoted key", "    'Properties':", 6],
  ["behind a tag", "    Value: !If", 6],
  ["behind a function", "      Fn::If:", 8],
  ["behind a key of an item", "      - Key:", 10],
  ["behind the first key and value of an item", "      - Key: a", 8],
  ["behind an item in an item", "      - - Key: a", 10],
  ["behind the header of a text", "    Description: |", 6],
  ["behind a header with a tag", "    Value: !Sub |-", 6],
  ["behind a function in an item", "      - !If", 8],
  ["behind a header in an item", "      - !Sub |", 8],
  ["behind a wide dash", "      -   Key: a", 10],
  ["behind a key with a colon and a blank in it", "    a b:c:", 6],
  ["behind a value", "    Type: AWS::S3::Bucket", "as it is"],
  ["behind a value that ends with a colon", "    Description: see below:", "as it is"],
  ["behind a value with a comment", "    Type: AWS::S3::Bucket # why:", "as it is"],
  ["behind an open bracket", "    Tags: [", "as it is"],
  ["behind a function in an item that is complete", "      - !Ref A", "as it is"],
  ["behind a quoted item", '      - "a: b"', "as it is"],
  ["behind an item that looks like an address", "      - arn:aws:s3:::b", "as it is"],
  ["behind a plain item", "      - a", "as it is"],
  ["behind a comment", "    # Key:", "as it is"],
];

const AS_IT_IS = 3;

const texts: readonly (readonly [name: string, source: string])[] = [
  ["in a script", "Resources:\n  A:\n    B: |\n      if x:\n   <|>\n"],
  ["in brackets", "Resources:\n  A: {\n    B:\n   <|>\n  }\n"],
  ["in JSON", '{"Resources":\n   <|>\n}'],
  ["where something stands", "Resources:\n  A:\n   <|>B: c\n"],
  ["at the top", "<|>Resources:\n"],
];

describe("onEnter", () => {
  for (const [name, above, expected] of rows)
    it(name, () => {
      const source = `Resources:\n  A:\n${above}\n${" ".repeat(AS_IT_IS)}<|>\n`;
      assert.equal(entered(source), JSON.stringify(" ".repeat(expected === "as it is" ? AS_IT_IS : expected)));
    });

  for (const [name, source] of texts)
    it(`nothing ${name}`, () => {
      const { text, offset } = withCaret(source);
      assert.equal(onEnter(parse(text), offset, 2), undefined);
    });
});
