// What neither the resource schemas nor the SDK's enums hold, from AWS's API references and template reference.
// `Type.Property`, or `Type.NestedType.Property`.

const HTTP_METHODS = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/** @type {Record<string, string[]>} */
export const ENUMS = {
  "AWS::ACMPCA::CertificateAuthority.UsageMode": ["GENERAL_PURPOSE", "SHORT_LIVED_CERTIFICATE"],
  // API Gateway API reference: PutMethod, PutIntegration, CreateAuthorizer, UpdateStage, EndpointConfiguration; read 2026-11.
  "AWS::ApiGateway::Authorizer.Type": ["COGNITO_USER_POOLS", "REQUEST", "TOKEN"],
  "AWS::ApiGateway::Method.AuthorizationType": ["AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM", "NONE"],
  "AWS::ApiGateway::Method.HttpMethod": HTTP_METHODS,
  "AWS::ApiGateway::Method.Integration.IntegrationHttpMethod": HTTP_METHODS,
  "AWS::ApiGateway::RestApi.ApiKeySourceType": ["AUTHORIZER", "HEADER"],
  "AWS::ApiGatewayV2::Api.ProtocolType": ["HTTP", "WEBSOCKET"],
  "AWS::ApiGatewayV2::Authorizer.AuthorizerType": ["JWT", "REQUEST"],
  "AWS::ApiGatewayV2::Integration.IntegrationType": ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"],
  "AWS::ApiGatewayV2::Route.AuthorizationType": ["AWS_IAM", "CUSTOM", "JWT", "NONE"],
  "AWS::AutoScaling::LaunchConfiguration.PlacementTenancy": ["dedicated", "default"],
  "AWS::AutoScaling::LifecycleHook.DefaultResult": ["ABANDON", "CONTINUE"],
  "AWS::AutoScaling::LifecycleHook.LifecycleTransition": [
    "autoscaling:EC2_INSTANCE_LAUNCHING",
    "autoscaling:EC2_INSTANCE_TERMINATING",
  ],
  "AWS::AutoScaling::ScalingPolicy.AdjustmentType": ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"],
  "AWS::AutoScaling::ScalingPolicy.MetricAggregationType": ["Average", "Maximum", "Minimum"],
  "AWS::AutoScaling::ScalingPolicy.PolicyType": [
    "PredictiveScaling",
    "SimpleScaling",
    "StepScaling",
    "TargetTrackingScaling",
  ],
  "AWS::CloudWatch::Alarm.Statistic": ["Average", "Maximum", "Minimum", "SampleCount", "Sum"],
  "AWS::CloudWatch::Alarm.TreatMissingData": ["breaching", "ignore", "missing", "notBreaching"],
  "AWS::CodeStarConnections::Connection.ProviderType": [
    "Bitbucket",
    "GitHub",
    "GitHubEnterpriseServer",
    "GitLab",
    "GitLabSelfManaged",
  ],
  "AWS::Cognito::UserPool.MfaConfiguration": ["OFF", "ON", "OPTIONAL"],
  "AWS::EC2::Instance.Ebs.VolumeType": ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"],
  "AWS::EC2::Instance.InstanceInitiatedShutdownBehavior": ["stop", "terminate"],
  "AWS::EC2::LaunchTemplate.Ebs.VolumeType": ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"],
  "AWS::EC2::LaunchTemplate.MaintenanceOptions.AutoRecovery": ["default", "disabled"],
  "AWS::EC2::LaunchTemplate.MetadataOptions.HttpEndpoint": ["disabled", "enabled"],
  "AWS::EC2::LaunchTemplate.MetadataOptions.HttpProtocolIpv6": ["disabled", "enabled"],
  "AWS::EC2::LaunchTemplate.MetadataOptions.HttpTokens": ["optional", "required"],
  "AWS::EC2::LaunchTemplate.MetadataOptions.InstanceMetadataTags": ["disabled", "enabled"],
  "AWS::EFS::FileSystem.LifecyclePolicy.TransitionToPrimaryStorageClass": ["AFTER_1_ACCESS"],
  "AWS::EFS::FileSystem.PerformanceMode": ["generalPurpose", "maxIO"],
  "AWS::EFS::FileSystem.ThroughputMode": ["bursting", "elastic", "provisioned"],
  "AWS::EKS::Nodegroup.CapacityType": ["CAPACITY_BLOCK", "ON_DEMAND", "SPOT"],
  "AWS::ElasticLoadBalancing::LoadBalancer.Scheme": ["internal", "internet-facing"],
  "AWS::ElasticLoadBalancingV2::Listener.AuthenticateCognitoConfig.OnUnauthenticatedRequest": [
    "allow",
    "authenticate",
    "deny",
  ],
  "AWS::ElasticLoadBalancingV2::Listener.AuthenticateOidcConfig.OnUnauthenticatedRequest": [
    "allow",
    "authenticate",
    "deny",
  ],
  "AWS::ElasticLoadBalancingV2::Listener.RedirectConfig.StatusCode": ["HTTP_301", "HTTP_302"],
  "AWS::ElasticLoadBalancingV2::ListenerRule.AuthenticateCognitoConfig.OnUnauthenticatedRequest": [
    "allow",
    "authenticate",
    "deny",
  ],
  "AWS::ElasticLoadBalancingV2::ListenerRule.AuthenticateOidcConfig.OnUnauthenticatedRequest": [
    "allow",
    "authenticate",
    "deny",
  ],
  "AWS::ElasticLoadBalancingV2::ListenerRule.RedirectConfig.StatusCode": ["HTTP_301", "HTTP_302"],
  "AWS::Glue::Crawler.SchemaChangePolicy.DeleteBehavior": ["DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE", "LOG"],
  "AWS::Glue::Crawler.SchemaChangePolicy.UpdateBehavior": ["LOG", "UPDATE_IN_DATABASE"],
  "AWS::IAM::AccessKey.Status": ["Active", "Inactive"],
  "AWS::RDS::DBCluster.DatabaseInsightsMode": ["advanced", "standard"],
  "AWS::RDS::DBInstance.DatabaseInsightsMode": ["advanced", "standard"],
  "AWS::RDS::DBInstance.StorageType": ["gp2", "gp3", "io1", "io2", "standard"],
  // SNS API reference: Subscribe, SetTopicAttributes; read 2026-11.
  "AWS::SNS::Subscription.Protocol": [
    "application",
    "email",
    "email-json",
    "firehose",
    "http",
    "https",
    "lambda",
    "sms",
    "sqs",
  ],
  "AWS::SNS::Topic.SignatureVersion": ["1", "2"],
  "AWS::SNS::Topic.TracingConfig": ["Active", "PassThrough"],
};

