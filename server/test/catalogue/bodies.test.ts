import assert from "node:assert/strict";
import { attributeOf } from "../../src/catalogue/language/attributeOf.ts";
import type { ObjectType, ValueType } from "../../src/catalogue/types/catalogue.ts";
import { alternatives, schemaAt } from "../../src/catalogue/types/schemaAt.ts";
import { loadCatalogue } from "./loadCatalogue.ts";

const catalogue = loadCatalogue();

function check(root: ObjectType, path: readonly (string | number)[], expected: string): void {
  const schema = schemaAt(root, path);
  assert.equal(schema ? alternatives(schema.type).map(kindOf).join("|") : "unknown", expected, path.join("/"));
}

function kindOf(type: ValueType): string {
  return type.kind === "string" && type.enum ? `enum ${type.enum.slice(0, 3).join(",")}` : type.kind;
}

const instance = catalogue.resourceBody("AWS::EC2::Instance");
const group = catalogue.resourceBody("AWS::AutoScaling::AutoScalingGroup");
const bucket = catalogue.resourceBody("AWS::S3::Bucket");
const role = catalogue.resourceBody("AWS::IAM::Role");
const init = ["Metadata", "AWS::CloudFormation::Init"];

const PATHS: readonly (readonly [
  name: string,
  root: ObjectType,
  path: readonly (string | number)[],
  expected: string,
])[] = [
  ["signals of an instance", instance, ["CreationPolicy", "ResourceSignal", "Timeout"], "string"],
  ["an instance has no group policy", instance, ["CreationPolicy", "AutoScalingCreationPolicy"], "unknown"],
  ["a bucket takes no CreationPolicy", bucket, ["CreationPolicy"], "unknown"],
  ["an instance takes no UpdatePolicy", instance, ["UpdatePolicy"], "unknown"],
  [
    "processes to suspend",
    group,
    ["UpdatePolicy", "AutoScalingRollingUpdate", "SuspendProcesses", 0],
    "enum Launch,Terminate,AddToLoadBalancer",
  ],
  [
    "instance refresh",
    group,
    ["UpdatePolicy", "AutoScalingInstanceRefresh", "Preferences", "MinHealthyPercentage"],
    "number",
  ],
  [
    "UpdatePolicy of Lambda::Alias",
    catalogue.resourceBody("AWS::Lambda::Alias"),
    ["UpdatePolicy", "CodeDeployLambdaAliasUpdate", "ApplicationName"],
    "string",
  ],
  ["no snapshot of a bucket", bucket, ["DeletionPolicy"], "enum Delete,Retain,RetainExceptOnCreate"],
  ["UpdateReplacePolicy", bucket, ["UpdateReplacePolicy"], "enum Delete,Retain"],
  ["Init: default config", instance, [...init, "config", "packages", "yum", "httpd", 0], "string"],
  ["Init: a config of one's own", instance, [...init, "install", "files", "/etc/x", "mode"], "string"],
  ["Init: config sets", instance, [...init, "configSets", "default", 0], "string|object"],
  ["Init: services", instance, [...init, "config", "services", "systemd", "cfn-hup", "files", 0], "string"],
  ["Init: no such key", instance, [...init, "config", "packagess"], "unknown"],
  ["other metadata is free", instance, ["Metadata", "Mine", "x", 3], "any"],
  [
    "trust policy",
    role,
    ["Properties", "AssumeRolePolicyDocument", "Statement", 0, "Principal", "Service"],
    "string|list",
  ],
  [
    "no Resource in a trust policy",
    role,
    ["Properties", "AssumeRolePolicyDocument", "Statement", 0, "Resource"],
    "unknown",
  ],
  [
    "one statement without a list",
    role,
    ["Properties", "Policies", 0, "PolicyDocument", "Statement", "Effect"],
    "enum Allow,Deny",
  ],
  [
    "operators take a prefix",
    role,
    [
      "Properties",
      "Policies",
      0,
      "PolicyDocument",
      "Statement",
      0,
      "Condition",
      "ForAllValues:StringLike",
      "aws:TagKeys",
      0,
    ],
    "string|boolean|number",
  ],
  [
    "a core network's document is no policy",
    catalogue.resourceBody("AWS::NetworkManager::CoreNetwork"),
    ["Properties", "PolicyDocument", "Statement"],
    "any",
  ],
  ["custom resources are free", catalogue.resourceBody("Custom::Thing"), ["Properties", "Anything"], "any"],
  ["but have a token", catalogue.resourceBody("Custom::Thing"), ["Properties", "ServiceToken"], "string"],
  ["private types are free", catalogue.resourceBody("My::Org::Type"), ["Properties", "A", "B"], "any"],
  [
    "types may contain themselves",
    catalogue.resourceBody("AWS::WAFv2::WebACL"),
    [
      "Properties",
      "Rules",
      0,
      "Statement",
      "NotStatement",
      "Statement",
      "AndStatement",
      "Statements",
      0,
      "GeoMatchStatement",
      "CountryCodes",
      0,
    ],
    "string",
  ],
  ["parameters", catalogue.templateBody, ["Parameters", "P", "NoEcho"], "boolean"],
  ["outputs", catalogue.templateBody, ["Outputs", "O", "Export", "Name"], "string"],
  ["assertions", catalogue.templateBody, ["Rules", "R", "Assertions", 0, "AssertDescription"], "string"],
  [
    "groups of parameters",
    catalogue.templateBody,
    ["Metadata", "AWS::CloudFormation::Interface", "ParameterGroups", 0, "Label", "default"],
    "string",
  ],
  ["Globals", catalogue.templateBody, ["Globals", "Function", "Timeout"], "number"],
  ["no events in Globals", catalogue.templateBody, ["Globals", "Function", "Events"], "unknown"],
  ["any section", catalogue.templateBody, ["Resource"], "unknown"],
];

