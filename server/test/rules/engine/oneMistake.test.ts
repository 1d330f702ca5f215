import assert from "node:assert/strict";
import { found } from "../checkRule.ts";

const F = (line: string): string =>
  `  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: index.handler\n      Code: {ZipFile: x}\n      Role: arn:aws:iam::123456789012:role/r\n      ${line}\n`;
const P = "Parameters:\n  Name:\n    Type: String\n";
const TOPIC = "  T:\n    Type: AWS::SNS::Topic\n";

/** A template with one mistake, and the only code that is told as an error or a warning. */
const CASES: readonly (readonly [name: string, text: string, code: string])[] = [
  ["a misspelt runtime", `Resources:\n${F("Runtime: pyton3.12")}`, "invalid-value"],
  ["a runtime that does not exist", `Resources:\n${F("Runtime: python3.99")}`, "invalid-value"],
  ["a misspelt parameter", `${P}Resources:\n${TOPIC}    Properties: {TopicName: !Ref Nam}\n`, "unknown-ref"],
  ["a forgotten Sub", `${P}Resources:\n${TOPIC}    Properties: {TopicName: "a-\${Name}"}\n`, "missing-sub"],
  [
    "a misspelt condition",
    `${P}Conditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n${TOPIC}    Condition: IsPrd\n`,
    "unknown-condition",
  ],
  [
    "a misspelt mapping",
    `Mappings:\n  Sizes:\n    all:\n      name: a\nResources:\n${TOPIC}    Properties: {TopicName: !FindInMap [Size, all, name]}\n`,
    "unknown-mapping",
  ],
  [
    "a misspelt property that is required",
    "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescriptoin: a}\n",
    "unknown-property",
  ],
  ["a misspelt Type", "Resources:\n  T:\n    Typ: AWS::SNS::Topic\n", "unknown-property"],
  [
    "a policy that the type refuses",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Snapshot\n",
    "deletion-policy",
  ],
  [
    "a word for a number",
    "Resources:\n  L:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: Delete\n    Properties: {RetentionInDays: lots}\n",
    "wrong-type",
  ],
  [
    "a default that is no number",
    `Parameters:\n  N: {Type: Number, Default: a}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: !Ref N}\n`,
    "parameter-default",
  ],
  ["a key that stands twice", `Resources:\n${TOPIC}${TOPIC}`, "duplicate-key"],
  ["a wrong DependsOn beside its reference", `Resources:\n${TOPIC}    DependsOn: T\n`, "dependency-cycle"],
];

describe("one mistake gives one finding", () => {
  for (const [name, text, code] of CASES) {
    it(name, () => {
      const told = found(text).filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        told.map((one) => one.code),
        [code],
      );
    });
  }

  it("but a parameter that nothing means is told to be unused", () => {
    const codes = found(`${P}  Other: {Type: String}\nResources:\n${TOPIC}    Properties: {TopicName: !Ref Nam}\n`);
    assert.deepEqual(
      codes.map(({ code }) => code),
      ["unused-parameter", "unknown-ref"],
    );
  });

  it("fades the value that a repeated key loses", () => {
    const [lost] = found(`Resources:\n${TOPIC}${TOPIC}`);
    assert.deepEqual([lost?.code, lost?.severity, lost?.tag], ["duplicate-key", "hint", "unnecessary"]);
  });
});
