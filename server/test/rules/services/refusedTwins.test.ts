import { checkRows } from "../checkRule.ts";
import { one, twins } from "../twins.ts";

const policy = (statement: string): string =>
  one(
    "P",
    "AWS::IAM::Policy",
    `PolicyName: a, Roles: [b], PolicyDocument: {Version: "2012-10-17", Statement: ${statement}}`,
  );
const allow = (resource: string): string => policy(`[{Effect: Allow, Action: "s3:GetObject", ${resource}}]`);
const TRUST =
  'AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}';
const rule = (target: string): string =>
  one("Rule", "AWS::Events::Rule", `ScheduleExpression: rate(1 day), Targets: ${target}`);
const task = (properties: string, container: string): string =>
  one(
    "Task",
    "AWS::ECS::TaskDefinition",
    `${properties}ContainerDefinitions: [{Name: web, Image: nginx, Memory: 256${container}}]`,
  );
const logs = (filter: string, destination: string): string =>
  `${one("Filter", "AWS::Logs::SubscriptionFilter", `LogGroupName: a, FilterPattern: "", DestinationArn: !GetAtt To.Arn${filter}`)}${destination}`;
const api = (method: string): string =>
  one("Api", "AWS::ApiGateway::RestApi", "Name: a") +
  one(
    "Method",
    "AWS::ApiGateway::Method",
    `RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: NONE, ${method}`,
  );
const BALANCER = one("One", "AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets: [subnet-1, subnet-2]");
const group = (properties: string): string =>
  one("Group", "AWS::ElasticLoadBalancingV2::TargetGroup", `Port: 80, VpcId: vpc-1, ${properties}`);
const listener = (name: string, of: string, port: number, action: string): string =>
  one(
    name,
    "AWS::ElasticLoadBalancingV2::Listener",
    `LoadBalancerArn: !Ref ${of}, Port: ${port}, Protocol: HTTP, DefaultActions: [${action}]`,
  );
const site = (origin: string, target: string): string =>
  one(
    "Site",
    "AWS::CloudFront::Distribution",
    `DistributionConfig: {Enabled: true, Origins: [${origin}], DefaultCacheBehavior: {TargetOriginId: ${target}, ViewerProtocolPolicy: allow-all, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}}`,
  );
const bucketEvents = (policyOf: string): string =>
  one(
    "Bucket",
    "AWS::S3::Bucket",
    `BucketName: acme-in, NotificationConfiguration: {QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: ${policyOf}}]}`,
  );
const queuePolicy = (resource: string, queues = "[!Ref Queue]"): string =>
  one(
    "QueuePolicy",
    "AWS::SQS::QueuePolicy",
    `Queues: ${queues}, PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: "sqs:SendMessage", Resource: ${resource}}]}`,
  );

