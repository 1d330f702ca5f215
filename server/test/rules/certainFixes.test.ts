import { deepEqual, match } from "node:assert/strict";
import { found } from "./checkRule.ts";

/** The text after all fixes of a code's findings leaves none of them. */
function check(code: string, source: string, after: RegExp): void {
  const edits = found(source)
    .filter((one) => one.code === code)
    .flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => b.start - a.start);
  const mended = edits.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    source,
  );
  match(mended, after);
  deepEqual(
    found(mended).filter((one) => one.code === code),
    [],
  );
}

const one = (type: string, properties: string, more = ""): string =>
  `Resources:\n  One:\n    Type: ${type}\n    Properties:\n${properties.replace(/^(?=.)/gm, "      ")}\n${more}`;
const role = (services: string): string =>
  `  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Path: /team/\n      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: [${services}]}, Action: "sts:AssumeRole"}]}\n`;
const lambda = `  Fn:\n    Type: AWS::Lambda::Function\n    Properties: {Role: "arn:aws:iam::123456789012:role/f", Runtime: python3.14, Handler: index.handler, Code: {ZipFile: "def handler(event, context): pass"}}\n`;
const profile = "  Profile:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [!Ref Role]}\n";
const vpc = (more: string): string =>
  `  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 10.0.0.0/16${more}\n`;
const endpoint =
  "VpcId: !Ref Vpc\nServiceName: com.amazonaws.us-east-1.ssm\nVpcEndpointType: Interface\nPrivateDnsEnabled: true";