/** @type {Record<string, [minimum: number, maximum: number]>} */
export const RANGES = {
  "AWS::Cognito::UserPool.PasswordPolicy.MinimumLength": [6, 99],
  "AWS::EC2::NetworkAclEntry.RuleNumber": [1, 32766],
  "AWS::ElasticLoadBalancingV2::Listener.Port": [1, 65535],
  "AWS::ElasticLoadBalancingV2::ListenerRule.Priority": [1, 50000],
  "AWS::ElasticLoadBalancingV2::TargetGroup.Port": [1, 65535],
  "AWS::IAM::Role.MaxSessionDuration": [3600, 43200],
  "AWS::RDS::DBCluster.Port": [1150, 65535],
  "AWS::SecretsManager::RotationSchedule.RotationRules.AutomaticallyAfterDays": [1, 1000],
  "AWS::SecretsManager::Secret.GenerateSecretString.PasswordLength": [1, 4096],
  "AWS::SQS::Queue.KmsDataKeyReusePeriodSeconds": [60, 86400],
  "AWS::ElasticLoadBalancing::LoadBalancer.ConnectionDrainingPolicy.Timeout": [1, 3600],
  "AWS::ElasticLoadBalancingV2::TargetGroup.HealthCheckIntervalSeconds": [5, 300],
  "AWS::ElasticLoadBalancingV2::TargetGroup.HealthCheckTimeoutSeconds": [2, 120],
  "AWS::ElasticLoadBalancingV2::TargetGroup.HealthyThresholdCount": [2, 10],
  "AWS::ElasticLoadBalancingV2::TargetGroup.UnhealthyThresholdCount": [2, 10],
  "AWS::Lambda::EventSourceMapping.BatchSize": [1, 10000],
  "AWS::Lambda::Function.MemorySize": [128, 32768],
  "AWS::Lambda::Function.Timeout": [1, 900],
  "AWS::RDS::DBCluster.BackupRetentionPeriod": [1, 35],
  "AWS::RDS::DBInstance.BackupRetentionPeriod": [0, 35],
  "AWS::RDS::DBInstance.PromotionTier": [0, 15],
  "AWS::SQS::Queue.DelaySeconds": [0, 900],
  "AWS::SQS::Queue.MaximumMessageSize": [1024, 1048576],
  "AWS::SQS::Queue.MessageRetentionPeriod": [60, 1209600],
  "AWS::SQS::Queue.ReceiveMessageWaitTimeSeconds": [0, 20],
  "AWS::SQS::Queue.VisibilityTimeout": [0, 43200],
};

