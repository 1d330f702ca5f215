import assert from "node:assert/strict";
import { indentPasted } from "../src/pastedBlock.ts";
import { withCaret } from "./marked.ts";

/** The text after pasting. */
function pasted(source: string, block: string): string {
  const { text, offset } = withCaret(source);
  const lines = text.split("\n");
  const line = text.slice(0, offset).split("\n").length - 1;
  const column = offset - text.lastIndexOf("\n", offset - 1) - 1;
  const changed = indentPasted(block, { lineAt: (at) => lines[at] ?? "", line, column, unit: 2 });
  return text.slice(0, changed === undefined ? offset : offset - column) + (changed ?? block) + text.slice(offset);
}

const BUCKET = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n";

const rows: readonly (readonly [name: string, source: string, block: string, expected: string])[] = [
  [
    "a resource from a page, at the caret",
    `${BUCKET}  <|>\n`,
    "B:\n  Type: AWS::SQS::Queue",
    `${BUCKET}  B:\n    Type: AWS::SQS::Queue\n`,
  ],
  [
    "a resource at the beginning of a line",
    `${BUCKET}<|>\n`,
    "B:\n  Type: AWS::SQS::Queue\n",
    `${BUCKET}  B:\n    Type: AWS::SQS::Queue\n\n`,
  ],
  [
    "JSON behind a key",
    `${BUCKET}    Properties:\n      Tags: <|>\n`,
    '[\n    {\n        "Key": "a"\n    }\n]',
    `${BUCKET}    Properties:\n      Tags: [\n            {\n                "Key": "a"\n            }\n        ]\n`,
  ],
  [
    "JSON right behind the colon of an item's key",
    `${BUCKET}    Metadata:\n      - A:<|>\n`,
    '{\n  "B": 1\n}\n',
    `${BUCKET}    Metadata:\n      - A: {\n            "B": 1\n          }\n\n`,
  ],
  [
    "keys behind a key",
    `${BUCKET}    Properties:\n      VersioningConfiguration: <|>\n`,
    "A: 1\nB:\n  C: 2",
    `${BUCKET}    Properties:\n      VersioningConfiguration:\n        A: 1\n        B:\n          C: 2\n`,
  ],
  [
    "text behind a key as it is",
    `${BUCKET}    Properties:\n      BucketName: <|>\n`,
    "one\ntwo",
    `${BUCKET}    Properties:\n      BucketName: one\ntwo\n`,
  ],
  [
    "whole lines of a file with wider indentation",
    `${BUCKET}<|>\n`,
    "    B:\n        Type: AWS::SQS::Queue\n",
    `${BUCKET}  B:\n      Type: AWS::SQS::Queue\n\n`,
  ],
  [
    "lines whose first has lost its indentation",
    `${BUCKET}    Properties:\n      <|>\n`,
    "Tags:\n            - Key: a\n              Value: b\n          BucketName: c",
    `${BUCKET}    Properties:\n      Tags:\n        - Key: a\n          Value: b\n      BucketName: c\n`,
  ],
  [
    "a block below a first line that has lost its indentation",
    `${BUCKET}    <|>\n`,
    "Properties:\n          BucketName: c\n          AccessControl: d",
    `${BUCKET}    Properties:\n      BucketName: c\n      AccessControl: d\n`,
  ],
  [
    "an item that has lost its indentation",
    `${BUCKET}    Properties:\n      Tags:\n        <|>\n`,
    "- Key: a\n  Value: b",
    `${BUCKET}    Properties:\n      Tags:\n        - Key: a\n          Value: b\n`,
  ],
  [
    "a script",
    "A: |\n    <|>\n",
    "#!/bin/bash\nif x; then\n  y\nfi",
    "A: |\n    #!/bin/bash\n    if x; then\n      y\n    fi\n",
  ],
  [
    "a resource where Enter left the caret behind an attribute",
    `${BUCKET}    <|>\n`,
    "B:\n  Type: AWS::SQS::Queue",
    `${BUCKET}  B:\n    Type: AWS::SQS::Queue\n`,
  ],
  [
    "whole lines in front of others",
    `${BUCKET}<|>Outputs:\n  B:\n    Value: c\n`,
    "      B:\n        Type: AWS::SQS::Queue\n",
    `${BUCKET}  B:\n    Type: AWS::SQS::Queue\nOutputs:\n  B:\n    Value: c\n`,
  ],
  [
    "properties that were deeper, in front of a resource",
    `${BUCKET}    Properties:\n      BucketName: c\n<|>  B:\n    Type: AWS::SQS::Queue\n`,
    "          Tags:\n            - Key: a\n",
    `${BUCKET}    Properties:\n      BucketName: c\n      Tags:\n        - Key: a\n  B:\n    Type: AWS::SQS::Queue\n`,
  ],
  [
    "properties from a page",
    `${BUCKET}    Properties:\n<|>\n`,
    "Tags:\n  - Key: a\n",
    `${BUCKET}    Properties:\n      Tags:\n        - Key: a\n\n`,
  ],
  [
    "items beside items",
    `${BUCKET}    Properties:\n      Tags:\n        - Key: a\n          Value: b\n<|>\n`,
    "- Key: c\n  Value: d\n",
    `${BUCKET}    Properties:\n      Tags:\n        - Key: a\n          Value: b\n        - Key: c\n          Value: d\n\n`,
  ],
  [
    "an attribute of the resource behind its properties",
    `${BUCKET}    Properties:\n      BucketName: c\n<|>\n`,
    "    Metadata:\n      a: b\n",
    `${BUCKET}    Properties:\n      BucketName: c\n    Metadata:\n      a: b\n\n`,
  ],
  ["a section", `${BUCKET}<|>\n`, "Outputs:\n  B:\n    Value: c\n", `${BUCKET}Outputs:\n  B:\n    Value: c\n\n`],
  ["what is right as it is", `${BUCKET}<|>\n`, "  B:\n    Type: AWS::X::Y\n", `${BUCKET}  B:\n    Type: AWS::X::Y\n\n`],
  ["a single line", `${BUCKET}    <|>\n`, "B: c", `${BUCKET}    B: c\n`],
  ["where more stands on the line", "A: <|>\n", "b\nc", "A: b\nc\n"],
];

describe("a pasted block", () => {
  for (const [name, source, block, expected] of rows) it(name, () => assert.equal(pasted(source, block), expected));
});
