import assert from "node:assert/strict";
import { check, completed, type Expected } from "../completionCheck.ts";

const OWN = `Resources:
  ThumbRole: { Type: AWS::IAM::Role }
  UsersTable: { Type: AWS::DynamoDB::Table }
  OrdersTable: { Type: AWS::DynamoDB::Table }
  Jobs: { Type: AWS::SQS::Queue }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: web, PortMappings: [{ ContainerPort: 8080 }] }
        - { Name: log }
  X:
    Type: `;

const CALLED = `Resources:
  JobRole: { Type: AWS::IAM::Role }
  Job: { Type: AWS::Lambda::Function }
  Alerts: { Type: AWS::SNS::Topic }
  Nightly:
    Type: AWS::Events::Rule
    Properties: { Targets: [{ Id: a, Arn: !GetAtt Job.Arn }] }
  JobPermission:
    Type: `;

describe("completion of services in a resource's policy", () => {
  const policy = (service: string): string => `Resources:
  Site: { Type: AWS::S3::Bucket }
  Task: { Type: AWS::IAM::Role }
  Job: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Task.Arn, Environment: { Variables: { AT: !Ref Site } } } }
  Front:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Origins: [{ DomainName: !GetAtt Site.RegionalDomainName }] } }
  SitePolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Statement:
          - Principal:
              Service: ${service}
            Effect: Allow
`;
  it("begins with those whose resources refer to it, without what acts by a role", () => {
    check(policy("<|>"), { first: "cloudfront.amazonaws.com ec2.amazonaws.com" });
    check(policy("[<|>]"), { first: "cloudfront.amazonaws.com ec2.amazonaws.com" });
  });
});

