import { checkRows, type Row } from "../checkRule.ts";

const ROWS: readonly Row[] = [
  [
    "container-definition",
    "ports of the host",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: host, ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, PortMappings: [{ContainerPort: 80, HostPort: «8080»}]}]}}
`,
    /network mode host/,
    "error",
  ],
  [
    "container-definition",
    "ports of the host, as it is right",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: host, ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, PortMappings: [{ContainerPort: 80, HostPort: 80}]}]}}
`,
  ],
  [
    "container-definition",
    "a volume",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Volumes: [{Name: dat}], ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, MountPoints: [{SourceVolume: «data»}]}]}}
`,
    /Unknown volume 'data'/,
    "error",
  ],
  [
    "container-definition",
    "a volume, as it is right",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Volumes: [{Name: data}], ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, MountPoints: [{SourceVolume: data}]}]}}
`,
  ],
  [
    "container-definition",
    "a container to wait for",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, DependsOn: [{ContainerName: «init», Condition: START}]}]}}
`,
    /no container init/,
    "error",
  ],
  [
    "container-definition",
    "a container to wait for, as it is right",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, DependsOn: [{ContainerName: !Ref Init, Condition: START}]}]}}
`,
  ],
  [
    "execution-role",
    "a private registry",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, «RepositoryCredentials»: {CredentialsParameter: x}}]}}
`,
    /private registry/,
    "error",
  ],
  [
    "execution-role",
    "a private registry, as it is right",
    `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ExecutionRoleArn: x, ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128, RepositoryCredentials: {CredentialsParameter: x}}]}}
`,
  ],
  [
    "mismatched-resources",
    "a network of a task that has none",
    `Resources:
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task, NetworkConfiguration: «{AwsvpcConfiguration: {Subnets: [subnet-0123456789abcdef0]}}»}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: bridge, ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128}]}}
`,
    /Network Configuration is not valid for the given networkMode/,
    "error",
  ],
  [
    "mismatched-resources",
    "a network of a task that has none, as it is right",
    `Resources:
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-0123456789abcdef0]}}}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128}]}}
`,
  ],
  [
    "mismatched-resources",
    "a task for EC2 on Fargate",
    `Resources:
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-0123456789abcdef0]}}}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: awsvpc, RequiresCompatibilities: «[EC2]», ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128}]}}
`,
    /does not support launch_type FARGATE/,
    "error",
  ],
  [
    "mismatched-resources",
    "a task for EC2 on Fargate, as it is right",
    `Resources:
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-0123456789abcdef0]}}}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: awsvpc, Cpu: '256', Memory: '512', RequiresCompatibilities: [EC2, FARGATE], ContainerDefinitions: [{Name: web, Image: nginx, Memory: 128}]}}
`,
  ],
  [
    "mismatched-resources",
    "a function of a FIFO topic",
    `Resources:
  A: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: «lambda», Endpoint: x}}
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: a.fifo, FifoTopic: true}}
`,
    /Invalid protocol type: lambda/,
    "error",
  ],
  [
    "mismatched-resources",
    "a function of a FIFO topic, as it is right",
    `Resources:
  A: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: x}}
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: a.fifo, FifoTopic: true}}
`,
  ],
  [
    "mismatched-resources",
    "the table in place of its stream",
    `Resources:
  A: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: f, StartingPosition: LATEST, EventSourceArn: «!GetAtt Table.Arn»}}
  Table: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: {StreamViewType: KEYS_ONLY}, BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}]}}
`,
    /Unrecognized event source/,
    "error",
  ],
  [
    "mismatched-resources",
    "the table in place of its stream, as it is right",
    `Resources:
  A: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: f, StartingPosition: LATEST, EventSourceArn: !GetAtt Table.StreamArn}}
  Table: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: {StreamViewType: KEYS_ONLY}, BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}]}}
`,
  ],
  [
    "mismatched-resources",
    "the target of a route",
    `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, IntegrationUri: 'https://example.com', PayloadFormatVersion: '1.0'}}
  A: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /, Target: «!Ref I»}}
`,
    /begins with integrations\//,
    "error",
  ],
  [
    "mismatched-resources",
    "the target of a route, as it is right",
    `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, IntegrationUri: 'https://example.com', PayloadFormatVersion: '1.0'}}
  A: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /, Target: !Sub 'integrations/\${I}'}}
