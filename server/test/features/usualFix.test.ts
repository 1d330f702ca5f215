import assert from "node:assert/strict";
import { usualFix } from "../../src/features/usualFix.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { allSnippets } from "../../src/snippets/allSnippets.ts";
import { applied } from "../../src/text/edit.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { found } from "../rules/checkRule.ts";

const catalogue = loadCatalogue();
const snippets = allSnippets();

/** The text after the fix of the one key that is missing; nothing is found in it then. */
function mended(text: string): string {
  const [fix] = found(text).flatMap((one) => (one.code === "missing-property" && one.fix ? [one.fix] : []));
  assert.ok(fix !== undefined);
  const result = applied(text, usualFix(fix, { template: parse(text), catalogue, snippets }).edits);
  assert.deepEqual(found(result), []);
  return result;
}

const ROLE = "Resources:\n  QueueWorkerLambdaRole:\n    Type: AWS::IAM::Role\n";
const TRUST = `      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
`;

describe("usualFix", () => {
  it("adds a key with what people write below it", () =>
    assert.equal(mended(`${ROLE}    Properties:\n      Path: /\n`), `${ROLE}    Properties:\n      Path: /\n${TRUST}`));

  it("adds all properties with it", () => assert.equal(mended(ROLE), `${ROLE}    Properties:\n${TRUST}`));

  it("adds it to an item of a list", () =>
    assert.equal(
      mended(`${ROLE}    Properties:\n${TRUST}      Policies:\n        - PolicyName: read\n`),
      `${ROLE}    Properties:\n${TRUST}      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action:
                  - s3:GetObject
                Resource: '*'
`,
    ));

  it("keeps the line breaks and the indentation of JSON", () => {
    const text = `{
    "Resources": {
        "R": {
            "Type": "AWS::IAM::Role"
        }
    }
}
`.replaceAll("\n", "\r\n");
    const result = mended(text);
    assert.match(result, /\r\n {12}"Properties": \{\r\n {16}"AssumeRolePolicyDocument": \{\r\n {20}"Version"/);
    assert.doesNotMatch(result, /[^\r]\n/);
    assert.match(result, /"Service": "lambda\.amazonaws\.com"/);
  });

  it("leaves a key alone that people give different values", () => {
    const text = "Resources:\n  S:\n    Type: AWS::SNS::TopicInlinePolicy\n    Properties:\n      PolicyDocument: {}\n";
    const [fix] = found(text).flatMap((one) => one.fix ?? []);
    assert.ok(fix !== undefined);
    assert.equal(usualFix(fix, { template: parse(text), catalogue, snippets }), fix);
  });
});