/**
 * Properties whose update interrupts the service for a while ("Some interruptions"), which the base does not tell
 * from updates without interruption. From the user guide's pages of these types (archive of 2020).
 * @type {Record<string, string[]>}
 */
export const INTERRUPTING = {
  "AWS::RDS::DBInstance": [
    "BackupRetentionPeriod",
    "DBInstanceClass",
    "DBParameterGroupName",
    "Engine",
    "EngineVersion",
    "MonitoringInterval",
    "MultiAZ",
    "PerformanceInsightsKMSKeyId",
    "PreferredMaintenanceWindow",
    "StorageType",
  ],
};

/**
 * Metrics that the base lacks, by namespace; from the services' guides.
 * @type {Record<string, string[]>}
 */
export const METRICS = {
  "AWS/Billing": ["EstimatedCharges"],
  "AWS/CertificateManager": ["DaysToExpiry"],
  "AWS/EC2": ["CPUSurplusCreditBalance", "StatusCheckFailed_AttachedEBS"],
  "AWS/ECS": [
    "CPUReservation",
    "CPUUtilization",
    "EBSFilesystemUtilization",
    "GPUReservation",
    "MemoryReservation",
    "MemoryUtilization",
  ],
  "AWS/ELB": [
    "EstimatedALBActiveConnectionCount",
    "EstimatedALBConsumedLCUs",
    "EstimatedALBNewConnectionCount",
    "EstimatedProcessedBytes",
  ],
  "AWS/Lambda": [
    "ClaimedAccountConcurrency",
    "Concurrency",
    "Duration",
    "Errors",
    "Invocations",
    "IteratorAge",
    "Throttles",
  ],
  "AWS/NetworkELB": [
    "ActiveFlowCount",
    "HealthyHostCount",
    "NewFlowCount",
    "ProcessedBytes",
    "TCP_Target_Reset_Count",
    "UnHealthyHostCount",
  ],
  "AWS/RDS": [
    "BurstBalance",
    "CPUCreditBalance",
    "CPUCreditUsage",
    "CPUUtilization",
    "CheckpointLag",
    "ConnectionAttempts",
    "DatabaseConnections",
    "DiskQueueDepth",
    "EBSByteBalance%",
    "EBSIOBalance%",
    "FreeLocalStorage",
    "FreeStorageSpace",
    "FreeableMemory",
    "MaximumUsedTransactionIDs",
    "NetworkReceiveThroughput",
    "NetworkTransmitThroughput",
    "ReadIOPS",
    "ReadLatency",
    "ReadThroughput",
    "ReplicaLag",
    "SwapUsage",
    "TransactionLogsDiskUsage",
    "WriteIOPS",
    "WriteLatency",
    "WriteThroughput",
  ],
  "AWS/S3": [
    "4xxErrors",
    "5xxErrors",
    "AllRequests",
    "BucketSizeBytes",
    "BytesDownloaded",
    "BytesUploaded",
    "DeleteRequests",
    "FirstByteLatency",
    "GetRequests",
    "HeadRequests",
    "ListRequests",
    "NumberOfObjects",
    "OperationsPendingReplication",
    "PostRequests",
    "PutRequests",
    "ReplicationLatency",
    "TotalRequestLatency",
  ],
  "AWS/SecretsManager": ["ResourceCount"],
  "AWS/WAFV2": ["AllowedRequests", "BlockedRequests", "CountedRequests", "PassedRequests"],
  CWAgent: ["cpu_usage_idle", "disk_used_percent", "mem_used_percent", "swap_used_percent"],
};

