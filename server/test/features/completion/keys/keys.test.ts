import { check, type Expected } from "../completionCheck.ts";

const cases: [string, string, Expected][] = [
  [
    "sections in an empty text",
    "<|>",
    { has: "Resources Parameters Outputs AWSTemplateFormatVersion", lacks: "Fn::Sub" },
  ],
  [
    "sections half typed",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\nOut<|>",
    {
      has: "Outputs Mappings",
      lacks: "Resources",
      apply: ["Outputs", "Resources:\n  A:\n    Type: AWS::S3::Bucket\nOutputs:\n  "],
    },
  ],
  [
    "attributes half typed",
    "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Crea<|>\n    Properties:\n      ImageId: a\n",
    { has: "CreationPolicy DeletionPolicy", lacks: "Type Properties UpdatePolicy Fn::Sub" },
  ],
  [
    "attributes on a blank line",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    <|>\n  B:\n    Type: AWS::S3::Bucket\n",
    { has: "CreationPolicy UpdatePolicy Properties DependsOn Condition Metadata" },
  ],
  [
    "attributes before the type",
    "Resources:\n  A:\n    <|>\n    Type: AWS::S3::Bucket\n",
    { has: "Properties", lacks: "Type CreationPolicy" },
  ],
  [
    "a resource without anything",
    "Resources:\n  A:\n    <|>\n",
    { has: "Type Properties", apply: ["Type", "Resources:\n  A:\n    Type: \n"] },
  ],
  [
    "constraints of a parameter for its type",
    "Parameters:\n  P:\n    Type: Number\n    <|>\n",
    { has: "MinValue MaxValue AllowedPattern", lacks: "MinLength MaxLength" },
  ],
  [
    "required properties first, and with what they require",
    "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      <|>\n",
    {
      first: "Code Role",
      has: "Runtime Handler",
      apply: ["Code", "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code:\n        \n"],
    },
  ],
  [
    "Properties with what it requires",
    "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Prop<|>\n",
    {
      apply: [
        "Properties",
        "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: <1>\n      Code:\n        <0>\n",
      ],
    },
  ],
  [
    "what is required in the order in which it is written, the usual value first",
    "Resources:\n  A:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Prop<|>\n",
    {
      apply: [
        "Properties",
        "Resources:\n  A:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties:\n      LoadBalancerArn: <1>\n      DefaultActions:\n        - Type: <0:forward>\n",
      ],
    },
  ],
  [
    "JSON: what lists name has no quotes yet",
    '{"Resources": {"F": {"Type": "AWS::Lambda::Function"}, "A": {"Type": "AWS::Lambda::Permission", "Prop<|>"}}}',
    {
      apply: [
        "Properties",
        '{"Resources": {"F": {"Type": "AWS::Lambda::Function"}, "A": {"Type": "AWS::Lambda::Permission", "Properties": {\n  "FunctionName": <1:{ "Fn::GetAtt": ["F", "Arn"] }>,\n  "Action": <2>,\n  "Principal": <0>\n}}}}',
      ],
    },
  ],
  [
    "JSON: behind the last value, where a comma follows",
    '{"Resources": {"A": {"Type": "AWS::SNS::Subscription", "Prop<|>"}}}',
    {
      apply: [
        "Properties",
        '{"Resources": {"A": {"Type": "AWS::SNS::Subscription", "Properties": {\n  "TopicArn": <1>,\n  "Protocol": "<2|application,email,email-json,firehose,http,https,lambda,sms,sqs>"<0>\n}}}}',
      ],
    },
  ],
  [
    "present properties are left out",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n      Ta<|>\n      AccessControl: Private\n",
    {
      has: "Tags",
      lacks: "BucketName AccessControl",
      apply: [
        "Tags",
        "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n      Tags:\n        - Key: <1>\n          Value: <0>\n      AccessControl: Private\n",
      ],
    },
  ],
  [
    "the properties of a type that stands below",
    "Resources:\n  A:\n    Properties:\n      Bucke<|>\n    Type: AWS::S3::Bucket\n",
    { has: "BucketName" },
  ],
  [
    "an item of a list of objects",
    "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - <|>\n",
    {
      first: "IpProtocol",
      has: "CidrIp FromPort",
      apply: [
        "CidrIp",
        "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - CidrIp: \n",
      ],
    },
  ],
  [
    "a further key of an item",
    "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - IpProtocol: tcp\n          Fro<|>\n          CidrIp: x\n",
    { has: "FromPort ToPort", lacks: "IpProtocol CidrIp" },
  ],
  [
    "a key with its colon keeps its value",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      Bucket<|>: x\n",
    { apply: ["BucketName", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n"] },
  ],
  [
    "a wide indentation",
    "Resources:\n    A:\n        Type: AWS::S3::Bucket\n        Properties:\n            Vers<|>\n",
    {
      apply: [
        "VersioningConfiguration",
        "Resources:\n    A:\n        Type: AWS::S3::Bucket\n        Properties:\n            VersioningConfiguration:\n                Status: \n",
      ],
    },
  ],
  ["flow style", "Resources:\n  A: { Type: AWS::S3::Bucket, Prop<|> }\n", { has: "Properties", lacks: "Type" }],
  [
    "parameter attributes",
    "Parameters:\n  P:\n    Type: String\n    Al<|>\n",
    { has: "AllowedValues AllowedPattern Default NoEcho", lacks: "Type" },
  ],
  ["output attributes", "Outputs:\n  O:\n    <|>\n", { has: "Value Export Description Condition" }],
  ["what Export takes", "Outputs:\n  O:\n    Export:\n      <|>\n", { has: "Name", lacks: "Fn::Sub" }],
  [
    "policies of a type",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      <|>\n",
    { has: "AutoScalingRollingUpdate AutoScalingScheduledAction", lacks: "EnableVersionUpgrade" },
  ],
  [
    "a policy's keys",
    "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    CreationPolicy:\n      ResourceSignal:\n        Cou<|>\n",
    { has: "Count Timeout" },
  ],
  [
    "Init",
    "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Metadata:\n      <|>\n",
    { has: "AWS::CloudFormation::Init" },
  ],
  [
    "the Metadata Context",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Metadata:\n      com.aws.cloudformation.Context:\n        <|>\n",
    { has: "why must mutable mutability trust deps", lacks: "arch owner" },
  ],
  [
    "a property in the Metadata Context",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Metadata:\n      com.aws.cloudformation.Context:\n        mutability:\n          <|>\n",
    { has: "QueueName VisibilityTimeout", lacks: "TopicName" },
  ],
  [
    "another property in the Metadata Context",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Metadata:\n      com.aws.cloudformation.Context:\n        mutability:\n          DelaySeconds: free-to-tune\n          <|>\n    Properties:\n      DelaySeconds: 1\n",
    { has: "QueueName VisibilityTimeout", lacks: "DelaySeconds" },
  ],
  [
    "a level in the Metadata Context",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Metadata:\n      com.aws.cloudformation.Context:\n        mutable: <|>\n",
    { has: "must-never-change review-required change-with-constraints free-to-tune" },
  ],
  [
    "the template's Metadata Context",
    "Metadata:\n  com.aws.cloudformation.Context:\n    <|>\nResources: {}\n",
    { has: "arch must ref owner", lacks: "why" },
  ],
  [
    "Init's keys",
    "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          <|>\n",
    { has: "packages files commands services groups users sources" },
  ],
  [
    "policy documents",
    "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            <|>\n",
    { has: "Principal Action Condition", lacks: "Effect" },
  ],
  [
    "statements of a policy as a list",
    "Resources:\n  A:\n    Type: AWS::EC2::VPCEndpoint\n    Properties:\n      PolicyDocument:\n        State<|>\n",
    {
      apply: [
        "Statement",
        "Resources:\n  A:\n    Type: AWS::EC2::VPCEndpoint\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: \n",
      ],
    },
  ],
  [
    "functions in long form where the value is empty",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName:\n        Fn::<|>\n",
    { has: "Fn::Sub Fn::Join Ref", lacks: "Fn::GetAZs" },
  ],
  [
    "no functions beside keys",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n      <|>\n",
    { lacks: "Fn::Sub !Sub" },
  ],
  ["not in a comment", "Resources:\n  A: # Ty<|>\n", { none: true }],
  ["not behind a value", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n      <|>\n", { none: true }],
  ["an entry's name", "Resources:\n  <|>\n", { lacks: "Type Ref Fn::Sub" }],
  [
    "a list that a parameter of its name gives",
    "Parameters:\n  SubnetIds:\n    Type: List<AWS::EC2::Subnet::Id>\nResources:\n  G:\n    Type: AWS::RDS::DBSubnetGroup\n    Prop<|>\n",
    {
      apply: [
        "Properties",
        "Parameters:\n  SubnetIds:\n    Type: List<AWS::EC2::Subnet::Id>\nResources:\n  G:\n    Type: AWS::RDS::DBSubnetGroup\n    Properties:\n      DBSubnetGroupDescription: <1>\n      SubnetIds: <0>\n",
      ],
    },
  ],
  [
    "JSON: an open quote",
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "Prop<|>\n    }\n  }\n}',
    {
      apply: [
        "DeletionPolicy",
        '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "DeletionPolicy": "<1|Retain,RetainExceptOnCreate,Delete>"\n    }\n  }\n}',
      ],
    },
  ],
  [
    "JSON: indented as its first line",
    '{\n    "Res<|>"\n}',
    { apply: ["Resources", '{\n    "Resources": {\n        <0>\n    }\n}'] },
  ],
  [
    "JSON: a closed quote",
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "Prop<|>"\n    }\n  }\n}',
    { has: "Properties", lacks: "Type" },
  ],
  [
    "JSON: a comma behind",
    '{\n  "Resources": {\n    "A": {\n      "<|>"\n      "Type": "AWS::Lambda::Function"\n    }\n  }\n}',
    {
      apply: [
        "Properties",
        '{\n  "Resources": {\n    "A": {\n      "Properties": {\n        "Role": <1>,\n        "Code": {\n          <0>\n        }\n      },\n      "Type": "AWS::Lambda::Function"\n    }\n  }\n}',
      ],
    },
  ],
  [
    "JSON: a comma before",
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket"\n      "<|>"\n    }\n  }\n}',
    {
      apply: [
        "Properties",
        '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        <0>\n      }\n    }\n  }\n}',
      ],
    },
  ],
  [
    "JSON: without a quote",
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        <|>\n      }\n    }\n  }\n}',
    { has: "BucketName Tags" },
  ],
  [
    "the first key of an item on a blank line",
    "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        <|>\n",
    {
      first: "IpProtocol",
      apply: [
        "CidrIp",
        "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - CidrIp: \n",
      ],
    },
  ],
  [
    "the same below an item",
    "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - IpProtocol: tcp\n        <|>\n",
    { has: "IpProtocol" },
  ],
  [
    "a file of an application of SAM",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Application\n    <|>\n",
    {
      apply: [
        "Properties",
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location: \n",
      ],
    },
  ],
  [
    "events of SAM by their type",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E:\n          Type: Schedule\n          Properties:\n            <|>\n",
    { has: "Schedule Input", lacks: "Path Method" },
  ],
  [
    "labels of parameters",
    "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterLabels:\n      <|>\nParameters:\n  P:\n    Type: String\n",
    {
      apply: [
        "P",
        "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterLabels:\n      P:\n        default: \nParameters:\n  P:\n    Type: String\n",
      ],
    },
  ],
  [
    "a blank line above the value of its key",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n    <|>\n      BucketName: x\n",
    {
      has: "Tags",
      lacks: "DeletionPolicy BucketName",
      apply: [
        "AbacStatus",
        "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      AbacStatus: \n      BucketName: x\n",
      ],
    },
  ],
  [
    "the same too far to the right",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n          <|>\n      BucketName: x\n",
    {
      apply: [
        "AbacStatus",
        "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      AbacStatus: \n      BucketName: x\n",
      ],
    },
  ],
  [
    "a blank line at the left within an item",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      Tags:\n        - Key: x\n<|>\n          Value: y\n",
    { lacks: "Outputs Key Value" },
  ],
  [
    "JSON: a bare word",
    '{\n  "Resources": {\n    "A": {\n      Typ<|>\n    }\n  }\n}',
    { apply: ["Type", '{\n  "Resources": {\n    "A": {\n      "Type": "<1>"\n    }\n  }\n}'] },
  ],
  [
    "JSON: a bare word in a value",
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "DeletionPolicy": Ret<|>\n    }\n  }\n}',
    {
      apply: [
        "Retain",
        '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::S3::Bucket",\n      "DeletionPolicy": "Retain"\n    }\n  }\n}',
      ],
    },
  ],
];

describe("completion of keys", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));
});
