import { checkRows } from "../checkRule.ts";

const of = (type: string, rest: string): string => `Resources:\n  R:\n    Type: ${type}\n${rest}`;

describe("rules on resources and parameters", () => {
  checkRows([
    [
      "deletion-policy",
      "Snapshot of a bucket, misspelt",
      of("AWS::S3::Bucket", "    DeletionPolicy: «Snapshot»\n    UpdateReplacePolicy: «Retian»\n"),
      undefined,
      "error",
    ],
    [
      "deletion-policy",
      "where it exists, and by a function",
      of("AWS::RDS::DBInstance", "    DeletionPolicy: Snapshot\n    UpdateReplacePolicy: !If [C, Snapshot, «Keep»]\n"),
    ],
    [
      "deletion-policy",
      "RetainExceptOnCreate is a DeletionPolicy",
      of(
        "AWS::S3::Bucket",
        "    DeletionPolicy: RetainExceptOnCreate\n    UpdateReplacePolicy: «RetainExceptOnCreate»\n",
      ),
    ],
    [
      "policy-not-allowed",
      "queue and launch template",
      "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    «CreationPolicy»:\n      ResourceSignal: {Count: 1}\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    «UpdatePolicy»: {}\n",
      undefined,
      "error",
    ],
    [
      "policy-not-allowed",
      "group",
      of(
        "AWS::AutoScaling::AutoScalingGroup",
        "    CreationPolicy:\n      ResourceSignal: {Count: 1}\n    UpdatePolicy:\n      AutoScalingRollingUpdate: {MaxBatchSize: 1}\n",
      ),
    ],
    [
      "unknown-property",
      "keys of policies",
      of(
        "AWS::AutoScaling::AutoScalingGroup",
        "    CreationPolicy:\n      ResourceSignal: {«Counts»: 1}\n    UpdatePolicy:\n      «AutoScalingRolingUpdate»: {MaxBatchSize: 1}\n",
      ),
      undefined,
      "error",
    ],
    [
      "both-policies",
      "one of two",
      "Resources:\n  «R»:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n  S:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n",
      undefined,
      "warning",
    ],
    [
      "lambda-runtime",
      "blocked, deprecated, fine",
      "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties: {Code: {ZipFile: x}, Role: x, Runtime: «python2.7»}\n  B:\n    Type: AWS::Lambda::Function\n    Properties: {Code: {ZipFile: x}, Role: x, Runtime: python3.13}\n",
      /python3\.\d+\.$/,
      "error",
    ],
    [
      "lambda-runtime",
      "deprecated",
      "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties: {Code: {ZipFile: x}, Role: x, Runtime: «python3.9»}\n",
      undefined,
      "warning",
    ],
    [
      "service-lifecycle",
      "what has ended by the calendar",
      "Resources:\n  A:\n    Type: «AWS::OpsWorks::Stack»\n  B:\n    Type: «AWS::AppMesh::Mesh»\n  C:\n    Type: «AWS::LookoutVision::Project»\n  D:\n    Type: «AWS::IoT1Click::Device»\n  E:\n    Type: AWS::S3::Bucket\n",
      /shut the service of \S+ down/,
      "error",
    ],
    [
      "service-lifecycle",
      "what takes no new customers",
      "Resources:\n  A:\n    Type: «AWS::AutoScaling::LaunchConfiguration»\n  B:\n    Type: «AWS::AppRunner::Service»\n  D:\n    Type: «AWS::WAF::IPSet»\n  C:\n    Type: AWS::Timestream::InfluxDBInstance\n",
      /or takes new customers/,
      "warning",
    ],
    [
      "missing-transform",
      "only once",
      "Resources:\n  A:\n    Type: «AWS::Serverless::Function»\n  B:\n    Type: AWS::Serverless::Function\n",
    ],
    ["missing-transform", "SAM without", of("«AWS::Serverless::Function»", "")],
    [
      "service-token",
      "a resource that never exists",
      "Conditions:\n  No: !Equals [a, b]\nResources:\n  Nothing:\n    Type: Custom::Nothing\n    Condition: No\n  «Something»:\n    Type: Custom::Something\n",
    ],
    [
      "service-token",
      "custom resource",
      "Resources:\n  «A»:\n    Type: Custom::A\n  B:\n    Type: Custom::B\n    «Properties»:\n      X: y\n  C:\n    Type: Custom::C\n    Properties:\n      ServiceToken: x\n",
    ],
    [
      "parameter-type",
      "misspelt",
      "Parameters:\n  A:\n    Type: «Sting»\n  B:\n    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\nResources:\n  T:\n    Type: AWS::SNS::Topic\n",
      /String\?/,
    ],
    [
      "parameter-default",
      "values, pattern, length, number",
      "Parameters:\n  A:\n    Type: String\n    Default: «c»\n    AllowedValues: [a, b]\n  B:\n    Type: String\n    Default: «ABC»\n    AllowedPattern: '[a-z]+'\n  C:\n    Type: String\n    Default: «abc»\n    MaxLength: 2\n  D:\n    Type: Number\n    Default: «five»\n  E:\n    Type: CommaDelimitedList\n    Default: a,b\n    AllowedValues: [a, b]\n  F:\n    Type: String\n    Default: 1\n    AllowedValues: ['1', '2']\n",
    ],
    [
      "secret-in-template",
      "a parameter",
      "Parameters:\n  P:\n    Type: String\n    NoEcho: true\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: «!Ref P»\n",
      undefined,
      "warning",
    ],
    [
      "hard-coded-secret",
      "written out",
      of("AWS::RDS::DBInstance", "    Properties:\n      MasterUserPassword: «hunter2»\n"),
    ],
    [
      "hard-coded-secret",
      "dynamic reference",
      of("AWS::RDS::DBInstance", "    Properties:\n      MasterUserPassword: '{{resolve:secretsmanager:x}}'\n"),
    ],
    [
      "exposed-no-echo",
      "output",
      'Parameters:\n  P:\n    Type: String\n    NoEcho: true\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref P\n    Metadata:\n      x: !Ref «P»\nOutputs:\n  O:\n    Value: !Sub "${«P»}"\n',
      undefined,
      "warning",
    ],
    [
      "image-parameter",
      "String",
      "Parameters:\n  Ami:\n    Type: «String»\n  Ok:\n    Type: AWS::EC2::Image::Id\nResources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: !Ref Ami\n  J:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: !Ref Ok\n",
    ],
    [
      "bucket-access-control",
      "legacy",
      of("AWS::S3::Bucket", "    Properties:\n      «AccessControl»: Private\n"),
      undefined,
      "warning",
    ],
    [
      "bucket-acl-refused",
      "public",
      of("AWS::S3::Bucket", "    Properties:\n      AccessControl: «PublicRead»\n"),
      undefined,
      "error",
    ],
    [
      "bucket-acl-refused",
      "with ownership",
      of(
        "AWS::S3::Bucket",
        "    Properties:\n      AccessControl: PublicRead\n      OwnershipControls:\n        Rules: [{ObjectOwnership: ObjectWriter}]\n",
      ),
    ],
    [
      "policy-version",
      "old",
      of(
        "AWS::IAM::ManagedPolicy",
        "    Properties:\n      PolicyDocument:\n        Version: «2008-10-17»\n        Statement: []\n",
      ),
      undefined,
      "warning",
    ],
    [
      "unknown-action",
      "service, action, pattern",
      of(
        "AWS::IAM::ManagedPolicy",
        "    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: [«s3:GetObjects», s3:Get*, mediaconnect:ManagedAddOutput, «s4:GetObject», \"*\", «s3:Gett*»]\n            Resource: '*'\n",
      ),
      undefined,
      "warning",
    ],
    [
      "database-engine",
      "aurora",
      of("AWS::RDS::DBCluster", "    Properties:\n      Engine: «aurora»\n"),
      /aurora-mysql/,
    ],
    [
      "listener-certificate",
      "HTTPS",
      of(
        "AWS::ElasticLoadBalancingV2::Listener",
        "    «Properties»:\n      LoadBalancerArn: x\n      DefaultActions: []\n      Port: 443\n      Protocol: HTTPS\n",
      ),
      undefined,
      "error",
    ],
    [
      "listener-certificate",
      "in one case only",
      of(
        "AWS::ElasticLoadBalancingV2::Listener",
        "    «Properties»:\n      LoadBalancerArn: x\n      DefaultActions: []\n      Certificates: !If [C, [{CertificateArn: x}], !Ref AWS::NoValue]\n      Protocol: HTTPS\n",
      ),
      undefined,
      "warning",
    ],
    [
      "load-balancer-subnets",
      "one",
      of("AWS::ElasticLoadBalancingV2::LoadBalancer", "    Properties:\n      «Subnets»: [!Ref A]\n"),
    ],
    [
      "load-balancer-subnets",
      "network load balancer",
      of(
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "    Properties:\n      Type: network\n      Subnets: [!Ref A]\n",
      ),
    ],
    [
      "authorizer-api",
      "another API",
      "Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n  B:\n    Type: AWS::ApiGateway::RestApi\n  Auth:\n    Type: AWS::ApiGateway::Authorizer\n    Properties:\n      RestApiId: !Ref B\n      Type: TOKEN\n      Name: x\n  M:\n    Type: AWS::ApiGateway::Method\n    Properties:\n      RestApiId: «!Ref A»\n      ResourceId: x\n      HttpMethod: GET\n      AuthorizerId: !Ref Auth\n",
    ],
    [
      "local-path",
      "nested stack",
      of("AWS::CloudFormation::Stack", "    Properties:\n      TemplateURL: «network.yaml»\n"),
      undefined,
      "warning",
    ],
    [
      "local-path",
      "what SAM uploads",
      `Transform: AWS::Serverless-2016-10-31\n${of("AWS::CloudFormation::Stack", "    Properties:\n      TemplateURL: network.yaml\n")}`,
    ],
    [
      "local-path",
      "another transform",
      `Transform: AWS::LanguageExtensions\n${of("AWS::CloudFormation::Stack", "    Properties:\n      TemplateURL: «network.yaml»\n")}`,
      undefined,
      "warning",
    ],
    [
      "local-path",
      "URL",
      of("AWS::CloudFormation::Stack", "    Properties:\n      TemplateURL: https://b.s3.amazonaws.com/network.yaml\n"),
    ],
    [
      "local-path",
      "a function's code",
      of("AWS::Lambda::Function", "    Properties:\n      Code: «./src»\n      Role: x\n"),
      undefined,
      "warning",
    ],
    [
      "wrong-type",
      "a function's code",
      of("AWS::Lambda::Function", "    Properties:\n      Code: ./src\n      Role: x\n"),
    ],
    [
      "init-file-mode",
      "three digits",
      of(
        "AWS::EC2::Instance",
        '    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          files:\n            /a:\n              mode: «644»\n            /b:\n              mode: "000644"\n',
      ),
    ],
    [
      "init-file-mode",
      "an octal number, as nothing quotes it",
      of(
        "AWS::EC2::Instance",
        "    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          files:\n            /a:\n              mode: «000400»\n            /b:\n              mode: «0400»\n",
      ),
      /cfn-init gets 256, .*Write "000400"/,
    ],
    [
      "init-file-mode",
      "six digits that are no octal number",
      of(
        "AWS::EC2::Instance",
        "    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          files:\n            /a:\n              mode: 120777\n",
      ),
    ],
    [
      "unparsable-value",
      "numbers and pipeline booleans",
      'Resources:\n  G:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: «one»\n      MaxSize: "2"\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n        - Name: a\n          Actions:\n            - Name: b\n              Configuration:\n                PollForSourceChanges: «maybe»\n',
      undefined,
      "error",
    ],
    [
      "script-step-runtime",
      "unknown",
      of(
        "AWS::SSM::Document",
        "    Properties:\n      Content:\n        mainSteps:\n          - action: aws:executeScript\n            inputs: {Runtime: «python2.7»}\n          - action: aws:executeScript\n            inputs: {Runtime: python3.11}\n          - action: aws:sleep\n            inputs: {Runtime: x}\n",
      ),
    ],
    [
      "address-domain",
      "other than vpc",
      of("AWS::EC2::EIP", "    Properties:\n      Domain: «standard»\n"),
      undefined,
      "warning",
    ],
    [
      "hard-coded-zone",
      "loop body",
      "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::E:\n    - I\n    - [A]\n    - V${I}:\n        Type: AWS::EC2::Volume\n        Properties:\n          AvailabilityZone: «us-east-1a»\n",
    ],
  ]);
});
