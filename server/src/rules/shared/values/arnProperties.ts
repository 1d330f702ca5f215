/** Whether a property takes an ARN and no name; `idFormat` covers those of roles. */
export function takesArn(type: string, property: string): boolean {
  return (ARN.test(property) && !TAKES_NAME.test(type)) || BY_ARN.get(type)?.test(property) === true;
}

const ARN = /(?:^|[a-z])(?<!Role)(?:Arn|ARN)s?$/;

/** Properties that take an ARN although their names do not say so. */
const BY_ARN: ReadonlyMap<string, RegExp> = new Map([
  ["AWS::CloudWatch::Alarm", /^(?:Alarm|OK|InsufficientData)Actions$/],
  ["AWS::CloudWatch::CompositeAlarm", /^(?:Alarm|OK|InsufficientData)Actions$/],
  ["AWS::S3::Bucket", /^(?:Queue|Function)$/],
  ["AWS::Serverless::Function", /^(?:Queue|Stream)$/],
]);

/**
 * Types with such a property that also takes a name, according to their documentation; types of others than AWS may
 * take anything.
 */
const TAKES_NAME =
  /^(?!AWS::)|^AWS::(?:EntityResolution|GroundStation|Lambda::Url$|SMSVOICE|SSM::MaintenanceWindowTask$)/;

/** What a service answers to an ARN where it takes a name only; `undefined` where it may take it. */
export function nameAnswer(type: string, property: string): string | undefined {
  const row = BY_NAME.get(type);
  return row?.[0] === property ? row[1] : undefined;
}

const NO_MATCH = "Member must satisfy regular expression pattern";
const NO_CLUSTER = "No cluster found for name";

/** Properties that take the name of a resource or its ID, and no ARN. Source: the API references of these services, read 2026-12. */
const BY_NAME: ReadonlyMap<string, readonly [property: string, says: string]> = new Map([
  ["AWS::CodePipeline::Pipeline", ["Location", NO_MATCH]],
  ["AWS::Cognito::UserPoolClient", ["UserPoolId", NO_MATCH]],
  ["AWS::Cognito::UserPoolDomain", ["UserPoolId", NO_MATCH]],
  ["AWS::Cognito::UserPoolGroup", ["UserPoolId", NO_MATCH]],
  ["AWS::Cognito::UserPoolIdentityProvider", ["UserPoolId", NO_MATCH]],
  ["AWS::Cognito::UserPoolResourceServer", ["UserPoolId", NO_MATCH]],
  ["AWS::EKS::Addon", ["ClusterName", NO_CLUSTER]],
  ["AWS::EKS::FargateProfile", ["ClusterName", NO_CLUSTER]],
  ["AWS::EKS::Nodegroup", ["ClusterName", NO_CLUSTER]],
  ["AWS::Logs::MetricFilter", ["LogGroupName", NO_MATCH]],
  ["AWS::Logs::SubscriptionFilter", ["LogGroupName", NO_MATCH]],
  ["AWS::S3::Bucket", ["DestinationBucketName", "The target bucket for logging does not exist"]],
  ["AWS::S3::BucketPolicy", ["Bucket", "The specified bucket is not valid"]],
]);
