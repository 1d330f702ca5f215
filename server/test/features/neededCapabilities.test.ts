import assert from "node:assert/strict";
import { capabilityWords, neededCapabilities } from "../../src/features/neededCapabilities.ts";
import { parse } from "../../src/model/reading/parse.ts";

const CHILD =
  "Resources:\n  User: {Type: AWS::IAM::User, Properties: {UserName: a}}\n  Again: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml}}\n";

function needed(text: string): string {
  const found = neededCapabilities(
    parse(text),
    () => new Map([["./child.yaml", { uri: "file:///child.yaml", template: parse(CHILD) }]]),
  );
  const because = found.needed.map((one) => one.because);
  return [capabilityWords(found.needed).join(" "), because.join(" "), found.unread.join(" ")].join("; ");
}

const TABLE: readonly (readonly [name: string, text: string, expected: string])[] = [
  ["nothing", "Resources:\n  T: {Type: AWS::SNS::Topic}\n", "; ; "],
  ["a role", "Resources:\n  R: {Type: AWS::IAM::Role}\n", "CAPABILITY_IAM; R; "],
  [
    "a role with a name, and one without",
    "Resources:\n  R: {Type: AWS::IAM::Role, Properties: {RoleName: a}}\n  S: {Type: AWS::IAM::Role}\n",
    "CAPABILITY_NAMED_IAM; R S; ",
  ],
  [
    "a policy, whose name is none of IAM's",
    "Resources:\n  P: {Type: AWS::IAM::Policy, Properties: {PolicyName: a}}\n",
    "CAPABILITY_IAM; P; ",
  ],
  [
    "a function of SAM's",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: AWS::Serverless::Function}\n",
    "CAPABILITY_IAM CAPABILITY_AUTO_EXPAND; AWS::Serverless-2016-10-31 F; ",
  ],
  [
    "a function of SAM's with a role",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: AWS::Serverless::Function, Properties: {Role: a}}\n",
    "CAPABILITY_AUTO_EXPAND; AWS::Serverless-2016-10-31; ",
  ],
  [
    "what loops make, one in the other",
    `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A:\n    - N\n    - [a, b]\n    - Role\${N}: {Type: AWS::IAM::Role}\n      Fn::ForEach::B:\n        - M\n        - [c]\n        - User\${N}\${M}: {Type: AWS::IAM::User, Properties: {UserName: !Sub "\${N}"}}\n  Fn::ForEach::T:\n    - N\n    - [a]\n    - T\${N}: {Type: AWS::SNS::Topic}\n`,
    "CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND; AWS::LanguageExtensions Role${N} User${N}${M}; ",
  ],
  [
    "a macro in a resource",
    "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}\n",
    "CAPABILITY_AUTO_EXPAND; T; ",
  ],
  [
    "a nested template, that nests itself",
    "Resources:\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml}}\n",
    "CAPABILITY_NAMED_IAM; N.User; ",
  ],
  [
    "a nested template of elsewhere",
    "Resources:\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://a.s3.amazonaws.com/b}}\n",
    "; ; N",
  ],
];

describe("the capabilities that a deployment needs", () => {
  for (const [name, text, expected] of TABLE) it(name, () => assert.equal(needed(text), expected));
});
