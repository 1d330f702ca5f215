import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folding } from "../../../src/features/document/folding.ts";
import { foldingRanges } from "../../../src/lsp/documents/foldingRanges.ts";
import { parse } from "../../../src/model/reading/parse.ts";

/** The ranges of a text as `first-last`, with the kind of those that have one. */
function ranges(text: string, most?: number): readonly string[] {
  const document = TextDocument.create("file:///t.yaml", "yaml", 1, text);
  return foldingRanges(document, folding(parse(text)), most).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? "" : ` ${kind}`}`,
  );
}

const TEXT = `# One
# Two
Resources:
  A:
    Type: AWS::EC2::Instance
    Properties:
      Tags:
        - Key: a
          Value: b

  # Three
  # Four
  B:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: b
`;

describe("folding ranges", () => {
  it("are in the order of the text, comments among them", () => {
    assert.deepEqual(ranges(TEXT), [
      "0-1 comment",
      "2-15",
      "3-8",
      "5-8",
      "6-8",
      "7-8",
      "10-11 comment",
      "12-15",
      "14-15",
    ]);
  });

  it("are one for each line, the longest that begins there", () => {
    assert.deepEqual(ranges('{ "Resources": { "A": {\n  "Type": "AWS::SQS::Queue"\n} }\n}\n'), ["0-2"]);
  });

  it("are the outermost ones where the client wants few", () => {
    assert.deepEqual(ranges(TEXT, 9), ranges(TEXT));
    assert.deepEqual(ranges(TEXT, 6), ["0-1 comment", "2-15", "3-8", "5-8", "10-11 comment", "12-15"]);
    assert.deepEqual(ranges(TEXT, 1), ["0-1 comment"]);
    assert.deepEqual(ranges(TEXT, 0), []);
  });
});
