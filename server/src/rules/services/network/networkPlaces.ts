import type { Row } from "../../../../data/networkPlaces.yaml";
import { type Node, pairOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { callsIn } from "../../shared/resolving/callSites.ts";
import { nodesAt } from "../../shared/values/literals.ts";

/** Properties that take subnets and security groups; see `networkPlaces.yaml`. */
export interface NetworkPlace extends Omit<Row, "source"> {
  /** Whether that is only told by what they are called: when it fails is not known. */
  readonly isByName?: true;
}

const SUBNETS = /^(?:Vpc|Client|Ec2)?Subnet(?:s|Ids?|IdList)$/;

const GROUPS = /^(?:Vpc)?SecurityGroup(?:s|Ids?|IdList)$/;

/** Their keys are somebody's own. */
const FREE = /^(?:Environment|EnvironmentVariables|Parameters|Variables)$/;

/** Subnets, security groups and a VPC in one map of a resource, each in a property that is called so: AWS's types mean one VPC by them. */
export function placesByName(resource: Node): readonly { readonly owner: Node; readonly place: NetworkPlace }[] {
  if (!/^AWS::(?!CloudFormation::)/.test(typeNameOf(resource) ?? "")) return [];
  const paths = new Map<string, readonly string[]>();
  for (const { attribute, keys } of callsIn(resource)) {
    if (attribute !== "Properties" || !GROUPS.test(keys.at(-1) ?? "") || keys.some((key) => FREE.test(key))) continue;
    const path = keys.slice(0, -1);
    paths.set(path.join("."), path);
  }
  return [...paths.values()].flatMap((path) =>
    nodesAt(valueAt(resource, "Properties"), path).flatMap((owner) => {
      const names = owner.kind === "map" ? owner.pairs.map(({ key }) => key.text) : [];
      const groups = names.find((name) => GROUPS.test(name));
      if (groups === undefined) return [];
      const subnets = names.find((name) => SUBNETS.test(name)) ?? "";
      const vpc = pairOf(owner, "VpcId") && "VpcId";
      return [{ owner, place: { subnets, groups, ...(vpc && { vpc }), isByName: true as const } }];
    }),
  );
}
