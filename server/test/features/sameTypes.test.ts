import assert from "node:assert/strict";
import { sameTypes } from "../../src/features/sameTypes.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { drawn, withCaret } from "../marked.ts";

const TEMPLATE = `Resources:
  A:
    Type: AWS::S3::Bucket
  B:
    Type: AWS::SNS::Topic
  C:
    Type: "AWS::S3::Bucket"
`;

const rows: readonly (readonly [name: string, source: string, expected: string])[] = [
  [
    "all resources of the type",
    TEMPLATE.replace("S3", "S<|>3"),
    TEMPLATE.replaceAll("AWS::S3::Bucket", "«AWS::S3::Bucket»"),
  ],
  ["none on a key", TEMPLATE.replace("Type", "Ty<|>pe"), TEMPLATE],
  [
    "none for the type of a parameter",
    "Parameters:\n  A:\n    Type: Str<|>ing\n",
    "Parameters:\n  A:\n    Type: String\n",
  ],
];

describe("sameTypes", () => {
  for (const [name, source, expected] of rows)
    it(name, () => {
      const { text, offset } = withCaret(source);
      assert.equal(drawn(text, sameTypes(parse(text), offset)), expected);
    });
});