describe("completion of what calls a function", () => {
  const permission = "AWS::Lambda::Permission\n    Properties:\n      ";
  it("offers the services that the template has, and never a role", () => {
    const source = `${CALLED}${permission}Principal: <|>\n`;
    check(source, { first: "events.amazonaws.com sns.amazonaws.com " });
    assert.ok(!completed(source).some(({ label }) => label.includes("JobRole")));
  });
  it("offers what the principal calls for as the source", () => {
    check(`${CALLED}${permission}Principal: sns.amazonaws.com\n      SourceArn: <|>\n`, {
      first: "!Ref Alerts !GetAtt Nightly.Arn !Ref !GetAtt",
    });
  });
  it("offers what shares its first word before others", () => {
    const queues = "Resources:\n  Failed: { Type: AWS::SQS::Queue }\n  OrdersQueue: { Type: AWS::SQS::Queue }\n";
    const alarm =
      "  OrdersAlarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Dimensions:\n        - Name: QueueName\n          Value: <|>\n";
    check(`${queues}${alarm}`, { first: "!GetAtt OrdersQueue.QueueName !GetAtt Failed.QueueName" });
  });
  it("opens the list behind a key that takes what the template has by its name", () => {
    const sam = (type: string): string =>
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  F: { Type: ${type} }\n  A:\n    Type: AWS::Serverless::HttpApi\n    Properties:\n      Auth:\n        Authorizers:\n          Mine:\n            Func<|>\n`;
    const opens = (type: string): boolean | undefined =>
      completed(sam(type)).find(({ label }) => label === "FunctionArn")?.again;
    assert.deepEqual([opens("AWS::Serverless::Function"), opens("AWS::SQS::Queue")], [true, undefined]);
  });
  it("opens the list behind a property that a parameter is called after", () => {
    const service =
      "Parameters:\n  DesiredCount: { Type: Number }\nResources:\n  A:\n    Type: AWS::ECS::Service\n    Properties:\n      <|>\n";
    const opens = (key: string): boolean | undefined => completed(service).find(({ label }) => label === key)?.again;
    assert.deepEqual([opens("DesiredCount"), opens("ServiceName")], [true, undefined]);
  });
  it("opens the list at the first key of an item, if its values are listed", () => {
    const alarm =
      "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/SQS\n      Dim<|>\n";
    assert.equal(completed(alarm).find(({ label }) => label === "Dimensions")?.again, true);
  });
  it("begins with the type that the logical id ends with", () => {
    check(`${CALLED}<|>\n`, { first: "AWS::Lambda::Permission" });
  });
});

const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  NotifyTable: { Type: AWS::DynamoDB::Table }
  NotifyQueue: { Type: AWS::SQS::Queue }
  NotifyDlq: { Type: AWS::SQS::Queue }
  NotifyApi: { Type: AWS::Serverless::HttpApi }
  OldApi: { Type: AWS::Serverless::Api }
  NotifySend: { Type: AWS::Serverless::Function }
`;
const event = (type: string, property: string): string =>
  `${SAM}  NotifyWork:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E:\n          Type: ${type}\n          Properties:\n            ${property}: <|>\n`;

describe("completion in a template of SAM's", () => {
  it("offers a queue at an event's Queue before a table's stream", () => {
    check(event("SQS", "Queue"), {
      first: "!GetAtt NotifyQueue.Arn !GetAtt NotifyDlq.Arn !GetAtt NotifyTable.StreamArn",
    });
  });
  it("offers the API of the event's kind", () => {
    check(event("HttpApi", "ApiId"), { first: "!Ref NotifyApi !Ref !GetAtt" });
    check(event("Api", "RestApiId"), { first: "!Ref OldApi !Ref NotifyApi" });
  });
  it("offers SAM's functions where a function is taken", () => {
    check(`${SAM}  P:\n    Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: <|>\n`, {
      first: "!GetAtt NotifySend.Arn !Ref !GetAtt",
    });
  });
  const alarm = (name: string): string =>
    `${SAM}  ${name}:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: <|>\n`;
  it("begins with the namespaces of what the template has, and of what the alarm is called after", () => {
    check(alarm("DlqAlarm"), { first: "AWS/SQS AWS/DynamoDB AWS/ApiGateway AWS/Lambda " });
    check(alarm("Errors"), { first: "AWS/DynamoDB AWS/SQS AWS/ApiGateway AWS/Lambda " });
  });
  it("offers what shares another word before others", () => {
    check(
      `${SAM}  DlqAlarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Dimensions:\n        - Name: QueueName\n          Value: <|>\n`,
      { first: "!GetAtt NotifyDlq.QueueName !GetAtt NotifyQueue.QueueName" },
    );
  });
  it("begins with the type that the logical id is short for, SAM's before others", () => {
    const type = (name: string): string => `  ${name}:\n    Type: <|>\n`;
    check(SAM + type("ErrorsDlq"), { first: "AWS::SQS::Queue" });
    check(SAM + type("SendFunction"), { first: "AWS::Serverless::Function AWS::Lambda::Function" });
    check(`Resources:\n${type("SendFn")}`, { first: "AWS::Lambda::Function" });
    check(SAM + type("Bucket"), { first: "AWS::S3::Bucket" });
    check(SAM + type("TaskDefinition"), { first: "AWS::ECS::TaskDefinition" });
    check(SAM + type("LoadBalancer"), { first: "AWS::ElasticLoadBalancingV2::LoadBalancer" });
  });
  it("begins with SAM's types among those that begin so", () => {
    const type = (typed: string): string => `  Mine:\n    Type: ${typed}<|>\n`;
    check(SAM + type("StateM"), { first: "AWS::Serverless::StateMachine AWS::StepFunctions::StateMachine" });
    check(SAM + type("Simp"), { first: "AWS::Serverless::SimpleTable" });
    check(SAM + type("Appl"), { first: "AWS::Serverless::Application" });
    check(`Resources:\n${type("StateM")}`, { first: "AWS::StepFunctions::StateMachine" });
  });
  it("offers what SAM makes for the template's resources", () => {
    const made = SAM.replace(
      "{ Type: AWS::Serverless::Function }",
      "{ Type: AWS::Serverless::Function, Properties: { FunctionUrlConfig: { AuthType: NONE }, Events: { Get: { Type: HttpApi } } } }",
    );
    const output = (value: string): string => `${made}Outputs:\n  O:\n    Value: ${value}\n`;
    check(output("!Sub https://${<|>"), { has: "ServerlessHttpApi NotifySendRole", lacks: "ServerlessRestApi" });
    check(output("!Ref <|>"), { has: "ServerlessHttpApi", lacks: "NotifySendGetPermission NotifySend.Version" });
    check(output("!GetAtt NotifySendUrl.<|>"), { has: "FunctionUrl FunctionArn" });
    check(output("!GetAtt <|>").replace(/^Transform.*\n/, ""), { has: "NotifySend", lacks: "NotifySendRole" });
  });
  it("offers functions and the template's resources in Globals", () => {
    const globals = (rest: string): string => `${SAM}Globals:\n  Function:\n    ${rest}\n`;
    check(globals("VpcConfig: !<|>"), { has: "!If" });
    check(globals("Environment: { Variables: { A: !S<|> } }"), { has: "!Sub !Ref" });
    check(globals("Environment:\n      Variables:\n        NOTIFY_TABLE: <|>"), { first: "!Ref NotifyTable" });
    check(globals("<|>"), { lacks: "!Ref Fn::If" });
  });
});

const cases: [string, string, Expected][] = [
  [
    "the role whose name is typed",
    "AWS::Lambda::Function\n    Properties:\n      Role: Thumb<|>\n",
    { apply: ["!GetAtt ThumbRole.Arn", "AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt ThumbRole.Arn\n"] },
  ],
  ["nothing for another name", "AWS::Lambda::Function\n    Properties:\n      Role: Print<|>\n", { none: true }],
  [
    "nothing for a text of one's own",
    "AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          TABLE: Ord<|>\n",
    { none: true },
  ],
  [
    "nothing for a name of the same type",
    "AWS::IAM::Role\n    Properties:\n      RoleName: Thumb<|>\n",
    { none: true },
  ],
  [
    "what follows a resource's whole name",
    "AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt ThumbRole<|>\n",
    { apply: ["ThumbRole", "AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt ThumbRole.\n"] },
  ],
  [
    "the only role, where the key is written for one",
    "AWS::Lambda::Function\n    Prop<|>\n",
    {
      apply: [
        "Properties",
        "AWS::Lambda::Function\n    Properties:\n      Role: <1:!GetAtt ThumbRole.Arn>\n      Code:\n        <0>\n",
      ],
    },
  ],
  [
    "no resource for a Boolean",
    "AWS::SQS::Queue\n    Properties:\n      FifoQueue: <|>\n",
    { first: "true false !Ref !GetAtt" },
  ],
  [
    "the table that a variable is called after first",
    "AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          ORDERS_TABLE: <|>\n",
    { first: "!Ref OrdersTable !Ref UsersTable" },
  ],
  [
    "the attribute that a variable is called after",
    "AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          QUEUE_NAME: <|>\n",
    { first: "!GetAtt Jobs.QueueName" },
  ],
  [
    "a queue's URL, which its Ref is",
    "AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          QUEUE_URL: <|>\n",
    { first: "!Ref Jobs" },
  ],
  [
    "what the name beside says, of a variable",
    "AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Environment:\n            - Name: TABLE_ARN\n              Value: <|>\n",
    { first: "!GetAtt UsersTable.Arn" },
  ],
  [
    "what the name beside says, of a dimension",
    "AWS::CloudWatch::Alarm\n    Properties:\n      Dimensions:\n        - Name: QueueName\n          Value: <|>\n",
    { first: "!GetAtt Jobs.QueueName" },
  ],
  [
    "dimensions of the alarm's namespace",
    "AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/SQS\n      Dimensions:\n        - Name: <|>\n",
    { first: "QueueName", lacks: "FunctionName" },
  ],
  [
    "containers of the task of a service",
    "AWS::ECS::Service\n    Properties:\n      TaskDefinition: !Ref Task\n      LoadBalancers:\n        - ContainerName: <|>\n",
    { first: "web log" },
  ],
  [
    "their ports, as numbers",
    "AWS::ECS::Service\n    Properties:\n      TaskDefinition: !Ref Task\n      LoadBalancers:\n        - ContainerPort: <|>\n",
    {
      apply: [
        "8080",
        "AWS::ECS::Service\n    Properties:\n      TaskDefinition: !Ref Task\n      LoadBalancers:\n        - ContainerPort: 8080\n",
      ],
    },
  ],
  [
    "other containers than the one that waits",
    "AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Name: a\n        - Name: b\n          DependsOn:\n            - ContainerName: <|>\n",
    { first: "a", lacks: "b" },
  ],
  [
    "attributes of a table's keys that are not defined yet",
    "AWS::DynamoDB::Table\n    Properties:\n      KeySchema:\n        - AttributeName: pk\n        - AttributeName: sk\n      AttributeDefinitions:\n        - AttributeName: pk\n        - AttributeName: <|>\n",
    { first: "sk", lacks: "pk" },
  ],
  [
    "a name with the region in it",
    "AWS::EC2::VPCEndpoint\n    Properties:\n      ServiceName: <|>\n",
    {
      apply: [
        "com.amazonaws.${AWS::Region}.s3",
        "AWS::EC2::VPCEndpoint\n    Properties:\n      ServiceName: !Sub com.amazonaws.${AWS::Region}.s3\n",
      ],
    },
  ],
  [
    "usual keys of tags before something is typed",
    "AWS::SQS::Queue\n    Properties:\n      Tags:\n        - Key: <|>\n",
    { first: "Name" },
  ],
  [
    "none once a key of one's own is typed",
    "AWS::SQS::Queue\n    Properties:\n      Tags:\n        - Key: Env<|>\n",
    { none: true },
  ],
];

const outputs: [string, string, string][] = [
  ["a resource's attribute", "OrdersTableArn", "!GetAtt OrdersTable.Arn"],
  ["a resource's Ref", "JobsUrl", "!Ref Jobs"],
  ["a resource, whatever its case", "orderstable", "!Ref OrdersTable"],
  ["a kind of thing", "QueueName", "!GetAtt Jobs.QueueName"],
];

describe("completion of what the template's own things are called", () => {
  for (const [name, source, { apply, ...expected }] of cases)
    it(name, () =>
      check(OWN + source, { ...expected, ...(apply !== undefined && { apply: [apply[0], OWN + apply[1]] }) }),
    );

  for (const [name, output, first] of outputs)
    it(`an output after ${name}`, () =>
      check(`${OWN}AWS::SNS::Topic\nOutputs:\n  ${output}:\n    Value: <|>\n`, { first }));

  it("the name of an export after the stack and the output", () =>
    check(`${OWN}AWS::SNS::Topic\nOutputs:\n  JobsUrl:\n    Value: !Ref Jobs\n    Export:\n      Name: <|>\n`, {
      first: "!Sub ${AWS::StackName}-JobsUrl !Ref",
    }));
});
