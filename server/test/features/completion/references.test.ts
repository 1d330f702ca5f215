import { check, type Expected } from "./completionCheck.ts";

const HEAD = `Parameters:
  VpcParameter:
    Type: AWS::EC2::VPC::Id
  Size:
    Type: Number
  Name:
    Type: String
Mappings:
  Amis:
    us-east-1:
      x86: ami-1
      arm: ami-2
    eu-west-1:
      x86: ami-3
Conditions:
  IsProd: !Equals [!Ref Name, prod]
  IsDev: !Not [!Condition IsProd]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
  Bucket:
    Type: AWS::S3::Bucket
  Database:
    Type: AWS::RDS::DBInstance
    DependsOn: Web
  Web:
    Type: AWS::EC2::Instance
`;
const WEB = `${HEAD}    Properties:\n      `;

const role = (name: string, service: string): string =>
  `  ${name}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement: {Effect: Allow, Principal: {Service: ${service}.amazonaws.com}, Action: sts:AssumeRole}\n`;
const ROLES = `${HEAD}${role("Caller", "events")}${role("Worker", "lambda")}`;

const MACHINE = `Resources:
  Charge:
    Type: AWS::Lambda::Function
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      `;
const TASK = `${MACHINE}Definition:
        States:
          Pay:
            Type: Task
            `;

