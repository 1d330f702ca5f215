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
        "      GroupDescription: a\n      SecurityGroupIngress:\n        - {IpProtocol: -1, FromPort: -1, ToPort: 65535, CidrIp: 10.0.0.0/8}\n        - {IpProtocol: tcp, FromPort: -1, ToPort: «80», CidrIp: 10.0.0.0/8}\n",
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
        "      ImageId: ami-12345678\n      BlockDeviceMappings:\n        - DeviceName: /dev/xvda\n          Ebs: {VolumeType: gp3, Iops: «100»}\n",
      ),
      /Iops is 3000 to 80000/,
    ),
    row(
      "no effect",
      of("AWS::EC2::Volume", "      AvailabilityZone: a\n      VolumeType: gp2\n      Size: 8\n      «Iops»: 100\n"),
      /has no effect/,
      "warning",
    ),
    row(
      "one of several",
      of(
        "AWS::EC2::SecurityGroupIngress",
        "      GroupId: !Ref G\n      IpProtocol: tcp\n      FromPort: -1\n      ToPort: «80»\n      CidrIp: 10.0.0.0/8\n",
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
