/** What follows for an object from a value that is written out in it. */
export interface ValueSet {
  /** Properties with what their values match where the rest holds; `set`: any value. */
  readonly when: Readonly<Record<string, RegExp | "set">>;
  /** It does not hold where one of these is set. */
  readonly unless?: readonly string[];
  readonly forbids?: readonly string[];
  /** Properties without effect: a warning. */
  readonly ignores?: readonly string[];
  /** Properties that must be set; a dot leads into the map of a property. */
  readonly needs?: readonly string[];
  readonly takes?: Readonly<Record<string, readonly string[]>>;
  /** Properties whose values are refused. */
  readonly refuses?: Readonly<Record<string, RegExp>>;
  /** Numbers that are greater than that of another property. */
  readonly greater?: Readonly<Record<string, string>>;
  /** What AWS answers. */
  readonly says?: string;
  readonly between?: Readonly<Record<string, readonly [from: number, to: number]>>;
}

const VOLUME: readonly ValueSet[] = [
  { when: { VolumeType: /^io1$/ }, needs: ["Iops"], between: { Iops: [100, 64_000] } },
  { when: { VolumeType: /^io2$/ }, needs: ["Iops"], between: { Iops: [100, 256_000] } },
  { when: { VolumeType: /^gp3$/ }, between: { Iops: [3000, 80_000] } },
  { when: { VolumeType: /^(?:gp2|st1|sc1|standard)$/ }, ignores: ["Iops"] },
];
const PORTS: readonly ValueSet[] = [
  // With all protocols (-1) the ports are ignored.
  { when: { FromPort: /^-1$/, IpProtocol: /^(?:tcp|udp|icmp|icmpv6|1|6|17|58)$/i }, takes: { ToPort: ["-1"] } },
  // For ICMP a type with all of its codes is written so.
  { when: { ToPort: /^-1$/, IpProtocol: /^(?:tcp|udp|6|17)$/i }, takes: { FromPort: ["-1"] } },
];

/** Where a database instance is made anew, and not of something that there is. */
const MADE_OF = [
  "DBClusterIdentifier",
  "DBSnapshotIdentifier",
  "DBClusterSnapshotIdentifier",
  "SourceDBClusterIdentifier",
  "SourceDBInstanceAutomatedBackupsArn",
  "SourceDBInstanceIdentifier",
  "SourceDbiResourceId",
];
const OWN_ENGINE = /^(?:mysql|mariadb|postgres|oracle-|sqlserver-|db2-)/i;
const blank = (name: string): string => `The parameter ${name} must be provided and must not be blank`;

/** Instances of RDS's own engines; Aurora keeps its data in the cluster. */
const DATABASE: readonly ValueSet[] = [
  { when: { Engine: OWN_ENGINE, StorageType: /^io[12]$/ }, unless: MADE_OF, needs: ["Iops"] },
  {
    when: { Engine: OWN_ENGINE, StorageType: /^io[12]$/ },
    between: { AllocatedStorage: [100, 65_536] },
    says: "Invalid storage size",
  },
  {
    when: { Engine: OWN_ENGINE, StorageType: /^gp[23]$/ },
    between: { AllocatedStorage: [20, 65_536] },
    says: "Invalid storage size",
  },
  {
    when: { Engine: OWN_ENGINE },
    unless: [...MADE_OF, "StorageType", "Iops"],
    between: { AllocatedStorage: [20, 65_536] },
    says: "Invalid storage size",
  },
  { when: { Engine: OWN_ENGINE }, unless: MADE_OF, needs: ["AllocatedStorage"], says: blank("AllocatedStorage") },
  { when: { Engine: OWN_ENGINE }, unless: MADE_OF, needs: ["MasterUsername"], says: blank("MasterUsername") },
  {
    when: { Engine: OWN_ENGINE },
    unless: [...MADE_OF, "ManageMasterUserPassword", "MasterUserAuthenticationType"],
    needs: ["MasterUserPassword"],
    says: blank("MasterUserPassword"),
  },
  {
    when: {
      StorageType: /^gp3$/,
      Engine: /^(?:mysql|mariadb|postgres)$/i,
      AllocatedStorage: /^(?:\d{1,2}|[1-3]\d\d)$/,
    },
    forbids: ["Iops", "StorageThroughput"],
    says: "You can't specify IOPS or storage throughput for engine",
  },
  {
    when: { MultiAZ: /^true$/i },
    forbids: ["AvailabilityZone"],
    says: "Requesting a specific availability zone is not valid for Multi-AZ instances",
  },
  {
    when: { AllocatedStorage: "set" },
    greater: { MaxAllocatedStorage: "AllocatedStorage" },
    says: "Max storage size must be greater than storage size",
  },
  {
    when: { Engine: /^postgres$/i },
    refuses: { MasterUsername: /^(?:admin|rdsadmin)$/i },
    says: "it is a reserved word used by the engine",
  },
  {
    when: { Engine: /^mysql$/i },
    refuses: { EngineVersion: /^5\.[0-6](?:\.|$)/ },
    says: "Cannot find version",
  },
  {
    when: { Engine: /^mariadb$/i },
    refuses: { EngineVersion: /^10\.[0-3](?:\.|$)/ },
    says: "Cannot find version",
  },
  {
    when: { Engine: /^postgres$/i },
    refuses: { EngineVersion: /^(?:9|10)(?:\.|$)/ },
    says: "Cannot find version",
  },
];
const MONITORING: ValueSet = { when: { MonitoringInterval: /^[1-9]\d*$/ }, needs: ["MonitoringRoleArn"] };

