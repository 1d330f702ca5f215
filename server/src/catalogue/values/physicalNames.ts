import physicalNames from "../../../data/physicalNames.yaml";

/** The property that names a resource of a type, if the name can be given only once in an account and region. */
export const PHYSICAL_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(physicalNames()));

/** The property that names a resource of a type within another one, and the property that refers to that one. */
export const NAMES_WITHIN: ReadonlyMap<string, { readonly name: string; readonly within: string }> = new Map([
  ["AWS::EC2::SecurityGroup", { name: "GroupName", within: "VpcId" }],
  ["AWS::ECS::Service", { name: "ServiceName", within: "Cluster" }],
  ["AWS::EKS::FargateProfile", { name: "FargateProfileName", within: "ClusterName" }],
  ["AWS::EKS::Nodegroup", { name: "NodegroupName", within: "ClusterName" }],
]);