const REPOSITORY = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*";

/**
 * Constraints in place of those of the data, which are narrower than what the services take, or which it lacks.
 * @type {Record<string, { pattern?: string, minItems?: number, maxItems?: number }>}
 */
export const WIDER = {
  "AWS::ECR::PullThroughCacheRule.EcrRepositoryPrefix": { pattern: `^(${REPOSITORY}\\/?|ROOT)$` },
  "AWS::ECR::PullThroughCacheRule.UpstreamRepositoryPrefix": { pattern: `^(${REPOSITORY}\\/?|ROOT)$` },
  "AWS::ECR::Repository.RepositoryName": { pattern: `^${REPOSITORY}$` },
  "AWS::ECR::RepositoryCreationTemplate.Prefix": { pattern: `^(${REPOSITORY}\\/?|ROOT)$` },
  "AWS::ElasticLoadBalancingV2::ListenerRule.HostHeaderConfig.Values": { maxItems: 5 },
  "AWS::ElasticLoadBalancingV2::ListenerRule.PathPatternConfig.Values": { maxItems: 5 },
  "AWS::ElasticLoadBalancingV2::ListenerRule.RuleCondition.Values": { maxItems: 5 },
  "AWS::ElasticLoadBalancingV2::ListenerRule.SourceIpConfig.Values": { maxItems: 5 },
  "AWS::Events::Rule.Targets": { maxItems: 5 },
  "AWS::FMS::Policy.ResourceTags": { maxItems: 50 },
  "AWS::CodePipeline::Pipeline.Stages": { minItems: 2 },
  "AWS::IAM::InstanceProfile.Roles": { maxItems: 1 },
  "AWS::Lambda::Function.Layers": { maxItems: 5 },
  "AWS::SageMaker::Cluster.ClusterInstanceGroup.InstanceStorageConfigs": { maxItems: 4 },
  "AWS::SageMaker::Cluster.ClusterRestrictedInstanceGroup.InstanceStorageConfigs": { maxItems: 4 },
  "AWS::DataZone::Environment.GlossaryTerms": { minItems: 0 },
  "AWS::DataZone::Project.GlossaryTerms": { minItems: 0 },
  "AWS::SageMaker::Domain.DomainSettings.SecurityGroupIds": { minItems: 0 },
};

/**
 * Attributes that the base lacks.
 * @type {Record<string, string[]>}
 */
export const ATTRIBUTES = {
  "AWS::Elasticsearch::Domain": ["DomainArn"],
  "AWS::OpenSearchService::Domain": ["DomainArn"],
};

