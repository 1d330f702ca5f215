import assert from "node:assert/strict";
import { typeMatcher } from "../../../src/features/completion/match.ts";

const NAMES = ["AWS::EC2::VPC", "AWS::EC2::VPCEndpoint", "AWS::S3::Bucket", "AWS::SNS::Topic", "Alexa::ASK::Skill"];

describe("resource types by what is typed", () => {
  check("", NAMES);
  check("s3b", ["AWS::S3::Bucket"]);
  check("AWS::S", ["AWS::S3::Bucket", "AWS::SNS::Topic"]);
  check("AWS::EC2::", ["AWS::EC2::VPC", "AWS::EC2::VPCEndpoint"]);
  check("aws::ec2::vpce", ["AWS::EC2::VPCEndpoint"]);
  check("AWS::EC2::E", []);
  check("ec2::vp", ["AWS::EC2::VPC", "AWS::EC2::VPCEndpoint"]);
  check("AWS::EC2::VPC::", ["AWS::EC2::VPC", "AWS::EC2::VPCEndpoint"]);
  check("AWS::EC2::VPC::X", []);
  check("AWS::E2::", []);
  check("Alexa::", ["Alexa::ASK::Skill"]);
});

function check(typed: string, expected: readonly string[]): void {
  it(JSON.stringify(typed), () => {
    const isMeant = typeMatcher(typed);
    assert.deepEqual(
      NAMES.filter((name) => isMeant(name.toLowerCase())),
      expected,
    );
  });
}
