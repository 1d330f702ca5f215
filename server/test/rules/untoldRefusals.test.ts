import { deepEqual, equal, match } from "node:assert/strict";
import { found } from "./checkRule.ts";

/** The findings of a code, and the text after their fixes, which leave none of them. */
function check(code: string, source: string, after: RegExp): void {
  const own = found(source).filter((one) => one.code === code);
  equal(own.length > 0, true, "nothing is found");
  const edits = own.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.start - a.start);
  const mended = edits.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    source,
  );
  match(mended, after);
  silent(code, mended);
}

function silent(code: string, source: string): void {
  deepEqual(
    found(source).filter((one) => one.code === code),
    [],
  );
}

const one = (type: string, properties: string, more = ""): string =>
  `Resources:\n  One:\n    Type: ${type}\n    Properties:\n${properties.replace(/^(?=.)/gm, "      ")}\n${more}`;

const fn = `  Fn:\n    Type: AWS::Lambda::Function\n    Properties: {Role: "arn:aws:iam::123456789012:role/f", Runtime: python3.14, Handler: index.handler, Code: {ZipFile: "def handler(event, context): pass"}}\n`;
const machine = (properties: string): string =>
  one("AWS::StepFunctions::StateMachine", `RoleArn: arn:aws:iam::123456789012:role/m\n${properties}`, fn);
const task = (resource: string): string =>
  `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${resource}", "End": true}}}`;
const wait = (seconds: string, more = ""): string =>
  `{${more}"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${seconds}, "End": true}}}`;
const choice = (rule: string): string =>
  `{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{${rule}, "Next": "B"}]}, "B": {"Type": "Succeed"}}}`;

const behaviour = (more: string): string =>
  one(
    "AWS::CloudFront::Distribution",
    `DistributionConfig:\n  Enabled: true\n  Origins: [{Id: a, DomainName: example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]\n  DefaultCacheBehavior:\n    TargetOriginId: a\n    ViewerProtocolPolicy: https-only\n    ${more}`,
  );
const lambda = (code: string): string =>
  one(
    "AWS::Lambda::Function",
    `Role: arn:aws:iam::123456789012:role/f\nRuntime: python3.14\nHandler: index.handler\nCode: {${code}}`,
  );
const container = (check: string): string =>
  one(
    "AWS::ECS::TaskDefinition",
    `ContainerDefinitions:\n  - Name: web\n    Image: nginx\n    Memory: 128\n    HealthCheck:\n      ${check}`,
  );
const trust = (principal: string): string =>
  one(
    "AWS::IAM::Role",
    `AssumeRolePolicyDocument:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Allow\n      Principal: ${principal}\n      Action: sts:AssumeRole`,
  );

const issuer = (value: string): string =>
  one(
    "AWS::ApiGatewayV2::Authorizer",
    `ApiId: a1b2c3\nAuthorizerType: JWT\nName: a\nIdentitySource: [$request.header.Authorization]\nJwtConfiguration:\n  Audience: [x]\n  Issuer: ${value}`,
    "  Pool:\n    Type: AWS::Cognito::UserPool\n",
  );
const compared = (value: string, more: string): string =>
  one(
    "AWS::S3::BucketPolicy",
    `Bucket: site\nPolicyDocument:\n  Statement:\n    - Effect: Allow\n      Principal: {Service: cloudfront.amazonaws.com}\n      Action: s3:GetObject\n      Resource: arn:aws:s3:::site/*\n      Condition:\n        StringEquals:\n          AWS:SourceArn: ${value}`,
    more,
  );
const stage = (allowed: string, value: string): string =>
  `Parameters:\n  Stage: {Type: String, AllowedValues: ${allowed}}\nConditions:\n  IsProd: !Equals [!Ref Stage, ${value}]\n`;