`,
  ],
  [
    "mismatched-resources",
    "a route without a method",
    `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  A: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: «/pets»}}
`,
    /not formatted properly/,
    "error",
  ],
  [
    "mismatched-resources",
    "a route without a method, as it is right",
    `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  A: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: ANY /pets}}
`,
  ],
  [
    "mismatched-resources",
    "the ARN of a function as a URI",
    `Resources:
  A: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: a, ResourceId: b, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: '«arn:aws:lambda:us-east-1:123456789012:function:x»'}}}
`,
    /must contain path or action/,
    "error",
  ],
  [
    "mismatched-resources",
    "the ARN of a function as a URI, as it is right",
    `Resources:
  A: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: a, ResourceId: b, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:x/invocations'}}}
`,
  ],
  [
    "table-definition",
    "an index without capacity",
    `Resources:
  A: {Type: AWS::DynamoDB::Table, Properties: {ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}, AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}], GlobalSecondaryIndexes: [{«IndexName»: i, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}]}}
`,
    /global secondary index: i/,
    "error",
  ],
  [
    "table-definition",
    "an index without capacity, as it is right",
    `Resources:
  A: {Type: AWS::DynamoDB::Table, Properties: {ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}, AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}], GlobalSecondaryIndexes: [{IndexName: i, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}, ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}}]}}
`,
  ],
  [
    "record-set",
    "the zone of something else",
    `Resources:
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: www.example.com, Type: A, AliasTarget: {DNSName: !GetAtt D.DomainName, HostedZoneId: «Z3AQBSTGFYJSTF»}}}
  D: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: allow-all, CachePolicyId: x}}}}
`,
    /use Z2FDTNDATAQYW2/,
    "error",
  ],
  [
    "record-set",
    "the zone of something else, as it is right",
    `Resources:
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: www.example.com, Type: A, AliasTarget: {DNSName: !GetAtt D.DomainName, HostedZoneId: Z2FDTNDATAQYW2}}}
  D: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: allow-all, CachePolicyId: x}}}}
`,
  ],
  [
    "policy-statement",
    "a service that is misspelt",
    `Resources:
  A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: «ec2.amazonaws.con»}, Action: 'sts:AssumeRole'}]}}}
`,
    /There is no service ec2\.amazonaws\.con .*: it is ec2\.amazonaws\.com/,
    "error",
  ],
  [
    "policy-statement",
    "a service that is misspelt, as it is right",
    `Resources:
  A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com.cn}, Action: 'sts:AssumeRole'}]}}}
`,
  ],
  [
    "policy-statement",
    "a repository's resource",
    `Resources:
  A: {Type: AWS::ECR::Repository, Properties: {RepositoryPolicyText: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'ecr:BatchGetImage', «Resource»: '*'}]}}}
`,
    /Invalid repository policy provided/,
    "error",
  ],
  [
    "policy-statement",
    "a repository's resource, as it is right",
    `Resources:
  A: {Type: AWS::ECR::Repository, Properties: {RepositoryPolicyText: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'ecr:BatchGetImage'}]}}}
`,
  ],
  [
    "managed-policy-arn",
    "capitals",
    `Resources:
  A: {Type: AWS::IAM::User, Properties: {ManagedPolicyArns: ['«arn:aws:iam::aws:policy/AmazonS3ReadonlyAccess»']}}
`,
    /it is AmazonS3ReadOnlyAccess/,
    "error",
  ],
  [
    "managed-policy-arn",
    "capitals, as it is right",
    `Resources:
  A: {Type: AWS::IAM::User, Properties: {ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess']}}
`,
  ],
  [
    "already-exists",
    "a stage of a deployment",
    `Resources:
  D: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: a, StageName: prod}}
  A: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: a, DeploymentId: !Ref D, «StageName»: prod}}
`,
    /Stage already exists/,
    "error",
  ],
  [
    "already-exists",
    "a stage of a deployment, as it is right",
    `Resources:
  D: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: a, StageName: prod}}
  E: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: a, StageName: prod}}
`,
  ],
  [
    "already-exists",
    "services of one name",
    `Resources:
  A: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, ServiceName: web}}
  B: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, «ServiceName»: web}}
`,
    /not idempotent/,
    "error",
  ],
  [
    "already-exists",
    "services of one name, as it is right",
    `Resources:
  A: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, ServiceName: web}}
  B: {Type: AWS::ECS::Service, Properties: {Cluster: c, TaskDefinition: t, ServiceName: web}}