/** Types of which `Fn::GetAtt` also gives the properties themselves, not only what the service sets. */
export const READABLE = [
  "AWS::Amplify::Branch",
  "AWS::Amplify::Domain",
  "AWS::AppSync::DomainName",
  "AWS::AutoScaling::AutoScalingGroup",
  "AWS::Backup::BackupVault",
  "AWS::CodeArtifact::Domain",
  "AWS::CodeArtifact::Repository",
  "AWS::EC2::CapacityReservation",
  "AWS::EC2::Instance",
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::Subnet",
  "AWS::EC2::VPC",
  "AWS::EFS::MountTarget",
  "AWS::EKS::Nodegroup",
  "AWS::ElastiCache::ReplicationGroup",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "AWS::Events::EventBus",
  "AWS::Neptune::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::RDS::DBParameterGroup",
  "AWS::S3::AccessPoint",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "AWS::SSM::Parameter",
  "AWS::StepFunctions::Activity",
];

/**
 * Properties of which one must be there (`oneOf`), of which only one may be (`exclusive`), and of which the first asks
 * for the others (`needs`); `Type` or `Type.NestedType`. From the pages of these types.
 * @type {Record<string, { oneOf?: string[][], exclusive?: string[][], needs?: string[][] }>}
 */
export const GROUPS = {
  "AWS::ApiGateway::RestApi": { exclusive: [["Body", "BodyS3Location"]] },
  "AWS::ApplicationAutoScaling::ScalingPolicy": {
    oneOf: [["ScalingTargetId", "ResourceId"]],
    exclusive: [["ScalingTargetId", "ResourceId"]],
    needs: [["ResourceId", "ScalableDimension", "ServiceNamespace"]],
  },
  "AWS::AutoScaling::AutoScalingGroup": {
    oneOf: [["InstanceId", "LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy"]],
    exclusive: [["InstanceId", "LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy"]],
  },
  "AWS::AutoScaling::AutoScalingGroup.LaunchTemplateSpecification": {
    oneOf: [["LaunchTemplateId", "LaunchTemplateName"]],
    exclusive: [["LaunchTemplateId", "LaunchTemplateName"]],
  },
  "AWS::AutoScaling::LaunchConfiguration.BlockDeviceMapping": { exclusive: [["VirtualName", "Ebs", "NoDevice"]] },
  "AWS::CloudFront::Distribution.CustomErrorResponse": {
    needs: [
      ["ResponseCode", "ResponsePagePath"],
      ["ResponsePagePath", "ResponseCode"],
    ],
  },
  "AWS::CloudFront::Distribution.Origin": { exclusive: [["CustomOriginConfig", "S3OriginConfig"]] },
  "AWS::CloudFront::Distribution.ViewerCertificate": {
    oneOf: [["AcmCertificateArn", "CloudFrontDefaultCertificate", "IamCertificateId"]],
    exclusive: [["AcmCertificateArn", "CloudFrontDefaultCertificate", "IamCertificateId"]],
    needs: [
      ["AcmCertificateArn", "SslSupportMethod"],
      ["IamCertificateId", "SslSupportMethod"],
    ],
  },
  "AWS::CloudWatch::Alarm": {
    oneOf: [["MetricName", "Metrics", "EvaluationCriteria"]],
    exclusive: [
      ["Statistic", "ExtendedStatistic"],
      ["MetricName", "Metrics"],
      ["Namespace", "Metrics"],
      ["Dimensions", "Metrics"],
      ["Period", "Metrics"],
      ["Statistic", "Metrics"],
      ["ExtendedStatistic", "Metrics"],
      ["Unit", "Metrics"],
      ["Threshold", "ThresholdMetricId"],
    ],
  },
  "AWS::CodePipeline::Pipeline": {
    oneOf: [["ArtifactStore", "ArtifactStores"]],
    exclusive: [["ArtifactStore", "ArtifactStores"]],
  },
  "AWS::DynamoDB::Table.SSESpecification": { needs: [["KMSMasterKeyId", "SSEType"]] },
  "AWS::EC2::Instance": {
    exclusive: [
      ["NetworkInterfaces", "SubnetId"],
      ["NetworkInterfaces", "SecurityGroupIds"],
      ["NetworkInterfaces", "SecurityGroups"],
    ],
  },
  "AWS::EC2::Instance.BlockDeviceMapping": { exclusive: [["VirtualName", "Ebs", "NoDevice"]] },
  "AWS::EC2::Instance.LaunchTemplateSpecification": {
    oneOf: [["LaunchTemplateId", "LaunchTemplateName"]],
    exclusive: [["LaunchTemplateId", "LaunchTemplateName"]],
  },
  "AWS::EC2::Instance.NetworkInterface": { exclusive: [["AssociatePublicIpAddress", "NetworkInterfaceId"]] },
  "AWS::EC2::LaunchTemplate.BlockDeviceMapping": { exclusive: [["VirtualName", "Ebs", "NoDevice"]] },
  "AWS::EC2::LaunchTemplate.NetworkInterface": { exclusive: [["AssociatePublicIpAddress", "NetworkInterfaceId"]] },
  "AWS::EC2::NetworkAclEntry": { oneOf: [["CidrBlock", "Ipv6CidrBlock"]], exclusive: [["CidrBlock", "Ipv6CidrBlock"]] },
  "AWS::EC2::NetworkInterface": { exclusive: [["Ipv6AddressCount", "Ipv6Addresses"]] },
  "AWS::EC2::Route": {
    oneOf: [["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"]],
    exclusive: [["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"]],
  },
  "AWS::EC2::SecurityGroup.Egress": {
    oneOf: [["CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"]],
    exclusive: [["CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"]],
  },
  "AWS::EC2::SecurityGroup.Ingress": {
    oneOf: [["CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId", "SourceSecurityGroupName"]],
    exclusive: [["CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId", "SourceSecurityGroupName"]],
  },
  "AWS::EC2::SecurityGroupEgress": {
    oneOf: [["CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"]],
    exclusive: [["CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"]],
  },
  "AWS::EC2::SecurityGroupIngress": {
    oneOf: [
      ["GroupId", "GroupName"],
      ["CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId", "SourceSecurityGroupName"],
    ],
    exclusive: [["CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId", "SourceSecurityGroupName"]],
  },
  "AWS::EC2::Subnet": {
    oneOf: [["CidrBlock", "Ipv4IpamPoolId", "Ipv6CidrBlock", "Ipv6IpamPoolId"]],
    exclusive: [
      ["AvailabilityZone", "AvailabilityZoneId"],
      ["CidrBlock", "Ipv4IpamPoolId"],
      ["Ipv6CidrBlock", "Ipv6IpamPoolId"],
    ],
  },
  "AWS::EC2::VPC": {
    oneOf: [["CidrBlock", "Ipv4IpamPoolId"]],
    exclusive: [["CidrBlock", "Ipv4IpamPoolId"]],
  },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { exclusive: [["SubnetMappings", "Subnets"]] },
  "AWS::Events::Rule": { oneOf: [["EventPattern", "ScheduleExpression"]] },
  "AWS::IAM::Policy": { oneOf: [["Groups", "Roles", "Users"]] },
  "AWS::Lambda::Function.Code": {
    exclusive: [
      ["ImageUri", "S3Bucket"],
      ["ImageUri", "ZipFile"],
      ["S3Bucket", "ZipFile"],
    ],
    needs: [
      ["S3Bucket", "S3Key"],
      ["S3Key", "S3Bucket"],
    ],
  },
  "AWS::RDS::DBInstance": {
    exclusive: [
      ["SourceDBInstanceIdentifier", "MasterUsername"],
      ["SourceDBInstanceIdentifier", "MasterUserPassword"],
      ["SourceDBInstanceIdentifier", "CharacterSetName"],
    ],
  },
  "AWS::Route53::RecordSet": {
    oneOf: [["HostedZoneId", "HostedZoneName"]],
    exclusive: [
      ["AliasTarget", "ResourceRecords"],
      ["AliasTarget", "TTL"],
      ["HostedZoneId", "HostedZoneName"],
    ],
  },
  "AWS::Route53::RecordSetGroup": {
    oneOf: [["HostedZoneId", "HostedZoneName"]],
    exclusive: [["HostedZoneId", "HostedZoneName"]],
  },
  "AWS::Route53::RecordSetGroup.RecordSet": {
    exclusive: [
      ["AliasTarget", "ResourceRecords"],
      ["AliasTarget", "TTL"],
    ],
  },
  "AWS::ServiceDiscovery::Service": { exclusive: [["HealthCheckConfig", "HealthCheckCustomConfig"]] },
  "AWS::StepFunctions::StateMachine": {
    oneOf: [["Definition", "DefinitionS3Location", "DefinitionString"]],
    exclusive: [["Definition", "DefinitionS3Location", "DefinitionString"]],
  },
};

