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