`,
  ],
  [
    "already-exists",
    "a dot at the end",
    `Resources:
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: a.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.1]}}
  B: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., «Name»: a.example.com., Type: A, TTL: '60', ResourceRecords: [10.0.0.1]}}
`,
    /has the same/,
    "error",
  ],
  [
    "already-exists",
    "a dot at the end, as it is right",
    `Resources:
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: a.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.1]}}
  B: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.com., Name: b.example.com., Type: A, TTL: '60', ResourceRecords: [10.0.0.1]}}
`,
  ],
  [
    "physical-name",
    "names of IAM in other capitals",
    `Resources:
  A: {Type: AWS::IAM::User, Properties: {UserName: worker}}
  B: {Type: AWS::IAM::User, Properties: {UserName: «Worker»}}
`,
    /already has this name/,
    "error",
  ],
  [
    "physical-name",
    "names of IAM in other capitals, as it is right",
    `Resources:
  A: {Type: AWS::SQS::Queue, Properties: {QueueName: worker}}
  B: {Type: AWS::SQS::Queue, Properties: {QueueName: Worker}}
`,
  ],
  [
    "bucket-notification",
    "another action",
    `Resources:
  B: {Type: AWS::S3::Bucket, DependsOn: P, Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: «!GetAtt F.Arn»}]}}}
  F: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', Runtime: python3.13, Handler: index.h, Code: {ZipFile: 'def h(e, c): pass'}}}
  P: {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:GetFunction', FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId}}
`,
    /check principal, action/,
    "error",
  ],
  [
    "bucket-notification",
    "another action, as it is right",
    `Resources:
  B: {Type: AWS::S3::Bucket, DependsOn: P, Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: !GetAtt F.Arn}]}}}
  F: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', Runtime: python3.13, Handler: index.h, Code: {ZipFile: 'def h(e, c): pass'}}}
  P: {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId}}
`,
  ],
  [
    "missing-depends-on",
    "a load balancer on the internet",
    `Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
  «Balancer»: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Subnets: [!Ref Net]}}
`,
    /has no internet gateway/,
    "warning",
  ],
  [
    "missing-depends-on",
    "a load balancer on the internet, as it is right",
    `Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref Net]}}
`,
  ],
  [
    "missing-depends-on",
    "a gateway that nothing attaches",
    `Resources:
  Gateway: {Type: AWS::EC2::InternetGateway}
  «Route»: {Type: AWS::EC2::Route, Properties: {RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
`,
    /needs an AWS::EC2::VPCGatewayAttachment for Gateway/,
    "error",
  ],
  [
    "missing-depends-on",
    "a gateway that nothing attaches, as it is right",
    `Resources:
  Gateway: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: s, AllocationId: x}}
  Route: {Type: AWS::EC2::Route, Properties: {RouteTableId: t, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
`,
  ],
  [
    "missing-depends-on",
    "a target group without a listener",
    `Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: vpc-0123456789abcdef0, Port: 80, Protocol: HTTP, TargetType: ip}}
  «Service»: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, LoadBalancers: [{ContainerName: a, ContainerPort: 80, TargetGroupArn: !Ref Group}]}}
`,
    /does not have an associated load balancer/,
    "error",
  ],
  [
    "missing-depends-on",
    "a target group without a listener, as it is right",
    `Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: vpc-0123456789abcdef0, Port: 80, Protocol: HTTP, TargetType: ip}}
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, LoadBalancers: [{ContainerName: a, ContainerPort: 80, TargetGroupArn: !Ref Group}]}}
  L: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: x, Port: 80, Protocol: HTTP, DefaultActions: !If [a, !Ref AWS::NoValue, [{Type: forward, TargetGroupArn: !Ref Group}]]}}
`,
  ],
  [
    "state-machine",
    "a target that is filled in",
    `Resources:
  A: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: 'arn:aws:iam::123456789012:role/x', Definition: {StartAt: A, States: {A: {Type: Pass, Next: '«\${N}»'}, B: {Type: Succeed}}}, DefinitionSubstitutions: {N: C}}}