describe("what AWS refuses, and what it takes", () => {
  checkRows([
    ...twins(
      "policy-statement",
      "an ARN with a colon too few",
      allow('Resource: ‹«"arn:aws:s3::acme/*"»¦"arn:aws:s3:::acme/*"›'),
      /legacy parsing/,
    ),
    ...twins(
      "policy-statement",
      "an ARN of IAM with a Region",
      allow(
        'Resource: ‹«!Sub "arn:aws:iam:${AWS::Region}:${AWS::AccountId}:role/a"»¦!Sub "arn:aws:iam::${AWS::AccountId}:role/a"›',
      ),
      /cannot contain region information/,
    ),
    ...twins(
      "policy-statement",
      "what is put into an ARN",
      allow('Resource: ‹«!Sub "arn:aws:s3:${AWS::Region}:a"»¦!Sub "arn:aws:s3:${Rest}"›'),
      /six parts/,
    ),
    ...twins(
      "policy-statement",
      "no statement",
      policy('‹«[]»¦[{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]›'),
      /Syntax errors in policy/,
    ),
    ...twins(
      "policy-statement",
      "a group as a principal",
      one(
        "P",
        "AWS::S3::BucketPolicy",
        'Bucket: a, PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: ‹«!Sub "arn:aws:iam::${AWS::AccountId}:group/a"»¦!Sub "arn:aws:iam::${AWS::AccountId}:role/group/a"›}, Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*"}]}',
      ),
      /Invalid principal in policy/,
    ),
    ...twins(
      "policy-statement",
      "an action of no topic",
      one(
        "P",
        "AWS::SNS::TopicPolicy",
        'Topics: [a], PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Action: "‹«sns:CreateTopic»¦sns:Publish›", Resource: "*"}]}',
      ),
      /out of service scope/,
    ),
    ...twins(
      "unknown-action",
      "a service with a wildcard",
      policy('[{Effect: Allow, Action: "‹«*:*»¦*›", Resource: "*"}]'),
      /Action vendors \(e\.g\., aws, ec2, etc\.\) must not contain wildcards/,
    ),
    ...twins(
      "property-combination",
      "a key policy's statement without a resource",
      one(
        "Key",
        "AWS::KMS::Key",
        'KeyPolicy: {Statement: [{‹«Effect»¦Effect›: Allow, Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}, Action: "kms:*"‹¦, Resource: "*"›}]}',
      ),
      /Missing required field Resource/,
    ),
    ...twins(
      "wrong-ref-target",
      "a policy that is none of AWS's managed ones",
      policy('[{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]') +
        one("Managed", "AWS::IAM::ManagedPolicy", 'PolicyDocument: {Version: "2012-10-17", Statement: []}') +
        one("Role", "AWS::IAM::Role", `${TRUST}, ManagedPolicyArns: [‹«!Ref P»¦!Ref Managed›]`),
      /ARN … is not valid/,
    ),
    ...twins(
      "mismatched-resources",
      "the name of a topic",
      one("Topic", "AWS::SNS::Topic", "") +
        one(
          "P",
          "AWS::SNS::TopicPolicy",
          'Topics: [‹«!GetAtt Topic.TopicName»¦!Ref Topic›], PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Action: "sns:Publish", Resource: !Ref Topic}]}',
        ),
      /at least 6 elements/,
    ),
    ...twins(
      "bucket-notification",
      "a policy on another queue",
      `${bucketEvents("‹«!GetAtt Queue.Arn»¦!GetAtt Queue.Arn›").replace("{QueueConfigurations", "{QueueConfigurations")}${one("Queue", "AWS::SQS::Queue", "")}${one("Other", "AWS::SQS::Queue", "")}${queuePolicy("!GetAtt ‹Other¦Queue›.Arn")}`.replace(
        "Properties: {BucketName",
        "DependsOn: QueuePolicy, Properties: {BucketName",
      ),
      /Unable to validate the following destination configurations/,
    ),
    ...twins(
      "bucket-notification",
      "a queue by its name",
      `${bucketEvents('‹«!Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:acme-queue"»¦!Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:other"›')}${one("Queue", "AWS::SQS::Queue", "QueueName: acme-queue")}`,
      /Unable to validate the following destination configurations/,
    ),
    ...twins(
      "event-source-role",
      "a role that reads another queue",
      one("Queue", "AWS::SQS::Queue", "") +
        one("Other", "AWS::SQS::Queue", "") +
        one(
          "Role",
          "AWS::IAM::Role",
          `${TRUST}, Policies: [{PolicyName: a, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource: !GetAtt ‹Other¦Queue›.Arn}]}}]`,
        ) +
        one(
          "Reader",
          "AWS::Lambda::Function",
          'Runtime: python3.13, Handler: index.handler, Role: !GetAtt Role.Arn, Code: {ZipFile: "def handler(a, b): pass"}',
        ) +
        one(
          "Source",
          "AWS::Lambda::EventSourceMapping",
          "FunctionName: !Ref Reader, EventSourceArn: ‹«!GetAtt Queue.Arn»¦!GetAtt Queue.Arn›",
        ),
      /sqs:ReceiveMessage/i,
    ),
    ...twins(
      "mismatched-resources",
      "dead letters of a rule in a FIFO queue",
      one("Failed", "AWS::SQS::Queue", "‹FifoQueue: true¦DelaySeconds: 1›") +
        rule(
          '[{Id: a, Arn: "arn:aws:lambda:us-east-1:123456789012:function:a", DeadLetterConfig: {Arn: ‹«!GetAtt Failed.Arn»¦!GetAtt Failed.Arn›}}]',
        ),
      /SQS FIFO is not supported by Dead Letter Queues/,
    ),
    ...twins(
      "mismatched-resources",
      "a placeholder without a path",
      rule(
        '[{Id: a, Arn: "arn:aws:lambda:us-east-1:123456789012:function:a", InputTransformer: {InputPathsMap: {id: $.id}, InputTemplate: "‹«<name> <id>»¦<id> <aws.events.rule-arn>›"}}]',
      ),
      /contains invalid placeholder name/,
    ),
    ...twins(
      "duplicate-item",
      "two targets of one id",
      rule(
        '[{Id: a, Arn: "arn:aws:lambda:us-east-1:123456789012:function:a"}, {Id: ‹«a»¦b›, Arn: "arn:aws:lambda:us-east-1:123456789012:function:b"}]',
      ),
      /More than one target with Id/,
    ),
    ...twins(
      "event-pattern",
      "an empty pattern",
      one("Rule", "AWS::Events::Rule", "‹«EventPattern»: {}¦EventPattern: {source: [aws.s3]}›"),
      /EventPattern or ScheduleExpression must be specified/,
    ),
    ...twins(
      "already-exists",
      "a permission twice",
      one(
        "One",
        "AWS::EC2::SecurityGroupIngress",
        "GroupId: sg-1, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8",
      ) +
        one(
          "Two",
          "AWS::EC2::SecurityGroupIngress",
          "GroupId: sg-1, ‹«IpProtocol»¦IpProtocol›: tcp, FromPort: 80, ToPort: ‹80¦81›, CidrIp: 10.0.0.0/8",
        ),
      /already exists/,
    ),
    ...twins(
      "already-exists",
      "two rules of one name",
      one("One", "AWS::Events::Rule", "Name: nightly, ScheduleExpression: rate(1 day)") +
        one("Two", "AWS::Events::Rule", "‹«Name»¦Name›: ‹nightly¦weekly›, ScheduleExpression: rate(7 days)"),
      /already exists/,
    ),
    ...twins(
      "container-definition",
      "a secret with the name of a variable",
      task("", ", Environment: [{Name: TOKEN, Value: a}], Secrets: [{Name: ‹«TOKEN»¦OTHER›, ValueFrom: b}]"),
      /must be unique and not shared/,
    ),
    ...twins(
      "container-definition",
      "more of the processor than there is",
      task("Cpu: 256, Memory: 512, ", ", Cpu: ‹«512»¦256›"),
      /sum of all container 'cpu' values/,
    ),
    ...twins(
      "fargate-task",
      "logs without a prefix",
      task(
        "RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: 256, Memory: 512, ExecutionRoleArn: a, ",
        ", LogConfiguration: {LogDriver: awslogs, Options: {‹«awslogs-group»¦awslogs-group›: a, awslogs-region: us-east-1‹¦, awslogs-stream-prefix: b›}}",
      ),
      /include awslogs-stream-prefix/,
    ),
    ...twins(
      "function-package",
      "too many variables",
      one(
        "F",
        "AWS::Lambda::Function",
        `Runtime: python3.13, Handler: a.handler, Role: a, Code: {S3Bucket: a, S3Key: b}, Environment: {‹«Variables»¦Variables›: {FLAGS: ${"flag".repeat(1020)}‹flagflag¦›}}`,
      ),
      /exceeded the 4KB limit/,
    ),
    ...twins(
      "mismatched-resources",
      "logs to a function with a role",
      logs(
        "‹, RoleArn: «arn:aws:iam::123456789012:role/a»¦›",
        one(
          "To",
          "AWS::Lambda::Function",
          'Runtime: python3.13, Handler: index.handler, Role: a, Code: {ZipFile: "def handler(a, b): pass"}',
        ),
      ),
      /for vendor lambda cannot be used with roleArn/,
    ),
    ...twins(
      "mismatched-resources",
      "logs to a stream without a role",
      logs("‹¦, RoleArn: a›", one("To", "AWS::Kinesis::Stream", "ShardCount: 1"))
        .replace("‹¦", "‹¦")
        .replace("!GetAtt To.Arn", "‹«!GetAtt To.Arn»¦!GetAtt To.Arn›"),
      /for vendor kinesis cannot be used without roleArn/,
    ),
    ...twins(
      "mismatched-resources",
      "groups by name in subnets",
      one("Group", "AWS::EC2::SecurityGroup", "GroupDescription: a, VpcId: vpc-1") +
        one(
          "Template",
          "AWS::EC2::LaunchTemplate",
          "LaunchTemplateData: {ImageId: ami-1, ‹SecurityGroups: «[!Ref Group]»¦SecurityGroupIds: [!GetAtt Group.GroupId]›}",
        ) +
        one(
          "Servers",
          "AWS::AutoScaling::AutoScalingGroup",
          'MinSize: "1", MaxSize: "2", VPCZoneIdentifier: [subnet-1], LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber}',
        ),
      /groupName cannot be used with the parameter subnet/,
    ),
    ...twins(
      "method-integration",
      "a header that no response has",
      api(
        "Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: 200, ResponseParameters: {‹«method.response.header.A»¦method.response.header.A›: integration.response.header.A}}]}, MethodResponses: [{StatusCode: ‹201¦200›, ResponseParameters: {method.response.header.A: true}}]",
      ),
      /Invalid mapping expression parameter specified/,
    ),
    ...twins(
      "method-integration",
      "a value without quotes",
      api(
        "Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: 200, ResponseParameters: {method.response.header.A: \"‹«*»¦'*'›\"}}]}, MethodResponses: [{StatusCode: 200, ResponseParameters: {method.response.header.A: true}}]",
      ),
      /“Invalid mapping expression specified”/,
    ),
    ...twins(
      "method-integration",
      "a described method without an integration",
      one(
        "Api",
        "AWS::ApiGateway::RestApi",
        'Body: {openapi: 3.0.1, info: {title: a, version: "1"}, paths: {/a: {‹«get»¦get›: {responses: {}‹¦, x-amazon-apigateway-integration: {type: mock}›}}}}',
      ) + one("Deployment", "AWS::ApiGateway::Deployment", "RestApiId: !Ref Api"),
      /No integration defined for method/,
    ),
    ...twins(
      "mismatched-resources",
      "a rule to a group of another kind",
      BALANCER +
        group("Protocol: ‹TCP¦HTTP›") +
        listener("Listener", "One", 80, 'Type: fixed-response, FixedResponseConfig: {StatusCode: "404"}')
          .replace("[Type", "[{Type")
          .replace('"404"}]', '"404"}}]') +
        one(
          "Rule",
          "AWS::ElasticLoadBalancingV2::ListenerRule",
          "ListenerArn: !Ref Listener, Priority: 1, Conditions: [{Field: path-pattern, Values: [/a]}], Actions: [{Type: forward, TargetGroupArn: ‹«!Ref Group»¦!Ref Group›}]",
        ),
      /incompatible protocols/,
    ),
    ...twins(
      "mismatched-resources",
      "cookies without HTTP",
      group("Protocol: TCP, TargetGroupAttributes: [{Key: stickiness.type, Value: ‹«lb_cookie»¦source_ip›}]"),
      /Stickiness type 'lb_cookie' is not supported/,
    ),
    ...twins(
      "too-many-associations",
      "a group of two load balancers",
      BALANCER +
        BALANCER.replace("One:", "Two:") +
        group("Protocol: HTTP") +
        listener("A", "One", 80, "{Type: forward, TargetGroupArn: !Ref Group}") +
        listener("B", "‹Two¦One›", 81, "{Type: forward, TargetGroupArn: ‹«!Ref Group»¦!Ref Group›}"),
      /more than one load balancer/,
    ),
    ...twins(
      "distribution-origin",
      "the name of a bucket as an origin",
      one("Bucket", "AWS::S3::Bucket", "") +
        site(
          '{Id: a, DomainName: ‹«!Ref Bucket»¦!GetAtt Bucket.RegionalDomainName›, S3OriginConfig: {OriginAccessIdentity: ""}}',
          "a",
        ),
      /Origin DomainName does not refer to a valid S3 bucket”\): use !GetAtt Bucket\.RegionalDomainName/,
    ),
    ...twins(
      "distribution-origin",
      "the name of a bucket for logs",
      one("Bucket", "AWS::S3::Bucket", "OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}") +
        site("{Id: a, DomainName: example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}", "a").replace(
          "DistributionConfig: {",
          "DistributionConfig: {Logging: {Bucket: ‹«!Ref Bucket»¦!GetAtt Bucket.DomainName›}, ",
        ),
      /Logging Bucket does not refer to a valid S3 bucket/,
    ),
    ...twins(
      "distribution-origin",
      "the address of a function as an origin",
      one("Url", "AWS::Lambda::Url", "AuthType: NONE, TargetFunctionArn: a") +
        site(
          '{Id: a, DomainName: ‹«!GetAtt Url.FunctionUrl»¦!Select [2, !Split ["/", !GetAtt Url.FunctionUrl]]›, CustomOriginConfig: {OriginProtocolPolicy: https-only}}',
          "a",
        ),
      /cannot contain a colon/,
    ),
    ...twins(
      "distribution-origin",
      "a website among the origins of S3",
      one("Bucket", "AWS::S3::Bucket", "WebsiteConfiguration: {IndexDocument: index.html}") +
        site(
          '{Id: a, DomainName: ‹«!Select [2, !Split ["/", !GetAtt Bucket.WebsiteURL]]»¦!GetAtt Bucket.DomainName›, S3OriginConfig: {OriginAccessIdentity: ""}}',
          "a",
        ),
      /does not refer to a valid S3 bucket/,
    ),
    ...twins(
      "distribution-origin",
      "an Id in other letters",
      site(
        '{Id: !Sub "s3-${AWS::StackName}", DomainName: example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}',
        '‹«!Sub "S3-${AWS::StackName}"»¦!Sub "${Kind}-${AWS::StackName}"›',
      ),
      /target origins or origin groups do not exist/,
    ),
    ...twins(
      "missing-depends-on",
      "a function whose file system is mounted later",
      one("Point", "AWS::EFS::AccessPoint", "FileSystemId: !Ref Files") +
        one("Files", "AWS::EFS::FileSystem", "Encrypted: true") +
        one("Mount", "AWS::EFS::MountTarget", "FileSystemId: !Ref Files, SubnetId: subnet-1, SecurityGroups: [sg-1]") +
        "  ‹«F»¦F›: {Type: AWS::Lambda::Function, ‹¦DependsOn: Mount, ›Properties: {Runtime: python3.13, Handler: a.b, Role: a, Code: {S3Bucket: a, S3Key: b}, VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}, FileSystemConfigs: [{Arn: !GetAtt Point.Arn, LocalMountPath: /mnt/a}]}}\n",
      /available life cycle state/,
    ),
    ...twins(
      "ref-format",
      "the name of a flow log's role",
      one("Flow", "AWS::EC2::FlowLog", "ResourceId: vpc-1, DeliverLogsPermissionArn: ‹«!Ref Role»¦!GetAtt Role.Arn›") +
        one("Role", "AWS::IAM::Role", TRUST.replace("lambda", "vpc-flow-logs")),
      /expects an ARN/,
    ),
    ...twins(
      "policy-statement",
      "a resource that begins with a bucket's name",
      allow('Resource: ‹«!Sub "acme-${AWS::Region}/*"»¦!Sub "arn:aws:s3:::acme-${AWS::Region}/*"›'),
      /must be in ARN format/,
    ),
    ...twins(
      "policy-statement",
      "all roles of an account",
      one(
        "Role",
        "AWS::IAM::Role",
        'AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: ‹«!Sub "arn:aws:iam::${AWS::AccountId}:role/ci-*"»¦!Sub "arn:aws:iam::${AWS::AccountId}:role/ci"›}, Action: "sts:AssumeRole"}]}',
      ),
      /Invalid principal in policy/,
    ),
    ...twins(
      "state-machine",
      "a comparison that there is not",
      one(
        "Machine",
        "AWS::StepFunctions::StateMachine",
        "Definition: {StartAt: A, States: {A: {Type: Choice, Choices: [{Variable: $.a, ‹«StringEqual»¦StringEquals›: b, Next: B}]}, B: {Type: Succeed}}}",
      ),
      /Field 'StringEqual' is not supported.*Did you mean StringEquals/,
    ),
    ...twins(
      "load-balancer-subnets",
      "one subnet twice",
      one("Balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", "‹«Subnets»¦Subnets›: [!Ref A, !Ref ‹A¦B›]") +
        one("A", "AWS::EC2::Subnet", "VpcId: vpc-1, CidrBlock: 10.0.0.0/24") +
        one("B", "AWS::EC2::Subnet", "VpcId: vpc-1, CidrBlock: 10.0.1.0/24"),
      /two different Availability Zones/,
    ),
    ...twins(
      "subnet-zones",
      "a cluster in the one zone that is chosen",
      one(
        "Cluster",
        "AWS::EKS::Cluster",
        "RoleArn: a, ResourcesVpcConfig: {‹«SubnetIds»¦SubnetIds›: [!Ref A, !Ref B]}",
      ) +
        one("A", "AWS::EC2::Subnet", "VpcId: vpc-1, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Ref Zone") +
        one("B", "AWS::EC2::Subnet", "VpcId: vpc-1, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Ref ‹Zone¦Other›") +
        "Parameters:\n  Zone: {Type: String}\n  Other: {Type: String}\n",
      /at least two different AZs/,
    ),
    ...twins(
      "subnet-block",
      "a block of Fn::Cidr that another subnet has written out",
      one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/16") +
        one("A", "AWS::EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24") +
        one(
          "B",
          "AWS::EC2::Subnet",
          "VpcId: !Ref Vpc, CidrBlock: ‹«!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]»¦!Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]›",
        ),
      /10\.0\.1\.0\/24 overlaps the subnet A/,
    ),
    ...twins(
      "subnet-block",
      "blocks of two sizes from one range",
      one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/16") +
        one("A", "AWS::EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: !Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 8, 6]]") +
        one(
          "B",
          "AWS::EC2::Subnet",
          "VpcId: !Ref Vpc, CidrBlock: ‹«!Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]»¦!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]›",
        ),
      /10\.0\.0\.0\/24 overlaps the subnet A \(10\.0\.0\.192\/26\)/,
    ),
    ...twins(
      "value-combination",
      "a domain in two zones with one subnet",
      one(
        "Domain",
        "AWS::OpenSearchService::Domain",
        "ClusterConfig: {InstanceCount: 2, ZoneAwarenessEnabled: true}, ‹«VPCOptions»¦VPCOptions›: {SubnetIds: ‹[subnet-1]¦[subnet-1, subnet-2]›}",
      ),
      /exactly two subnets/,
    ),
    ...twins(
      "value-combination",
      "a port that is none",
      one(
        "Group",
        "AWS::EC2::SecurityGroup",
        "GroupDescription: a, SecurityGroupIngress: [{IpProtocol: tcp, CidrIp: 10.0.0.0/8, FromPort: ‹«-1»¦0›, ToPort: 65535}]",
      ),
      /TCP\/UDP \(from\) port … out of range/,
    ),
    ...twins(
      "fargate-task",
      "sizes that a mapping has for another environment",
      one(
        "Task",
        "AWS::ECS::TaskDefinition",
        "NetworkMode: awsvpc, RequiresCompatibilities: [FARGATE], Cpu: !FindInMap [Sizes, !Ref Stage, cpu], ‹«Memory»¦Memory›: !FindInMap [Sizes, !Ref Stage, memory], ContainerDefinitions: [{Name: a, Image: nginx}]",
      ) +
        'Parameters:\n  Stage: {Type: String, AllowedValues: [dev, prod], Default: dev}\nMappings:\n  Sizes: {dev: {cpu: "256", memory: "512"}, prod: {cpu: "2048", memory: "‹2048¦4096›"}, old: {cpu: "2048", memory: "512"}}\n',
      /^With Stage set to prod: .*No Fargate configuration/,
      "warning",
    ),
    ...twins(
      "distribution-certificate",
      "a web ACL of a Region in a text that is composed",
      one(
        "Site",
        "AWS::CloudFront::Distribution",
        "DistributionConfig: {Enabled: true, WebACLId: ‹«!Sub 'arn:${AWS::Partition}:wafv2:${AWS::Region}:${AWS::AccountId}:regional/webacl/a/b'»¦!Sub 'arn:${AWS::Partition}:wafv2:${AWS::Region}:${AWS::AccountId}:global/webacl/a/b'›, Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: allow-all}}",
      ),
      /The web ACL is regional/,
    ),
    ...twins(
      "event-pattern",
      "events of another source",
      one(
        "Rule",
        "AWS::Events::Rule",
        "EventPattern: {source: [aws.s3], ‹«detail-type»¦detail-type›: [‹EC2 Instance State-change Notification¦Object Created›]}",
      ),
      /come from aws\.ec2 only, so nothing of aws\.s3 matches/,
      "warning",
    ),
    ...twins(
      "event-pattern",
      "events of several sources, of which some match",
      one(
        "Rule",
        "AWS::Events::Rule",
        "EventPattern: {source: [aws.ec2, aws.ecs], ‹«detail-type»¦detail-type›: [‹Object Created¦ECS Task State Change›, Object Deleted]}",
      ),
      /Events Object Created.*Object Deleted come from aws\.s3 only/,
      "warning",
    ),
    ...twins(
      "sam-event-shape",
      "a kind of events that SAM does not have",
      one("F", "AWS::Serverless::Function", "Events: {E: {Type: ‹«Cron»¦Schedule›, Properties: {}}}"),
      /SAM is not known to have events of the type Cron .*: it has Api, /,
      "warning",
    ),
    ...twins(
      "sam-event-shape",
      "an event without its kind",
      one("F", "AWS::Serverless::Function", "Events: {‹«E»¦E›: {‹¦Type: Api, ›Properties: {Path: /a, Method: get}}}"),
      /E needs a Type.*Event Type is: None\./,
    ),
    ...twins(
      "value-combination",
      "a large batch of a queue without a window, in SAM",
      one(
        "F",
        "AWS::Serverless::Function",
        'Events: {E: {Type: SQS, ‹«Properties»¦Properties›: {Queue: "arn:aws:sqs:eu-west-1:123456789012:q", BatchSize: 100‹¦, MaximumBatchingWindowInSeconds: 5›}}}',
      ),
      /Maximum batch window in seconds must be greater than 0/,
    ),
    ...twins(
      "mismatched-resources",
      "a generated password that is too short for the database",
      one(
        "Secret",
        "AWS::SecretsManager::Secret",
        "GenerateSecretString: ‹«{PasswordLength: 7, ExcludePunctuation: true}»¦{PasswordLength: 8, ExcludePunctuation: true}›",
      ) +
        one(
          "Db",
          "AWS::RDS::DBInstance",
          "Engine: postgres, MasterUserPassword: !Sub '{{resolve:secretsmanager:${Secret}:SecretString:password}}'",
        ),
      /has 8 to 128 characters, but Secret makes one of 7 .*shorter than 8 characters/,
    ),
    ...twins(
      "instance-class",
      "a size that databases do not have",
      one("Db", "AWS::RDS::DBInstance", "DBInstanceClass: ‹«db.t3.nano»¦db.t3.micro›"),
      /Invalid DB Instance class: db\.t3\.nano/,
    ),
    ...twins(
      "invalid-id",
      "an origin of an HTTP API without its scheme",
      one(
        "Api",
        "AWS::ApiGatewayV2::Api",
        "Name: a, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: [https://a.example.com, ‹«www.example.com»¦https://www.example.com›]}",
      ),
      /begin with https:\/\/ or http:\/\/.*“Invalid format for origin www\.example\.com”/,
    ),
    ...twins(
      "invoke-permission",
      "a topic that may not invoke its function",
      one("Fn", "AWS::Lambda::Function", "Role: !Ref P, Code: {S3Bucket: b, S3Key: k}") +
        one("Topic", "AWS::SNS::Topic", "TopicName: a") +
        one(
          "Sub",
          "AWS::SNS::Subscription",
          "TopicArn: !Ref Topic, Protocol: lambda, Endpoint: ‹«!GetAtt Fn.Arn»¦!GetAtt Fn.Arn›",
        ) +
        "‹¦  May: {Type: AWS::Lambda::Permission, Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref Fn, Principal: sns.amazonaws.com}}\n›",
      /Nothing allows sns\.amazonaws\.com to invoke Fn, so Sub never reaches it/,
      "warning",
    ),
    ...twins(
      "invoke-permission",
      "a rule that a connector of SAM connects with its function",
      one("Fn", "AWS::Lambda::Function", "Role: !Ref P, Code: {S3Bucket: b, S3Key: k}") +
        one(
          "Rule",
          "AWS::Events::Rule",
          "ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: ‹«!GetAtt Fn.Arn»¦!GetAtt Fn.Arn›}]",
        ) +
        "‹¦  C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Rule}, Destination: {Id: Fn}, Permissions: [Write]}}\n›",
      /Rule never reaches it/,
      "warning",
    ),
    ...twins(
      "invoke-permission",
      "a rule whose permission is for another service",
      one("Fn", "AWS::Lambda::Function", "Role: !Ref P, Code: {S3Bucket: b, S3Key: k}") +
        one(
          "Rule",
          "AWS::Events::Rule",
          "ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: ‹«!GetAtt Fn.Arn»¦!GetAtt Fn.Arn›}]",
        ) +
        one(
          "May",
          "AWS::Lambda::Permission",
          "Action: 'lambda:InvokeFunction', FunctionName: !GetAtt Fn.Arn, Principal: ‹s3¦events›.amazonaws.com",
        ),
      /Nothing allows events\.amazonaws\.com to invoke Fn, so Rule never reaches it/,
      "warning",
    ),
    ...twins(
      "invalid-id",
      "a repository's name in capitals",
      one("Repository", "AWS::ECR::Repository", "RepositoryName: ‹«MyApp»¦team/my-app›"),
      /expects lowercase letters and digits.*at 'repositoryName' failed to satisfy constraint/,
    ),
    ...twins(
      "invalid-id",
      "a database's name with an underscore",
      one("Db", "AWS::RDS::DBInstance", "DBInstanceIdentifier: ‹«my_db»¦my-db›"),
      /single hyphens.*keyword \[pattern\]/,
    ),
    ...twins(
      "ref-format",
      "a group's name in a rule, in EC2's words",
      one("Group", "AWS::EC2::SecurityGroup", "GroupDescription: a‹¦, VpcId: vpc-12345678›") +
        one(
          "Rule",
          "AWS::EC2::SecurityGroupIngress",
          "IpProtocol: tcp, SourceSecurityGroupId: ‹«!Ref Group»¦!Ref Group›",
        ),
      /\(expecting "sg-\.\.\."\)”\): use !GetAtt Group\.GroupId/,
    ),
    ...twins(
      "ref-format",
      "the address of an Elastic IP, in EC2's words",
      one("Ip", "AWS::EC2::EIP", "Domain: vpc") +
        one(
          "Nat",
          "AWS::EC2::NatGateway",
          "SubnetId: subnet-12345678, AllocationId: ‹«!Ref Ip»¦!GetAtt Ip.AllocationId›",
        ),
      /“The allocation ID '…' does not exist”/,
    ),
    ...twins(
      "invalid-id",
      "the port of health checks, in the load balancer's words",
      one("Group", "AWS::ElasticLoadBalancingV2::TargetGroup", "HealthCheckPort: ‹«http»¦traffic-port›"),
      /“must be within 1-65535 or traffic-port”/,
    ),
    ...twins(
      "invalid-id",
      "a function's name with a space, and the ARN of which the name is taken",
      one(
        "Fn",
        "AWS::Lambda::Function",
        "FunctionName: ‹«my function»¦arn:aws:lambda:us-east-1:123456789012:function:my-function›, Code: {S3Bucket: b, S3Key: k}",
      ),
      /“at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern”/,
    ),
    ...twins(
      "list-size",
      "two roles in an instance profile",
      one("Profile", "AWS::IAM::InstanceProfile", "‹«Roles»¦Roles›: [a‹, b¦›]"),
      /“Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1”/,
    ),
    ...twins(
      "wrong-ref-target",
      "an internet gateway for a NAT gateway",
      one("Gateway", "AWS::EC2::InternetGateway", "Tags: []") +
        one("Nat", "AWS::EC2::NatGateway", "SubnetId: subnet-12345678") +
        one("Route", "AWS::EC2::Route", "RouteTableId: rtb-12345678, NatGatewayId: ‹«!Ref Gateway»¦!Ref Nat›"),
      /expects the ID of an AWS::EC2::NatGateway/,
    ),
    ...twins(
      "entry-shape",
      "a list in place of a resource",
      "  ‹«Topic»¦Topic›: ‹[]¦{Type: AWS::SNS::Topic}›\n",
      /“resource definition is malformed”/,
    ),
  ]);
});
