import { checkRows } from "../checkRule.ts";

const service = (health: string, host: string, mode = ""): string => `Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {VpcId: v, Protocol: HTTP, Port: 80, HealthCheckPort: ${health}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {${mode}ContainerDefinitions: [{Name: web, Image: i, Memory: 9, PortMappings: [{ContainerPort: 80${host}}]}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: c, TaskDefinition: !Ref Task, LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Group}]}
`;

const headers = (origin: string): string => `Resources:
  R:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{Id: one, DomainName: a.example.com, ${origin}}]
        DefaultCacheBehavior: {TargetOriginId: one, ViewerProtocolPolicy: allow-all, ForwardedValues: {QueryString: false, Headers: ["*"]}}
`;

const described = (models: string): string => `Resources:
  R:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: a, Body: {paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}, responses: {"200": {schema: {$ref: "${models}"}}}}}}, definitions: {Pet: {type: object}}}}
`;

const nodes = (image: string, own: string): string => `Resources:
  T:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {InstanceType: m5.large${image}}}
  R:
    Type: AWS::EKS::Nodegroup
    Properties: {ClusterName: c, NodeRole: r, Subnets: [s], LaunchTemplate: {Id: !Ref T, Version: "1"}${own}}
`;

const allowed = (actions: string): string => `Mappings: {M: {A: {Many: ["s3:GetObject"], One: "s3:GetObject"}}}
Resources:
  R:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Resource: "*", Action: ${actions}}]}}
`;

const topic = (action: string): string => `Resources:
  T: {Type: AWS::SNS::Topic}
  R:
    Type: AWS::SNS::TopicPolicy
    Properties: {Topics: [!Ref T], PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Deny, Principal: "*", Resource: !Ref T, Action: ${action}}]}}
`;

const rule = (target: string): string => `Resources:
  B: {Type: AWS::Events::EventBus, Properties: {Name: b}}
  R:
    Type: AWS::Events::Rule
    Properties: {EventPattern: {source: [a]}, Targets: [{Id: a, ${target}}]}
`;

const role = (service: string): string => `Resources:
  R:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: "sts:AssumeRole"}]}}
  D:
    Type: AWS::OpenSearchService::Domain
    Properties: {EBSOptions: {EBSEnabled: true, VolumeSize: 10}, CognitoOptions: {Enabled: true, UserPoolId: u, IdentityPoolId: i, RoleArn: !GetAtt R.Arn}}
`;

const balanced = (list: string): string => `Resources:
  B: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a, b]}}
  C: {Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: {Listeners: []}}
  R:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: {MinSize: "1", MaxSize: "2", AvailabilityZones: [a], LaunchTemplate: {LaunchTemplateId: l, Version: "1"}, LoadBalancerNames: ${list}}
`;

const bus = '!Sub "arn:aws:events:us-east-1:${AWS::AccountId}:event-bus/default"';

describe("what is refused because of what stands beside it", () => {
  checkRows([
    ["service-load-balancer", "a port of a host that changes", service('"«80»"', ", HostPort: 0"), /use traffic-port/],
    [
      "service-load-balancer",
      "no port of the host",
      service('"«80»"', "", "NetworkMode: bridge, "),
      /use traffic-port/,
    ],
    ["service-load-balancer", "a port that stays", service('"80"', ", HostPort: 80")],
    ["service-load-balancer", "whatever port there is", service("traffic-port", ", HostPort: 0")],
    ["service-load-balancer", "the ports of the host", service('"80"', "", "NetworkMode: host, ")],
    [
      "distribution-origin",
      "all headers for a bucket",
      headers('S3OriginConfig: {OriginAccessIdentity: ""}').replace('"*"', '"«*»"'),
      /forwarded Header Name \* that is not allowed by S3/,
    ],
    [
      "distribution-origin",
      "all headers for a server",
      headers("CustomOriginConfig: {OriginProtocolPolicy: https-only}"),
    ],
    ["method-integration", "a model that is not there", described("«#/definitions/Cat»"), /model Cat \(“Reference/],
    ["method-integration", "a model that is there", described("#/definitions/Pet")],
    ["method-integration", "what is elsewhere", described("https://a.example/x#/definitions/Cat")],
    [
      "mismatched-resources",
      "the release of another image",
      nodes(", ImageId: ami-1", ", ReleaseVersion: «1.29.3-20240506»"),
      /cannot specify the field releaseVersion/,
    ],
    [
      "mismatched-resources",
      "a type of image",
      nodes(", ImageId: ami-1", ", AmiType: «AL2_x86_64»"),
      /other than CUSTOM/,
    ],
    ["mismatched-resources", "an image of one's own", nodes(", ImageId: ami-1", ", AmiType: CUSTOM")],
    ["mismatched-resources", "a release of AWS's image", nodes("", ", ReleaseVersion: 1.29.3-20240506")],
    ["policy-statement", "a list in a list", allowed("[«!FindInMap [M, A, Many]», a]"), /^This is a list/],
    ["policy-statement", "a list", allowed("!FindInMap [M, A, Many]")],
    ["policy-statement", "one of a list", allowed('[!FindInMap [M, A, One], "s3:*"]')],
    ["policy-statement", "all actions of a topic", topic('"«sns:*»"'), /^The policy of a topic can't name sns:\*/],
    ["policy-statement", "an action of a topic", topic('"sns:Publish"')],
    ["policy-statement", "a service with a slip", role('"«codepipeiine.amazonaws.com»"'), /it is codepipeline\./],
    ["policy-statement", "a service that nobody knows", role('"codepaper.amazonaws.com"')],
    ["mismatched-resources", "a bus without role", rule("Arn: «!GetAtt B.Arn»"), /RoleArn is required for target/],
    ["mismatched-resources", "a bus by its ARN", rule(`Arn: «${bus}»`), /RoleArn is required for target/],
    ["mismatched-resources", "a bus with a role", rule("Arn: !GetAtt B.Arn, RoleArn: !Ref P")],
    ["role-trust", "a role for Cognito", role("«ec2.amazonaws.com»"), /allowed to use the passed role/],
    ["role-trust", "a role for the domain", role("opensearchservice.amazonaws.com")],
    ["role-trust", "a role for the domain by its older name", role("es.amazonaws.com")],
    [
      "wrong-ref-target",
      "a balancer of another kind",
      balanced("[«!Ref B»]"),
      /Provided Load Balancers may not be valid/,
    ],
    ["wrong-ref-target", "a classic balancer", balanced("[!Ref C]")],
  ]);
});