// Source: the template reference's and the API references' pages of these types ("Required if", "Not applicable to"), read 2026-11.

/** By type, then by nested type; the resource's own properties stand under the empty name. */
export const VALUE_SETS: ReadonlyMap<string, ReadonlyMap<string, readonly ValueSet[]>> = new Map(
  Object.entries({
    "AWS::ApiGateway::Authorizer": {
      "": [{ when: { Type: /^(?:TOKEN|REQUEST)$/ }, between: { AuthorizerResultTtlInSeconds: [0, 3600] } }],
    },
    "AWS::AutoScaling::LaunchConfiguration": { BlockDevice: VOLUME },
    "AWS::CodeBuild::Project": {
      Artifacts: [{ when: { Type: /^S3$/ }, needs: ["Location"] }],
      Source: [{ when: { Type: /^S3$/ }, needs: ["Location"] }],
    },
    "AWS::EC2::Instance": { Ebs: VOLUME },
    "AWS::EC2::LaunchTemplate": { Ebs: VOLUME },
    "AWS::EC2::SecurityGroup": { Ingress: PORTS, Egress: PORTS },
    "AWS::EC2::SecurityGroupEgress": { "": PORTS },
    "AWS::EC2::SecurityGroupIngress": { "": PORTS },
    "AWS::EC2::SpotFleet": { EbsBlockDevice: VOLUME },
    "AWS::EC2::Volume": { "": VOLUME },
    "AWS::ECS::Service": { "": [{ when: { LaunchType: /^FARGATE$/ }, takes: { SchedulingStrategy: ["REPLICA"] } }] },
    "AWS::ECS::TaskDefinition": {
      LogConfiguration: [
        { when: { LogDriver: /^awslogs$/ }, needs: ["Options", "Options.awslogs-group", "Options.awslogs-region"] },
      ],
    },
    "AWS::ElastiCache::ReplicationGroup": {
      "": [{ when: { Engine: /^valkey$/i }, needs: ["TransitEncryptionEnabled"] }],
    },
    "AWS::ElasticLoadBalancingV2::TargetGroup": {
      "": [
        {
          when: { TargetType: /^lambda$/ },
          forbids: ["Port", "Protocol", "ProtocolVersion", "VpcId", "HealthCheckPort", "HealthCheckProtocol"],
        },
        { when: { TargetType: /^(?:instance|ip|alb)$/ }, needs: ["Port", "Protocol", "VpcId"] },
        { when: { Protocol: /^GENEVE$/ }, takes: { Port: ["6081"] } },
        { when: { HealthCheckProtocol: /^(?:TCP|TLS|UDP|TCP_UDP)$/ }, forbids: ["Matcher"] },
      ],
    },
    "AWS::Lambda::Function": {
      LoggingConfig: [{ when: { LogFormat: /^Text$/ }, forbids: ["ApplicationLogLevel", "SystemLogLevel"] }],
    },
    "AWS::RDS::DBCluster": {
      "": [
        {
          when: { Engine: /^aurora-(?:mysql|postgresql)$/ },
          forbids: ["AllocatedStorage", "DBClusterInstanceClass", "Iops", "PubliclyAccessible"],
          takes: { StorageType: ["aurora", "aurora-iopt1"] },
        },
        {
          when: { Engine: /^(?:mysql|postgres)$/ },
          unless: ["SnapshotIdentifier", "SourceDBClusterIdentifier"],
          needs: ["AllocatedStorage", "DBClusterInstanceClass"],
          forbids: ["ScalingConfiguration", "ServerlessV2ScalingConfiguration", "BacktrackWindow"],
          takes: { StorageType: ["io1", "io2", "gp3"] },
        },
        {
          when: { EngineMode: /^serverless$/ },
          forbids: ["ServerlessV2ScalingConfiguration"],
          ignores: ["PerformanceInsightsEnabled", "PerformanceInsightsKmsKeyId", "PerformanceInsightsRetentionPeriod"],
        },
        { when: { EngineMode: /^provisioned$/ }, forbids: ["ScalingConfiguration"] },
        { when: { ScalingConfiguration: "set" }, needs: ["EngineMode"] },
        { when: { SnapshotIdentifier: "set" }, ignores: ["MasterUsername"] },
        {
          when: { SourceDBClusterIdentifier: "set" },
          ignores: ["MasterUserPassword", "MasterUsername", "StorageEncrypted"],
        },
        MONITORING,
      ],
    },
    "AWS::RDS::DBInstance": {
      "": [
        {
          when: { Engine: /^aurora-(?:mysql|postgresql)$/ },
          forbids: ["AllocatedStorage", "DeletionProtection", "EnableIAMDatabaseAuthentication", "MasterUserPassword"],
          ignores: ["CopyTagsToSnapshot"],
        },
        ...DATABASE,
        { when: { DBClusterIdentifier: "set" }, forbids: ["BackupRetentionPeriod"] },
        {
          when: { Engine: /^(?!aurora|custom-)/ },
          unless: ["SourceDBInstanceIdentifier"],
          between: { BackupRetentionPeriod: [0, 35] },
        },
        {
          when: { Engine: /^(?!custom-)/, KmsKeyId: "set" },
          // What is made from something else takes over whether that is encrypted.
          unless: [
            "DBClusterIdentifier",
            "DBSnapshotIdentifier",
            "SourceDBClusterIdentifier",
            "SourceDBInstanceIdentifier",
            "SourceDBInstanceAutomatedBackupsArn",
            "SourceDbiResourceId",
          ],
          needs: ["StorageEncrypted"],
        },
        {
          when: { Engine: /^(?:custom-)?oracle|^db2/ },
          takes: { ReplicaMode: ["mounted", "open-read-only"] },
        },
        { when: { Engine: /^(?:aurora|mysql|mariadb|postgres|sqlserver)/ }, ignores: ["ReplicaMode"] },
        MONITORING,
      ],
    },
    "AWS::Route53::HealthCheck": {
      HealthCheckConfig: [{ when: { Type: /^CLOUDWATCH_METRIC$/ }, needs: ["AlarmIdentifier"] }],
    },
    "AWS::S3::Bucket": {
      Tiering: [
        { when: { AccessTier: /^ARCHIVE_ACCESS$/ }, between: { Days: [90, 730] } },
        { when: { AccessTier: /^DEEP_ARCHIVE_ACCESS$/ }, between: { Days: [180, 730] } },
      ],
    },
    "AWS::Lambda::EventSourceMapping": {
      "": [
        { when: { EventSourceArn: /^arn:aws[\w-]*:sqs:/ }, forbids: ["StartingPosition"] },
        { when: { EventSourceArn: /^arn:aws[\w-]*:(?:kinesis|dynamodb|kafka):/ }, needs: ["StartingPosition"] },
      ],
    },
  } satisfies Record<string, Record<string, readonly ValueSet[]>>).map(([type, nested]) => [
    type,
    new Map<string, readonly ValueSet[]>(Object.entries(nested)),
  ]),
);
