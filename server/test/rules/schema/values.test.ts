import { checkRows } from "../checkRule.ts";

const topic = (properties: string): string =>
  `Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n${properties}`;
const of = (type: string, properties: string): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties:\n${properties}`;

const corsBy = (otherwise: string): string =>
  `Transform: AWS::Serverless-2016-10-31\nConditions: {C: !Equals [!Ref AWS::Region, us-east-1]}\nGlobals: {HttpApi: {CorsConfiguration: !If [C, true, ${otherwise}]}}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: src/, Runtime: python3.13, Handler: x.y}\n`;

describe("rules on values", () => {
  checkRows([
    [
      "unknown-property",
      "SAM",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Description: passed over\n    Properties:\n      Handler: x\n      Runtime: python3.13\n      «Timeot»: 3\n      Events:\n        A:\n          Type: Api\n          Properties: {Path: /, Method: get}\n",
      /Timeout/,
      "error",
    ],
    [
      "wrong-type",
      "an identifier where true or false is wanted",
      "Resources:\n  A:\n    Type: AWS::SQS::Queue\n  B:\n    Type: AWS::SQS::Queue\n    Properties:\n      FifoQueue: «!Ref A»\n",
    ],
    [
      "wrong-type",
      "what a custom resource gives itself, and a parameter",
      "Parameters:\n  P:\n    Type: String\nResources:\n  A:\n    Type: Custom::Number\n    Properties:\n      ServiceToken: x\n  B:\n    Type: AWS::SQS::Queue\n    Properties:\n      FifoQueue: !Ref P\n      DelaySeconds: !Ref A\n",
    ],
    [
      "wrong-type",
      "SAM",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: x\n      Runtime: python3.13\n      Timeout: «long»\n      Policies: AWSLambdaBasicExecutionRole\n      Tracing: Active\n",
    ],
    [
      "wrong-type",
      "a text of which a macro makes a list",
      "Transform: [PyPlate]\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      Tags: |\n        #!PyPlate\n        output = []\n      ObjectLockEnabled: «maybe»\n",
    ],
    [
      "wrong-ref-target",
      "a subnet for a VPC",
      "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n      VpcId: «!Ref S»\n  H:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n      VpcId: !Ref V\n  V:\n    Type: AWS::EC2::VPC\n  S:\n    Type: AWS::EC2::Subnet\n",
      undefined,
      "error",
    ],
    [
      "wrong-ref-target",
      "names for ids, in a list too",
      "Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-12345678\n      SubnetId: «!Ref B»\n      SecurityGroupIds: [«!Ref R», !Ref G]\n  G:\n    Type: AWS::EC2::SecurityGroup\n  R:\n    Type: AWS::IAM::Role\n  B:\n    Type: AWS::S3::Bucket\n",
      undefined,
      "error",
    ],
    [
      "wrong-ref-target",
      "an API where one of its resources is meant",
      "Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n  B:\n    Type: AWS::ApiGateway::Resource\n    Properties: {RestApiId: !Ref A, ParentId: «!Ref A», PathPart: a}\n  C:\n    Type: AWS::ApiGateway::Resource\n    Properties: {RestApiId: «!Ref B», ParentId: !Ref B, PathPart: a}\n  S:\n    Type: AWS::Serverless::Api\n  D:\n    Type: AWS::ApiGateway::Resource\n    Properties: {RestApiId: !Ref S, ParentId: !GetAtt S.RootResourceId, PathPart: a}\n",
      /“Invalid Resource identifier specified”\): use !GetAtt A\.RootResourceId|“Invalid API identifier specified”/,
      "error",
    ],
    [
      "wrong-ref-target",
      "nothing outside of the closed list",
      "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n      VpcId: !Ref A\n  T:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      VpcId: !Ref S\n  A:\n    Type: AWS::EC2::VPCGatewayAttachment\n  S:\n    Type: AWS::EC2::Subnet\n",
    ],
    [
      "wrong-type",
      "attributes that are lists, alone and in a list",
      "Resources:\n  V:\n    Type: AWS::EC2::VPC\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: «!GetAtt V.CidrBlockAssociations»\n      ContainerDefinitions:\n        - Name: x\n          Image: y\n          Command: [«!GetAtt [V, CidrBlockAssociations]», !GetAtt V.CidrBlock]\n          EntryPoint: !GetAtt V.CidrBlockAssociations\n          Links: «!GetAtt V.CidrBlock»\n",
    ],
    [
      "output-value",
      "an attribute that is a list",
      "Resources:\n  V:\n    Type: AWS::EC2::VPC\nOutputs:\n  O:\n    Value: «!GetAtt V.CidrBlockAssociations»\n  P:\n    Value: !GetAtt V.CidrBlock\n",
    ],
    [
      "ref-format",
      "security groups of a load balancer, in a list",
      "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: x}\n  L:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      SecurityGroups: [«!Ref G», !GetAtt G.GroupId]\n",
    ],
    [
      "invalid-id",
      "the names that Cloud9 has for images",
      "Resources:\n  E:\n    Type: AWS::Cloud9::EnvironmentEC2\n    Properties: {InstanceType: t3.small, ImageId: amazonlinux-2023-x86_64}\n",
    ],
    ["unknown-type", "misspelt", "Resources:\n  B:\n    Type: «AWS::S3::Buckett»\n", /mean AWS::S3::Bucket/, "error"],
    ["unknown-type", "the CDK's own", "Resources:\n  C:\n    Type: AWS::CDK::Metadata\n"],
    ["unknown-type", "no type at all", "Resources:\n  B:\n    Type: «Bucket»\n"],
    [
      "unknown-type",
      "custom, private and module types",
      "Resources:\n  A:\n    Type: Custom::X\n    Properties:\n      ServiceToken: x\n  B:\n    Type: My::Org::Type\n  C:\n    Type: My::Org::Part::MODULE\n",
    ],
    [
      "unknown-property",
      "top and nested",
      of(
        "AWS::S3::Bucket",
        "      «BuketName»: x\n      VersioningConfiguration:\n        «State»: Enabled\n        Status: Enabled\n",
      ),
      undefined,
      "error",
    ],
    [
      "unknown-property",
      "both branches of an If",
      of(
        "AWS::S3::Bucket",
        "      VersioningConfiguration: !If\n        - C\n        - «State»: Enabled\n        - Status: Enabled\n",
      ),
    ],
    [
      "unknown-property",
      "on the resource itself",
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    «BucketName»: x\n",
      /under Properties/,
    ],
    [
      "unknown-property",
      "parameter and output",
      "Parameters:\n  P:\n    Type: String\n    «Defalt»: x\nResources:\n  T:\n    Type: AWS::SNS::Topic\nOutputs:\n  O:\n    Value: x\n    «Exports»: y\n",
    ],
    [
      "unknown-property",
      "free maps, custom resources, transforms",
      "Transform: AWS::LanguageExtensions\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: {ZipFile: x}\n      Role: arn:aws:iam::123456789012:role/x\n      Environment:\n        Variables:\n          ANY: thing\n  C:\n    Type: AWS::CloudFormation::CustomResource\n    Version: 1.0\n    Properties:\n      ServiceToken: x\n      Any: thing\n",
    ],
    [
      "missing-property",
      "nested, on the key above",
      of(
        "AWS::CloudFront::Distribution",
        "      «DistributionConfig»:\n        Enabled: true\n        Origins:\n          - «DomainName»: x\n",
      ),
      /needs (Id|DefaultCacheBehavior)/,
    ],
    [
      "missing-property",
      "no Properties",
      "Resources:\n  «G»:\n    Type: AWS::EC2::SecurityGroup\n",
      /GroupDescription/,
    ],
    ["missing-property", "no Type", "Resources:\n  «G»:\n    Properties: {}\n", /Type/],
    [
      "missing-property",
      "output without Value",
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\nOutputs:\n  «O»:\n    Description: x\n",
    ],
    [
      "missing-property",
      "SAM may take it from Globals",
      "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Runtime: python3.13\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: x\n",
    ],
    [
      "wrong-type",
      "list and map for a text, text for a list",
      of(
        "AWS::EC2::Instance",
        "      ImageId: «[a]»\n      InstanceType:\n        «a: b»\n      SecurityGroupIds: «sg-1»\n",
      ),
    ],
    [
      "wrong-type",
      "numbers and booleans as texts",
      of(
        "AWS::Lambda::Function",
        '      Code: {ZipFile: x}\n      Role: x\n      Timeout: "30"\n      MemorySize: «big»\n      Description: 12\n      TracingConfig: {Mode: true}\n',
      ),
    ],
    [
      "wrong-type",
      "booleans",
      of("AWS::EC2::Volume", "      AvailabilityZone: x\n      Encrypted: yes\n      AutoEnableIO: «maybe»\n"),
    ],
    [
      "wrong-type",
      "what functions give",
      `Parameters:\n  L:\n    Type: CommaDelimitedList\n  S:\n    Type: String\n${of("AWS::EC2::Instance", "      ImageId: «!Ref L»\n      SubnetId: «!GetAZs ''»\n      SecurityGroupIds: «!Ref S»\n      SecurityGroups: !Ref L\n      KeyName: !Select [0, !Ref L]\n")}`,
    ],
    [
      "wrong-type",
      "resolved at deployment",
      of("AWS::EC2::Volume", "      AvailabilityZone: x\n      Size: '{{resolve:ssm:/size}}'\n"),
    ],
    [
      "invalid-value",
      "enum",
      of(
        "AWS::DynamoDB::Table",
        "      KeySchema: [{AttributeName: a, KeyType: HASH}]\n      BillingMode: «ON_DEMAND»\n",
      ),
      /PAY_PER_REQUEST/,
      "error",
    ],
    ["invalid-value", "other case is left to the service", of("AWS::EC2::EIP", "      Domain: VPC\n")],
    [
      "invalid-format",
      "range and pattern",
      of(
        "AWS::Lambda::Function",
        "      Code: {ZipFile: x}\n      Role: arn:aws:iam::123456789012:role/x\n      Timeout: «0»\n      MemorySize: 128\n",
      ),
      /at least 1/,
    ],
    [
      "invalid-format",
      "filled in later",
      of("AWS::Lambda::Function", "      Code: {ZipFile: x}\n      Role: '{{resolve:ssm:role}}'\n"),
    ],
    [
      "invalid-cidr",
      "prefix, byte, none",
      of(
        "AWS::EC2::SecurityGroup",
        '      GroupDescription: x\n      SecurityGroupIngress:\n        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp: «10.0.0.0/99»}\n        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp: «10.0.0.256/8»}\n        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp: «10.0.0.1»}\n        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIpv6: "2001:db8::/32"}\n        - {IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIpv6: «10.0.0.0/8»}\n',
      ),
      undefined,
      "error",
    ],
    [
      "invalid-cidr",
      "bits behind the prefix",
      of("AWS::EC2::VPC", "      CidrBlock: «10.1.2.3/16»\n"),
      /10\.1\.0\.0\/16/,
      "warning",
    ],
    [
      "invalid-cidr",
      "a parameter's default",
      `Parameters:\n  C:\n    Type: String\n    Default: anywhere\n${of("AWS::EC2::VPC", "      CidrBlock: «!Ref C»\n")}`,
      undefined,
      "warning",
    ],
    [
      "invalid-id",
      "subnet, role, key",
      of(
        "AWS::EC2::Instance",
        "      SubnetId: «my-subnet»\n      ImageId: ami-0123456789abcdef0\n      BlockDeviceMappings:\n        - DeviceName: x\n          Ebs:\n            KmsKeyId: «mine»\n",
      ),
      undefined,
      "error",
    ],
    [
      "invalid-id",
      "right ones",
      of(
        "AWS::EC2::Instance",
        "      SubnetId: subnet-0123456789abcdef0\n      ImageId: resolve:ssm:/aws/service/ami\n      SecurityGroupIds: [sg-12345678, !Ref G]\n      BlockDeviceMappings:\n        - DeviceName: x\n          Ebs:\n            KmsKeyId: alias/aws/ebs\n  G:\n    Type: AWS::EC2::SecurityGroup\n",
      ),
    ],
    [
      "invalid-resolved-value",
      "default that is not allowed",
      `Parameters:\n  M:\n    Type: String\n    Default: ON_DEMAND\n${of("AWS::DynamoDB::Table", "      KeySchema: [{AttributeName: a, KeyType: HASH}]\n      BillingMode: «!Ref M»\n")}`,
      /ON_DEMAND/,
      "warning",
    ],
    [
      "invalid-resolved-value",
      "empty default behind a condition",
      `Parameters:\n  M:\n    Type: String\n    Default: ''\n${of("AWS::DynamoDB::Table", "      KeySchema: [{AttributeName: a, KeyType: HASH}]\n      BillingMode: !If [C, !Ref M, !Ref AWS::NoValue]\n")}`,
    ],
    [
      "ref-format",
      "a function's role by name, a job's, which may be",
      "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: «!Ref Role»\n  J:\n    Type: AWS::Glue::Job\n    Properties:\n      Role: !Ref Role\n  Role:\n    Type: AWS::IAM::Role\n",
      /expects an ARN \(“failed validation constraint for keyword \[pattern\]”\): use/,
    ],
    [
      "ref-format",
      "the address of an Elastic IP",
      "Resources:\n  N:\n    Type: AWS::EC2::NatGateway\n    Properties:\n      AllocationId: «!Ref Ip»\n  M:\n    Type: AWS::EC2::NatGateway\n    Properties:\n      AllocationId: !GetAtt Ip.AllocationId\n  Ip:\n    Type: AWS::EC2::EIP\n",
      /returns the address/,
    ],
    [
      "ref-format",
      "role and group by name",
      "Resources:\n  D:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: «!Ref Role»\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      TaskRoleArn: !Ref Role\n      ExecutionRoleArn: role\n  L:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      SecurityGroups: [«!Ref G», !Ref H]\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      SecurityGroupIds: [!Ref G, !Ref H, web]\n  Role:\n    Type: AWS::IAM::Role\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n  H:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n      VpcId: !Ref V\n  V:\n    Type: AWS::EC2::VPC\n",
    ],
    [
      "null-value",
      "key, item and explicit null",
      topic("      TopicName: «null»\n      «DisplayName»:\n      Subscription:\n        - !GetAZs\n"),
      undefined,
      "error",
    ],
    [
      "property-combination",
      "two of one, none of one",
      "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: sg-12345678\n      IpProtocol: '-1'\n      CidrIp: 10.0.0.0/8\n      «SourceSecurityGroupId»: x\n  B:\n    Type: AWS::EC2::VPC\n    «Properties»:\n      EnableDnsSupport: true\n",
    ],
    [
      "property-combination",
      "excluded and required",
      of(
        "AWS::CloudFront::Distribution",
        "      DistributionConfig:\n        ViewerCertificate:\n          «AcmCertificateArn»: arn\n",
      ),
      /SslSupportMethod/,
    ],
    [
      "property-combination",
      "an If that chooses",
      of(
        "AWS::EC2::SecurityGroupIngress",
        "      GroupId: sg-12345678\n      IpProtocol: '-1'\n      CidrIp: !If [C, 10.0.0.0/8, !Ref AWS::NoValue]\n      SourceSecurityGroupId: !If [C, !Ref AWS::NoValue, x]\n",
      ),
    ],
    [
      "protocol-value",
      "names and numbers",
      of(
        "AWS::EC2::SecurityGroup",
        "      GroupDescription: x\n      SecurityGroupIngress:\n        - {IpProtocol: «http», FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}\n        - {IpProtocol: 6, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}\n        - {IpProtocol: -1, CidrIp: 0.0.0.0/0}\n",
      ),
    ],
    [
      "all-ports",
      "ignored ports",
      of(
        "AWS::EC2::SecurityGroupIngress",
        "      IpProtocol: -1\n      «FromPort»: 443\n      ToPort: 443\n      CidrIp: 0.0.0.0/0\n",
      ),
      undefined,
      "warning",
    ],
    [
      "port-range",
      "backwards",
      of("AWS::EC2::SecurityGroupIngress", "      IpProtocol: tcp\n      FromPort: 443\n      «ToPort»: 80\n"),
      /Invalid TCP port range/,
      "error",
    ],
    [
      "port-range",
      "types of ICMP",
      of("AWS::EC2::SecurityGroupIngress", "      IpProtocol: icmp\n      FromPort: 8\n      ToPort: 0\n"),
    ],
    [
      "missing-ports",
      "tcp without",
      of("AWS::EC2::SecurityGroupIngress", "      «IpProtocol»: tcp\n      FromPort: 443\n      CidrIp: 0.0.0.0/0\n"),
      undefined,
      "error",
    ],
    [
      "primary-address",
      "twice",
      of(
        "AWS::EC2::NetworkInterface",
        "      SubnetId: subnet-12345678\n      PrivateIpAddress: 10.0.0.1\n      PrivateIpAddresses:\n        - PrivateIpAddress: 10.0.0.2\n          «Primary»: true\n        - PrivateIpAddress: 10.0.0.3\n          Primary: false\n",
      ),
    ],
    [
      "primary-address",
      "said once where conditions decide",
      of(
        "AWS::EC2::NetworkInterface",
        "      SubnetId: subnet-12345678\n      PrivateIpAddress: !If [C, 10.0.0.1, !Ref AWS::NoValue]\n      PrivateIpAddresses: !If\n        - D\n        - - PrivateIpAddress: 10.0.0.2\n            «Primary»: true\n        - - PrivateIpAddress: 10.0.0.3\n            Primary: true\n",
      ),
      undefined,
      "warning",
    ],
    ["hard-coded-zone", "zone", of("AWS::EC2::Volume", "      AvailabilityZone: «eu-west-1a»\n"), undefined, "warning"],
    [
      "pseudo-parameter-text",
      "without Ref",
      topic("      TopicName: «AWS::StackName»\n      DisplayName: !Ref AWS::StackName\n"),
      undefined,
      "warning",
    ],
    ["pseudo-parameter-text", "in what is global", corsBy("«AWS::NoValue»"), undefined, "warning"],
    ["wrong-type", "a text that is told to need a Ref, in what is global", corsBy("AWS::NoValue")],
    ["wrong-type", "another text in what is global", corsBy("«never»"), undefined, "error"],
  ]);
});
