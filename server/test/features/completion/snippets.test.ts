import assert from "node:assert/strict";
import { allSnippets } from "../../../src/snippets/allSnippets.ts";
import { check, completed, type Expected } from "./completionCheck.ts";

const snippets = allSnippets();
const SIGNAL = "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const SCRIPT =
  "    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n";
const POLICY = "CreationPolicy:\n      ResourceSignal:\n        Timeout: <0:PT15M>\n";
const WEB = "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n";

const GROUP = "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n";
const LAUNCHED =
  "      LaunchTemplate:\n        LaunchTemplateId: !Ref T\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        UserData:\n          Fn::Base64: !Sub |\n            #!/bin/bash\n            make\n";

const TASKS =
  "Resources:\n  FrontGroup: { Type: AWS::EC2::SecurityGroup }\n  ServiceGroup: { Type: AWS::EC2::SecurityGroup }\n  Service:\n    Type: AWS::ECS::Service\n    Properties:\n      Network<|>\n";
const SERVED =
  "Resources:\n  Other: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [{ Name: other }] } }\n  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [{ Name: app, PortMappings: [{ ContainerPort: 8080 }] }] } }\n  S:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: !Ref Task\n      ";
const NETWORK =
  "NetworkConfiguration:\n        AwsvpcConfiguration:\nSUBNETS          SecurityGroups:\n            - !GetAtt <2:ServiceGroup>.GroupId";

const SUBNETS =
  "Resources:\n  PublicSubnetA: { Type: AWS::EC2::Subnet }\n  PublicSubnetB: { Type: AWS::EC2::Subnet }\n  DataSubnetA: { Type: AWS::EC2::Subnet }\n  PrivateSubnetA: { Type: AWS::EC2::Subnet }\n  PrivateSubnetB: { Type: AWS::EC2::Subnet }\n  Template: { Type: AWS::EC2::LaunchTemplate }\n";
const SUBNET_LIST = "Parameters:\n  SubnetIds: { Type: List<AWS::EC2::Subnet::Id> }\nResources:\n";
const BALANCER =
  "Alb:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Scheme: internet-facing\n      Subnets:";
const ROLLING =
  "UpdatePolicy:\n      AutoScalingRollingUpdate:\n        MinInstancesInService: 1\n        MaxBatchSize: 1\n";
const SIZED = "    Properties:\n      MinSize: '<2:1>'\n      MaxSize: '<3:3>'\n";
const FROM_TEMPLATE =
  "      LaunchTemplate:\n        LaunchTemplateId: !Ref <4:Template>\n        Version: !GetAtt <4:Template>.LatestVersionNumber\n";

