import physicalNames from "../../../data/physicalNames.yaml";

/** The property that names a resource of a type, if the name can be given only once in an account and region. */
export const PHYSICAL_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(physicalNames()));

/** The property that names a resource of a type within another one, and the property that refers to that one. */
const NAMES_WITHIN: ReadonlyMap<string, readonly [name: string, within: string]> = new Map([
  ["AWS::EC2::SecurityGroup", ["GroupName", "VpcId"]],
  ["AWS::ECS::Service", ["ServiceName", "Cluster"]],
  ["AWS::EKS::FargateProfile", ["FargateProfileName", "ClusterName"]],
  ["AWS::EKS::Nodegroup", ["NodegroupName", "ClusterName"]],
]);

/** The properties that are given together only once: the name, and what a name holds within. `[]` for types without names. */
export function namingProperties(type: string): readonly string[] {
  const name = PHYSICAL_NAMES.get(type);
  return name === undefined ? (NAMES_WITHIN.get(type) ?? []) : [name];
}