describe("bodies", () => {
  for (const [name, root, path, expected] of PATHS) it(name, () => check(root, path, expected));

  it("inherits replacement from the property around", () => {
    const schema = schemaAt(catalogue.resourceBody("AWS::EC2::Instance"), ["Properties", "CpuOptions", "CoreCount"]);
    assert.equal(schema?.update, "replacement");
  });

  it("gives entries their body", () => {
    assert.ok(catalogue.entryBody("Parameters")?.properties.has("AllowedPattern"));
    assert.ok(catalogue.entryBody("Globals", "Function")?.properties.has("Runtime"));
    assert.equal(catalogue.entryBody("Globals"), undefined);
    assert.equal(catalogue.entryBody("Conditions"), undefined);
    assert.ok(catalogue.entryBody("Metadata", "AWS::CloudFormation::Interface")?.properties.has("ParameterLabels"));
  });

  it("has both languages for each of our own texts", () => {
    const seen = new Set<ObjectType>([catalogue.templateBody, instance, group, role]);
    let texts = 0;
    for (const object of seen) {
      for (const property of object.properties.values()) {
        if (property.text) {
          texts += 1;
          assert.ok(
            property.text.en.length > 0 && /[\u3040-\u30ff\u4e00-\u9fff]/.test(property.text.ja),
            property.name,
          );
        }
        for (const type of alternatives(property.type)) if (type.kind === "object") seen.add(type.object);
      }
    }
    for (const { name, text } of [
      ...catalogue.functions.values(),
      ...catalogue.pseudoParameters.values(),
      ...catalogue.parameterTypes,
    ]) {
      assert.ok(text.en.length > 0 && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text.ja), name);
    }
    assert.ok(texts > 40, String(texts));
  });

  it("finds attributes, also free and nested ones", () => {
    const attribute = (type: string, name: string): string | undefined => {
      const known = catalogue.resourceType(type);
      return known && attributeOf(known, name)?.type.kind;
    };
    assert.equal(attribute("AWS::RDS::DBInstance", "Endpoint.Address"), "string");
    assert.equal(attribute("AWS::S3::Bucket", "Arn"), "string");
    assert.equal(attribute("AWS::CloudFormation::Stack", "Outputs.Anything"), "any");
    assert.equal(attribute("AWS::CloudFormation::CustomResource", "Anything"), "any");
    assert.equal(attribute("AWS::SSM::Parameter", "Value"), "string");
    assert.equal(attribute("AWS::S3::Bucket", "Anr"), undefined);
  });
});
