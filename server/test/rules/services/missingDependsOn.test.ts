import assert from "node:assert/strict";
import { checkRule, fixed, found } from "../checkRule.ts";

const CODE = "missing-depends-on";

const NETWORK = `
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Gateway:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}
  Table:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref Vpc}
`;
const route = (name: string, depends = "", gateway = "!Ref Gateway"): string =>
  `Resources:${NETWORK}  ${name}:
    Type: AWS::EC2::Route
${depends}    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: ${gateway}}
`;
const service = (name: string, depends: string): string =>
  `Resources:
  ${name}:
    Type: AWS::ECS::Service
${depends}    Properties:
      TaskDefinition: web:1
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets}]
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 80, Protocol: HTTP, VpcId: vpc-12345678, TargetType: ip}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/1
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Targets}]}}]
`;
const OTHERS = `  Others:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 81, Protocol: HTTP, VpcId: vpc-12345678, TargetType: ip}
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties: {ListenerArn: !Ref Listener, Priority: 1, Conditions: [{Field: path-pattern, Values: [/a]}], Actions: [{Type: forward, TargetGroupArn: !Ref Others}]}
`;
const api = (name: string, depends = "", others = ""): string =>
  `Resources:
  ${name}:
    Type: AWS::ApiGateway::Deployment
${depends}    Properties: {RestApiId: !Ref Api}
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: a}
  Method:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: MOCK}}
${others}`;

const plan = (name: string, depends: string, stage: string, others: string): string =>
  `Resources:
  ${name}:
    Type: AWS::ApiGateway::UsagePlan
${depends}    Properties: {ApiStages: [{ApiId: !Ref Api, Stage: ${stage}}]}
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: a}
${others}`;
const STAGE = `  Prod:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Api, StageName: prod, DeploymentId: a}
`;
const DEPLOYED = `  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties: {RestApiId: !Ref Api, StageName: !Ref Stage}
`;

