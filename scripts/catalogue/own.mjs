/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */

// What neither the resource schemas nor the SDK's enums hold, from AWS's API references and template reference.
// `Type.Property`, or `Type.NestedType.Property`.

/** @type {Record<string, string[]>} */
const ENUMS = {
  "AWS::ACMPCA::CertificateAuthority.UsageMode": ["GENERAL_PURPOSE", "SHORT_LIVED_CERTIFICATE"],
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
  "AWS::CloudWatch::Alarm.TreatMissingData": ["breaching", "ignore", "missing", "notBreaching"],
  "AWS::CodeStarConnections::Connection.ProviderType": [
    "Bitbucket",
    "GitHub",
    "GitHubEnterpriseServer",
    "GitLab",
    "GitLabSelfManaged",
  ],
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
  "AWS::IAM::AccessKey.Status": ["Active", "Inactive"],
  "AWS::RDS::DBCluster.DatabaseInsightsMode": ["advanced", "standard"],
  "AWS::RDS::DBInstance.DatabaseInsightsMode": ["advanced", "standard"],
};

/** @type {Record<string, [minimum: number, maximum: number]>} */
const RANGES = {
  "AWS::AutoScaling::AutoScalingGroup.HealthCheckGracePeriod": [0, 7200],
  "AWS::ElasticLoadBalancing::LoadBalancer.ConnectionDrainingPolicy.Timeout": [1, 3600],
  "AWS::Lambda::EventSourceMapping.BatchSize": [1, 10000],
  "AWS::Lambda::Function.MemorySize": [128, 10240],
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
const INTERRUPTING = {
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
 * Adds the hand-kept tables where the types say nothing themselves.
 * @param {TypeModel[]} types changed in place
 * @returns {{ problems: string[] }}
 */
export function addOwn(types) {
  const byName = new Map(types.map((type) => [type.name, type]));
  /** @type {string[]} */
  const problems = [];
  /** @param {string} path @returns {import("./model.ts").PropertyModel | undefined} */
  const find = (path) => {
    const [name = "", ...rest] = path.split(".");
    const type = byName.get(name);
    const properties =
      rest.length > 1 ? type?.definitions.find((one) => one.name === rest[0])?.properties : type?.properties;
    const property = properties?.find((one) => one.name === rest.at(-1));
    if (!property) problems.push(`${path}: in our tables, but not in the data`);
    return property;
  };
  for (const [path, values] of Object.entries(ENUMS)) {
    const type = find(path)?.type;
    if (type?.kind === "string" && !type.enum) Object.assign(type, { enum: values, closed: true });
  }
  for (const [path, [minimum, maximum]] of Object.entries(RANGES)) {
    const type = find(path)?.type;
    if (type?.kind !== "number") continue;
    type.minimum ??= minimum;
    type.maximum ??= maximum;
  }
  for (const [type, names] of Object.entries(INTERRUPTING)) {
    for (const name of names) {
      const property = find(`${type}.${name}`);
      if (property?.update === "none") property.update = "some";
    }
  }
  return { problems };
}
