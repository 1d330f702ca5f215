import { checkRows } from "../checkRule.ts";

const of = (type: string, properties: string): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties:\n${properties}`;
const table = (rest: string): string =>
  of(
    "AWS::DynamoDB::Table",
    `      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n${rest}`,
  );

describe("rules on single services", () => {
  checkRows([
    [
      "table-definition",
      "capacity and billing",
      table(
        "      BillingMode: PAY_PER_REQUEST\n      «ProvisionedThroughput»: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}\n",
      ),
      undefined,
      "error",
    ],
    ["table-definition", "provisioned without", table("      «BillingMode»: PROVISIONED\n")],
    [
      "table-definition",
      "no attributes",
      of(
        "AWS::DynamoDB::Table",
        "      BillingMode: PAY_PER_REQUEST\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n",
      ).replace("Properties", "«Properties»"),
      /You must specify the AttributeDefinitions property/,
      "error",
    ],
    [
      "table-definition",
      "attributes in one case only, and by a transform",
      `Conditions:\n  C: !Equals [!Ref AWS::Region, x]\n${of("AWS::DynamoDB::Table", "      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: !If [C, [{AttributeName: id, AttributeType: S}], !Ref AWS::NoValue]\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      Fn::Transform: {Name: Acme}\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n").replace("Properties", "«Properties»")}`,
    ],
    ["table-definition", "fine", table("      BillingMode: PAY_PER_REQUEST\n")],
    [
      "table-definition",
      "attributes",
      of(
        "AWS::DynamoDB::Table",
        "      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: «other», AttributeType: S}]\n      KeySchema: [{AttributeName: id, KeyType: HASH}, {AttributeName: «sort», KeyType: RANGE}]\n",
      ),
    ],
    [
      "table-definition",
      "keys of indexes",
      of(
        "AWS::DynamoDB::Table",
        "      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: b, AttributeType: S}]\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n      GlobalSecondaryIndexes:\n        - IndexName: x\n          KeySchema: [{AttributeName: b, KeyType: HASH}]\n          Projection: {ProjectionType: ALL}\n",
      ),
    ],
    [
      "table-definition",
      "names by functions",
      of(
        "AWS::DynamoDB::Table",
        "      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: [{AttributeName: !Ref N, AttributeType: S}]\n      KeySchema: [{AttributeName: id, KeyType: HASH}]\n",
      ),
    ],
    ...(["rate(1 minutes)", "rate(5 minute)", "cron(0 12 * * *)", "cron(0 12 * * * *)", "every day"] as const).map(
      (text) =>
        ["schedule-expression", text, of("AWS::Events::Rule", `      ScheduleExpression: «${text}»\n`)] as const,
    ),
    ...(["rate(1 minute)", "rate(5 minutes)", "cron(0 12 * * ? *)", "cron(0/15 8-18 ? * MON-FRI *)"] as const).map(
      (text) => ["schedule-expression", text, of("AWS::Events::Rule", `      ScheduleExpression: ${text}\n`)] as const,
    ),
    [
      "function-package",
      "inline code",
      of(
        "AWS::Lambda::Function",
        "      Role: x\n      Runtime: java21\n      Handler: x\n      Code:\n        «ZipFile»: x\n",
      ),
      /Node\.js/,
    ],
    [
      "function-package",
      "inline code without handler",
      of("AWS::Lambda::Function", "      Role: x\n      Runtime: python3.13\n      Code:\n        «ZipFile»: x\n"),
      /Handler/,
    ],
    [
      "function-package",
      "image",
      of(
        "AWS::Lambda::Function",
        "      Role: x\n      PackageType: Image\n      «Runtime»: python3.13\n      Code:\n        ImageUri: x\n",
      ),
    ],
    [
      "function-package",
      "reserved variable",
      of(
        "AWS::Lambda::Function",
        "      Role: x\n      Runtime: python3.13\n      Handler: x\n      Code: {S3Bucket: a, S3Key: b}\n      Environment:\n        Variables:\n          «AWS_REGION»: x\n          MY_REGION: y\n",
      ),
    ],
    [
      "group-size",
      "crossed",
      of("AWS::AutoScaling::AutoScalingGroup", "      MinSize: 3\n      MaxSize: «2»\n      DesiredCapacity: «1»\n"),
    ],
    [
      "group-size",
      "all the same",
      of("AWS::AutoScaling::AutoScalingGroup", "      MinSize: 2\n      MaxSize: 2\n      DesiredCapacity: 2\n"),
    ],
    [
      "group-size",
      "fine, and by parameters",
      of(
        "AWS::AutoScaling::AutoScalingGroup",
        '      MinSize: !Ref Min\n      MaxSize: "10"\n      DesiredCapacity: 9\n',
      ),
    ],
    [
      "alarm-period",
      "odd",
      of(
        "AWS::CloudWatch::Alarm",
        "      ComparisonOperator: x\n      EvaluationPeriods: 1\n      MetricName: x\n      Period: «90»\n",
      ),
      /^The Period of R must be .*, not 90 /,
    ],
    [
      "alarm-period",
      "fine",
      of(
        "AWS::CloudWatch::Alarm",
        "      ComparisonOperator: x\n      EvaluationPeriods: 1\n      MetricName: x\n      Period: 300\n",
      ),
    ],
    [
      "fargate-task",
      "mode and size",
      of(
        "AWS::ECS::TaskDefinition",
        "      RequiresCompatibilities: [FARGATE]\n      NetworkMode: «bridge»\n      Cpu: 256\n      «Memory»: 4096\n",
      ),
    ],
    [
      "fargate-task",
      "nothing",
      of(
        "AWS::ECS::TaskDefinition",
        "      «RequiresCompatibilities»: [FARGATE]\n      NetworkMode: awsvpc\n      Cpu: 256\n",
      ),
    ],
    [
      "fargate-task",
      "fine, also in other units",
      of(
        "AWS::ECS::TaskDefinition",
        "      RequiresCompatibilities: [FARGATE]\n      NetworkMode: awsvpc\n      Cpu: 1 vCPU\n      Memory: 2 GB\n",
      ),
    ],
    [
      "fargate-task",
      "not for Fargate",
      of("AWS::ECS::TaskDefinition", "      RequiresCompatibilities: [EC2]\n      NetworkMode: bridge\n"),
    ],
    ["fifo-name", "queue", of("AWS::SQS::Queue", "      «QueueName»: orders\n      FifoQueue: true\n")],
    ["fifo-name", "name only", of("AWS::SNS::Topic", "      «TopicName»: orders.fifo\n")],
    [
      "fifo-name",
      "Sub",
      of("AWS::SQS::Queue", '      QueueName: !Sub "${AWS::StackName}.fifo"\n      FifoQueue: true\n'),
    ],
    [
      "fifo-name",
      "settings of a standard queue",
      of("AWS::SQS::Queue", "      FifoQueue: false\n      «ContentBasedDeduplication»: true\n"),
    ],
    [
      "permission-account",
      "bucket",
      of(
        "AWS::Lambda::Permission",
        "      Action: x\n      FunctionName: x\n      Principal: s3.amazonaws.com\n      «SourceArn»: !Sub arn:aws:s3:::${AWS::StackName}\n",
      ),
      undefined,
      "warning",
    ],
    [
      "permission-account",
      "topic",
      of(
        "AWS::Lambda::Permission",
        "      Action: x\n      FunctionName: x\n      Principal: sns.amazonaws.com\n      SourceArn: !Ref T\n",
      ),
    ],
    [
      "distribution-origin",
      "unknown",
      of(
        "AWS::CloudFront::Distribution",
        "      DistributionConfig:\n        Enabled: true\n        Origins:\n          - {Id: site, DomainName: x}\n        DefaultCacheBehavior: {TargetOriginId: «sites», ViewerProtocolPolicy: https-only}\n        CacheBehaviors:\n          - {PathPattern: a, TargetOriginId: site, ViewerProtocolPolicy: https-only}\n",
      ),
      /site\?/,
    ],
    [
      "distribution-origin",
      "by a function",
      of(
        "AWS::CloudFront::Distribution",
        "      DistributionConfig:\n        Enabled: true\n        Origins:\n          - {Id: !Ref X, DomainName: x}\n        DefaultCacheBehavior: {TargetOriginId: sites, ViewerProtocolPolicy: https-only}\n",
      ),
    ],
    [
      "record-set",
      "values of types",
      of(
        "AWS::Route53::RecordSetGroup",
        '      HostedZoneId: x\n      RecordSets:\n        - {Name: a, Type: A, TTL: 60, ResourceRecords: [10.0.0.1, «www.example.com»]}\n        - {Name: a, Type: TXT, TTL: 60, ResourceRecords: [«hello», \'"hello"\']}\n        - {Name: a, Type: CNAME, TTL: 60, «ResourceRecords»: [a, b]}\n        - {Name: a, Type: AAAA, TTL: 60, ResourceRecords: ["2001:db8::1"]}\n        - {Name: a, Type: MX, TTL: 60, ResourceRecords: [10 mail.example.com, «mail.example.com»]}\n',
      ),
    ],
    [
      "record-set",
      "TTL",
      of(
        "AWS::Route53::RecordSet",
        "      HostedZoneId: x\n      Name: a\n      Type: A\n      «ResourceRecords»: [10.0.0.1]\n",
      ),
    ],
    [
      "list-size",
      "too few",
      of(
        "AWS::RDS::DBProxy",
        "      DBProxyName: x\n      EngineFamily: MYSQL\n      RoleArn: arn:aws:iam::123456789012:role/x\n      «VpcSubnetIds»: [subnet-12345678]\n",
      ),
    ],
    [
      "tag-list",
      "keys twice, and of AWS",
      of(
        "AWS::S3::Bucket",
        "      Tags:\n        - {Key: a, Value: b}\n        - {Key: «a», Value: c}\n        - {Key: «aws:b», Value: c}\n        - !If [X, {Key: a, Value: d}, !Ref AWS::NoValue]\n        - {Key: !Ref K, Value: d}\n",
      ),
      undefined,
      "error",
    ],
    ["instance-class", "no size", of("AWS::EC2::Instance", "      InstanceType: «t3micro»\n"), /such|like t3\.micro/],
    [
      "instance-class",
      "no word before",
      of("AWS::RDS::DBInstance", "      DBInstanceClass: !If [A, «t3.micro», db.t3.micro]\n"),
    ],
    ...(
      ["u-6tb1.112xlarge", "mac2-m2pro.metal", "c7i.metal-48xl", "m5.large", "p5en.48xlarge", "hpc7g.16xlarge"] as const
    ).map((text) => ["instance-class", text, of("AWS::EC2::Instance", `      InstanceType: ${text}\n`)] as const),
    ...(
      ["db.serverless", "db.r6i.8xlarge", "db.x2iedn.32xlarge", "db.r5.2xlarge.tpc2.mem4x", "db.m6gd.large"] as const
    ).map((text) => ["instance-class", text, of("AWS::RDS::DBInstance", `      DBInstanceClass: ${text}\n`)] as const),
    ["instance-class", "ra3.xlplus", of("AWS::Redshift::Cluster", "      NodeType: ra3.xlplus\n")],
    [
      "container-definition",
      "ports of the host",
      of(
        "AWS::ECS::TaskDefinition",
        "      NetworkMode: awsvpc\n      ContainerDefinitions:\n        - Name: a\n          Memory: 256\n          PortMappings: [{ContainerPort: 80, HostPort: «8080»}, {ContainerPort: 80, HostPort: 80}]\n",
      ),
    ],
    [
      "container-definition",
      "none is essential",
      of("AWS::ECS::TaskDefinition", "      «ContainerDefinitions»: [{Name: a, Memory: 256, Essential: false}]\n"),
    ],
    [
      "container-definition",
      "one is essential",
      of(
        "AWS::ECS::TaskDefinition",
        "      ContainerDefinitions: [{Name: a, Memory: 256, Essential: false}, {Name: b, Memory: 256}]\n",
      ),
    ],
    [
      "yaml-merge",
      "merged keys",
      "Resources:\n  A: &base\n    Type: AWS::SNS::Topic\n  B:\n    «<<»: *base\n",
      undefined,
      "warning",
    ],
    [
      "yaml-merge",
      "a script with a here-document",
      of("AWS::SSM::Parameter", "      Type: String\n      Value: |\n        cat <<EOF\n        EOF\n"),
    ],
    [
      "function-package",
      "an archive without runtime",
      of("AWS::Lambda::Function", "      Role: x\n      Handler: x\n      «Code»: {S3Bucket: abc, S3Key: a}\n"),
      /Runtime/,
    ],
    [
      "function-package",
      "an archive with both",
      of("AWS::Lambda::Function", "      Runtime: x\n      Handler: x\n      Code: {S3Bucket: abc, S3Key: a}\n"),
    ],
    [
      "record-set",
      "zones",
      "Resources:\n  A:\n    Type: AWS::Route53::RecordSet\n    Properties: {HostedZoneName: «example.com», Name: a.example.com., Type: A}\n  B:\n    Type: AWS::Route53::RecordSet\n    Properties: {HostedZoneName: example.com., Name: «a.example.org», Type: A}\n  C:\n    Type: AWS::Route53::RecordSet\n    Properties: {HostedZoneName: Example.com., Name: a.example.com, Type: A}\n",
    ],
    [
      "fargate-task",
      "log drivers",
      of(
        "AWS::ECS::TaskDefinition",
        '      RequiresCompatibilities: [FARGATE]\n      NetworkMode: awsvpc\n      Cpu: "256"\n      Memory: "512"\n      ContainerDefinitions:\n        - {LogConfiguration: {LogDriver: «syslog»}}\n        - {LogConfiguration: {LogDriver: awslogs}}\n',
      ),
    ],
    [
      "invalid-id",
      "names and ARNs of single types",
      "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: «My_Bucket»}\n  B:\n    Type: AWS::SNS::Subscription\n    Properties: {TopicArn: «my-topic»}\n  C:\n    Type: AWS::SSM::Parameter\n    Properties: {Name: «/aws/x»}\n  D:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: my.bucket-1}\n",
    ],
    [
      "invalid-resolved-value",
      "what a mapping gives, and what is picked from a list",
      'Parameters:\n  P: {Type: String, Default: a}\nMappings:\n  M: {a: {b: foo}, c: {b: default}}\nResources:\n  A:\n    Type: AWS::EC2::VPC\n    Properties: {InstanceTenancy: «!FindInMap [M, !Ref P, b]»}\n  B:\n    Type: AWS::EC2::VPC\n    Properties: {InstanceTenancy: «!Select [1, !Split [",", "default,foo"]]»}\n  C:\n    Type: AWS::EC2::VPC\n    Properties: {InstanceTenancy: !FindInMap [M, c, b]}\n  D:\n    Type: AWS::EC2::VPC\n    Properties: {InstanceTenancy: !Select [1, [!Ref List, foo]]}\n',
      undefined,
      "warning",
    ],
    [
      "invalid-cidr",
      "what functions give",
      'Mappings:\n  M: {a: {b: foo, c: 10.0.0.0/16}}\nResources:\n  A:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: «!FindInMap [M, a, b]»}\n  B:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: !FindInMap [M, a, c]}\n  C:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: «!Sub "10.${AWS::AccountId}.0.0/16"»}\n  D:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: !Sub "${Base}.0.0/16"}\n',
      undefined,
      "warning",
    ],
    [
      "invalid-id",
      "what functions give",
      'Mappings:\n  M: {us-east-1: {b: foo}, other: {b: bar}}\nResources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: «!FindInMap [M, !Ref AWS::Region, b]»}\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Sub "logs-${AWS::Region}"}\n',
      undefined,
      "warning",
    ],
    [
      "invalid-id",
      "what a function gives whatever is filled in",
      'Resources:\n  C:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: «!Sub "Logs-${AWS::Region}"»}\n',
      /is wrong whatever is filled in/,
      "error",
    ],
    [
      "image-parameter",
      "a key of a mapping is no image",
      "Parameters:\n  Kind: {Type: String}\n  Image: {Type: «String»}\nResources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: !FindInMap [M, !Ref Kind, b]}\n  B:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: !If [C, !Ref Image, x]}\n",
    ],
    [
      "invalid-format",
      "health checks",
      of(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "      HealthCheckIntervalSeconds: «3»\n      HealthCheckTimeoutSeconds: 5\n      HealthyThresholdCount: «11»\n",
      ),
    ],
    [
      "invalid-id",
      "aliases of a distribution",
      of(
        "AWS::CloudFront::Distribution",
        '      DistributionConfig:\n        Aliases: [«foo», "«a_b..c»", "*.example.com", www.example.com, xn--wgv71a.jp, !Ref A]\n',
      ),
    ],
  ]);
});
