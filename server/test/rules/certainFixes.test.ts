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

const subnet = "  S:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24}\n";

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
    [
      "a list of one, where one value stands",
      "wrong-type",
      one("AWS::Lambda::Function", "VpcConfig:\n  SubnetIds: !Ref S\n  SecurityGroupIds: sg-0123456789abcdef0", subnet),
      /SubnetIds:\n {10}- !Ref S\n {8}SecurityGroupIds:\n {10}- sg-0123456789abcdef0\n/,
    ],
    [
      "the same in JSON",
      "wrong-type",
      JSON.stringify({
        Resources: {
          One: {
            Type: "AWS::RDS::DBSubnetGroup",
            Properties: { DBSubnetGroupDescription: "d", SubnetIds: "subnet-1" },
          },
        },
      }),
      /"SubnetIds":\["subnet-1"\]/,
    ],
    [
      "the Sub of a script whose variables are all the template's",
      "missing-sub",
      one("AWS::EC2::Instance", "ImageId: ami-0123456789abcdef0\nUserData:\n  Fn::Base64: |\n    echo ${AWS::Region}"),
      /Fn::Base64: !Sub \|\n/,
    ],
    [
      "a Sub without variables in the long form",
      "needless-sub",
      one("AWS::SQS::Queue", 'QueueName:\n  Fn::Sub: "orders"\nVisibilityTimeout: 30'),
      /QueueName:\n {8}"orders"\n {6}Vis/,
    ],
    [
      "a Sub without variables in JSON",
      "needless-sub",
      JSON.stringify({
        Resources: { One: { Type: "AWS::SQS::Queue", Properties: { QueueName: { "Fn::Sub": "orders" } } } },
      }),
      /"QueueName":"orders"\}/,
    ],
    [
      "the dash of the only item",
      "wrong-type",
      one("AWS::S3::Bucket", "Tags:\n  Key: Name # what it is\n\n  Value: |\n    orders\n    of all"),
      /Tags:\n {8}- Key: Name # what it is\n\n {10}Value: \|\n {12}orders\n {12}of all/,
    ],
    [
      "the brackets of the only item",
      "wrong-type",
      one("AWS::EC2::SecurityGroup", "GroupDescription: web\nTags: {Key: Name, Value: web}"),
      /Tags: \[\{Key: Name, Value: web\}\]/,
    ],
    [
      "tags by their names",
      "wrong-type",
      one("AWS::S3::Bucket", "Tags:\n  Name: web"),
      /Tags:\n {8}- Key: Name\n {10}Value: web/,
    ],
    [
      "variables as ECS takes them",
      "wrong-type",
      one("AWS::Lambda::Function", "Environment:\n  - Name: A\n    Value: !Ref AWS::Region\n  - Name: B\n    Value: c"),
      /Environment:\n {8}Variables:\n {10}A: !Ref AWS::Region\n {10}B: c\n/,
    ],
    [
      "tags where names with their values belong",
      "wrong-type",
      one("AWS::SSM::Parameter", "Type: String\nValue: a\nTags: [{Key: a, Value: b}]"),
      /Tags:\n {8}a: b\n/,
    ],
    [
      "a tag by its name",
      "tag-list",
      one("AWS::S3::Bucket", "Tags:\n  - Name: web\n  - {Team: shop}"),
      /Tags:\n {8}- Key: Name\n {10}Value: web\n {8}- \{ Key: Team, Value: shop \}\n/,
    ],
    [
      "the only item of a list, where one value belongs",
      "wrong-type",
      one("AWS::Lambda::Function", "Runtime: [python3.14]\nHandler:\n  - index.handler\nMemorySize: 128"),
      /Runtime: python3\.14\n {6}Handler: index\.handler\n {6}MemorySize: 128\n/,
    ],
    [
      "SAM's transform",
      "missing-transform",
      `AWSTemplateFormatVersion: '2010-09-09'\nDescription: x\n\n${one("AWS::Serverless::Function", "Handler: a.b")}`,
      /^AWS.*\nDescription: x\n\nTransform: AWS::Serverless-2016-10-31\n\nResources:\n/,
    ],
    [
      "the same in JSON",
      "missing-transform",
      JSON.stringify({ Resources: { One: { Type: "AWS::Serverless::SimpleTable" } } }, undefined, 2),
      /^\{\n {2}"Transform": "AWS::Serverless-2016-10-31",\n {2}"Resources": \{\n/,
    ],
    [
      "a variable that no text uses",
      "unused-sub-variable",
      one("AWS::SNS::Topic", 'TopicName: !Sub\n  - "${A}-orders"\n  - A: !Ref AWS::StackName\n    B: x\n    C: y'),
      /- A: !Ref AWS::StackName\n$/,
    ],
    [
      "the first variable, behind the dash",
      "unused-sub-variable",
      one("AWS::SNS::Topic", 'TopicName: !Sub\n  - "${A}-orders"\n  - B: x\n    A: !Ref AWS::StackName'),
      /orders"\n {8}- A: !Ref AWS::StackName\n$/,
    ],
    [
      "a role's name that is called Name",
      "unknown-property",
      one("AWS::IAM::Role", "Name: deployer\nAssumeRolePolicyDocument: {}"),
      /RoleName: deployer\n/,
    ],
    [
      "a function's timeout that is called after it",
      "unknown-property",
      one("AWS::Lambda::Function", "FunctionTimeout: 3"),
      / Timeout: 3\n/,
    ],
    [
      "ports that nothing reads",
      "all-ports",
      one("AWS::EC2::SecurityGroupIngress", 'IpProtocol: "-1"\nFromPort: 0\nToPort: 65535\nCidrIp: 10.0.0.0/8'),
      /IpProtocol: "-1"\n {6}CidrIp: /,
    ],
    [
      "ports that nothing reads, in braces",
      "all-ports",
      one("AWS::EC2::SecurityGroupIngress", '{IpProtocol: "-1", FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8}'),
      /\{IpProtocol: "-1", CidrIp: /,
    ],
    [
      "the type of a parameter for an image",
      "image-parameter",
      `Parameters:\n  Image: {Type: String}\n  Latest:\n    Type: AWS::SSM::Parameter::Value<String>\n    Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64\n${one("AWS::EC2::Instance", "ImageId: !Ref Image", "  Two:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: !Ref Latest}\n")}`,
      /Image: \{Type: AWS::EC2::Image::Id\}\n {2}Latest:\n {4}Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\n/,
    ],
    [
      "whose bucket may invoke",
      "permission-account",
      one(
        "AWS::Lambda::Permission",
        "FunctionName: f\nAction: lambda:InvokeFunction\nPrincipal: s3.amazonaws.com\nSourceArn: arn:aws:s3:::b",
      ),
      /SourceArn: arn:aws:s3:::b\n {6}SourceAccount: !Ref AWS::AccountId\n/,
    ],
    [
      "an item that is there already",
      "duplicate-item",
      one(
        "AWS::IAM::Role",
        "ManagedPolicyArns:\n  - arn:aws:iam::aws:policy/ReadOnlyAccess\n  - arn:aws:iam::aws:policy/ReadOnlyAccess\nAssumeRolePolicyDocument: {}",
      ),
      /ReadOnlyAccess\n {6}Assume/,
    ],
  ] as const) {
    it(name, () => check(code, source, after));
  }
});
