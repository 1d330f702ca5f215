import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const POOL = "Cognito::UserPool";
const BALANCER = "ElasticLoadBalancingV2::LoadBalancer";
const listener = (rest: string): string =>
  `{LoadBalancerArn: !Ref P, Port: 443, Protocol: HTTPS, Certificates: [{CertificateArn: !Ref P}], ${rest}}`;
const bucket = (rest: string): string =>
  `{ExtendedS3DestinationConfiguration: {BucketARN: !Ref P, RoleARN: !Ref P, ${rest}}}`;
const processor = (parameters: string): string =>
  bucket(`ProcessingConfiguration: {Enabled: true, Processors: [{Type: Lambda, ${parameters}}]}`);
const group = (rest: string): string =>
  `{ReplicationGroupDescription: a, Engine: redis, CacheNodeType: cache.t4g.small, ${rest}}`;
const list = (entries: string): string =>
  `{PrefixListName: a, AddressFamily: IPv4, MaxEntries: 1, «Entries»: [${entries}]}`;
const OIDC = "{Type: authenticate-oidc, Order: 1, AuthenticateOidcConfig: !Ref P}";
const policy = (resource: string): string =>
  `{PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: s3:GetObject, Resource: ${resource}}]}}`;

checkRows([
  ...rows("value-combination", [
    [POOL, "{MfaConfiguration: ‹OFF¦OPTIONAL›, EnabledMfas: [«SOFTWARE_TOKEN_MFA»]}", /turn off MFA/],
    [
      POOL,
      "{AccountRecoverySetting: {«RecoveryMechanisms»: [{Name: verified_email, Priority: 1}‹, {Name: admin_only, Priority: 2}¦›]}}",
      /has 1 item, not 2/,
    ],
    [POOL, "{Policies: {SignInPolicy: {AllowedFirstAuthFactors: [«EMAIL_OTP»‹¦, PASSWORD›]}}}", /add PASSWORD/],
    [POOL, "{Policies: {SignInPolicy: {AllowedFirstAuthFactors: [‹«WEB_AUTHN»¦!Ref P, WEB_AUTHN›]}}}", /add PASSWORD/],
    [
      POOL,
      "{AutoVerifiedAttributes: [‹phone_number¦email›], SmsConfiguration: {SnsCallerArn: !Ref P}, UserAttributeUpdateSettings: {AttributesRequireVerificationBeforeUpdate: [«email»]}}",
      /must exist in AutoVerifiedAttributes/,
    ],
    [
      "Cognito::UserPoolClient",
      "{UserPoolId: !Ref P, AllowedOAuthScopes: [openid, «‹emails¦orders/read›»]}",
      /Invalid scope requested/,
    ],
    [
      "DynamoDB::Table",
      "{BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}], SSESpecification: {SSEEnabled: ‹false¦true›, «SSEType»: KMS}}",
      /SSEType can not be specified/,
    ],
    [
      "EC2::Instance",
      "{ImageId: !Ref P, InstanceType: «‹m5.large¦t3.large›», CreditSpecification: {CPUCredits: standard}}",
      /does not support T2 Unlimited/,
    ],
    [
      "EC2::FlowLog",
      "{ResourceId: !Ref P, ResourceType: VPC, TrafficType: ALL, LogDestinationType: s3, LogDestination: !Ref P, LogFormat: '«${version} ${‹src-addr¦pkt-srcaddr›}»'}",
      /Unknown fields/,
      "warning",
    ],
    [
      "EC2::PrefixList",
      list("{Cidr: 10.0.0.0/8}‹, {Cidr: 10.1.0.0/16}¦›"),
      /Entries has at most MaxEntries \(1\), not 2/,
    ],
    [
      "ElastiCache::ReplicationGroup",
      group("NumCacheClusters: 2, «PreferredCacheClusterAZs»: [us-east-1a, us-east-1b‹, us-east-1c¦›]"),
      /as many as NumCacheClusters says \(2\), not 3/,
    ],
    [
      "ElastiCache::ReplicationGroup",
      group("NumCacheClusters: 2, PreferredMaintenanceWindow: «‹sat:23:30-sun:00:15¦sat:23:30-sun:00:30›»"),
      /at least 60 minutes/,
    ],
    [
      BALANCER,
      "{Subnets: [!Ref P, !Ref P], Type: ‹application¦network›, LoadBalancerAttributes: [{Key: «load_balancing.cross_zone.enabled», Value: 'false'}]}",
      /must always be 'true'/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        `DefaultActions: [${OIDC.replace("authenticate-oidc", "«authenticate-oidc»")}‹¦, {Type: forward, Order: 2, TargetGroupArn: !Ref P}›]`,
      ),
      /the last action forwards/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        "SslPolicy: «ELBSecurityPolicy-TLS13-‹2021-06¦1-2-2021-06›», DefaultActions: [{Type: forward, TargetGroupArn: !Ref P}]",
      ),
      /not found/,
    ],
    [
      "ElasticLoadBalancingV2::TargetGroup",
      "{Port: 80, Protocol: HTTP, VpcId: !Ref P, TargetGroupAttributes: [{Key: «load_balancing.algorithm.anomaly_mitigation», Value: 'on'}, {Key: load_balancing.algorithm.type, Value: ‹round_robin¦weighted_random›}]}",
      /anomaly mitigation/,
    ],
    [
      "KinesisFirehose::DeliveryStream",
      processor(
        "«Parameters»: [{ParameterName: LambdaArn, ParameterValue: !Ref P}, {ParameterName: BufferSizeInMBs, ParameterValue: '1'}‹¦, {ParameterName: BufferIntervalInSeconds, ParameterValue: '60'}›]",
      ),
      /BufferIntervalInSeconds/,
    ],
    ["KinesisFirehose::DeliveryStream", bucket("CustomTimeZone: «‹JST¦Asia/Tokyo›»"), /write it as Asia\/Tokyo/],
  ]),
  ...rows("policy-statement", [
    [
      "IAM::ManagedPolicy",
      policy("«arn:aws:s3:‹us-east-1¦›:‹123456789012¦›:my-bucket/*»"),
      /An ARN of s3 has no Region/,
    ],
    [
      "IAM::ManagedPolicy",
      policy("«arn:aws:s3:us-east-1:123456789012:‹my-bucket¦accesspoint›/a»"),
      /An ARN of s3 has no Region/,
    ],
  ]),
  ...rows("event-pattern", [
    [
      "Events::Rule",
      "{EventPattern: {source: [{anything-but: {«‹contains¦prefix›»: aws.}}]}, Targets: [{Id: a, Arn: !Ref P}]}",
      /anything-but has no contains/,
    ],
  ]),
  ...rows("ecr-lifecycle-policy", [
    [
      "ECR::Repository",
      `{LifecyclePolicy: {LifecyclePolicyText: '«{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"‹delete¦expire›"}}]}»'}}`,
      /not delete/,
    ],
  ]),
  ...rows("table-definition", [
    [
      "DynamoDB::GlobalTable",
      "{BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}, {AttributeName: b, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: «‹HASH¦RANGE›»}], Replicas: [{Region: us-east-1}]}",
      /second key of a table/,
    ],
    [
      "DynamoDB::GlobalTable",
      "{BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: «‹b¦a›», KeyType: HASH}], Replicas: [{Region: us-east-1}]}",
      /not among the AttributeDefinitions/,
    ],
  ]),
]);
