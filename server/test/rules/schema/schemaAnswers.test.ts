import assert from "node:assert/strict";
import { found } from "../checkRule.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\n";

const resource = (type: string, properties: string, transform = ""): string =>
  `${transform}Resources:\n  One:\n    Type: ${type}\n    Properties: {${properties}}\n`;

/** The answers that the findings of a code quote. */
function answers(code: string, text: string, language: "en" | "ja"): readonly string[] {
  const quote = language === "en" ? / \(“([^”]*)”\)/ : /（「([^」]*)」）/;
  return found(text, language)
    .filter((one) => one.code === code)
    .map(({ message }) => quote.exec(message)?.[1] ?? "");
}

const ROLE = "AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}";
const FUNCTION = "Runtime: python3.13, Handler: index.handler, InlineCode: x";
const ofTable = (value: string): string =>
  `KeySchema: [{AttributeName: a, KeyType: HASH}], AttributeDefinitions: [{AttributeName: a, AttributeType: S}], BillingMode: ${value}`;

describe("what is answered to a value that its type does not take", () => {
  for (const [what, code, text, ...quoted] of [
    ["a key", "unknown-property", resource("AWS::SQS::Queue", "Foo: x"), "extraneous key [Foo] is not permitted"],
    ["a key of a type outside the registry", "unknown-property", resource("AWS::SQS::QueuePolicy", "Foo: x"), ""],
    [
      "what is missing",
      "missing-property",
      resource("AWS::Lambda::Version", ""),
      "required key [FunctionName] not found",
    ],
    [
      "an enum of the schema",
      "invalid-value",
      resource("AWS::Logs::LogGroup", "RetentionInDays: 10"),
      "failed validation constraint for keyword [enum]",
    ],
    [
      "a minimum of the schema",
      "invalid-format",
      resource(
        "AWS::Lambda::Function",
        `Role: arn:aws:iam::123456789012:role/x, Code: {ZipFile: x}, EphemeralStorage: {Size: 256}`,
      ),
      "failed validation constraint for keyword [minimum]",
    ],
    [
      "a pattern of the schema",
      "invalid-format",
      resource("AWS::KMS::Alias", "AliasName: app, TargetKeyId: x"),
      "failed validation constraint for keyword [pattern]",
    ],
    [
      "a list for a text",
      "wrong-type",
      resource("AWS::SQS::Queue", "QueueName: [a]"),
      "expected type: String, found: JSONArray",
    ],
    [
      "a number that the schema leaves to the service",
      "invalid-format",
      resource("AWS::IAM::Role", `${ROLE}, MaxSessionDuration: 60`),
      "Member must have value greater than or equal to 3600",
    ],
    [
      "a number of a service whose answer nobody told",
      "invalid-format",
      resource("AWS::EFS::FileSystem", "ProvisionedThroughputInMibps: 0"),
      "",
    ],
    [
      "a number that SQS refuses",
      "invalid-format",
      resource("AWS::SQS::Queue", "DelaySeconds: 1000"),
      "Invalid value for the parameter",
    ],
    [
      "a name that is too long",
      "invalid-id",
      resource("AWS::IAM::Role", `${ROLE}, RoleName: ${"a".repeat(65)}`),
      "Member must have length less than or equal to 64",
    ],
    [
      "a name with other characters",
      "invalid-id",
      resource("AWS::IAM::Role", `${ROLE}, RoleName: a b`),
      "is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
    ],
    [
      "a value in a policy, which is no value of the schema",
      "invalid-value",
      resource(
        "AWS::IAM::Role",
        "AssumeRolePolicyDocument: {Statement: [{Effect: Permit, Action: sts:AssumeRole, Principal: '*'}]}",
      ),
      "",
    ],
    [
      "a parameter's default",
      "invalid-resolved-value",
      `Parameters: {Mode: {Type: String, Default: FREE}}\n${resource("AWS::DynamoDB::Table", ofTable("!Ref Mode"))}`,
      "Member must satisfy enum value set",
    ],
    [
      "a key of SAM's",
      "unknown-property",
      resource("AWS::Serverless::Function", `${FUNCTION}, Foo: x`, SAM),
      "property Foo not defined for resource of type",
    ],
    [
      "what is missing for SAM",
      "missing-property",
      resource("AWS::Serverless::Api", "", SAM),
      "Missing required property 'StageName'",
    ],
    [
      "what is missing in an event",
      "missing-property",
      resource("AWS::Serverless::Function", `${FUNCTION}, Events: {E: {Type: Api, Properties: {Path: /}}}`, SAM),
      "Property 'Method' is required",
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(answers(code, text, "en"), quoted);
      assert.deepEqual(answers(code, text, "ja"), quoted);
    });
});
