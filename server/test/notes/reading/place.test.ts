import { deepEqual } from "node:assert/strict";
import { type NotePlace, parsePlace } from "../../../src/notes/reading/note.ts";

describe("parsePlace", () => {
  const check = (source: string, expected: NotePlace | undefined): void => {
    it(source === "" ? "(empty)" : source, () => deepEqual(parsePlace(source), expected));
  };
  check("AWS::Route53::RecordSet", { kind: "type", type: "AWS::Route53::RecordSet" });
  check("AWS::OpsWorks::*", { kind: "type", type: "AWS::OpsWorks::*" });
  check("AWS::Route53::RecordSet.AliasTarget.EvaluateTargetHealth", {
    kind: "property",
    type: "AWS::Route53::RecordSet",
    path: ["AliasTarget", "EvaluateTargetHealth"],
    value: undefined,
  });
  check("AWS::Route53::RecordSet.Type=A", {
    kind: "property",
    type: "AWS::Route53::RecordSet",
    path: ["Type"],
    value: "A",
  });
  check("AWS::X::Y.Attributes.Key=access_logs.s3.*", {
    kind: "property",
    type: "AWS::X::Y",
    path: ["Attributes", "Key"],
    value: "access_logs.s3.*",
  });
  check("section:Outputs", { kind: "section", section: "Outputs", path: [], value: undefined });
  check("section:Outputs.Export", { kind: "section", section: "Outputs", path: ["Export"], value: undefined });
  check("section:Transform=AWS::Serverless-2016-10-31", {
    kind: "section",
    section: "Transform",
    path: [],
    value: "AWS::Serverless-2016-10-31",
  });
  check("attribute:DeletionPolicy=Retain", { kind: "attribute", path: ["DeletionPolicy"], value: "Retain" });
  check("metadata:AWS::CloudFormation::Init.packages", {
    kind: "metadata",
    path: ["AWS::CloudFormation::Init", "packages"],
    value: undefined,
  });
  check("AWS::CloudFormation::Init", { kind: "metadata", path: ["AWS::CloudFormation::Init"], value: undefined });
  check("function:Fn::FindInMap", { kind: "function", name: "Fn::FindInMap" });
  check("Fn::FindInMap", { kind: "function", name: "Fn::FindInMap" });
  check("AWS::Region", { kind: "pseudo", name: "AWS::Region" });
  check("word:aws  cloudfront create-invalidation", {
    kind: "word",
    words: ["aws", "cloudfront", "create-invalidation"],
  });
  check("text:X-Forwarded-*", { kind: "text", text: "X-Forwarded-*" });
  check(" CreationPolicy ", { kind: "name", name: "CreationPolicy" });
  check("", undefined);
  check("—", undefined);
  check("section:", undefined);
  check("AWS::S3::Bucket..Name", undefined);
});
