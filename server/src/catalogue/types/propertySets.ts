import { memoBy } from "../../text/memoBy.ts";
import type { ObjectType } from "./catalogue.ts";

/** Which properties of an object go together. */
export interface PropertySets {
  /** Exactly one of each list. */
  readonly exactlyOne?: readonly (readonly string[])[];
  /** At least one of each list. */
  readonly atLeastOne?: readonly (readonly string[])[];
  /** Where the key is set, none of the others may be. */
  readonly excludes?: Readonly<Record<string, readonly string[]>>;
  /** Where the key is set, all others must be. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /** What AWS answers where a property is excluded. */
  readonly says?: Readonly<Record<string, string>>;
}

const BLOCK_DEVICE: PropertySets = { exactlyOne: [["VirtualName", "Ebs", "NoDevice"]] };
const INTERFACE: PropertySets = {
  excludes: { NetworkInterfaceId: ["AssociateCarrierIpAddress", "AssociatePublicIpAddress"] },
};
const SOURCES = ["CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId", "SourceSecurityGroupName"];
const DESTINATIONS = ["CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"];

// Source: the template reference's pages of these types ("Conditional", "You must specify one of …"), read 2026-11.

/** By type, or type and nested type. */
const PROPERTY_SETS: ReadonlyMap<string, PropertySets> = new Map<string, PropertySets>([
  ["AWS::ApiGateway::RestApi", { atLeastOne: [["Name", "Body", "BodyS3Location"]] }],
  [
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    {
      exactlyOne: [["ScalingTargetId", "ResourceId"]],
      requires: { ResourceId: ["ScalableDimension", "ServiceNamespace"] },
    },
  ],
  [
    "AWS::AutoScaling::AutoScalingGroup",
    { exactlyOne: [["InstanceId", "LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy"]] },
  ],
  [
    "AWS::AutoScaling::AutoScalingGroup.LaunchTemplateSpecification",
    { exactlyOne: [["LaunchTemplateId", "LaunchTemplateName"]] },
  ],
  ["AWS::AutoScaling::LaunchConfiguration.BlockDeviceMapping", BLOCK_DEVICE],
  [
    "AWS::CloudFront::Distribution.ViewerCertificate",
    {
      exactlyOne: [["AcmCertificateArn", "CloudFrontDefaultCertificate", "IamCertificateId"]],
      requires: { AcmCertificateArn: ["SslSupportMethod"], IamCertificateId: ["SslSupportMethod"] },
    },
  ],
  ["AWS::CloudFront::Distribution.Origin", { excludes: { CustomOriginConfig: ["S3OriginConfig"] } }],
  ["AWS::CloudFront::Distribution.CustomErrorResponse", { requires: { ResponseCode: ["ResponsePagePath"] } }],
  [
    "AWS::CloudWatch::Alarm",
    {
      exactlyOne: [["EvaluationCriteria", "Metrics", "MetricName"]],
      excludes: {
        Metrics: ["Dimensions", "Period", "Namespace", "Statistic", "ExtendedStatistic", "Unit"],
        Statistic: ["ExtendedStatistic"],
        Threshold: ["ThresholdMetricId"],
      },
    },
  ],
  ["AWS::CodePipeline::Pipeline", { exactlyOne: [["ArtifactStore", "ArtifactStores"]] }],
  ["AWS::DynamoDB::Table.SSESpecification", { requires: { KMSMasterKeyId: ["SSEType"] } }],
  [
    "AWS::EC2::Instance",
    {
      atLeastOne: [["ImageId", "LaunchTemplate"]],
      excludes: {
        NetworkInterfaces: ["SubnetId", "SecurityGroupIds", "SecurityGroups", "PrivateIpAddress"],
        SubnetId: ["SecurityGroups"],
      },
      says: { SecurityGroups: "The parameter groupName cannot be used with the parameter subnet" },
    },
  ],
  ["AWS::EC2::Instance.BlockDeviceMapping", BLOCK_DEVICE],
  ["AWS::EC2::Instance.NetworkInterface", INTERFACE],
  ["AWS::EC2::LaunchTemplate.BlockDeviceMapping", BLOCK_DEVICE],
  ["AWS::EC2::LaunchTemplate.NetworkInterface", INTERFACE],
  [
    "AWS::EC2::LaunchTemplate.LaunchTemplateData",
    {
      excludes: { NetworkInterfaces: ["SecurityGroupIds", "SecurityGroups"] },
      says: {
        SecurityGroupIds: "When a network interface is provided, the security groups must be a part of it",
        SecurityGroups: "When a network interface is provided, the security groups must be a part of it",
      },
    },
  ],
  ["AWS::EC2::NetworkAclEntry", { exactlyOne: [["CidrBlock", "Ipv6CidrBlock"]] }],
  ["AWS::EC2::NetworkInterface", { excludes: { Ipv6Addresses: ["Ipv6AddressCount"] } }],
  ["AWS::EC2::SecurityGroup", { requires: { SecurityGroupEgress: ["VpcId"] } }],
  ["AWS::EC2::SecurityGroup.Ingress", { exactlyOne: [SOURCES] }],
  ["AWS::EC2::SecurityGroup.Egress", { exactlyOne: [DESTINATIONS] }],
  ["AWS::EC2::SecurityGroupIngress", { exactlyOne: [SOURCES] }],
  ["AWS::EC2::SecurityGroupEgress", { exactlyOne: [DESTINATIONS] }],
  ["AWS::EC2::SpotFleet.BlockDeviceMapping", BLOCK_DEVICE],
  [
    "AWS::EC2::SpotFleet.SpotFleetRequestConfigData",
    { exactlyOne: [["LaunchSpecifications", "LaunchTemplateConfigs"]] },
  ],
  [
    "AWS::EC2::Subnet",
    {
      atLeastOne: [["CidrBlock", "Ipv4IpamPoolId", "Ipv6CidrBlock", "Ipv6IpamPoolId"]],
      excludes: {
        AvailabilityZone: ["AvailabilityZoneId"],
        CidrBlock: ["Ipv4IpamPoolId"],
        Ipv6CidrBlock: ["Ipv6IpamPoolId"],
      },
      // A pool may have a default for the length.
      requires: { Ipv4NetmaskLength: ["Ipv4IpamPoolId"], Ipv6NetmaskLength: ["Ipv6IpamPoolId"] },
    },
  ],
  [
    "AWS::EC2::VPC",
    {
      exactlyOne: [["CidrBlock", "Ipv4IpamPoolId"]],
      requires: { Ipv4NetmaskLength: ["Ipv4IpamPoolId"] },
    },
  ],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", { exactlyOne: [["Subnets", "SubnetMappings"]] }],
  ["AWS::Events::Rule", { atLeastOne: [["EventPattern", "ScheduleExpression"]] }],
  ["AWS::GuardDuty::Detector", { excludes: { Features: ["DataSources"] } }],
  ["AWS::ImageBuilder::Image", { atLeastOne: [["InfrastructureConfigurationArn", "ImagePipelineExecutionSettings"]] }],
  [
    "AWS::RDS::DBInstance",
    {
      excludes: {
        SourceDBInstanceIdentifier: ["CharacterSetName", "MasterUserPassword", "MasterUsername", "StorageEncrypted"],
      },
    },
  ],
  ["AWS::Route53::RecordSet", { exactlyOne: [["HostedZoneId", "HostedZoneName"]], excludes: { AliasTarget: ["TTL"] } }],
  ["AWS::Route53::RecordSetGroup", { exactlyOne: [["HostedZoneId", "HostedZoneName"]] }],
  [
    "AWS::S3::Bucket.WebsiteConfiguration",
    { excludes: { RedirectAllRequestsTo: ["ErrorDocument", "IndexDocument", "RoutingRules"] } },
  ],
  ["AWS::ServiceDiscovery::Service", { excludes: { HealthCheckConfig: ["HealthCheckCustomConfig"] } }],
]);

/**
 * Which properties of an object go together; `undefined` where nothing is known of that.
 *
 * @param name the type, or the type and the nested type
 */
export function propertySets(name: string, object: ObjectType): PropertySets | undefined {
  return PROPERTY_SETS.get(name) ?? setsIn(object);
}

/** What the data says of an object's properties. */
const setsIn = memoBy(({ oneOf, exclusive, together, needs }: ObjectType): PropertySets | undefined => {
  if ((oneOf ?? exclusive ?? together ?? needs) === undefined) return undefined;
  const requires: Record<string, readonly string[]> = {};
  const excludes: Record<string, readonly string[]> = {};
  for (const [first, ...others] of needs ?? [])
    if (first !== undefined) requires[first] = [...(requires[first] ?? []), ...others];
  for (const names of together ?? []) for (const name of names) requires[name] = names.filter((one) => one !== name);
  for (const [first, ...others] of exclusive ?? [])
    if (first !== undefined) excludes[first] = [...(excludes[first] ?? []), ...others];
  return { atLeastOne: oneOf ?? [], excludes, requires };
});
