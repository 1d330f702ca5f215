import assert from "node:assert/strict";
import { documentationOf } from "../../../src/features/completion/documentation.ts";
import { completion } from "../../../src/features/completion.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { allSnippets } from "../../../src/snippets/allSnippets.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";

const catalogue = loadCatalogue();
const snippets = allSnippets();

const YAML = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
Mappings:
  M: {a: {b: c}}
Conditions:
  P: !Equals [!Ref Env, prod]
Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy:
      ResourceSignal: {Count: 1}
    Properties:
      ImageId: !FindInMap [M, a, b]
      Tags:
      - Key: "名前"
        Value: !If [P, !Sub '\${Env}-x', !GetAtt Web.PrivateIp]
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          /opt/aws/bin/cfn-signal -e $? --resource Web
`;
const JSON_TEXT = `{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {
  "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"]}]},
  "RoleName": {"Fn::Sub": "\${AWS::StackName}-role"}}, "DependsOn": ["Other"]}, "Other": {"Type": "AWS::S3::Bucket"}}}
`;

/** Items of a truncated text must replace a part of the caret's line, which the caret touches. */
function check(text: string, offset: number): void {
  const context = { catalogue, snippets, exports: [], language: "ja", snippetSupport: true } as const;
  const { items } = completion({ ...context, template: parse(text) }, offset);
  for (const { span, label, data } of items) {
    assert.ok(span.start <= offset && offset <= span.end, `${label} at ${offset} of ${JSON.stringify(text)}`);
    assert.ok(!text.slice(span.start, span.end).includes("\n"));
    if (data !== undefined && data.of !== "type" && items.length < 100) documentationOf(data, context);
  }
}

describe("completion at every offset", () => {
  for (const [name, source] of [
    ["YAML", YAML],
    ["CRLF", YAML.replaceAll("\n", "\r\n")],
    ["JSON", JSON_TEXT],
  ] as const) {
    it(`${name}: of the whole text`, () => {
      for (let offset = 0; offset <= source.length; offset++) check(source, offset);
    });
    it(`${name}: of truncated texts, at their end`, () => {
      for (let end = 0; end <= source.length; end++) check(source.slice(0, end), end);
    });
  }
});