/**
 * What a property refers to by its name alone, where the base does not say.
 * @type {Record<string, string[]>}
 */
export const REFERENCES = {
  BucketName: ["AWS::S3::Bucket.BucketName"],
  CertificateArn: ["AWS::CertificateManager::Certificate.CertificateArn"],
  ExecutionRoleArn: ["AWS::IAM::Role.Arn"],
  FunctionArn: ["AWS::Lambda::Function.Arn"],
  HostedZoneId: ["AWS::Route53::HostedZone.Id"],
  KeyName: ["AWS::EC2::KeyPair.KeyName"],
  KmsKeyArn: ["AWS::KMS::Key.Arn"],
  KmsKeyId: ["AWS::KMS::Key.KeyId", "AWS::KMS::Key.Arn"],
  LambdaFunctionArn: ["AWS::Lambda::Function.Arn"],
  LaunchTemplateId: ["AWS::EC2::LaunchTemplate.LaunchTemplateId"],
  LoadBalancerArn: ["AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerArn"],
  LogGroupName: ["AWS::Logs::LogGroup.LogGroupName"],
  QueueArn: ["AWS::SQS::Queue.Arn"],
  RestApiId: ["AWS::ApiGateway::RestApi.RestApiId"],
  RoleARN: ["AWS::IAM::Role.Arn"],
  RoleArn: ["AWS::IAM::Role.Arn"],
  S3Bucket: ["AWS::S3::Bucket.BucketName"],
  S3BucketName: ["AWS::S3::Bucket.BucketName"],
  SecurityGroupIds: ["AWS::EC2::SecurityGroup.GroupId"],
  ServiceRoleArn: ["AWS::IAM::Role.Arn"],
  SubnetId: ["AWS::EC2::Subnet.SubnetId"],
  SubnetIds: ["AWS::EC2::Subnet.SubnetId"],
  TargetGroupArn: ["AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupArn"],
  TargetGroupARNs: ["AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupArn"],
  TaskRoleArn: ["AWS::IAM::Role.Arn"],
  TopicArn: ["AWS::SNS::Topic.TopicArn"],
  UserPoolId: ["AWS::Cognito::UserPool.UserPoolId"],
  VPCSecurityGroups: ["AWS::EC2::SecurityGroup.GroupId"],
  VPCZoneIdentifier: ["AWS::EC2::Subnet.SubnetId"],
  VpcId: ["AWS::EC2::VPC.VpcId"],
  VpcSecurityGroupIds: ["AWS::EC2::SecurityGroup.GroupId"],
};

/**
 * What single properties refer to, whatever the base says. A function is called by a service, which a role is not.
 * @type {Record<string, string[]>}
 */
export const REFERENCES_AT = {
  "AWS::CloudFormation::WaitCondition.Handle": ["AWS::CloudFormation::WaitConditionHandle.Id"],
  "AWS::Lambda::Permission.Principal": [],
  "AWS::Lambda::Permission.SourceArn": [
    "AWS::Events::Rule.Arn",
    "AWS::SNS::Topic.TopicArn",
    "AWS::S3::Bucket.Arn",
    "AWS::Logs::LogGroup.Arn",
    "AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupArn",
    "AWS::Config::ConfigRule.Arn",
    "AWS::Cognito::UserPool.Arn",
    "AWS::IoT::TopicRule.Arn",
    "AWS::SecretsManager::Secret.Id",
  ],
};