`,
    /no state C/,
    "error",
  ],
  [
    "state-machine",
    "a target that is filled in, as it is right",
    `Resources:
  A: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: 'arn:aws:iam::123456789012:role/x', Definition: {StartAt: A, States: {A: {Type: Pass, Next: '\${N}'}, B: {Type: Succeed}}}, DefinitionSubstitutions: {N: B}}}
`,
  ],
  [
    "entry-name",
    "a loop with one name",
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Queues: [N, [A, B], {«Queue»: {Type: AWS::SQS::Queue}}]
`,
    /in each round/,
    "error",
  ],
  [
    "entry-name",
    "a loop with one name, as it is right",
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Queues: [N, [A, B], {'Queue\${N}': {Type: AWS::SQS::Queue}}]
`,
  ],
  [
    "entry-name",
    "characters from a loop",
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Queues: [N, [«a-b», B], {'Queue\${N}': {Type: AWS::SQS::Queue}}]
`,
    /non alphanumeric/,
    "error",
  ],
  [
    "entry-name",
    "characters from a loop, as it is right",
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Queues: [N, [a-b, B], {'Queue&{N}': {Type: AWS::SQS::Queue}}]
`,
  ],
  [
    "distribution-origin",
    "the website of a bucket",
    `Resources:
  A: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: o, DomainName: «x.s3-website-us-east-1.amazonaws.com», S3OriginConfig: {}}], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: allow-all, CachePolicyId: x}}}}
`,
    /valid S3 bucket/,
    "error",
  ],
  [
    "distribution-origin",
    "the website of a bucket, as it is right",
    `Resources:
  A: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: o, DomainName: x.s3.us-east-1.amazonaws.com, S3OriginConfig: {}}], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: allow-all, CachePolicyId: x}}}}
`,
  ],
  [
    "value-combination",
    "SnapStart",
    `Resources:
  A: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', SnapStart: {ApplyOn: PublishedVersions}, Runtime: «nodejs22.x», Handler: a.b, Code: {S3Bucket: b, S3Key: k}}}
`,
    /not supported for SnapStart/,
    "error",
  ],
  [
    "value-combination",
    "SnapStart, as it is right",
    `Resources:
  A: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', SnapStart: {ApplyOn: PublishedVersions}, Runtime: java21, Handler: a.b, Code: {S3Bucket: b, S3Key: k}}}
`,
  ],
  [
    "value-combination",
    "a deployment that can't move",
    `Resources:
  A: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, DeploymentConfiguration: {MaximumPercent: 100, MinimumHealthyPercent: «100»}}}
`,
    /will block deployments/,
    "error",
  ],
  [
    "value-combination",
    "a deployment that can't move, as it is right",
    `Resources:
  A: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, DeploymentConfiguration: {MaximumPercent: 200, MinimumHealthyPercent: 100}}}
`,
  ],
  [
    "value-combination",
    "a certificate of the other kind",
    `Resources:
  A: {Type: AWS::ApiGateway::DomainName, Properties: {DomainName: a.example.com, EndpointConfiguration: {Types: [REGIONAL]}, «CertificateArn»: 'arn:aws:acm:eu-west-1:123456789012:certificate/x'}}
`,
    /while REGIONAL is active/,
    "error",
  ],
  [
    "value-combination",
    "a certificate of the other kind, as it is right",
    `Resources:
  A: {Type: AWS::ApiGateway::DomainName, Properties: {DomainName: a.example.com, EndpointConfiguration: {Types: [REGIONAL]}, RegionalCertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x'}}
`,
  ],
  [
    "value-combination",
    "a name in SQL Server",
    `Resources:
  A: {Type: AWS::RDS::DBInstance, Properties: {Engine: sqlserver-ex, DBInstanceClass: db.t3.small, AllocatedStorage: '20', MasterUsername: a, ManageMasterUserPassword: true, «DBName»: x}}
`,
    /must be null/,
    "error",
  ],
  [
    "value-combination",
    "a name in SQL Server, as it is right",
    `Resources:
  A: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, DBInstanceClass: db.t3.small, AllocatedStorage: '20', MasterUsername: a, ManageMasterUserPassword: true, DBName: x}}
`,
  ],
  [
    "value-combination",
    "a volume's key",
    `Resources:
  A: {Type: AWS::EC2::Volume, «Properties»: {AvailabilityZone: a, Size: 10, KmsKeyId: k}}
