import assert from "node:assert/strict";
import { declareMissing } from "../../src/features/declareMissing.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { applied } from "../../src/text/edit.ts";
import { found } from "../rules/checkRule.ts";

/** The text after the declaration of what the finding of that code names; the finding is gone then. */
function check(code: string, text: string, expected: string | undefined): void {
  const diagnostic = found(text).find((one) => one.code === code);
  assert.ok(diagnostic !== undefined);
  const action = declareMissing(parse(text), diagnostic);
  const result = action && applied(text, [action.edit]);
  assert.equal(result, expected);
  if (result !== undefined)
    assert.deepEqual(
      found(result).filter((one) => one.severity === "error"),
      [],
    );
}

const topic = (value: string): string =>
  `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${value}\n`;

describe("declareMissing", () => {
  it("declares a parameter", () =>
    check("unknown-ref", topic("!Ref Name"), `Parameters:\n  Name:\n    Type: String\n${topic("!Ref Name")}`));

  it("declares one of the type that the property holds", () => {
    const instance =
      "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: !Ref Image\n      SecurityGroupIds: [!Ref Group]\n";
    const group = "Parameters:\n  Group:\n    Type: AWS::EC2::SecurityGroup::Id\n";
    check("unknown-ref", `${group}${instance}`, `${group}  Image:\n    Type: AWS::EC2::Image::Id\n${instance}`);
    const image = "Parameters:\n  Image:\n    Type: AWS::EC2::Image::Id\n";
    check("unknown-ref", `${image}${instance}`, `${image}  Group:\n    Type: AWS::EC2::SecurityGroup::Id\n${instance}`);
    const rule =
      "Resources:\n  In:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: sg-0123456789abcdef0\n      IpProtocol: '-1'\n      SourceSecurityGroupId: !Ref Alb\n";
    check("unknown-ref", rule, `Parameters:\n  Alb:\n    Type: AWS::EC2::SecurityGroup::Id\n${rule}`);
  });

  it("declares the transform of the language extensions", () => {
    const text = `Description: x\n${topic("!ToJsonString [a]")}`;
    check(
      "missing-extensions",
      text,
      `Description: x\nTransform: AWS::LanguageExtensions\n${topic("!ToJsonString [a]")}`,
    );
    check("missing-extensions", `Transform: Own\n${text}`.replace("Own", "[AWS::Serverless-2016-10-31]"), undefined);
  });

  it("declares a parameter in JSON", () =>
    check(
      "unknown-ref",
      '{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Name"}}}}}',
      '{"Parameters": { "Name": { "Type": "String" } }, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Name"}}}}}',
    ));

  it("declares a condition on a parameter with values", () =>
    check(
      "unknown-condition",
      `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [prod, dev]\n${topic("!If [IsProd, a, !Ref Stage]")}`,
      `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [prod, dev]\nConditions:\n  IsProd: !Equals [!Ref Stage, "prod"]\n${topic("!If [IsProd, a, !Ref Stage]")}`,
    ));

  it("declares no resource", () => check("unknown-get-att", topic("!GetAtt Queue.QueueName"), undefined));
});