const cases: [string, string, Expected][] = [
  [
    "a load balancer in the public subnets of the template",
    `${SUBNETS}  Alb<|>\n`,
    { apply: ["Alb", `${SUBNETS}  ${BALANCER}\n        - !Ref PublicSubnetA\n        - !Ref PublicSubnetB\n`] },
  ],
  [
    "a load balancer in the subnets that the template is given",
    `${SUBNET_LIST}  Alb<|>\n`,
    { apply: ["Alb", `${SUBNET_LIST}  ${BALANCER} !Ref <0:SubnetIds>\n`] },
  ],
  [
    "no load balancer in one subnet alone",
    "Resources:\n  Subnet: { Type: AWS::EC2::Subnet }\n  Alb<|>\n",
    { lacks: "Alb" },
  ],
  [
    "a group in the private subnets of the template",
    `${SUBNETS}  WebAsg<|>\n`,
    {
      apply: [
        "WebAsg",
        `${SUBNETS}  WebAsg:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    ${ROLLING}${SIZED}      VPCZoneIdentifier:\n        - !Ref PrivateSubnetA\n        - !Ref PrivateSubnetB\n${FROM_TEMPLATE}`,
      ],
    },
  ],
  [
    "a group of a template without subnets in all zones",
    "Resources:\n  Template: { Type: AWS::EC2::LaunchTemplate }\n  WebAsg<|>\n",
    {
      apply: [
        "WebAsg",
        `Resources:\n  Template: { Type: AWS::EC2::LaunchTemplate }\n  WebAsg:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    ${ROLLING}${SIZED}      AvailabilityZones: !GetAZs ''\n${FROM_TEMPLATE}`,
      ],
    },
  ],
  ["names that are short for their types", "Resources:\n  WebLt<|>\n", { first: "WebLt" }],
  ["a function called a Lambda", "Resources:\n  ResizeLambda<|>\n", { first: "ResizeLambda" }],
  ["whole templates first in an empty text", "<|>", { first: "template template-sam-function template-web-server " }],
  [
    "CreationPolicy with its cfn-signal, above the script",
    `${WEB}    Creation<|>\n${SCRIPT}`,
    {
      first: "CreationPolicy + cfn-signal",
      apply: ["CreationPolicy + cfn-signal", `${WEB}    ${POLICY}${SCRIPT}          ${SIGNAL}\n`],
    },
  ],
  [
    "CreationPolicy with its cfn-signal, below the script",
    `${WEB}${SCRIPT}    Creation<|>\n  B:\n    Type: AWS::S3::Bucket\n`,
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${WEB}${SCRIPT}          ${SIGNAL}\n    ${POLICY}  B:\n    Type: AWS::S3::Bucket\n`,
      ],
    },
  ],
  [
    "CreationPolicy where the script signals already",
    `${WEB}    <|>\n${SCRIPT}          ${SIGNAL}\n`,
    { apply: ["CreationPolicy + cfn-signal", `${WEB}    ${POLICY}${SCRIPT}          ${SIGNAL}\n`] },
  ],
  [
    "CreationPolicy on Ubuntu, whose images have no helper scripts",
    `${WEB}    <|>\n${SCRIPT.replace("yum -y update", "apt-get install -y nginx")}`,
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${WEB}    ${POLICY}${SCRIPT.replace("yum -y update", `trap '${SIGNAL}' EXIT\n          apt-get update\n          apt-get install -y python3-venv\n          python3 -m venv /opt/aws\n          /opt/aws/bin/pip install https://s3.amazonaws.com/cloudformation-examples/aws-cfn-bootstrap-py3-latest.tar.gz\n          apt-get install -y nginx`)}`,
      ],
    },
  ],
  [
    "CreationPolicy without properties",
    "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    <|>\n",
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${WEB}    ${POLICY.replace("<0", "<1")}    Properties:\n      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'\n      InstanceType: <8:t3.micro>\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          dnf install -y aws-cfn-bootstrap\n          <0:# Set the instance up here.>\n          ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "CreationPolicy without user data",
    `${WEB}    <|>\n    Properties:\n      ImageId: x\n`,
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${WEB}    ${POLICY}    Properties:\n      ImageId: x\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          dnf install -y aws-cfn-bootstrap\n          # Set the instance up here.\n          ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "CreationPolicy of a group, the signal in its launch template",
    "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    <|>\n    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !Ref T\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        UserData:\n          Fn::Base64: !Sub |\n            make\n",
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    CreationPolicy:\n      ResourceSignal:\n        Count: <1:1>\n        Timeout: <0:PT15M>\n    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !Ref T\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        UserData:\n          Fn::Base64: !Sub |\n            #!/bin/bash\n            make\n            ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "as many signals as the group starts instances, by reference",
    `${GROUP}    <|>\n    Properties:\n      DesiredCapacity: !Ref Size\n${LAUNCHED}`,
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${GROUP}    CreationPolicy:\n      ResourceSignal:\n        Count: !Ref Size\n        Timeout: <0:PT15M>\n    Properties:\n      DesiredCapacity: !Ref Size\n${LAUNCHED}            ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "as many as it has at least",
    `${GROUP}    <|>\n    Properties:\n      MinSize: '3'\n${LAUNCHED}`,
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `${GROUP}    CreationPolicy:\n      ResourceSignal:\n        Count: <1:3>\n        Timeout: <0:PT15M>\n    Properties:\n      MinSize: '3'\n${LAUNCHED}            ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "nothing is promised where the script is out of reach",
    `${GROUP}    <|>\n    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !ImportValue x\n`,
    { has: "CreationPolicy", lacks: "CreationPolicy+cfn-signal", first: "CreationPolicy UpdatePolicy" },
  ],
  [
    "a signal in a script that Sub does not read",
    `${WEB}    Properties:\n      UserData:\n        Fn::Base64: |\n          make \${HOME}\n          cfn-sig<|>\n`,
    {
      apply: [
        "cfn-signal with its options",
        `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          make \${!HOME}\n          ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "a signal in a script behind a tag",
    `${WEB}    Properties:\n      UserData: !Base64 |\n        make\n        cfn-sig<|>\n`,
    {
      apply: [
        "cfn-signal with its options",
        `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          make\n          ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "a signal in a launch template is that of its group",
    `${GROUP}    Properties:\n      MinSize: '3'\n${LAUNCHED}            cfn-sig<|>\n`,
    {
      apply: [
        "cfn-signal with its options",
        `${GROUP}    Properties:\n      MinSize: '3'\n${LAUNCHED}            ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "a signal among joined lines",
    `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Join ["", ["#!/bin/bash\\n", "cfn-sig<|>"]]\n`,
    {
      apply: [
        "cfn-signal with its options",
        `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Join ["", ["#!/bin/bash\\n", !Sub "${SIGNAL}\\n"]]\n`,
      ],
    },
  ],
  [
    "a signal among joined lines, JSON",
    '{"Resources": {"Web": {"Type": "AWS::EC2::Instance", "Properties": {"UserData": {"Fn::Base64": {"Fn::Join": ["\\n", ["make", "cfn-sig<|>"]]}}}}}}',
    {
      apply: [
        "cfn-signal with its options",
        `{"Resources": {"Web": {"Type": "AWS::EC2::Instance", "Properties": {"UserData": {"Fn::Base64": {"Fn::Join": ["\\n", ["make", { "Fn::Sub": "${SIGNAL}" }]]}}}}}}`,
      ],
    },
  ],
  [
    "a command of a cloud-config takes no two lines",
    `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #cloud-config\n          runcmd:\n            - cfn-sig<|>\n`,
    {
      lacks: "cfn-signal-in-a-trap",
      apply: [
        "cfn-signal with its options",
        `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #cloud-config\n          runcmd:\n            - ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "JSON",
    '{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "Creation<|>"\n      "Properties": {\n        "UserData": { "Fn::Base64": { "Fn::Sub": "make" } }\n      }\n    }\n  }\n}',
    {
      apply: [
        "CreationPolicy + cfn-signal",
        `{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "CreationPolicy": {\n        "ResourceSignal": {\n          "Timeout": "<1:PT15M>"\n        }\n      },\n      "Properties": {\n        "UserData": { "Fn::Base64": { "Fn::Sub": "#!/bin/bash\\nmake\\n${SIGNAL}\\n" } }\n      }\n    }\n  }\n}`,
      ],
    },
  ],
  [
    "not for a bucket",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    <|>\n",
    { has: "DeletionPolicy", lacks: "CreationPolicy CreationPolicy+cfn-signal" },
  ],
  ["not where it is already", `${WEB}    CreationPolicy: {}\n    <|>\n`, { lacks: "CreationPolicy" }],
  [
    "entries",
    "Resources:\n  <|>\n",
    {
      has: "wait-condition alias-record failover-records latency-records step-scaling alarm-surge-queue-length instance-with-signal",
      lacks: "condition output-export",
    },
  ],
  ["conditions", "Conditions:\n  <|>\n", { has: "condition", lacks: "alias-record" }],
  [
    "a resource by what its name says",
    "Resources:\n  OrdersTop<|>\n",
    { first: "OrdersTopic", apply: ["OrdersTopic", "Resources:\n  OrdersTopic:\n    Type: AWS::SNS::Topic\n"] },
  ],
  ["one whose name is whole", "Resources:\n  OrdersTopic<|>\n", { first: "OrdersTopic" }],
  [
    "what a resource needs is in the template, or it is not offered",
    "Resources:\n  Own:\n    Type: AWS::EC2::VPC\n  AppSub<|>\n",
    { has: "AppSubnet" },
  ],
  ["the same without it", "Resources:\n  AppSub<|>\n", { lacks: "AppSubnet" }],
  [
    "a function of SAM where SAM is used",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  GetFunc<|>\n",
    { first: "GetFunction", lacks: "GetFunctionRole" },
  ],
  [
    "without what Globals give it",
    "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Runtime: nodejs24.x\n    CodeUri: src/\nResources:\n  GetFunc<|>\n",
    {
      apply: [
        "GetFunction",
        "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Runtime: nodejs24.x\n    CodeUri: src/\nResources:\n  GetFunction:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: <3:app.handler>\n      Events:\n        <5:Get>:\n          Type: HttpApi\n          Properties:\n            Path: <6:/>\n            Method: GET\n",
      ],
    },
  ],
  ["none whose letters are only somewhere in its name", "Resources:\n  App<|>\n", { none: true }],
  ["those of which a part begins so", "Resources:\n  Signal<|>\n", { has: "instance-with-signal" }],
  [
    "a list that takes what the template has",
    "Resources:\n  Front:\n    Type: AWS::EC2::SecurityGroup\n  AppServer<|>\n",
    {
      apply: [
        "AppServer",
        `Resources:\n  Front:\n    Type: AWS::EC2::SecurityGroup\n  AppServer:\n    Type: AWS::EC2::Instance\n    CreationPolicy:\n      ResourceSignal:\n        Timeout: <2:PT15M>\n    Properties:\n      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'\n      InstanceType: <3:t3.micro>\n      SecurityGroupIds:\n        - !GetAtt <5:Front>.GroupId\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          dnf install -y aws-cfn-bootstrap\n          <0:dnf install -y nginx && systemctl enable --now nginx>\n          ${SIGNAL.replace("Web", "AppServer")}\n`,
      ],
    },
  ],
  [
    "a parameter with the subnets, and of several groups the one that is called as the resource",
    `${TASKS}Parameters:\n  Front: { Type: "List<AWS::EC2::Subnet::Id>" }\n  PrivateSubnets: { Type: "List<AWS::EC2::Subnet::Id>" }\n`,
    {
      apply: [
        "NetworkConfiguration",
        `${TASKS.replace("Network<|>", NETWORK).replace("SUBNETS", "          Subnets: !Ref <1:PrivateSubnets>\n")}Parameters:\n  Front: { Type: "List<AWS::EC2::Subnet::Id>" }\n  PrivateSubnets: { Type: "List<AWS::EC2::Subnet::Id>" }\n`,
      ],
    },
  ],
  [
    "the container of the service's task, and its port",
    `${SERVED}Load<|>\n`,
    {
      apply: [
        "LoadBalancers",
        `${SERVED}LoadBalancers:\n        - ContainerName: <1:app>\n          ContainerPort: <2:8080>\n          TargetGroupArn: <0:arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef>\n`,
      ],
    },
  ],
  [
    "a subnet of the template where there is no parameter with several",
    `${TASKS}  Inner: { Type: AWS::EC2::Subnet }\n`,
    {
      apply: [
        "NetworkConfiguration",
        `${TASKS.replace("Network<|>", NETWORK).replace("SUBNETS", "          Subnets:\n            - !Ref <1:Inner>\n")}  Inner: { Type: AWS::EC2::Subnet }\n`,
      ],
    },
  ],
  ["several for one name", "Resources:\n  AppVpc<|>\n", { first: "AppVpc AppVpc · VPC alone" }],
  [
    "what the template has already is not written again",
    "Resources:\n  Site:\n    Type: AWS::S3::Bucket\n  Oac:\n    Type: AWS::CloudFront::OriginAccessControl\n  SitePolicy:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref Site\n  Cdn<|>\n",
    {
      apply: [
        "Cdn",
        "Resources:\n  Site:\n    Type: AWS::S3::Bucket\n  Oac:\n    Type: AWS::CloudFront::OriginAccessControl\n  SitePolicy:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref Site\n  Cdn:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        DefaultRootObject: index.html\n        HttpVersion: http2and3\n        Origins:\n          - Id: <2:Bucket>\n            DomainName: !GetAtt <3:Site>.RegionalDomainName\n            OriginAccessControlId: !GetAtt <4:Oac>.Id\n            S3OriginConfig: {}\n        DefaultCacheBehavior:\n          TargetOriginId: <2:Bucket>\n          ViewerProtocolPolicy: redirect-to-https\n          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6\n",
      ],
    },
  ],
  [
    "who assumes a role, by what names it",
    "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      Assume<|>\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: !GetAtt R.Arn\n",
    {
      apply: [
        "AssumeRolePolicyDocument",
        "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal:\n              Service: <1:states.amazonaws.com>\n            Action: sts:AssumeRole\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: !GetAtt R.Arn\n",
      ],
    },
  ],
  [
    "who assumes a role, by its name, as required below Properties",
    '{"Resources": {"TaskRole": {"Type": "AWS::IAM::Role", "Prop<|>"}}}',
    {
      apply: [
        "Properties",
        '{"Resources": {"TaskRole": {"Type": "AWS::IAM::Role", "Properties": {\n  "AssumeRolePolicyDocument": {\n    "Version": "2012-10-17",\n    "Statement": [\n      {\n        "Effect": "Allow",\n        "Principal": {\n          "Service": "<1:ecs-tasks.amazonaws.com>"\n        },\n        "Action": "sts:AssumeRole"\n      }\n    ]\n  }<0>\n}}}}',
      ],
    },
  ],
  ["not among properties", `${WEB}    Properties:\n      <|>\n`, { lacks: "wait-condition alias-record" }],
  [
    "the logical id in a script",
    `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          cfn-sig<|>\n`,
    {
      first: "cfn-signal in a trap cfn-signal with its options cfn-signal",
      apply: [
        "cfn-signal with its options",
        `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          ${SIGNAL}\n`,
      ],
    },
  ],
  [
    "items of a list",
    "Resources:\n  T:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      TargetGroupAttributes:\n        - <|>\n",
    {
      apply: [
        "stickiness",
        "Resources:\n  T:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      TargetGroupAttributes:\n        - Key: stickiness.enabled\n          Value: 'true'\n        - Key: stickiness.type\n          Value: lb_cookie\n        - Key: stickiness.lb_cookie.duration_seconds\n          Value: '<1:86400>'\n",
      ],
    },
  ],
];

