import assert from "node:assert/strict";
import { checkRows, fixed } from "../../checkRule.ts";

const CODE = "origin-access";

const SUB = `\${Bucket}.s3.\${AWS::Region}.amazonaws.com`;
const IDENTITY = `!Sub "origin-access-identity/cloudfront/\${Identity}"`;

interface Parts {
  readonly domain?: string;
  readonly key?: string;
  readonly control?: string;
  readonly identity?: string;
}

const site = (
  { domain = "!GetAtt Bucket.RegionalDomainName", key = "OriginAccessControlId", control, identity = '""' }: Parts,
  others = "",
): string =>
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only}
        Origins:
          - Id: a
            DomainName: ${domain}
            ${key}: ${control ?? "!GetAtt Access.Id"}
            S3OriginConfig: {OriginAccessIdentity: ${identity}}
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig: {Name: a, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4}
  Bucket:
    Type: AWS::S3::Bucket
${others}`;
const policy = (bucket: string): string =>
  `  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: {Bucket: ${bucket}, PolicyDocument: {Statement: []}}
`;
const allows = (principal: string): string =>
  policy("!Ref Bucket").replace("[]", `[{Effect: Allow, Action: "s3:Get*", Principal: ${principal}, Resource: "*"}]`);
const ELSEWHERE = "example.s3.us-east-1.amazonaws.com";
const MARKED = "«OriginAccessControlId»";

checkRows([
  [
    CODE,
    "both",
    site({ domain: ELSEWHERE, identity: IDENTITY }).replace("OriginAccessIdentity", "«OriginAccessIdentity»"),
    /“Cannot use both Origin Access Control and Origin Access Identity on an origin”/,
    "error",
  ],
  [CODE, "an identity by a parameter", site({ domain: ELSEWHERE, identity: "!Ref Identity" })],
  [CODE, "a control by a parameter", site({ domain: ELSEWHERE, control: "!Ref Control", identity: IDENTITY })],
  [
    CODE,
    "a control by a condition",
    site({ control: "!If [A, !GetAtt Access.Id, !Ref AWS::NoValue]", identity: IDENTITY }),
  ],
  [CODE, "no policy", site({ key: MARKED }), /No bucket policy lets CloudFront read Bucket/, "warning"],
  [CODE, "no policy, the domain by Sub", site({ key: MARKED, domain: `!Sub "${SUB}"` })],
  [CODE, "no policy, the control by Ref", site({ key: MARKED, control: "!Ref Access" })],
  [CODE, "a policy", site({}, policy("!Ref Bucket"))],
  [
    CODE,
    "a policy for an identity",
    site({ key: MARKED }, allows('{AWS: !Sub "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${A}"}')),
    /Policy does not let cloudfront\.amazonaws\.com read Bucket/,
    "warning",
  ],
  [
    CODE,
    "a policy for an identity by its user",
    site({ key: MARKED }, allows("{CanonicalUser: !GetAtt A.S3CanonicalUserId}")),
  ],
  [CODE, "a policy for CloudFront", site({}, allows("{Service: cloudfront.amazonaws.com}"))],
  [CODE, "a policy for everybody", site({}, allows('"*"'))],
  [CODE, "a policy for what can't be told", site({}, policy("example"))],
  [
    CODE,
    "a policy for another bucket",
    site({ key: MARKED }, `${policy("!Ref Other")}  Other: {Type: AWS::S3::Bucket}\n`),
  ],
  [CODE, "a bucket of elsewhere", site({ domain: ELSEWHERE })],
  [
    CODE,
    "a nested stack that may allow it",
    site(
      {},
      "  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: a, Parameters: {A: !Ref Bucket}}\n",
    ),
  ],
  [
    CODE,
    "a public bucket",
    site({}).replace("Type: AWS::S3::Bucket", "Type: AWS::S3::Bucket\n    Properties: {AccessControl: PublicRead}"),
  ],
  [CODE, "a template of a macro", `Transform: Mine\n${site({ identity: IDENTITY })}`],
]);

it("an identity beside a control is emptied", () => {
  assert.equal(fixed(CODE, site({ domain: ELSEWHERE, identity: IDENTITY })), site({ domain: ELSEWHERE }));
});
