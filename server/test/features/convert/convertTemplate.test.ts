import assert from "node:assert/strict";
import { convertTemplate } from "../../../src/features/convertTemplate.ts";
import { parse } from "../../../src/model/reading/parse.ts";

/** One way and back again; where the way back is not given, it only has to mean the same, which the conversion itself sees to. */
function check(text: string, expected: string, back?: string): void {
  const there = convertTemplate(parse(text));
  assert.ok("text" in there, JSON.stringify(there));
  assert.equal(there.text, expected);
  const again = convertTemplate(parse(there.text));
  assert.ok("text" in again, JSON.stringify(again));
  if (back !== undefined) assert.equal(again.text, back);
}

const YAML = `AWSTemplateFormatVersion: "2010-09-09"

Parameters:
  Account:
    Type: String
    Default: "012"
    AllowedValues:
      - "yes"
      - "on"
      - "1.10"
      - a b

Resources:
  Web:
    Type: AWS::EC2::Instance
    Condition: IsProd
    Properties:
      EbsOptimized: true
      ImageId: !FindInMap [Images, !Ref AWS::Region, x86]
      SubnetId: !ImportValue shared-subnet
      KeyName:
        Fn::ImportValue: !Sub \${Account}-key
      IamInstanceProfile: !GetAtt Profile.Arn
      SecurityGroupIds: []
      Tags:
        - Key: Name
          Value: !If [IsProd, "it's: \\"prod\\"", !Ref AWS::NoValue]
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash

            echo \${Account}

Conditions:
  IsProd: !And [!Condition Big, !Not [!Equals [!Ref Account, "012"]]]
`;

const JSON_TEXT = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Parameters": {
    "Account": {
      "Type": "String",
      "Default": "012",
      "AllowedValues": ["yes", "on", "1.10", "a b"]
    }
  },
  "Resources": {
    "Web": {
      "Type": "AWS::EC2::Instance",
      "Condition": "IsProd",
      "Properties": {
        "EbsOptimized": true,
        "ImageId": { "Fn::FindInMap": ["Images", { "Ref": "AWS::Region" }, "x86"] },
        "SubnetId": { "Fn::ImportValue": "shared-subnet" },
        "KeyName": { "Fn::ImportValue": { "Fn::Sub": "\${Account}-key" } },
        "IamInstanceProfile": { "Fn::GetAtt": ["Profile", "Arn"] },
        "SecurityGroupIds": [],
        "Tags": [
          {
            "Key": "Name",
            "Value": {
              "Fn::If": ["IsProd", "it's: \\"prod\\"", { "Ref": "AWS::NoValue" }]
            }
          }
        ],
        "UserData": { "Fn::Base64": { "Fn::Sub": "#!/bin/bash\\n\\n  echo \${Account}\\n" } }
      }
    }
  },
  "Conditions": {
    "IsProd": {
      "Fn::And": [
        { "Condition": "Big" },
        { "Fn::Not": [{ "Fn::Equals": [{ "Ref": "Account" }, "012"] }] }
      ]
    }
  }
}
`;

describe("convertTemplate", () => {
  it("writes JSON as YAML, and back as it was", () => check(JSON_TEXT, YAML, JSON_TEXT));

  it("writes YAML as JSON", () => check(YAML, JSON_TEXT, YAML));

  it("knows what CloudFormation reads plain words as", () =>
    check(
      "Resources:\n  A:\n    Type: X\n    Properties: {B: yes, C: 012, D: 2012-10-17, E: 1.10, F: 'off', G: 3}\n",
      '{\n  "Resources": {\n    "A": {\n      "Type": "X",\n      "Properties": {\n        "B": true,\n        "C": "012",\n        "D": "2012-10-17",\n        "E": 1.10,\n        "F": "off",\n        "G": 3\n      }\n    }\n  }\n}\n',
    ));

  it("writes blocks by the line breaks at their end", () =>
    check(
      '{"Resources": {"A": {"Type": "X", "Properties": {"B": "a\\nb", "C": "a\\n\\n", "D": "a \\nb", "E": " a\\nb\\n"}}}}',
      'Resources:\n  A:\n    Type: X\n    Properties:\n      B: |-\n        a\n        b\n      C: |+\n        a\n\n      D: "a \\nb"\n      E: |2\n         a\n        b\n',
    ));

  it("writes letters of all scripts as they are", () =>
    check(
      '{"Resources": {"A": {"Type": "X", "Properties": {"B": "起動 🚀", "C": "一\\n🚀\\n"}}}}',
      "Resources:\n  A:\n    Type: X\n    Properties:\n      B: 起動 🚀\n      C: |\n        一\n        🚀\n",
    ));

  it("keeps CRLF", () =>
    check(
      '{\r\n  "Resources": {\r\n    "A": {\r\n      "Type": "X"\r\n    }\r\n  }\r\n}\r\n',
      "Resources:\r\n  A:\r\n    Type: X\r\n",
      '{\r\n  "Resources": {\r\n    "A": {\r\n      "Type": "X"\r\n    }\r\n  }\r\n}\r\n',
    ));

  it("counts the comments that are lost", () => {
    const source =
      "# one\nResources:\n  A: # two\n    Type: X\n    Properties:\n      B: |\n        # no comment\n      C: 'a # b'\n";
    const converted = convertTemplate(parse(source));
    assert.equal("text" in converted && converted.comments, 2);
  });

  it("refuses what is broken or another tool's", () => {
    for (const source of ["Resources:\n  A: [\n", "Resources:\n  A:\n    Type: !Embed x\n"])
      assert.ok("refused" in convertTemplate(parse(source)), source);
  });
});