`,
    /requires the parameter Encrypted/,
    "warning",
  ],
  [
    "value-combination",
    "a volume's key, as it is right",
    `Resources:
  A: {Type: AWS::EC2::Volume, Properties: {AvailabilityZone: a, Size: 10, KmsKeyId: k, Encrypted: true}}
`,
  ],
  [
    "value-combination",
    "a target group without a VPC",
    `Resources:
  A: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, «Properties»: {Port: 80, Protocol: HTTP}}
`,
    /VpcId is needed/,
    "error",
  ],
  [
    "value-combination",
    "a target group without a VPC, as it is right",
    `Resources:
  A: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {TargetType: lambda}}
`,
  ],
  [
    "value-combination",
    "a locked bucket",
    `Resources:
  A: {Type: AWS::S3::Bucket, «Properties»: {ObjectLockConfiguration: {ObjectLockEnabled: Enabled}}}
`,
    /Versioning must be/,
    "error",
  ],
  [
    "value-combination",
    "a locked bucket, as it is right",
    `Resources:
  A: {Type: AWS::S3::Bucket, Properties: {ObjectLockEnabled: true, ObjectLockConfiguration: {ObjectLockEnabled: Enabled}}}
`,
  ],
  [
    "property-combination",
    "a nested stack without a template",
    `Resources:
  A: {Type: AWS::CloudFormation::Stack, «Properties»: {Parameters: {A: b}}}
`,
    /TemplateURL/,
    "error",
  ],
  [
    "property-combination",
    "a nested stack without a template, as it is right",
    `Resources:
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://b.s3.amazonaws.com/x.yaml'}}
`,
  ],
  [
    "property-combination",
    "a build in a VPC",
    `Resources:
  A: {Type: AWS::CodeBuild::Project, Properties: {ServiceRole: x, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE, BuildSpec: x}, Environment: {Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: x}, VpcConfig: {«VpcId»: vpc-0123456789abcdef0, Subnets: [subnet-0123456789abcdef0]}}}
`,
    /SecurityGroupIds/,
    "error",
  ],
  [
    "property-combination",
    "a build in a VPC, as it is right",
    `Resources:
  A: {Type: AWS::CodeBuild::Project, Properties: {ServiceRole: x, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE, BuildSpec: x}, Environment: {Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: x}, VpcConfig: {VpcId: vpc-0123456789abcdef0, Subnets: [subnet-0123456789abcdef0], SecurityGroupIds: [sg-0123456789abcdef0]}}}
`,
  ],
  [
    "invalid-id",
    "a principal",
    `Resources:
  A: {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:InvokeFunction', FunctionName: f, Principal: «s3»}}
`,
    /provided principal was invalid/,
    "error",
  ],
  [
    "invalid-id",
    "a principal, as it is right",
    `Resources:
  A: {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:InvokeFunction', FunctionName: f, Principal: s3.amazonaws.com}}
`,
  ],
  [
    "invalid-id",
    "a layer without a version",
    `Resources:
  A: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', Runtime: python3.13, Handler: a.b, Code: {S3Bucket: b, S3Key: k}, Layers: ['«arn:aws:lambda:us-east-1:123456789012:layer:a»']}}
`,
    /version/,
    "error",
  ],
  [
    "invalid-id",
    "a layer without a version, as it is right",
    `Resources:
  A: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/x', Runtime: python3.13, Handler: a.b, Code: {S3Bucket: b, S3Key: k}, Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:a:1']}}
`,
  ],
  [
    "invalid-id",
    "a canary's runtime",
    `Resources:
  A: {Type: AWS::Synthetics::Canary, Properties: {RuntimeVersion: «syn-nodejs-2.0»}}
`,
    /Deprecated runtime/,
    "error",
  ],
  [
    "invalid-id",
    "a canary's runtime, as it is right",
    `Resources:
  A: {Type: AWS::Synthetics::Canary, Properties: {RuntimeVersion: syn-nodejs-puppeteer-10.0}}
`,
  ],
  [
    "invalid-id",
    "a group's health check",
    `Resources:
  A: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {HealthCheckType: «ALB»}}
`,
    /HealthCheckType/,
    "error",
  ],
  [
    "invalid-id",
    "a group's health check, as it is right",
    `Resources:
  A: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {HealthCheckType: 'EC2,ELB'}}
`,
  ],
];

describe("what the deployment refuses, and beside it what it takes", () => checkRows(ROWS));
