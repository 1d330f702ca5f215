import { deepEqual } from "node:assert/strict";
import { checkRows, fixed, found } from "../../checkRule.ts";
import { one, twins } from "../../twins.ts";
import { rows } from "../twins.ts";

const bucketPolicy = (statement: string): string =>
  one(
    "P",
    "AWS::S3::BucketPolicy",
    `Bucket: b, PolicyDocument: {Statement: [{Effect: Deny, Principal: "*", ${statement}}]}`,
  );
const objects = 'Resource: "arn:aws:s3:::b/*"';
const pool = one("Pool", "AWS::Cognito::UserPool", "Schema: [{Name: tenant, AttributeDataType: String}]");
const source =
  'Name: Fetch, ActionTypeId: {Category: Source, Owner: ThirdParty, Provider: GitHub, Version: "1"}, OutputArtifacts: [{Name: Code}]';
const pipeline = (build: string): string =>
  one(
    "Pipeline",
    "AWS::CodePipeline::Pipeline",
    `RoleArn: a, ArtifactStore: {Type: S3, Location: abc}, Stages: [{Name: a, Actions: [{${source}}]}, {Name: b, Actions: [{Name: Build, «ActionTypeId»: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: "1"}${build}}]}]`,
  );
const key = (actions: string): string =>
  one(
    "Key",
    "AWS::KMS::Key",
    `KeyPolicy: {Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: [${actions}], Resource: "*"}]}`,
  ) +
  one("Queue", "AWS::SQS::Queue", "KmsMasterKeyId: !Ref Key") +
  one(
    "Bucket",
    "AWS::S3::Bucket",
    'NotificationConfiguration: {QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: ‹«!GetAtt Queue.Arn»¦!GetAtt Queue.Arn›}]}',
  );

checkRows([
  ...rows("value-combination", [
    [
      "CloudFront::Distribution",
      "{DistributionConfig: {Enabled: true, Origins: [{Id: a, DomainName: b.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, ForwardedValues: {QueryString: false, ‹«Cookies»¦Cookies›: {Forward: whitelist‹¦, WhitelistedNames: [session]›}}}}}",
      /“list of cookie names is missing when expected”/,
    ],
    [
      "CloudWatch::Alarm",
      "{Namespace: n, MetricName: m, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold, ExtendedStatistic: ‹«95»¦p95›}",
      /“The value … for parameter ExtendedStatistic is not supported.”/,
    ],
    [
      "RDS::DBInstance",
      "{DBClusterIdentifier: c, DBInstanceClass: db.r6g.large, Engine: aurora-postgresql, MultiAZ: ‹«true»¦false›}",
      /“VPC Multi-AZ DB Instances are not available for engine: aurora”/,
    ],
    [
      "ElasticLoadBalancing::LoadBalancer",
      '{Subnets: [a], Listeners: [{LoadBalancerPort: "80", InstancePort: "80", Protocol: TCP, InstanceProtocol: ‹«HTTP»¦SSL›}]}',
      /With Protocol TCP, InstanceProtocol can't be HTTP/,
    ],
  ]),
  ...twins(
    "policy-statement",
    "a key of AWS's that is written as S3's",
    bucketPolicy(
      `Action: "s3:*", ${objects}, Condition: {Bool: {"‹«s3:SecureTransport»¦aws:SecureTransport›": "false"}}`,
    ),
    /“Policy has an invalid condition key”\): it is aws:SecureTransport\.$/,
  ),
  ...twins(
    "policy-statement",
    "a condition on the names of a list where objects are read",
    bucketPolicy(
      `Action: ["s3:GetObject"‹¦, "s3:ListBucket"›], ${objects}, Condition: {StringLike: {"‹«s3:prefix»¦s3:prefix›": "a/*"}}`,
    ),
    /“Conditions do not apply to combination of actions and resources in statement”/,
  ),
  ...twins(
    "policy-statement",
    "a condition on encryption where objects are read",
    bucketPolicy(
      `Action: ‹s3:GetObject¦!Ref Action›, ${objects}, Condition: {StringEquals: {"‹«s3:x-amz-server-side-encryption»¦s3:x-amz-server-side-encryption›": AES256}}`,
    ),
    /it is for actions such as s3:PutObject/,
  ),
  ...twins(
    "mismatched-resources",
    "an attribute that the pool does not have",
    pool +
      one(
        "Client",
        "AWS::Cognito::UserPoolClient",
        'UserPoolId: !Ref Pool, WriteAttributes: [email, "‹«custom:shop»¦custom:tenant›"]',
      ),
    /has nothing in its Schema that is named shop \(“Invalid write attributes specified while creating a client”\): there is tenant\./,
  ),
  ...twins(
    "mismatched-resources",
    "a hook for an action that the pipeline does not have",
    pipeline(", InputArtifacts: [{Name: Code}]").replaceAll(/[«»]/g, "") +
      one(
        "Hook",
        "AWS::CodePipeline::Webhook",
        "Authentication: UNAUTHENTICATED, AuthenticationConfiguration: {}, Filters: [{JsonPath: $.ref}], TargetPipeline: !Ref Pipeline, TargetPipelineVersion: 1, TargetAction: ‹«Source»¦Fetch›",
      ),
    /“Webhook Action with name … was not found in the first stage of the pipeline”/,
  ),
  ...twins(
    "mismatched-resources",
    "a key that S3 may not make data keys of",
    key('‹"kms:Decrypt"¦"kms:Decrypt", "kms:GenerateDataKey*"›'),
    /“Unable to validate the following destination configurations”/,
  ),
  ...twins(
    "pipeline-stages",
    "a build without an artifact",
    pipeline("‹¦, InputArtifacts: [{Name: Code}]›").replace("«ActionTypeId»", "‹«ActionTypeId»¦ActionTypeId›"),
    /“declares 0 input artifacts which is less than the minimum count \(1\)”/,
  ),
  ...twins(
    "authorizer-api",
    "a validator of another API",
    one("A", "AWS::ApiGateway::RestApi", "Name: a") +
      one("B", "AWS::ApiGateway::RestApi", "Name: b") +
      one("V", "AWS::ApiGateway::RequestValidator", "RestApiId: !Ref ‹B¦A›") +
      one(
        "M",
        "AWS::ApiGateway::Method",
        "RestApiId: ‹«!Ref A»¦!Ref A›, ResourceId: !GetAtt A.RootResourceId, HttpMethod: GET, RequestValidatorId: !Ref V, Integration: {Type: MOCK}",
      ),
    /“Invalid Request Validator identifier specified”/,
  ),
  ...twins(
    "missing-property",
    "a statement without an effect",
    one(
      "P",
      "AWS::IAM::ManagedPolicy",
      'PolicyDocument: {Version: "2012-10-17", Statement: [{‹«Action»¦Effect: Allow, Action›: "s3:GetObject", Resource: "*"}]}',
    ),
    /“Missing required field Effect”/,
  ),
  ...twins(
    "invalid-id",
    "a policy's name with spaces",
    one(
      "G",
      "AWS::IAM::Group",
      'Policies: [{PolicyName: ‹«Read all»¦ReadAll›, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}}]',
    ),
    /“is invalid. It must contain only alphanumeric characters/,
  ),
  [
    "invalid-value",
    "the type of a key in small letters",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: id, Type: «string»}}}\n",
  ],
]);