const TABLE: readonly (readonly [name: string, source: string, message?: RegExp])[] = [
  [
    "a route and the attachment",
    route("«Route»"),
    /Route may be created before Attachment, and then fails \(“belong to different networks”\): add DependsOn: Attachment/,
  ],
  ["a route that waits", route("Route", "    DependsOn: Attachment\n")],
  ["a route by the attachment's attribute", route("Route", "", "!GetAtt Attachment.InternetGatewayId")],
  [
    "a usage plan and the stage that it names",
    plan("«Plan»", "", "prod", STAGE),
    /Plan may be created before Prod, and then fails \(“API Stage not found”\): add DependsOn: Prod/,
  ],
  ["a usage plan and the stage of a deployment", plan("«Plan»", "", "!Ref Stage", DEPLOYED), /before Deployment/],
  ["a usage plan that waits", plan("Plan", "    DependsOn: Prod\n", "prod", STAGE)],
  ["a usage plan that refers to its stage", plan("Plan", "", "!Ref Prod", STAGE)],
  ["a usage plan for another stage", plan("Plan", "", "dev", STAGE + DEPLOYED)],
  [
    "a deployment and the routes of a WebSocket API",
    "Resources:\n  Api:\n    Type: AWS::ApiGatewayV2::Api\n  «Deployment»:\n    Type: AWS::ApiGatewayV2::Deployment\n    Properties: {ApiId: !Ref Api}\n  Connect:\n    Type: AWS::ApiGatewayV2::Route\n    Properties: {ApiId: !Ref Api, RouteKey: $connect}\n",
    /“At least one route is required before deploying the Api”/,
  ],
  ["a gateway from elsewhere", route("Route", "", "!Ref Elsewhere")],
  [
    "a NAT gateway and the attachment",
    `Resources:${NETWORK}  «Nat»:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref Subnet, AllocationId: !GetAtt Address.AllocationId}
  Address:
    Type: AWS::EC2::EIP
    Properties: {Domain: vpc}
`,
    /has no Internet gateway attached/,
  ],
  [
    "a service with two listeners, of which it waits for one",
    `${service("«Service»", "    DependsOn: Listener\n").replace("TargetGroupArn: !Ref Targets}]\n  Targets", "TargetGroupArn: !Ref Targets}, {ContainerName: web, ContainerPort: 81, TargetGroupArn: !Ref Others}]\n  Targets")}${OTHERS}`,
    /Service may be created before Rule/,
  ],
  [
    "a service that waits for both",
    `${service("Service", "    DependsOn: [Listener, Rule]\n").replace("TargetGroupArn: !Ref Targets}]\n  Targets", "TargetGroupArn: !Ref Targets}, {ContainerName: web, ContainerPort: 81, TargetGroupArn: !Ref Others}]\n  Targets")}${OTHERS}`,
  ],
  [
    "the address of a server by its network interface",
    `Resources:${NETWORK}  «Address»:
    Type: AWS::EC2::EIP
    Properties: {Domain: vpc, InstanceId: !Ref Server}
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-12345678, NetworkInterfaces: [{DeviceIndex: "0", SubnetId: !Ref Subnet}]}
`,
    /is not attached to any internet gateway/,
  ],
  [
    "one that waits",
    `Resources:${NETWORK}  Address:
    Type: AWS::EC2::EIP
    DependsOn: Attachment
    Properties: {Domain: vpc, InstanceId: !Ref Server}
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-12345678, NetworkInterfaces: [{DeviceIndex: "0", SubnetId: !Ref Subnet}]}
`,
  ],
  [
    "a NAT gateway whose address waits",
    `Resources:${NETWORK}  Nat:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref Subnet, AllocationId: !GetAtt Address.AllocationId}
  Address:
    Type: AWS::EC2::EIP
    DependsOn: Attachment
    Properties: {Domain: vpc}
`,
  ],
  [
    "a private NAT gateway",
    `Resources:${NETWORK}  Nat:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref Subnet, ConnectivityType: private}
`,
  ],
  ["a deployment and its methods", api("«Deployment»"), /The REST API doesn't contain any methods/],
  [
    "a rule and the recorder",
    "Resources:\n  «Rule»:\n    Type: AWS::Config::ConfigRule\n  Recorder:\n    Type: AWS::Config::ConfigurationRecorder\n  Channel:\n    Type: AWS::Config::DeliveryChannel\n",
    /recorder is not available/,
  ],
  [
    "a rule that waits for the channel, which needs the recorder",
    "Resources:\n  Rule:\n    Type: AWS::Config::ConfigRule\n    DependsOn: Channel\n  Recorder:\n    Type: AWS::Config::ConfigurationRecorder\n  Channel:\n    Type: AWS::Config::DeliveryChannel\n",
  ],
  ["a rule whose recorder is elsewhere", "Resources:\n  Rule:\n    Type: AWS::Config::ConfigRule\n"],
  ["a deployment that waits", api("Deployment", "    DependsOn: [Method]\n")],
  [
    "a deployment that waits for one that waits",
    api("Deployment", "    DependsOn: Other\n", "  Other:\n    Type: AWS::SNS::Topic\n    DependsOn: Method\n"),
  ],
  ["a service and its listener", service("«Service»", ""), /does not have an associated load balancer/],
  [
    "a route to a transit gateway",
    "Resources:\n  «R»:\n    Type: AWS::EC2::Route\n    Properties: {RouteTableId: rtb-1, DestinationCidrBlock: 0.0.0.0/0, TransitGatewayId: !Ref T}\n  T: {Type: AWS::EC2::TransitGateway}\n  A:\n    Type: AWS::EC2::TransitGatewayAttachment\n    Properties: {TransitGatewayId: !Ref T, VpcId: a, SubnetIds: [b]}\n",
    /“InvalidTransitGatewayID\.NotFound”\): add DependsOn: A/,
  ],
  [
    "a stage with access logs",
    "Resources:\n  «S»:\n    Type: AWS::ApiGateway::Stage\n    Properties: {RestApiId: a, DeploymentId: b, StageName: c, AccessLogSetting: {DestinationArn: !GetAtt L.Arn, Format: a}}\n  L: {Type: AWS::Logs::LogGroup}\n  A: {Type: AWS::ApiGateway::Account, Properties: {CloudWatchRoleArn: arn:aws:iam::123456789012:role/a}}\n",
    /must be set in account settings/,
  ],
  ["a service that waits", service("Service", "    DependsOn: Listener\n")],
];

describe(CODE, () => {
  for (const [name, source, message] of TABLE) it(name, () => checkRule(CODE, source, message, "warning"));

  it("is mended by a dependency", () => {
    const mended = fixed(CODE, route("Route"));
    assert.match(mended, /Type: AWS::EC2::Route\n {4}DependsOn: Attachment\n/);
    assert.deepEqual(
      found(mended).filter(({ code }) => code === CODE),
      [],
    );
  });
});
