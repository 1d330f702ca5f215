import { checkRows } from "../checkRule.ts";

const CODE = "bucket-policy-resource";

const policy = (resource: string, bucket = "!Ref Logs"): string => `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: {BucketName: !Sub "logs-\${AWS::AccountId}"}
  Data: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: ${bucket}
      PolicyDocument:
        Statement: [{Effect: Deny, Principal: "*", Action: "s3:*", Resource: ${resource}}]
`;

describe(CODE, () => {
  checkRows([
    [
      CODE,
      "another bucket",
      policy('[!GetAtt Logs.Arn, «!Sub "${Data.Arn}/*"»]'),
      /“Policy has invalid resource”/,
      "error",
    ],
    [CODE, "another bucket by its name", policy('«!Join ["", ["arn:aws:s3:::", !Ref Data, "/*"]]»')],
    [CODE, "a name that is not the bucket's", policy('«!Sub "arn:${AWS::Partition}:s3:::log-${AWS::AccountId}"»')],
    [CODE, "the bucket's name", policy('!Sub "arn:${AWS::Partition}:s3:::logs-${AWS::AccountId}/*"')],
    [CODE, "the bucket", policy('!Sub "arn:aws:s3:::${Logs}/*"')],
    [CODE, "all buckets", policy('"arn:aws:s3:::*"')],
    [CODE, "a bucket by a parameter", policy('!Sub "arn:aws:s3:::${P}/*"')],
    [CODE, "a name that AWS makes", policy("arn:aws:s3:::data/*", "!Ref Data")],
    [CODE, "a name of elsewhere", policy("«arn:aws:s3:::b/*»", "a")],
    [CODE, "a policy on a bucket by a parameter", policy("!GetAtt Data.Arn", "!Ref P")],
  ]);
});