const cases: [string, string, Expected][] = [
  [
    "Ref",
    `${WEB}KeyName: !Ref <|>\n`,
    { has: "VpcParameter Name Bucket Vpc AWS::Region AWS::StackName", lacks: "Web IsProd !Sub Amis" },
  ],
  [
    "a task's function by its name",
    `${TASK}Resource: Cha<|>\n`,
    { apply: ["!GetAtt Charge.Arn", `${TASK}Resource: !GetAtt Charge.Arn\n`] },
  ],
  [
    "the function that a task invokes",
    `${TASK}Parameters:\n              FunctionName: Cha<|>\n`,
    {
      apply: ["!Ref Charge", `${TASK}Parameters:\n              FunctionName: !Ref Charge\n`],
    },
  ],
  ["Ref half typed", `${WEB}KeyName: !Ref Buc<|>ket2\n`, { apply: ["Bucket", `${WEB}KeyName: !Ref Bucket\n`] }],
  [
    "Ref of the right kind first",
    `${HEAD}  Group:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      VpcId: !Ref <|>\n`,
    { first: "Vpc VpcParameter" },
  ],
  [
    "numbers first",
    `${HEAD}  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: !Ref <|>\n`,
    { first: "Size" },
  ],
  [
    "the role that the service may assume first",
    `${ROLES}  Function:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt <|>\n`,
    { first: "Worker Bucket Caller" },
  ],
  [
    "the whole reference to the role that the service may assume first",
    `${ROLES}  Rule:\n    Type: AWS::Events::Rule\n    Properties:\n      Targets:\n        - RoleArn: <|>\n`,
    { first: "!GetAtt Caller.Arn !GetAtt Worker.Arn" },
  ],
  [
    "a role where the property is not called one",
    `${ROLES}  Log:\n    Type: AWS::EC2::FlowLog\n    Properties:\n      DeliverLogsPermissionArn: <|>\n`,
    { first: "!GetAtt Caller.Arn !GetAtt Worker.Arn" },
  ],
  ["Ref in long form", `${WEB}KeyName:\n        Ref: <|>\n`, { has: "Name Bucket" }],
  [
    "Ref in a condition",
    "Parameters:\n  P:\n    Type: String\nConditions:\n  C: !Equals [!Ref <|>, x]\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    { has: "P AWS::Region", lacks: "A" },
  ],
  [
    "GetAtt's resource",
    `${WEB}KeyName: !GetAtt <|>\n`,
    { has: "Bucket Database", lacks: "Name AWS::Region !Sub", apply: ["Bucket", `${WEB}KeyName: !GetAtt Bucket.\n`] },
  ],
  [
    "GetAtt's attribute",
    `${WEB}KeyName: !GetAtt Database.<|>\n`,
    {
      has: "Endpoint.Address Endpoint.Port",
      apply: ["Endpoint.Address", `${WEB}KeyName: !GetAtt Database.Endpoint.Address\n`],
    },
  ],
  [
    "GetAtt's attribute half typed",
    `${WEB}KeyName: !GetAtt Bucket.Ar<|>\n      ImageId: x\n`,
    { has: "Arn", lacks: "DomainName" },
  ],
  [
    "GetAtt as a list",
    `${WEB}KeyName: !GetAtt [Bucket, <|>]\n`,
    { has: "Arn", apply: ["Arn", `${WEB}KeyName: !GetAtt [Bucket, Arn]\n`] },
  ],
  [
    "GetAtt as a block list",
    `${WEB}KeyName:\n        Fn::GetAtt:\n          - Bucket\n          - <|>\n`,
    { has: "Arn" },
  ],
  [
    "a variable of Sub",
    `${WEB}KeyName: !Sub 'a-\${<|>'\n`,
    {
      has: "Name Bucket AWS::Region",
      lacks: "Web",
      apply: ["AWS::Region", `${WEB}KeyName: !Sub 'a-\${AWS::Region}'\n`],
    },
  ],
  [
    "a closed variable of Sub",
    `${WEB}KeyName: !Sub a-\${Na<|>}-b\n`,
    { apply: ["Name", `${WEB}KeyName: !Sub a-\${Name}-b\n`] },
  ],
  [
    "the stack behind a command's option",
    `${WEB}UserData:\n        Fn::Base64: !Sub |\n          cfn-init --stack \${<|>\n`,
    { first: "AWS::StackName" },
  ],
  [
    "the Region behind a command's option",
    `${WEB}UserData:\n        Fn::Base64: !Sub |\n          cfn-init --region \${AWS<|>}\n`,
    { first: "AWS::Region" },
  ],
  [
    "the function's ARN in the text of a state machine",
    `${MACHINE}DefinitionString: !Sub |\n        {"States": {"Pay": {"Type": "Task", "Resource": "\${<|>}"}}}\n`,
    { first: "Charge.Arn", has: "Charge AWS::Region" },
  ],
  ["no function for the text of a state machine", `${MACHINE}DefinitionString: <|>\n`, { first: "!Ref !GetAtt !Sub" }],
  [
    "an attribute in Sub",
    `${WEB}KeyName: !Sub a-\${Bucket.<|>}\n`,
    { has: "Arn", apply: ["Arn", `${WEB}KeyName: !Sub a-\${Bucket.Arn}\n`] },
  ],
  [
    "Sub in a block scalar",
    `${WEB}UserData:\n        Fn::Base64: !Sub |\n          echo \${<|>\n          exit\n`,
    {
      has: "Name AWS::StackName",
      apply: ["Name", `${WEB}UserData:\n        Fn::Base64: !Sub |\n          echo \${Name}\n          exit\n`],
    },
  ],
  [
    "the most usual pseudo parameters first",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 'a-${<|>}'\n",
    { first: "AWS::Region AWS::StackName AWS::AccountId AWS::Partition AWS::NoValue AWS::StackId" },
  ],
  ["variables of Sub's map", `${WEB}KeyName: !Sub ['\${<|>}', {Own: x}]\n`, { first: "Own" }],
  ["no variables without Sub", `${WEB}KeyName: 'a-\${<|>'\n`, { lacks: "Name" }],
  ["FindInMap's map", `${WEB}ImageId: !FindInMap [<|>\n`, { has: "Amis" }],
  ["FindInMap's first key", `${WEB}ImageId: !FindInMap [Amis, <|>]\n`, { has: "us-east-1 eu-west-1 !Ref" }],
  [
    "FindInMap's second key",
    `${WEB}ImageId: !FindInMap [Amis, us-east-1, <|>]\n`,
    { has: "x86 arm", apply: ["arm", `${WEB}ImageId: !FindInMap [Amis, us-east-1, arm]\n`] },
  ],
  [
    "FindInMap's second key behind a function",
    `${WEB}ImageId: !FindInMap [Amis, !Ref AWS::Region, <|>]\n`,
    { has: "x86 arm" },
  ],
  [
    "FindInMap as a block",
    `${WEB}ImageId:\n        Fn::FindInMap:\n          - Amis\n          - !Ref AWS::Region\n          - <|>\n`,
    { has: "x86 arm" },
  ],
  [
    "DependsOn: neither itself nor what waits for it",
    `${HEAD}    DependsOn: <|>\n`,
    { has: "Vpc Bucket", lacks: "Web Database Name !Ref" },
  ],
  [
    "DependsOn: not what is named",
    `${HEAD}    DependsOn:\n      - Vpc\n      - <|>\n`,
    { has: "Bucket", lacks: "Vpc Web" },
  ],
  ["DependsOn on a blank line", `${HEAD}    DependsOn:\n      <|>\n`, { has: "Bucket" }],
  ["DependsOn in flow style", `${HEAD}    DependsOn: [Vpc, <|>]\n`, { has: "Bucket", lacks: "Vpc" }],
  ["Condition of a resource", `${HEAD}    Condition: <|>\n`, { has: "IsProd IsDev", lacks: "Bucket !Ref" }],
  ["If's condition", `${WEB}KeyName: !If [<|>, a, b]\n`, { has: "IsProd IsDev", lacks: "!Ref" }],
  [
    "If's values",
    `${HEAD}  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: !If [IsProd, <|>, Private]\n`,
    { has: "Private PublicRead !Ref" },
  ],
  [
    "Condition in a condition",
    "Conditions:\n  A: !Equals [a, b]\n  B: !Not [!Condition <|>]\n",
    { has: "A", lacks: "B" },
  ],
  [
    "Condition in long form",
    "Conditions:\n  A: !Equals [a, b]\n  B:\n    Fn::Not:\n      - Condition: <|>\n",
    { has: "A" },
  ],
  ["ImportValue", `${WEB}SubnetId: !ImportValue <|>\n`, { has: "network-SubnetId" }],
  [
    "parameters of the console's interface",
    "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters:\n          - <|>\nParameters:\n  P:\n    Type: String\n",
    { has: "P" },
  ],
  [
    "JSON: what the template has, in place of the quotes",
    `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}, "S": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": "V<|>"}}}}`,
    {
      first: "Ref Vpc",
      lacks: "Ref Fn::Sub",
      apply: [
        "Ref Vpc",
        `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}, "S": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": { "Ref": "Vpc" }}}}}`,
      ],
    },
  ],
  [
    "JSON: the only thing of the template that a required key takes",
    `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}, "S": {"Type": "AWS::EC2::Subnet", "Prop<|>"}}}`,
    {
      apply: [
        "Properties",
        `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}, "S": {"Type": "AWS::EC2::Subnet", "Properties": {\n  "VpcId": <0:{ "Ref": "Vpc" }>\n}}}}`,
      ],
    },
  ],
  [
    "JSON: Ref",
    '{"Parameters": {"P": {"Type": "String"}}, "Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "<|>"}}}}}',
    { has: "P AWS::Region" },
  ],
  [
    "JSON: Ref with an open quote",
    '{"Parameters": {"P": {"Type": "String"}},\n"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "<|>\n}}}}}',
    { has: "P AWS::Region" },
  ],
  [
    "GetAtt in JSON is a list of two",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::GetA<|>"}}}}}',
    {
      apply: [
        "Fn::GetAtt",
        '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::GetAtt": [<1>, <2>]}}}}}',
      ],
    },
  ],
  [
    "a reference where a word in JSON has no quotes",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": B<|>}}}}',
    { first: "Ref B" },
  ],
  [
    "JSON: GetAtt",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::GetAtt": ["B", "<|>"]}}}}}',
    { has: "Arn" },
  ],
  [
    "JSON: DependsOn",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "DependsOn": ["<|>"]}}}',
    { has: "B", lacks: "A" },
  ],
  [
    "JSON: Sub",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Sub": "${<|>"}}}}}',
    { has: "B" },
  ],
  [
    "outputs of a nested stack that are read elsewhere",
    "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !GetAtt S.Outputs.Name\n      AccessControl: !GetAtt S.<|>\n",
    { has: "Outputs.Name" },
  ],
  [
    "keys of Sub's map: variables that the text uses",
    `${WEB}KeyName: !Sub\n        - '\${Name}-\${Own}-\${Mine}'\n        - Mine: x\n          <|>\n`,
    { first: "Own", lacks: "Mine Name" },
  ],
];

describe("completion of references", () => {
  for (const [name, source, expected] of cases)
    it(name, () => check(source, expected, { exports: [{ name: "network-SubnetId", from: "network.yaml" }] }));
});