describe("what a service refuses, with its fix", () => {
  for (const [name, code, source, after] of [
    [
      "a managed cache policy by its name",
      "invalid-id",
      behaviour("CachePolicyId: CachingOptimized"),
      /CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6/,
    ],
    [
      "managed policies by the names that the API has",
      "invalid-id",
      behaviour(
        "CachePolicyId: Managed-CachingDisabled\n    OriginRequestPolicyId: Managed-AllViewer\n    ResponseHeadersPolicyId: SecurityHeadersPolicy",
      ),
      /4135ea2d-6df8-44a3-9df3-4b5a84be39ad\s+OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3\s+ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03/,
    ],
    [
      "a bucket by its address",
      "invalid-id",
      lambda(`S3Bucket: "s3://my-artifacts", S3Key: a.zip`),
      /S3Bucket: "my-artifacts"/,
    ],
    [
      "a task's function by its name",
      "state-machine",
      machine("Definition:\n  StartAt: A\n  States:\n    A: {Type: Task, Resource: !Ref Fn, End: true}"),
      /Resource: !GetAtt Fn\.Arn, End/,
    ],
    [
      "a task's function by its name in a text",
      "state-machine",
      machine(`DefinitionString: !Sub '${task("${Fn}")}'`),
      /"Resource": "\$\{Fn\.Arn\}"/,
    ],
    [
      "a task's function by its name in a text of several parts",
      "state-machine",
      machine(`DefinitionString: !Join ["", ['${task("X").replace("X", `', !Ref Fn, '`)}']]`),
      /"Resource": "', !GetAtt Fn\.Arn, '"/,
    ],
    [
      "a task's function by its name as a substitution",
      "state-machine",
      machine(`DefinitionString: '${task("${Function}")}'\nDefinitionSubstitutions: {Function: !Ref Fn}`),
      /Function: !GetAtt Fn\.Arn/,
    ],
    ["seconds in quotes", "state-machine", machine(`DefinitionString: '${wait('"10"')}'`), /"Seconds": 10,/],
    [
      "a variable that is no path",
      "state-machine",
      machine(`DefinitionString: '${choice('"Variable": "order.total", "NumericEquals": 1')}'`),
      /"Variable": "\$\.order\.total"/,
    ],
    [
      "a variable of a rule in another one",
      "state-machine",
      machine(`DefinitionString: '${choice('"Not": {"Variable": "x", "IsNull": true}')}'`),
      /"Variable": "\$\.x"/,
    ],
    [
      "a health check as a text",
      "wrong-type",
      container("Command: curl localhost"),
      /Command:\s+- CMD-SHELL\s+- curl localhost/,
    ],
    [
      "a health check that does not say how it is run",
      "container-definition",
      container("Command: [curl -f http://localhost/]"),
      /Command: \[CMD-SHELL, curl -f/,
    ],
    [
      "the same with its arguments, below each other",
      "container-definition",
      container("Command:\n        - curl\n        - localhost"),
      /Command:\n\s+- CMD\n\s+- curl\n\s+- localhost/,
    ],
    ["a service as the principal", "policy-statement", trust("lambda.amazonaws.com"), /Principal: \{ Service: "lambda/],
    [
      "a service by its name alone",
      "policy-statement",
      trust("{Service: cloudfront}"),
      /\{Service: cloudfront\.amazonaws\.com\}/,
    ],
    [
      "a class without db",
      "instance-class",
      one("AWS::RDS::DBInstance", "DBInstanceClass: t3.micro"),
      /DBInstanceClass: db\.t3\.micro/,
    ],
    [
      "a switch for ENABLED",
      "invalid-value",
      one(
        "AWS::ECS::Service",
        "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-12345678], AssignPublicIp: true}}",
      ),
      /AssignPublicIp: ENABLED/,
    ],
    [
      "a switch for OFF",
      "invalid-value",
      one("AWS::Cognito::UserPool", "MfaConfiguration: false"),
      /MfaConfiguration: "OFF"/,
    ],
    [
      "a zone without its dot",
      "record-set",
      one(
        "AWS::Route53::RecordSet",
        "HostedZoneName: example.com\nName: www.example.com\nType: A\nTTL: '60'\nResourceRecords: [192.0.2.1]",
      ),
      /HostedZoneName: example\.com\.\n/,
    ],
    [
      "CloudFront's zone for a load balancer",
      "record-set",
      one(
        "AWS::Route53::RecordSet",
        "HostedZoneName: example.com.\nName: www.example.com\nType: A\nAliasTarget: {DNSName: !GetAtt Alb.DNSName, HostedZoneId: Z2FDTNDATAQYW2}",
        "  Alb:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: {Subnets: [subnet-12345678, subnet-22345678]}\n",
      ),
      /HostedZoneId: !GetAtt Alb\.CanonicalHostedZoneID/,
    ],
    [
      "the ID of a user pool as an issuer",
      "attribute-format",
      issuer("!Ref Pool"),
      /Issuer: !GetAtt Pool\.ProviderURL/,
    ],
    [
      "the ARN of a user pool as an issuer",
      "attribute-format",
      issuer("!GetAtt Pool.Arn"),
      /Issuer: !GetAtt Pool\.ProviderURL/,
    ],
    [
      "the ID of a distribution compared with an ARN",
      "policy-statement",
      compared("!Ref Cdn", "  Cdn:\n    Type: AWS::CloudFront::Distribution\n"),
      /AWS:SourceArn: !Sub arn:\$\{AWS::Partition\}:cloudfront::\$\{AWS::AccountId\}:distribution\/\$\{Cdn\}/,
    ],
    [
      "the name of a bucket compared with an ARN",
      "policy-statement",
      compared("[!Ref Logs]", "  Logs:\n    Type: AWS::S3::Bucket\n"),
      /AWS:SourceArn: \[!GetAtt Logs\.Arn\]/,
    ],
    [
      "a value that a parameter can't have",
      "constant-condition",
      stage("[dev, prod]", "production"),
      /Equals \[!Ref Stage, prod\]/,
    ],
  ] as const)
    it(name, () => check(code, source, after));

  for (const [name, code, source] of [
    ["the address of a user pool", "attribute-format", issuer("!GetAtt Pool.ProviderURL")],
    ["a topic compared with an ARN", "policy-statement", compared("!Ref T", "  T:\n    Type: AWS::SNS::Topic\n")],
    ["a value that a parameter can have", "constant-condition", stage("[dev, prod]", "prod")],
    ["a word for true", "constant-condition", stage("[yes, no]", '"true"')],
    ["a number", "constant-condition", stage("[1, 2]", '"1.0"')],
    [
      "what Parameter Store has by one of the names that are allowed",
      "constant-condition",
      stage("[/dev, /prod]", "prod").replace("Type: String", "Type: 'AWS::SSM::Parameter::Value<String>'"),
    ],
    ["a value that a tool allows", "constant-condition", stage("[dev, '{{ stage }}']", "prod")],
    ["a policy of one's own", "invalid-id", behaviour("CachePolicyId: !Ref Policy")],
    [
      "seconds of JSONata",
      "state-machine",
      machine(`DefinitionString: '${wait('"{% 10 %}"', '"QueryLanguage": "JSONata", ')}'`),
    ],
    ["seconds that are filled in", "state-machine", machine(`DefinitionString: !Sub '${wait("10")}'`)],
    [
      "a part of a function's ARN",
      "state-machine",
      machine(`DefinitionString: !Sub '${task("arn:aws:lambda:us-east-1:123456789012:function:${Fn}")}'`),
    ],
    [
      "a variable of the state machine",
      "state-machine",
      machine(`DefinitionString: '${choice('"Variable": "$total", "NumericEquals": 1')}'`),
    ],
    ["the check of an image", "container-definition", container("Command: [/healthcheck]")],
    ["no check", "container-definition", container("Command: [NONE]")],
    ["an account as the principal", "policy-statement", trust("{AWS: '123456789012'}")],
  ] as const)
    it(`nothing for ${name}`, () => silent(code, source));

  it("offers no value that the condition has already", () => {
    const first = found(
      stage("[dev, prod]", "production").replace(/!Equals.*/, "!Or [$&, !Equals [!Ref Stage, prod]]"),
    ).find(({ code }) => code === "constant-condition");
    equal(first?.fix, undefined);
    match(first?.message ?? "", /Stage is never production/);
  });

  it("tells once of what one fix mends", () => {
    const source = one(
      "AWS::SQS::Queue",
      "RedrivePolicy: {deadLetterTargetArn: !Ref Dlq, maxReceiveCount: 3}",
      "  Dlq:\n    Type: AWS::SQS::Queue\n",
    );
    equal(found(source).filter(({ severity }) => severity === "error").length, 1);
    const attribute = one("AWS::Cognito::UserPool", "Schema: [{Name: email, AttributeDataType: string}]");
    equal(found(attribute).filter(({ severity }) => severity === "error").length, 1);
  });

  it("tells of a name of Cognito's domain what the service does", () => {
    const [first] = found(one("AWS::Cognito::UserPoolDomain", "UserPoolId: us-east-1_Ab1\nDomain: My App"));
    match(first?.message ?? "", /“Member must satisfy regular expression pattern”/);
  });
});
