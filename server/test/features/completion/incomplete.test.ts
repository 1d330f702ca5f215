import assert from "node:assert/strict";
import { completion } from "../../../src/features/completion.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { allSnippets } from "../../../src/snippets/allSnippets.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../marked.ts";

const catalogue = loadCatalogue();
const snippets = allSnippets();

/** Whether the editor may go on filtering the list by itself. */
const cases: [string, string, "complete" | "incomplete"][] = [
  ["sections", "Re<|>\n", "complete"],
  ["sections below others", "Resources:\n  B:\n    Type: AWS::S3::Bucket\nOut<|>\n", "complete"],
  ["attributes", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Pro<|>\n", "complete"],
  ["the first attribute", "Resources:\n  B:\n    T<|>\n", "complete"],
  [
    "properties",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n      Ver<|>\n",
    "complete",
  ],
  ["the first property", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      Ver<|>\n", "complete"],
  [
    "the first property, nothing typed",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      <|>\n",
    "complete",
  ],
  [
    "the first key of an item",
    "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - Ip<|>\n",
    "complete",
  ],
  [
    "a key of an item",
    "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - IpProtocol: tcp\n          Fr<|>\n",
    "complete",
  ],
  [
    "keys below a property",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        St<|>\n",
    "complete",
  ],
  ["keys of a parameter", "Parameters:\n  P:\n    Type: String\n    Def<|>\n", "complete"],
  ["the first key of a parameter", "Parameters:\n  P:\n    Ty<|>\n", "complete"],
  [
    "a policy's key",
    "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Sta<|>\n",
    "complete",
  ],
  ["JSON: attributes", '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "<|>"}}}', "complete"],
  ["JSON: properties", '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"<|>"}}}}', "complete"],
  ["a type from its beginning", "Resources:\n  B:\n    Type: AW<|>\n", "complete"],
  ["a type behind AWS", "Resources:\n  B:\n    Type: AWS::S<|>\n", "complete"],
  ["a type by a word of its name", "Resources:\n  B:\n    Type: Alarm<|>\n", "incomplete"],
  ["a logical id says what it is", "Resources:\n  Data<|>\n", "incomplete"],
  [
    "what may become a function",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        F<|>\n",
    "incomplete",
  ],
  [
    "a value of a closed list",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: E<|>\n",
    "complete",
  ],
  [
    "a truth value",
    "Resources:\n  V:\n    Type: AWS::EC2::VPC\n    Properties:\n      EnableDnsSupport: t<|>\n",
    "complete",
  ],
  ["an attribute's value", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: D<|>\n", "complete"],
  [
    "a value that may be another one",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: p<|>\n",
    "incomplete",
  ],
  [
    "a truth value in another case",
    "Resources:\n  V:\n    Type: AWS::EC2::VPC\n    Properties:\n      EnableDnsSupport: T<|>\n",
    "incomplete",
  ],
  [
    "a declared name",
    "Parameters:\n  Domain:\n    Type: String\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Ref D<|>\n",
    "complete",
  ],
  ["types of a service", "Resources:\n  B:\n    Type: AWS::S3::B<|>\n", "complete"],
];

describe("completion lists", () => {
  for (const [name, source, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      const { text, offset } = withCaret(source);
      const { items, isIncomplete } = completion(
        { template: parse(text), catalogue, snippets, exports: [], language: "en", snippetSupport: true },
        offset,
      );
      assert.ok(items.length > 0, "nothing is offered");
      assert.equal(isIncomplete, expected === "incomplete");
    });
  }
});
