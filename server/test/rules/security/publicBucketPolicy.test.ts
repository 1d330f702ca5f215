import { checkRows } from "../checkRule.ts";

const CODE = "public-bucket-policy";

const site = (principal: string, bucket = "", more = ""): string => `Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties: {BucketName: example${bucket}}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: ${principal}, Action: "s3:GetObject", Resource: "*"${more}}]
`;

describe(CODE, () => {
  checkRows([
    [CODE, "everybody", site('«"*"»'), /public policies are blocked by the BlockPublicPolicy/],
    [CODE, "everybody in AWS", site('{AWS: «"*"»}')],
    [CODE, "a bucket that blocks it", site('«"*"»', ", PublicAccessBlockConfiguration: {BlockPublicPolicy: true}")],
    [CODE, "a bucket that lets it", site('"*"', ", PublicAccessBlockConfiguration: {BlockPublicPolicy: false}")],
    [CODE, "a bucket that blocks ACLs only", site('"*"', ", PublicAccessBlockConfiguration: {BlockPublicAcls: true}")],
    [CODE, "a bucket by a condition", site('"*"', ", PublicAccessBlockConfiguration: !If [A, {}, {}]")],
    [CODE, "a condition", site('"*"', "", ', Condition: {StringEquals: {"aws:SourceVpce": a}}')],
    [CODE, "an account", site('{AWS: "123456789012"}')],
    [CODE, "a denial", site('"*"').replace("Allow", "Deny")],
  ]);
});