describe("conditions of buckets", () => {
  it("turns a key into AWS's", () => {
    const text = `Resources:\n${bucketPolicy(`Action: "s3:*", ${objects}, Condition: {Bool: {"s3:SecureTransport": "false"}}`)}`;
    deepEqual(fixed("policy-statement", text), text.replace("s3:SecureTransport", "aws:SecureTransport"));
  });

  it("tells once of two properties that exclude each other", () => {
    const text = `Resources:\n${one("K", "AWS::KMS::Key", "KeyUsage: SIGN_VERIFY, KeySpec: SYMMETRIC_DEFAULT")}`;
    deepEqual(found(text).filter(({ severity }) => severity === "error").length, 1);
  });
});

describe("what is told at second sight", () => {
  checkRows([
    ...twins(
      "invalid-id",
      "an endpoint of a service without its Region",
      one("E", "AWS::EC2::VPCEndpoint", "VpcId: !Ref V, ServiceName: ‹«com.amazonaws.s3»¦com.amazonaws.eu-west-1.s3›"),
      /“The Vpc Endpoint Service 'com.amazonaws.s3' does not exist”/,
    ),
    ...twins(
      "mismatched-resources",
      "a secret for a cluster, and an instance",
      one("D", "AWS::RDS::DBInstance", "Engine: mysql") +
        one(
          "S",
          "AWS::SecretsManager::SecretTargetAttachment",
          "SecretId: s, TargetId: !Ref D, TargetType: ‹«AWS::RDS::DBCluster»¦AWS::RDS::DBInstance›",
        ),
      /^TargetType can't be so, as S is for D, which is AWS::RDS::DBInstance\.$/,
    ),
    ...twins(
      "invalid-cidr",
      "an address without its prefix length in a rule",
      one("G", "AWS::EC2::SecurityGroupIngress", "GroupId: g, IpProtocol: -1, CidrIp: ‹«0.0.0.0»¦0.0.0.0/0›"),
      /“CIDR block … is malformed”/,
    ),
    ...twins(
      "value-combination",
      "a custom resource that has too long",
      one("C", "AWS::CloudFormation::CustomResource", "ServiceToken: t, ServiceTimeout: ‹«7200»¦3600›"),
      /ServiceTimeout is 1 to 3600/,
    ),
    [
      "value-combination",
      "CORS that is switched on",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  A: {Type: AWS::Serverless::Api, Properties: {StageName: a, Cors: «true»}}\n  B: {Type: AWS::Serverless::Api, Properties: {StageName: a, Cors: \"'*'\"}}\n",
      /^Cors can't be true \(“Type of property 'Cors' is invalid.”\): write the origin with its quotes, as in "'\*'"\.$/,
    ],
  ]);
});
