import { checkRows, type Row } from "../../checkRule.ts";

/** A resource that is refused for its properties, and its twin that is not: ‹the one¦the other›. */
const twins = (code: string, type: string, properties: string, message: RegExp): readonly Row[] => {
  const place = properties.includes("«") ? "Properties" : "‹«Properties»¦Properties›";
  const text = `Resources:\n  R: {Type: ${type}, ${place}: {${properties}}}\n`;
  return [
    [code, `${type}: ${message.source}`, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$1"), message, "error"],
    [code, `${type}, as it is right: ${message.source}`, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$2")],
  ];
};
const combination = (type: string, properties: string, message: RegExp): readonly Row[] =>
  twins("value-combination", type, properties, message);
const format = (type: string, properties: string, message: RegExp): readonly Row[] =>
  twins("invalid-id", type, properties, message);

const DATABASE = "Engine: postgres, DBInstanceClass: db.t4g.micro, MasterUsername: me, ManageMasterUserPassword: true";
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:a";

describe("combinations of values that AWS refuses", () => {
  checkRows([
    ...combination(
      "AWS::ApiGateway::Authorizer",
      "RestApiId: a, Name: a, AuthorizerUri: arn:aws:apigateway:us-east-1:lambda:path/a, ‹Type: TOKEN¦Type: TOKEN, IdentitySource: method.request.header.A›",
      /IdentitySource cannot be empty/,
    ),
    ...combination(
      "AWS::ApiGateway::Authorizer",
      "RestApiId: a, Name: a, ‹Type: COGNITO_USER_POOLS¦ProviderARNs: [arn], Type: COGNITO_USER_POOLS›, IdentitySource: method.request.header.A",
      /ProviderARNs cannot be empty/,
    ),
    ...combination(
      "AWS::ApiGateway::RestApi",
      "Name: a, EndpointConfiguration: {‹«Types»: [EDGE, REGIONAL]¦Types: [EDGE]›}",
      /multiple Endpoint Types/,
    ),
    ...combination(
      "AWS::ApiGateway::RestApi",
      "Name: a, EndpointConfiguration: {Types: [‹EDGE¦PRIVATE›], ‹«VpcEndpointIds»¦VpcEndpointIds›: [vpce-1]}",
      /only be specified with PRIVATE apis/,
    ),
    ...combination(
      "AWS::ApiGatewayV2::Authorizer",
      "ApiId: a, Name: a, IdentitySource: [a], ‹AuthorizerType: JWT¦AuthorizerType: JWT, JwtConfiguration: {Issuer: 'https://a.example', Audience: [b]}›",
      /JwtConfiguration must not be null/,
    ),
    ...combination(
      "AWS::ApiGatewayV2::Api",
      "Name: a, ‹ProtocolType: WEBSOCKET¦ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.a›",
      /Invalid routeSelectionExpression/,
    ),
    ...combination(
      "AWS::ApiGatewayV2::Api",
      'Name: a, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: [‹"*"¦"https://example.com"›], AllowCredentials: ‹«true»¦true›}',
      /allow-credentials is not supported/,
    ),
    ...combination(
      "AWS::AutoScaling::ScalingPolicy",
      "AutoScalingGroupName: a, ‹ScalingAdjustment: 1¦ScalingAdjustment: 1, AdjustmentType: ChangeInCapacity›",
      /You must specify an AdjustmentType/,
    ),
    ...combination(
      "AWS::CloudWatch::Alarm",
      "ComparisonOperator: GreaterThanThreshold, Namespace: a, MetricName: b, Statistic: Sum, Threshold: 1, Period: 86400, EvaluationPeriods: ‹«8»¦7›",
      /must be <= 604800/,
    ),
    ...combination(
      "AWS::CloudWatch::Alarm",
      "ComparisonOperator: GreaterThanThreshold, Namespace: a, MetricName: b, Statistic: Sum, Threshold: 1, Period: 60, EvaluationPeriods: ‹«2»¦3›, DatapointsToAlarm: 3",
      /DatapointsToAlarm/,
    ),
    ...combination(
      "AWS::Cognito::UserPool",
      "‹«EmailConfiguration»¦EmailConfiguration›: {‹EmailSendingAccount: DEVELOPER¦EmailSendingAccount: DEVELOPER, SourceArn: a›}",
      /Source ARN is required/,
    ),
    ...combination(
      "AWS::Cognito::UserPool",
      `‹«LambdaConfig»¦LambdaConfig›: {‹CustomEmailSender: {LambdaArn: "${FUNCTION}", LambdaVersion: V1_0}¦KMSKeyID: a, CustomEmailSender: {LambdaArn: "${FUNCTION}", LambdaVersion: V1_0}›}`,
      /KMSKeyId parameter is required/,
    ),
    ...combination(
      "AWS::Cognito::UserPool",
      "AccountRecoverySetting: {‹«RecoveryMechanisms»: [{Name: admin_only, Priority: 1}, {Name: verified_email, Priority: 2}]¦RecoveryMechanisms: [{Name: admin_only, Priority: 1}]›}",
      /cannot use admin_only/,
    ),
    ...combination(
      "AWS::Cognito::IdentityPool",
      "AllowUnauthenticatedIdentities: false, CognitoIdentityProviders: [{ClientId: a, ProviderName: ‹«us-east-1_a»¦cognito-idp.us-east-1.amazonaws.com/us-east-1_a›}]",
      /Invalid Cognito Identity Provider/,
    ),
    ...combination(
      "AWS::EC2::Volume",
      'AvailabilityZone: !Select [0, !GetAZs ""], VolumeType: st1, Size: ‹«100»¦125›',
      /at least 125 GiB/,
    ),
    ...combination(
      "AWS::EC2::VPCEndpoint",
      "VpcId: vpc-1, ServiceName: a, VpcEndpointType: Interface, ‹«RouteTableIds»: [rtb-1]¦SubnetIds: [subnet-1]›",
      /only supported for Gateway type VPC Endpoint/,
    ),
    ...combination(
      "AWS::ECS::Service",
      "TaskDefinition: a, ‹HealthCheckGracePeriodSeconds: 60¦HealthCheckGracePeriodSeconds: 60, LoadBalancers: [{TargetGroupArn: a, ContainerName: b, ContainerPort: 80}]›",
      /only valid for services configured to use load balancers/,
    ),
    ...combination(
      "AWS::ECS::TaskDefinition",
      "ContainerDefinitions: [{Name: a, Image: b, Memory: ‹«128»¦512›, MemoryReservation: 256}]",
      /greater than or equal to 'memoryReservation'/,
    ),
    ...combination(
      "AWS::ECS::TaskDefinition",
      "ContainerDefinitions: [{Name: a, Image: b, Memory: 128}], Volumes: [{Name: a, ‹«EFSVolumeConfiguration»¦EFSVolumeConfiguration›: {FilesystemId: fs-1, ‹AuthorizationConfig: {IAM: ENABLED}¦TransitEncryption: ENABLED, AuthorizationConfig: {IAM: ENABLED}›}}]",
      /requires TransitEncryption/,
    ),
    ...combination(
      "AWS::ECS::TaskDefinition",
      "RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: 256, Memory: 512, ContainerDefinitions: [{Name: a, Image: b, Privileged: ‹«true»¦false›}]",
      /'privileged' setting be 'false'/,
    ),
    ...combination(
      "AWS::ElasticLoadBalancingV2::Listener",
      "LoadBalancerArn: a, Port: 80, Protocol: ‹HTTP¦HTTPS›, ‹«Certificates»¦Certificates›: [{CertificateArn: a}], DefaultActions: [{Type: forward, TargetGroupArn: a}]",
      /cannot be specified for HTTP listeners/,
    ),
    ...combination(
      "AWS::ElasticLoadBalancingV2::Listener",
      "LoadBalancerArn: a, Port: 80, Protocol: HTTP, DefaultActions: [{Type: redirect, ‹«RedirectConfig»¦RedirectConfig›: {‹StatusCode: HTTP_301¦Protocol: HTTPS, StatusCode: HTTP_301›}}]",
      /creates a loop/,
    ),
    ...combination(
      "AWS::Lambda::EventSourceMapping",
      "FunctionName: a, EventSourceArn: arn:aws:kinesis:us-east-1:123456789012:stream/a, ‹StartingPosition: AT_TIMESTAMP¦StartingPosition: AT_TIMESTAMP, StartingPositionTimestamp: 1›",
      /Need to specify a timestamp/,
    ),
    ...combination(
      "AWS::RDS::DBInstance",
      `${DATABASE}, AllocatedStorage: 20, Port: ‹«80»¦5433›`,
      /Port is 1150 to 65535/,
    ),
    ...combination(
      "AWS::RDS::DBInstance",
      `${DATABASE}, AllocatedStorage: 20, MonitoringRoleArn: a, MonitoringInterval: ‹«20»¦30›`,
      /Invalid monitoring interval/,
    ),
    ...combination(
      "AWS::RDS::DBInstance",
      `${DATABASE}, AllocatedStorage: 400, StorageType: ‹gp2¦gp3›, ‹«StorageThroughput»: 600¦StorageThroughput: 600, Iops: 12000›`,
      /specify storage throughput/,
    ),
    ...combination(
      "AWS::Route53::RecordSet",
      "HostedZoneId: Z1, Name: a.example.com, Type: A, TTL: 60, ResourceRecords: [192.0.2.1], SetIdentifier: a, ‹Failover: PRIMARY¦HealthCheckId: b, Failover: PRIMARY›",
      /must have an associated health check/,
    ),
    ...combination(
      "AWS::SNS::Subscription",
      "TopicArn: a, Endpoint: ‹me@example.com¦https://example.com›, Protocol: ‹email¦https›, RawMessageDelivery: ‹«true»¦true›",
      /does not support raw message delivery/,
    ),
    ...combination(
      "AWS::SQS::Queue",
      "SqsManagedSseEnabled: true‹, «KmsMasterKeyId»: a¦›",
      /one type of server-side encryption/,
    ),
    ...combination(
      "AWS::SQS::Queue",
      "FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: ‹«queue»¦messageGroup›",
      /DeduplicationScope must be messageGroup/,
    ),
    ...twins(
      "property-combination",
      "AWS::Logs::MetricFilter",
      "LogGroupName: a, FilterPattern: '{ $.a = * }', MetricTransformations: [{MetricName: a, MetricNamespace: b, MetricValue: 1, Dimensions: [{Key: a, Value: $.a}]‹, «DefaultValue»: 0¦›}]",
      /mutually exclusive/,
    ),
    ...format(
      "AWS::ECS::TaskDefinition",
      "Family: ‹«web/app»¦web-app›, ContainerDefinitions: [{Name: a, Image: b, Memory: 128}]",
      /Family contains invalid characters/,
    ),
    ...format(
      "AWS::KMS::Alias",
      "AliasName: ‹«alias/aws/a»¦alias/a›, TargetKeyId: a",
      /cannot begin with alias\/aws\//,
    ),
    ...format(
      "AWS::Logs::MetricFilter",
      'LogGroupName: a, FilterPattern: "‹«[a, b»¦[a, b]›", MetricTransformations: []',
      /must end with '\]'/,
    ),
    ...format(
      "AWS::Logs::MetricFilter",
      "LogGroupName: a, FilterPattern: a, MetricTransformations: [{MetricName: a, MetricNamespace: ‹«AWS/Orders»¦Orders›, MetricValue: 1}]",
      /reserved for AWS/,
    ),
    ...combination(
      "AWS::RDS::DBInstance",
      "Engine: postgres, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: me, ManageMasterUserPassword: ‹false¦true›",
      /MasterUserPassword must be provided/,
    ),
    ...format(
      "AWS::RDS::DBCluster",
      "Engine: aurora-mysql, MasterUsername: me, ManageMasterUserPassword: true, EngineMode: ‹«serverless»¦provisioned›",
      /serverless you requested is currently unavailable/,
    ),
    ...format(
      "AWS::SSM::Parameter",
      "Type: String, Value: a, Name: ‹«shop/orders»¦/shop/orders›",
      /fully qualified name/,
    ),
    ...format("AWS::SSM::Parameter", "Type: String, Value: a, Name: ‹«/shop/»¦/shop/a›", /must not end with slash/),
  ]);
});