describe("fixes that are certain", () => {
  for (const [name, code, source, after] of [
    [
      "a role's name for its ARN",
      "ref-format",
      one("AWS::StepFunctions::StateMachine", "RoleArn: !Ref Role\nDefinitionString: x", role("states.amazonaws.com")),
      /RoleArn: !GetAtt Role\.Arn\n/,
    ],
    [
      "a role's ARN for its name",
      "mismatched-resources",
      one("AWS::IAM::InstanceProfile", "Roles:\n  - !GetAtt Role.Arn", role("ec2.amazonaws.com")),
      /- !Ref Role\n/,
    ],
    [
      "the same in JSON",
      "mismatched-resources",
      JSON.stringify({
        Resources: {
          One: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: [{ "Fn::GetAtt": ["Role", "Arn"] }] } },
          Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {} } },
        },
      }),
      /\[\{"Ref": "Role"\}\]/,
    ],
    [
      "a profile for a role",
      "instance-profile",
      one(
        "AWS::ECS::TaskDefinition",
        "TaskRoleArn: !GetAtt Profile.Arn\nContainerDefinitions: []",
        role("ecs-tasks.amazonaws.com") + profile,
      ),
      /TaskRoleArn: !GetAtt Role\.Arn\n/,
    ],
    [
      "the name of a role with a path",
      "mismatched-resources",
      one("AWS::CodeBuild::Project", "ServiceRole: !Ref Role", role("codebuild.amazonaws.com")),
      /ServiceRole: !GetAtt Role\.Arn\n/,
    ],
    [
      "a function's name for its ARN",
      "mismatched-resources",
      one("AWS::SNS::Subscription", "Protocol: lambda\nTopicArn: !Ref T\nEndpoint: !Ref Fn", lambda),
      /Endpoint: !GetAtt Fn\.Arn\n/,
    ],
    [
      "a function's ARN for the address that invokes it",
      "mismatched-resources",
      one("AWS::ApiGateway::Method", "Integration:\n  Type: AWS_PROXY\n  Uri: !GetAtt Fn.Arn", lambda),
      /Uri: !Sub arn:\$\{AWS::Partition\}:apigateway:\$\{AWS::Region\}:lambda:path\/2015-03-31\/functions\/\$\{Fn\.Arn\}\/invocations\n/,
    ],
    [
      "names in a VPC without them",
      "mismatched-resources",
      one("AWS::EC2::VPCEndpoint", endpoint, vpc("")),
      /EnableDnsHostnames: true\n/,
    ],
    [
      "names in a VPC that are off",
      "mismatched-resources",
      one("AWS::EC2::VPCEndpoint", endpoint, vpc("\n      EnableDnsHostnames: false\n      EnableDnsSupport: false")),
      /EnableDnsHostnames: true\n\s+EnableDnsSupport: true\n/,
    ],
    [
      "a payload without version",
      "mismatched-resources",
      one(
        "AWS::ApiGatewayV2::Integration",
        "ApiId: !Ref Api\nIntegrationType: AWS_PROXY",
        "  Api:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: {ProtocolType: HTTP, Name: x}\n",
      ),
      /PayloadFormatVersion: "2\.0"\n/,
    ],
    [
      "a template's address in S3",
      "invalid-id",
      one("AWS::CloudFormation::Stack", "TemplateURL: s3://templates/network/vpc.yaml"),
      /TemplateURL: https:\/\/templates\.s3\.amazonaws\.com\/network\/vpc\.yaml\n/,
    ],
    [
      "a path without slashes",
      "invalid-id",
      one("AWS::IAM::InstanceProfile", "Path: team\nRoles: [app]"),
      /Path: \/team\/\n/,
    ],
    [
      "a part of a path with a slash",
      "invalid-id",
      one("AWS::ApiGateway::Resource", "ParentId: a\nRestApiId: b\nPathPart: /orders"),
      /PathPart: orders\n/,
    ],
    [
      "a route without a slash",
      "invalid-id",
      one("AWS::ApiGatewayV2::Route", "ApiId: a\nRouteKey: GET orders"),
      /RouteKey: GET \/orders\n/,
    ],
    [
      "a host port of its own",
      "container-definition",
      one(
        "AWS::ECS::TaskDefinition",
        "NetworkMode: awsvpc\nMemory: '512'\nContainerDefinitions:\n  - Name: web\n    Image: nginx\n    PortMappings:\n      - ContainerPort: 80\n        HostPort: 8080",
      ),
      /HostPort: 80\n/,
    ],
    [
      "a Region for a zone",
      "zone-region",
      one("AWS::EC2::Volume", "Size: 1\nAvailabilityZone: !Ref AWS::Region"),
      /AvailabilityZone: !Select \[0, !GetAZs ""\]\n/,
    ],
    [
      "a target of another kind than awsvpc takes",
      "service-load-balancer",
      one(
        "AWS::ECS::Service",
        "TaskDefinition: !Ref Task\nLoadBalancers:\n  - ContainerName: web\n    ContainerPort: 80\n    TargetGroupArn: !Ref Group",
        "  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: nginx, PortMappings: [{ContainerPort: 80}]}]}\n  Group:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 80\n",
      ),
      /TargetType: ip\n/,
    ],
    [
      "a permission before which a subscription may come",
      "invoke-permission",
      one(
        "AWS::Logs::SubscriptionFilter",
        'LogGroupName: app\nFilterPattern: ""\nDestinationArn: !GetAtt Fn.Arn',
        `${lambda}  Allow:\n    Type: AWS::Lambda::Permission\n    Properties: {FunctionName: !Ref Fn, Action: "lambda:InvokeFunction", Principal: logs.amazonaws.com}\n`,
      ),
      /DependsOn: Allow\n/,
    ],
    [
      "a unit in the number of its rate",
      "schedule-expression",
      one("AWS::Events::Rule", "ScheduleExpression: rate(1 minutes)"),
      /rate\(1 minute\)/,
    ],
    [
      "the ending of a FIFO queue's name",
      "fifo-name",
      one("AWS::SQS::Queue", 'FifoQueue: true\nQueueName: !Sub "${AWS::StackName}-orders"'),
      /-orders\.fifo"/,
    ],
  ] as const) {
    it(name, () => check(code, source, after));
  }
});
