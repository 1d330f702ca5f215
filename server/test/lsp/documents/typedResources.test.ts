import assert from "node:assert/strict";
import type { Diagnostic } from "../../../src/features/diagnostics.ts";
import { HeldBack } from "../../../src/lsp/documents/heldBack.ts";
import { found } from "../../rules/checkRule.ts";

const URI = "file:///template.yaml";

/** What is told that was not told before, while a resource is typed at `‸`, letter by letter and without a pause. */
function toldWhileTyping(source: string, typed: string): readonly string[] {
  const caret = source.indexOf("‸");
  const behind = source.slice(caret + 1);
  let text = source.slice(0, caret);
  const held = new HeldBack();
  const sayingOf = ({ code, message }: Diagnostic): string => `${code}: ${message}`;
  const toldNow = (): readonly string[] => held.select(URI, text + behind, found(text + behind)).told.map(sayingOf);
  const before = new Set(toldNow());
  const news: string[] = [];
  // An editor indents the line that Enter begins.
  for (const [key] of typed.matchAll(/\n *|./g)) {
    held.changed(URI, { start: text.length, end: text.length, text: key });
    text += key;
    for (const saying of toldNow()) if (!before.has(saying)) news.push(`${JSON.stringify(text.slice(-20))} ${saying}`);
  }
  assert.deepEqual(found(text + behind), []);
  return news;
}

const TYPED: Readonly<Record<string, readonly [source: string, typed: string]>> = {
  "a table, its keys before their attributes": [
    "Resources:\n  ‸\n",
    `Items:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BillingMode: PAY_PER_REQUEST
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S`,
  ],
  "a database, which needs more than its engine": [
    "Resources:\n  ‸\n",
    `Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      ManageMasterUserPassword: true
      MasterUsername: keeper`,
  ],
  "the role that a function names already": [
    `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Code: {ZipFile: "def handler(event, context): pass"}
      Role: !GetAtt WorkerRole.Arn
  ‸
`,
    `WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole`,
  ],
  "a group that another resource refers to, and whose name begins with that one's": [
    `Parameters:
  Vpc:
    Type: AWS::EC2::VPC::Id
Resources:
  ‸
  Web:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt WebGroup.GroupId
      SourceSecurityGroupId: !Ref WebGroup
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
`,
    `WebGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: !Ref Vpc`,
  ],
  "a server that waits for its signal": [
    "Resources:\n  ‸\n",
    `Server:
    Type: AWS::EC2::Instance
    CreationPolicy:
      ResourceSignal:
        Timeout: PT10M
    Metadata:
      AWS::CloudFormation::Init:
        config:
          packages:
            dnf:
              httpd: []
    Properties:
      ImageId: ami-0123456789abcdef0
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash -x
          dnf install -y aws-cfn-bootstrap
          /opt/aws/bin/cfn-init -v --stack \${AWS::StackName} --resource Server --region \${AWS::Region}
          /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource Server --region \${AWS::Region}`,
  ],
  "a state machine, from its first state to its last": [
    `Parameters:
  Role:
    Type: String
Resources:
  ‸
`,
    `Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref Role
      Definition:
        StartAt: Work
        States:
          Work:
            Type: Pass
            Next: Tell
          Tell:
            Type: Wait
            Seconds: 5
            End: true`,
  ],
};

describe("resources typed letter by letter", () => {
  for (const [name, [source, typed]] of Object.entries(TYPED))
    it(`nothing is underlined in ${name}`, () => assert.deepEqual(toldWhileTyping(source, typed), []));
});
