import valueFormats from "../../../../data/valueFormats.yaml";
import type { Localised } from "../../../text/localised.ts";

/** What a property holds whose name says so. */
export interface IdFormat {
  readonly pattern: RegExp;
  readonly name: Localised;
  readonly example: string;
  /** What AWS answers to another. */
  readonly says?: string;
}

const SUBNET: IdFormat = {
  pattern: /^subnet-(?:[\da-f]{8}|[\da-f]{17})$/i,
  name: { en: "the ID of a subnet", ja: "サブネットID" },
  example: "subnet-0123456789abcdef0",
};
const SECURITY_GROUP: IdFormat = {
  pattern: /^sg-(?:[\da-f]{8}|[\da-f]{17})$/i,
  name: { en: "the ID of a security group", ja: "セキュリティグループID" },
  example: "sg-0123456789abcdef0",
};
const VPC: IdFormat = {
  pattern: /^vpc-(?:[\da-f]{8}|[\da-f]{17})$/i,
  name: { en: "the ID of a VPC", ja: "VPC ID" },
  example: "vpc-0123456789abcdef0",
};
const IMAGE: IdFormat = {
  pattern: /^ami-(?:[\da-z]{8}|[\da-z]{17})$/,
  name: { en: "the ID of an AMI", ja: "AMI ID" },
  example: "ami-0123456789abcdef0",
};
const ROLE: IdFormat = {
  pattern: /^arn:aws[\w-]*:iam::(?:\d{12}|aws):role\/.+$/,
  name: { en: "the ARN of an IAM role", ja: "IAMロールのARN" },
  example: "arn:aws:iam::123456789012:role/Name",
};
const KEY: IdFormat = {
  pattern:
    /^(?:arn:aws[\w-]*:kms:[a-z\d-]+:\d{12}:(?:key|alias)\/.+|alias\/[\w/:-]+|mrk-[\da-f]{32}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i,
  name: { en: "the ID, ARN or alias of a KMS key", ja: "KMSキーのID、ARN、エイリアス" },
  example: "alias/aws/ebs",
};

const TOPIC: IdFormat = {
  pattern: /^arn:aws[\w-]*:sns:[a-z\d-]+:\d{12}:[\w-]+(?:\.fifo)?$/,
  name: { en: "the ARN of an SNS topic", ja: "SNSトピックのARN" },
  example: "arn:aws:sns:us-east-1:123456789012:name",
};
const CERTIFICATE: IdFormat = {
  pattern: /^arn:aws[\w-]*:acm:[a-z\d-]+:\d{12}:certificate\/[\w-]+$/,
  name: { en: "the ARN of an ACM certificate", ja: "ACM証明書のARN" },
  example: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
};
const BUCKET: IdFormat = {
  pattern: /^(?!\d+(?:\.\d+){3}$)(?!.*\.\.)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/,
  name: {
    en: "3 to 63 lowercase letters, digits, dots and hyphens",
    ja: "3〜63文字の英小文字・数字・ドット・ハイフンからなる名前",
  },
  example: "my-bucket",
};
const DOMAIN: IdFormat = {
  pattern: /^(?:[a-z\d*](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d][a-z\d-]{0,61}[a-z\d]$/i,
  name: { en: "domain names", ja: "ドメイン名" },
  example: "www.example.com",
};
const FUNCTION: IdFormat = {
  pattern: /^[\w-]{1,64}$/,
  name: {
    en: "up to 64 letters, digits, hyphens and underscores",
    ja: "64文字までの英数字・ハイフン・アンダースコアからなる名前",
  },
  example: "my-function",
};
const STORED: IdFormat = {
  pattern: /^(?!\/?(?:aws|ssm))/i,
  name: { en: "a name that does not begin with aws or ssm", ja: "aws・ssmで始まらない名前" },
  example: "/app/name",
};

const PATH: IdFormat = {
  pattern: /^\/(?:[!-~]+\/)?$/,
  name: { en: "a path that begins and ends in a slash", ja: "スラッシュで始まりスラッシュで終わるパス" },
  example: "/team/",
};
const identityName = (most: number): IdFormat => ({
  pattern: new RegExp(`^[\\w+=,.@-]{1,${most}}$`),
  name: {
    en: `up to ${most} letters, digits and characters of _+=,.@-`,
    ja: `${most}文字までの英数字と記号（_+=,.@-）からなる名前`,
  },
  example: "deploy-role",
});

/** See `valueFormats.yaml`. */
const IN_DATA: ReadonlyMap<string, IdFormat> = new Map(
  (valueFormats() as readonly (IdFormat & { readonly at: readonly string[]; readonly pattern: string })[]).flatMap(
    ({ at, ...format }) => at.map((place) => [place, { ...format, pattern: new RegExp(format.pattern) }]),
  ),
);

/** Properties whose name says so in one type only. */
const BY_TYPE: ReadonlyMap<string, Readonly<Record<string, IdFormat>>> = new Map<
  string,
  Readonly<Record<string, IdFormat>>
>([
  ["AWS::CloudFront::Distribution", { AcmCertificateArn: CERTIFICATE, Aliases: DOMAIN }],
  ["AWS::ECS::Service", { SecurityGroups: SECURITY_GROUP }],
  ["AWS::EFS::MountTarget", { SecurityGroups: SECURITY_GROUP }],
  ["AWS::ElasticLoadBalancing::LoadBalancer", { SecurityGroups: SECURITY_GROUP }],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", { SecurityGroups: SECURITY_GROUP }],
  ["AWS::IAM::Group", { GroupName: identityName(128), Path: PATH, PolicyName: identityName(128) }],
  ["AWS::IAM::InstanceProfile", { InstanceProfileName: identityName(128), Path: PATH }],
  ["AWS::IAM::ManagedPolicy", { ManagedPolicyName: identityName(128), Path: PATH }],
  ["AWS::IAM::Policy", { PolicyName: identityName(128) }],
  ["AWS::IAM::Role", { RoleName: identityName(64), Path: PATH, PolicyName: identityName(128) }],
  ["AWS::IAM::User", { UserName: identityName(64), Path: PATH, PolicyName: identityName(128) }],
  ["AWS::Lambda::Function", { FunctionName: FUNCTION }],
  ["AWS::S3::Bucket", { BucketName: BUCKET }],
  ["AWS::SNS::Subscription", { TopicArn: TOPIC }],
  ["AWS::SSM::Parameter", { Name: STORED }],
]);

const BY_NAME: ReadonlyMap<string, IdFormat> = new Map([
  ["SubnetId", SUBNET],
  ["SubnetIds", SUBNET],
  ["Subnets", SUBNET],
  ["VPCZoneIdentifier", SUBNET],
  ["SecurityGroupIds", SECURITY_GROUP],
  ["GroupSet", SECURITY_GROUP],
  ["VpcSecurityGroupIds", SECURITY_GROUP],
  ["VPCSecurityGroups", SECURITY_GROUP],
  ["SourceSecurityGroupId", SECURITY_GROUP],
  ["DestinationSecurityGroupId", SECURITY_GROUP],
  ["VpcId", VPC],
  ["ImageId", IMAGE],
  ["RoleArn", ROLE],
  ["RoleARN", ROLE],
  ["TaskRoleArn", ROLE],
  ["ExecutionRoleArn", ROLE],
  ["KmsKeyId", KEY],
  ["KmsMasterKeyId", KEY],
  ["KMSMasterKeyID", KEY],
]);

/** Types in which these names mean something else, or in which an image may be anything. */
const OTHERS =
  /^AWS::(?:ImageBuilder|Imagebuilder|MediaLive|Lightsail|WorkSpaces|RoboMaker|Greengrass|Connect|OpsWorks|IVS|IoT|Cloud9)/;

/**
 * Places that take a name where others of this name do not: a group of the default VPC, and a task's role (“the short name or full
 * ARN”). Source: the API references of RunInstances and RegisterTaskDefinition, and AWS's linter, which tried it
 * (https://github.com/aws-cloudformation/cfn-lint/pull/4324).
 */
const TAKES_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ["AWS::EC2::Instance", /^SecurityGroupIds$/],
  ["AWS::EC2::LaunchTemplate", /^SecurityGroupIds$/],
  ["AWS::ECS::TaskDefinition", /^(?:Task|Execution)RoleArn$/],
]);

/** What the values of a property look like, as far as its name makes that certain. */
export function idFormat(type: string, property: string): IdFormat | undefined {
  const own = BY_TYPE.get(type);
  if (own !== undefined && Object.hasOwn(own, property)) return own[property];
  if (TAKES_NAMES.get(type)?.test(property) === true) return undefined;
  const format = IN_DATA.get(`${type}.${property}`) ?? BY_NAME.get(property);
  return format === undefined || !type.startsWith("AWS::") || OTHERS.test(type) ? undefined : format;
}
