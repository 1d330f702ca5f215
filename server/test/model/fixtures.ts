/** Templates for tests under random edits: between them, every form in which templates are written. */
export const EDIT_FIXTURES: readonly string[] = [
  `AWSTemplateFormatVersion: '2010-09-09'
Description: >-
  A template that shows
  a folded description

  in two paragraphs
# a comment
Parameters:
  Name:
    Type: String
    Default: ''
    AllowedValues: [a, "b", 'c d']   # trailing
  Count: {Type: Number, Default: 0x1F, MinValue: -1.5}
Conditions:
  Many: !Not [!Equals [!Ref Count, 1]]
  Both: !And
    - Condition: Many
    - !Or [Condition: Many, !Equals [a, b]]
Resources:

  Web:   # the server
    Type: AWS::EC2::Instance
    DependsOn:
    - Role
    - Bucket
    Properties:
      Tags:
        - Key: Name
          Value: !Sub "\${AWS::StackName}-web\\t\\u3042"
        -
          Key: Other
          Value:
            Fn::Join:
              - ''
              - - "a"
                - !Ref Name
      Empty:
      Nothing: ~
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash -xe

            indented
          cfn-signal -e $? --resource Web --stack \${AWS::StackName}
      Text: it is
        on two lines

        and a third
      Quoted: 'it''s
        folded "too"'
      Double: "one \\
        two
        three"
  Role:
      Type: AWS::IAM::Role
      Properties: {}
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: !If [Many, !Ref Name, !Ref "AWS::NoValue"]}}
Outputs:
  Address:
    Value: !GetAtt Web.PublicIp
    Export: {Name: !Sub '\${AWS::StackName}-address'}
`,
  `Resources:
  A: &a
    Type: AWS::SNS::Topic
    Properties: &p {TopicName: x}
  B:
    Type: AWS::SNS::Topic
    Properties:
      <<: *p
      DisplayName: y
`,
  '\ufeffResources:\r\n  A:\r\n    Type: AWS::S3::Bucket\r\n    Properties:\r\n      Name: |\r\n        one\r\n        two\r\n\r\n      Other: "a\r\n        b"\r\nOutputs:\r\n  日本: {Value: "🙂"}\r\n',
  `---
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Runtime: nodejs22.x}
Resources:
    Fn::ForEach::Topics:
        - Name
        - [a, b]
        - Topic\${Name}:
              Type: AWS::SNS::Topic
    Function:
        Type: AWS::Serverless::Function
        Properties:
            InlineCode: |-
                exports.handler = async () => {
                  return "x";
                };
            Policies:
            -   Version: 2012-10-17
                Statement:
                -   Effect: Allow
                    Action: ["s3:*"]
                    Resource: "*"
Mappings:
  Map:
    us-east-1: {Id: ami-1}
    "eu-west-1":
      Id: ami-2
`,
];

export const JSON_FIXTURES: readonly string[] = [
  `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Parameters": {"Name": {"Type": "String", "Default": "a\\tb\\u0041"}},
  "Resources": {
    "Web": {
      "Type": "AWS::EC2::Instance",
      "Properties": {
        "ImageId": {"Ref": "Name"},
        "Tags": [{"Key": "a", "Value": {"Fn::Sub": "\${Name}"}}, {"Key": "b", "Value": -1.5e3}],
        "UserData": {"Fn::Base64": {"Fn::Join": ["", ["#!/bin/bash\\n", "cfn-signal ", {"Ref": "AWS::StackName"}]]}}
      }
    },
    "Empty": {}
  },
  "Outputs": {"Id": {"Value": {"Fn::GetAtt": ["Web", "Arn"]}, "Condition": "X"}}
}
`,
  `{
    "Resources": {
        "First": {
            "Type": "AWS::S3::Bucket",
            "Properties": {
                "BucketName": "a"
            }
        },
        "Second": {
            "Type": "AWS::SNS::Topic"
        }
    },
    "Outputs": {
        "Name": {
            "Value": {
                "Ref": "First"
            }
        }
    }
}
`,
];

/** A fixture with more resources, so that an edit leaves many alone. */
export function longer(fixture: string, count: number): string {
  return fixture.startsWith("{")
    ? fixture.replace('"Resources": {', `"Resources": {${numbered(count, (n) => `\n    "N${n}": {"Type": "X"},`)}`)
    : fixture.replace(/Resources:.*\n/, (header) => `${header}${numbered(count, (n) => `  N${n}:\n    Type: X\n`)}`);
}

export function numbered(count: number, text: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => text(n)).join("");
}
