import { checkRows } from "../../checkRule.ts";

const CODE = "distribution-certificate";

const site = (lines: string): string =>
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only}
        Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
${lines}`;
const certificate = (arn: string): string =>
  site(`        Aliases: [www.example.com]
        ViewerCertificate: {AcmCertificateArn: ${arn}, SslSupportMethod: sni-only}
`);
const arn = (region: string): string =>
  `arn:aws:acm:${region}:111122223333:certificate/12345678-1234-1234-1234-123456789012`;

const TWO = "Conditions:\n  A: !Equals [!Ref AWS::Region, a]\n  B: !Equals [!Ref AWS::StackName, b]\n";

checkRows([
  [
    CODE,
    "another region",
    certificate(`"«${arn("eu-west-1")}»"`),
    /is in eu-west-1, .*“The specified SSL certificate doesn't exist, isn't in us-east-1 region/,
    "error",
  ],
  [
    CODE,
    "another region in a text that is composed",
    certificate('«!Sub "arn:aws:acm:eu-west-1:${AWS::AccountId}:certificate/a"»'),
    /is in eu-west-1/,
  ],
  [
    CODE,
    "another region by a parameter's default",
    `Parameters:\n  Arn: {Type: String, Default: "${arn("eu-west-1")}"}\n${certificate("«!Ref Arn»")}`,
    /is in eu-west-1, by default/,
    "warning",
  ],
  [CODE, "the stack's region", certificate('!Sub "arn:aws:acm:${AWS::Region}:111122223333:certificate/a"')],
  [CODE, "the right region", certificate(arn("us-east-1"))],
  [
    CODE,
    "a mapping of Regions to their certificates",
    `Mappings: {M: {us-east-1: {c: "${arn("us-east-1")}"}, eu-west-1: {c: "${arn("eu-west-1")}"}}}\n${certificate('«!FindInMap [M, !Ref "AWS::Region", c]»')}`,
    /^In eu-west-1: The certificate is in eu-west-1/,
    "warning",
  ],
  [
    CODE,
    "a mapping of Regions to the right one",
    `Mappings: {M: {us-east-1: {c: "${arn("us-east-1")}"}, eu-west-1: {c: "${arn("us-east-1")}"}}}\n${certificate('!FindInMap [M, !Ref "AWS::Region", c]')}`,
  ],
  [CODE, "a certificate of the template", certificate("!Ref Certificate")],
  [CODE, "a region that is not known", certificate(`!Sub "${arn("$").replace("$", `\${AWS::Region}`)}"`)],
  [CODE, "another partition", certificate(arn("cn-north-1").replace("aws", "aws-cn"))],
  [
    CODE,
    "no certificate",
    site("        «Aliases»: [www.example.com]\n"),
    /Site has Aliases, but no certificate .*“To add an alternate domain name \(CNAME\)/,
  ],
  [CODE, "no certificate for a name by a parameter", site("        «Aliases»: [!Ref Name]\n")],
  [
    CODE,
    "CloudFront's own certificate",
    site("        «Aliases»: [www.example.com]\n        ViewerCertificate: {CloudFrontDefaultCertificate: true}\n"),
  ],
  [CODE, "no names", site("        Aliases: []\n")],
  [CODE, "names by a parameter", site("        Aliases: !Ref Names\n")],
  [CODE, "a name by a condition", site("        Aliases: [!If [A, www.example.com, !Ref AWS::NoValue]]\n")],
  [
    CODE,
    "a certificate by a condition",
    site(
      "        Aliases: [a.example.com]\n        ViewerCertificate: !If [A, {AcmCertificateArn: !Ref C}, !Ref AWS::NoValue]\n",
    ),
  ],
  [
    CODE,
    "names in one case, and no certificate in another",
    `${TWO}${site(`        «Aliases»: !If [A, [www.example.com], !Ref AWS::NoValue]
        ViewerCertificate: !If [B, {CloudFrontDefaultCertificate: true}, {AcmCertificateArn: ${arn("us-east-1")}, SslSupportMethod: sni-only}]
`)}`,
    /^Where A is true and B is true: Site has Aliases, but no certificate/,
    "warning",
  ],
  [
    CODE,
    "cases that exclude each other",
    `${TWO.replace("AWS::StackName", "AWS::Region")}${site(`        Aliases: !If [A, [www.example.com], !Ref AWS::NoValue]
        ViewerCertificate: !If [B, {CloudFrontDefaultCertificate: true}, {AcmCertificateArn: ${arn("us-east-1")}, SslSupportMethod: sni-only}]
`)}`,
  ],
  [CODE, "what a macro adds", site("        Aliases: [a.example.com]\n        Fn::Transform: {Name: A}\n")],
]);