describe("completion of snippets", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected, { snippets }));

  for (const [typed, label, result] of [
    ["<|>", "Resources", '{\n  "Resources": {\n    <0>\n  }\n}'],
    ["\n<|>\n", "Resources", '\n{\n  "Resources": {\n    <0>\n  }\n}\n'],
    ["Desc<|>", "Description", '{\n  "Description": "<1>"<0>\n}'],
    ['"Desc<|>"', "Description", '{\n  "Description": "<1>"<0>\n}'],
    [
      "temp<|>",
      "template",
      '{\n  "AWSTemplateFormatVersion": "2010-09-09",\n  "Description": "<1:What this stack is for>",\n  "Resources": {\n    "<2:Topic>": {\n      "Type": "<3:AWS::SNS::Topic>"\n    }\n  }<0>\n}',
    ],
  ] as const)
    it(`begins a JSON file: ${JSON.stringify(typed)}`, () =>
      check(typed, { apply: [label, result] }, { snippets, isJson: true }));

  for (const [typed, result, isJson, indent] of [
    ["Resour<|>", "Resources:\n    ", false, "    "],
    ["Resour<|>", '{\n\t"Resources": {\n\t\t<0>\n\t}\n}', true, "\t"],
    [
      "Parameters:\n  A:\n    Type: String\nResour<|>",
      "Parameters:\n  A:\n    Type: String\nResources:\n  ",
      false,
      "    ",
    ],
  ] as const)
    it(`indents as the editor does if there is no indentation yet: ${JSON.stringify(typed)}`, () =>
      check(typed, { apply: ["Resources", result] }, { snippets, isJson, indent }));

  it("is labelled in the person's language", () =>
    check(
      `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          cfn-sig<|>\n`,
      { first: "cfn-signal（trapで送信） cfn-signal（オプション付き） cfn-signal" },
      { snippets, language: "ja" },
    ));

  it("offers no fragment of several lines to an editor without snippets", () => {
    const found = completed(`${WEB}    <|>\n${SCRIPT}          ${SIGNAL}\n`, { snippets, snippetSupport: false });
    assert.ok(found.some(({ insertText }) => insertText === "CreationPolicy:"));
    assert.deepEqual(
      found.filter(({ insertText }) => insertText.includes("\n")),
      [],
    );
  });
});
