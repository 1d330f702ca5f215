import assert from "node:assert/strict";
import { found } from "../checkRule.ts";

/** What is right, though it looks like what a rule is about: each template is without error and warning. */
const TEMPLATES: readonly (readonly [name: string, source: string])[] = [
  [
    "variables of Lambda that are meant to be set",
    of(
      "AWS::Lambda::Function",
      `      Role: !ImportValue Role
      Runtime: python3.14
      Handler: app.handler
      Code: {S3Bucket: code, S3Key: app.zip}
      MemorySize: 32768
      CapacityProviderConfig:
        LambdaManagedInstancesCapacityProviderConfig:
          CapacityProviderArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:capacity-provider:big
      Environment:
        Variables:
          AWS_LAMBDA_EXEC_WRAPPER: /opt/bootstrap
          AWS_LAMBDA_DOTNET_PREJIT: Always
          AWS_STS_REGIONAL_ENDPOINTS: regional
`,
    ),
  ],
  [
    "secrets that services manage",
    of(
      "AWS::Lambda::Permission",
      `      Action: lambda:InvokeFunction
      FunctionName: '{{resolve:secretsmanager:rds!cluster-1a2b:SecretString:host}}'
      Principal: sns.amazonaws.com
`,
    ),
  ],
  [
    "an alarm on a query",
    of(
      "AWS::CloudWatch::Alarm",
      "      EvaluationCriteria: {PromQLCriteria: {Query: up == 0, PendingPeriod: 60, RecoveryPeriod: 60}}\n      EvaluationInterval: 60\n",
    ),
  ],
  [
    "a default certificate that is switched off beside another one",
    of(
      "AWS::CloudFront::Distribution",
      `      DistributionConfig:
        Enabled: true
        Origins: [{Id: site, DomainName: example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
        DefaultCacheBehavior: {TargetOriginId: site, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}
        ViewerCertificate:
          CloudFrontDefaultCertificate: false
          AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012
          SslSupportMethod: sni-only
`,
    ),
  ],
  [
    "a network out of a pool that has a default length",
    of("AWS::EC2::VPC", "      Ipv4IpamPoolId: ipam-pool-0123456789abcdef0\n"),
  ],
  [
    "a replica with the key of its region",
    of(
      "AWS::RDS::DBInstance",
      `      SourceDBInstanceIdentifier: arn:aws:rds:us-east-1:123456789012:db:source
      Engine: mysql
      DBInstanceClass: db.t4g.micro
      KmsKeyId: alias/replica
`,
    ),
  ],
  [
    "mail hosts set off by several blanks",
    of(
      "AWS::Route53::RecordSet",
      '      HostedZoneId: Z1234567890ABC\n      Name: example.com\n      Type: MX\n      TTL: "300"\n      ResourceRecords: ["10  mail.example.com"]\n',
    ),
  ],
  ["repositories with several separators", of("AWS::ECR::Repository", "      RepositoryName: team/my--app__web\n")],
  [
    "sizes of tasks beyond those of today",
    of(
      "AWS::ECS::TaskDefinition",
      `      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: "32768"
      Memory: "131072"
      ContainerDefinitions: [{Name: web, Image: nginx}]
`,
    ),
  ],
  [
    "newer runtimes of script steps",
    of(
      "AWS::SSM::Document",
      `      DocumentType: Automation
      Content:
        schemaVersion: "0.3"
        mainSteps:
          - {name: a, action: "aws:executeScript", inputs: {Runtime: python3.12, Handler: h, Script: "def h(e, c): return 1"}}
          - {name: b, action: "aws:executeScript", inputs: {Runtime: PowerShell 7.4, Script: "1"}}
`,
    ),
  ],
  [
    "what SAM takes beyond its guide",
    `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {AutoPublishAlias: live, AutoPublishAliasAllProperties: true}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: python3.14
      Events:
        E: {Type: CloudWatchEvent, Properties: {Pattern: {source: [aws.ec2]}, InputTransformer: {InputTemplate: "1"}}}
        S: {Type: Schedule, Properties: {Schedule: rate(1 day), RuleName: daily}}
`,
  ],
];

describe("legitimate templates", () => {
  for (const [name, source] of TEMPLATES) {
    it(name, () => {
      const wrong = found(source).filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        wrong.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });
  }
});

function of(type: string, properties: string): string {
  return `Resources:\n  A:\n    Type: ${type}\n    Properties:\n${properties}`;
}
