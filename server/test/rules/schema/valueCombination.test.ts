import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checkRows, type Row } from "../checkRule.ts";

const of = (type: string, properties: string, head = "Properties"): string =>
  `Resources:\n  R:\n    Type: ${type}\n    ${head}:\n${properties}`;
const row = (name: string, source: string, message?: RegExp, severity?: Row[4]): Row =>
  severity === undefined
    ? ["value-combination", name, source, message]
    : ["value-combination", name, source, message, severity];

describe("properties that depend on values of others", () => {
  checkRows([
    row(
      "forbidden",
      of(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "      TargetType: lambda\n      «Port»: 80\n      Name: a\n      VpcId: !If [A, x, !Ref AWS::NoValue]\n",
      ),
      /With TargetType lambda, Port can't be set/,
      "error",
    ),
    row(
      "needed",
      of(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "      TargetType: ip\n      Port: 80\n      Protocol: HTTP\n",
        "«Properties»",
      ),
      /VpcId is needed/,
    ),
    row(
      "all protocols have no ports",
      of(
        "AWS::EC2::SecurityGroup",
        "      GroupDescription: a\n      SecurityGroupIngress:\n        - {IpProtocol: -1, FromPort: -1, ToPort: 65535, CidrIp: 10.0.0.0/8}\n        - {IpProtocol: tcp, FromPort: «-1», ToPort: 80, CidrIp: 10.0.0.0/8}\n",
      ),
    ),
    row(
      "no effect on an instance of Aurora",
      of(
        "AWS::RDS::DBInstance",
        "      Engine: aurora-mysql\n      DBClusterIdentifier: a\n      DBInstanceClass: db.r8g.large\n      «CopyTagsToSnapshot»: true\n",
      ),
      /no effect/,
      "warning",
    ),
    row(
      "protection of an instance of Aurora that is off, and on",
      `${of("AWS::RDS::DBInstance", "      Engine: aurora-mysql\n      DBClusterIdentifier: a\n      DBInstanceClass: db.r8g.large\n      DeletionProtection: false\n")}  S:\n    Type: AWS::RDS::DBInstance\n    Properties: {Engine: aurora-mysql, DBClusterIdentifier: a, DBInstanceClass: db.r8g.large, DeletionProtection: «true»}\n`,
      /DeletionProtection can't be true/,
    ),
    row(
      "a NAT gateway without an address",
      of("AWS::EC2::NatGateway", "      SubnetId: a\n", "«Properties»"),
      /AllocationId is needed \(“The request must contain/,
    ),
    row("a private NAT gateway", of("AWS::EC2::NatGateway", "      SubnetId: a\n      ConnectivityType: private\n")),
    row(
      "two passwords",
      of(
        "AWS::RDS::DBCluster",
        "      Engine: aurora-mysql\n      MasterUsername: a\n      ManageMasterUserPassword: true\n      «MasterUserPassword»: '{{resolve:secretsmanager:a}}'\n",
      ),
    ),
    row(
      "unknown value",
      of("AWS::ElasticLoadBalancingV2::TargetGroup", "      TargetType: !Ref Type\n      Port: 80\n"),
    ),
    row(
      "needed inside a map",
      of(
        "AWS::ECS::TaskDefinition",
        "      ContainerDefinitions:\n        - Name: a\n          Image: b\n          LogConfiguration:\n            LogDriver: awslogs\n            «Options»: {awslogs-group: a}\n",
      ),
      /awslogs-region is needed/,
    ),
    row(
      "options out of a function",
      of(
        "AWS::ECS::TaskDefinition",
        "      ContainerDefinitions:\n        - LogConfiguration: {LogDriver: awslogs, Options: !If [A, {awslogs-group: a}, {}]}\n",
      ),
    ),
    row(
      "range",
      of(
        "AWS::EC2::Instance",
        "      ImageId: ami-12345678\n      BlockDeviceMappings:\n        - DeviceName: /dev/xvda\n          Ebs: {VolumeType: gp3, Iops: «99»}\n",
      ),
      /Iops is 100 to 80000/,
    ),
    row(
      "no effect",
      of("AWS::EC2::Volume", "      AvailabilityZone: a\n      VolumeType: gp2\n      Size: 8\n      «Iops»: 100\n"),
      /not supported for … volumes/,
      "error",
    ),
    row(
      "more operations than the size allows",
      of("AWS::EC2::Volume", "      AvailabilityZone: a\n      VolumeType: io1\n      Size: 10\n      Iops: «501»\n"),
      /Iops is at most 50 times Size \(10\), which is 500 \(“Iops to volume size ratio/,
    ),
    row(
      "as many as the size allows, and a size that is not told",
      `${of("AWS::EC2::Volume", "      AvailabilityZone: a\n      VolumeType: io1\n      Size: 10\n      Iops: 500\n")}  S:\n    Type: AWS::EC2::Volume\n    Properties: {AvailabilityZone: a, VolumeType: io1, Size: !Ref Size, Iops: 5000}\n  T:\n    Type: AWS::EC2::Volume\n    Properties: {AvailabilityZone: a, VolumeType: io1, SnapshotId: snap-12345678, Iops: 5000}\n`,
    ),
    row(
      "throughput beyond the usual operations",
      of("AWS::EC2::Volume", "      AvailabilityZone: a\n      VolumeType: gp3\n      Throughput: «1000»\n"),
      /Throughput is at most 0.25 times Iops \(3000\), which is 750/,
      "error",
    ),
    row(
      "throughput with enough operations",
      of(
        "AWS::EC2::Volume",
        "      AvailabilityZone: a\n      VolumeType: gp3\n      Throughput: 1000\n      Iops: 4000\n",
      ),
    ),
    row(
      "a path for health checks by TCP",
      of(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "      Protocol: TCP\n      Port: 80\n      VpcId: !Ref V\n      «HealthCheckPath»: /\n",
      ),
      /“are not supported for TCP health checks”/,
    ),
    row(
      "a path for health checks of a load balancer behind another",
      of(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "      Protocol: TCP\n      TargetType: alb\n      Port: 80\n      VpcId: !Ref V\n      HealthCheckPath: /\n",
      ),
    ),
    row(
      "shards on demand",
      of("AWS::Kinesis::Stream", "      StreamModeDetails: {StreamMode: ON_DEMAND}\n      «ShardCount»: 1\n"),
      /With StreamMode ON_DEMAND, ShardCount can't be set/,
    ),
    row(
      "shards of a mode that is not told",
      of("AWS::Kinesis::Stream", "      StreamModeDetails: {StreamMode: !Ref Mode}\n      ShardCount: 1\n"),
    ),
    row(
      "objects that expire before they move",
      of(
        "AWS::S3::Bucket",
        "      LifecycleConfiguration:\n        Rules:\n          - Status: Enabled\n            ExpirationInDays: «30»\n            Transitions:\n              - {StorageClass: GLACIER, TransitionInDays: 30}\n              - {StorageClass: DEEP_ARCHIVE, TransitionInDays: !Ref Days}\n",
      ),
    ),
    row(
      "versions that expire before they move",
      of(
        "AWS::S3::Bucket",
        "      LifecycleConfiguration:\n        Rules:\n          - Status: Enabled\n            ExpirationInDays: 90\n            Transitions: [{StorageClass: GLACIER, TransitionInDays: 30}]\n            NoncurrentVersionExpiration: {NoncurrentDays: «20»}\n            NoncurrentVersionTransitions: [{StorageClass: GLACIER, TransitionInDays: 30}]\n",
      ),
      /NoncurrentDays must be greater than TransitionInDays \(30\)/,
    ),
    row(
      "a class that later versions do not have",
      of(
        "AWS::RDS::DBInstance",
        '      Engine: postgres\n      EngineVersion: "16.9"\n      DBInstanceClass: «db.t2.micro»\n      AllocatedStorage: "20"\n      MasterUsername: a\n      ManageMasterUserPassword: true\n',
      ),
    ),
    row(
      "a class that earlier versions have",
      of(
        "AWS::RDS::DBInstance",
        '      Engine: postgres\n      EngineVersion: "12.22"\n      DBInstanceClass: db.t2.micro\n      AllocatedStorage: "20"\n      MasterUsername: a\n      ManageMasterUserPassword: true\n',
      ),
    ),
    row(
      "one of several",
      of(
        "AWS::EC2::SecurityGroupIngress",
        "      GroupId: !Ref G\n      IpProtocol: tcp\n      FromPort: «-1»\n      ToPort: 80\n      CidrIp: 10.0.0.0/8\n",
      ),
    ),
    row(
      "a type of ICMP with all codes",
      of(
        "AWS::EC2::SecurityGroupIngress",
        "      GroupId: !Ref G\n      IpProtocol: icmp\n      FromPort: 8\n      ToPort: -1\n      CidrIp: 10.0.0.0/8\n",
      ),
    ),
    row(
      "restored from a snapshot",
      of("AWS::RDS::DBCluster", "      Engine: mysql\n      SnapshotIdentifier: a\n      «MasterUsername»: b\n"),
      undefined,
      "warning",
    ),
    row(
      "scaling without a mode",
      of(
        "AWS::RDS::DBCluster",
        "      Engine: aurora-mysql\n      ScalingConfiguration: {MinCapacity: 1}\n",
        "«Properties»",
      ),
      /With ScalingConfiguration, EngineMode is needed/,
    ),
    ["property-combination", "an API with a document", of("AWS::ApiGateway::RestApi", "      Body: {}\n")],
    [
      "property-combination",
      "an API without a name",
      of("AWS::ApiGateway::RestApi", "      Description: a\n", "«Properties»"),
    ],
    [
      "property-combination",
      "an instance with a template",
      of("AWS::EC2::Instance", "      LaunchTemplate: {LaunchTemplateId: !Ref T, Version: '1'}\n"),
    ],
    [
      "property-combination",
      "an instance without an image",
      of("AWS::EC2::Instance", "      InstanceType: t3.micro\n", "«Properties»"),
    ],
    [
      "property-combination",
      "an address beside network interfaces",
      of(
        "AWS::EC2::Instance",
        '      ImageId: ami-12345678\n      «PrivateIpAddress»: 10.0.0.1\n      NetworkInterfaces: [{DeviceIndex: "0"}]\n',
      ),
    ],
  ]);
});

it("only expressions that exclude something match what is not written out", () => {
  const written = readdirSync("server/data/valueSets").map((file) =>
    readFileSync(`server/data/valueSets/${file}`, "utf8"),
  );
  const conditions = [...written.join("\n").matchAll(/when: \{.*\}/g)].join("\n");
  const sources = [...conditions.matchAll(/(?<=[ "])\/(\S+)\/i?(?=[" ,}])/g)].map(([, source = ""]) => source);
  assert.ok(sources.length > 100, String(sources.length));
  const matching = sources.filter((source) => new RegExp(source).test("{{"));
  assert.deepEqual(
    matching.filter((source) => !source.includes("(?!")),
    [],
  );
  assert.ok(matching.length > 0);
});
