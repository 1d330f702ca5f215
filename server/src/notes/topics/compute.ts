import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const computeTopics: readonly Topic[] = [
  topicBelow(
    "ec2-instance-type",
    "EC2",
    "Instance type|Instance types|インスタンスタイプ",
    ["AWS::EC2::Instance.InstanceType", "AWS::EC2::LaunchTemplate.LaunchTemplateData.InstanceType"],
    [
      "AWS::EC2::Instance",
      "AWS::AutoScaling::LaunchConfiguration.InstanceType",
      "AWS::EC2::Instance.CreditSpecification",
      "AWS::EC2::Instance.CreditSpecification.CPUCredits",
    ],
  ),
  topicBelow(
    "key-pair",
    "",
    "Key pair|キーペア",
    [
      "AWS::EC2::KeyPair",
      "AWS::EC2::Instance.KeyName",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.KeyName",
      "section:Parameters.Type=AWS::EC2::KeyPair::KeyName",
    ],
    ["AWS::AutoScaling::LaunchConfiguration.KeyName", "AWS::EC2::KeyPair.KeyName"],
  ),
  topicBelow(
    "ec2-imds",
    "",
    "IMDS|IMDSv2|Instance metadata|Instance metadata service|EC2 Instance Metadata|インスタンスメタデータ|インスタンスメタデータサービス",
    [
      "AWS::EC2::Instance.MetadataOptions",
      "AWS::EC2::Instance.MetadataOptions.HttpTokens",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.MetadataOptions",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.MetadataOptions.HttpTokens",
    ],
    [
      "AWS::EC2::Instance.MetadataOptions.HttpPutResponseHopLimit",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit",
    ],
  ),
  topicBelow(
    "tags",
    "EC2",
    "Tag|Tags|タグ",
    [
      "AWS::EC2::Instance.Tags",
      "AWS::EC2::VPC.Tags",
      "AWS::EC2::Subnet.Tags",
      "AWS::EC2::SecurityGroup.Tags",
      "AWS::EC2::RouteTable.Tags",
      "AWS::EC2::InternetGateway.Tags",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.TagSpecifications",
    ],
    [
      "AWS::AutoScaling::AutoScalingGroup.Tags",
      "AWS::AutoScaling::AutoScalingGroup.Tags.PropagateAtLaunch",
      "AWS::S3::Bucket.Tags",
      "AWS::RDS::DBInstance.Tags",
      "AWS::Lambda::Function.Tags",
    ],
  ),
  topicBelow(
    "lambda-code",
    "Lambda",
    "Code|コード|Deployment package|デプロイパッケージ",
    [
      "AWS::Lambda::Function.Code",
      "AWS::Lambda::Function.Code.ZipFile",
      "AWS::Lambda::Function.Code.S3Bucket",
      "AWS::Lambda::Function.Code.S3Key",
      "AWS::Lambda::Function.Code.ImageUri",
    ],
    ["AWS::Lambda::Function", "AWS::Lambda::Function.PackageType"],
  ),
  topicBelow(
    "lambda-runtime",
    "Lambda",
    "Runtime|ランタイム",
    ["AWS::Lambda::Function.Runtime", "AWS::Lambda::LayerVersion.CompatibleRuntimes"],
    ["AWS::Serverless::Function.Runtime"],
  ),
  topicBelow(
    "lambda-limits",
    "Lambda",
    "Limits|クォータ|制限",
    [],
    [
      "AWS::Lambda::Function.Timeout",
      "AWS::Lambda::Function.MemorySize",
      "AWS::Serverless::Function.Timeout",
      "AWS::Serverless::Function.MemorySize",
    ],
  ),
  topicBelow(
    "lambda-reserved",
    "Lambda",
    "Reserved concurrency|Concurrency|Concurrent executions|予約された同時実行|予約済み同時実行|予約同時実行|同時実行数の予約|同時実行数|同時実行",
    ["AWS::Lambda::Function.ReservedConcurrentExecutions"],
    ["AWS::Serverless::Function.ReservedConcurrentExecutions"],
  ),
  topicBelow(
    "lambda-permission",
    "Lambda",
    "Resource based policy|Resource policy|リソースベースポリシー|リソースベースのポリシー",
    ["AWS::Lambda::Permission", "AWS::Lambda::Permission.Principal", "AWS::Lambda::Permission.SourceArn"],
    ["AWS::Lambda::Permission.Action", "AWS::Lambda::Permission.FunctionName", "AWS::Lambda::Permission.SourceAccount"],
  ),
  topicBelow(
    "lambda-role",
    "Lambda",
    "Execution role|実行ロール|Lambda execution role",
    ["AWS::Lambda::Function.Role"],
    ["AWS::Serverless::Function.Role"],
  ),
  topicBelow(
    "launch-template",
    "",
    "Launch template|起動テンプレート",
    [
      "AWS::EC2::LaunchTemplate",
      "AWS::AutoScaling::AutoScalingGroup.LaunchTemplate",
      "AWS::AutoScaling::AutoScalingGroup.LaunchTemplate.Version",
      "AWS::AutoScaling::LaunchConfiguration",
    ],
    [
      "AWS::EC2::LaunchTemplate.LaunchTemplateData",
      "AWS::AutoScaling::AutoScalingGroup.LaunchTemplate.LaunchTemplateId",
      "AWS::AutoScaling::AutoScalingGroup.LaunchConfigurationName",
    ],
  ),
];
