import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { listItems, type Node, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "./declaredNames.ts";
import { resourceTarget } from "./links/resourceTarget.ts";
import { hasAllKeys, isSet, nodesAt } from "./values/literals.ts";

/** A capacity provider of Fargate that a service uses, and its cluster does not have. */
export interface AbsentProvider {
  readonly entry: Entry;
  readonly node: ScalarNode;
  readonly cluster: string;
}

export function absentProviders(template: Template): readonly AbsentProvider[] {
  const used = services(template);
  if (used.length === 0 || mayHaveMore(template.declarations) || associations(template).length > 0) return [];
  return used.flatMap(({ entry, found: { cluster, nodes } }) => {
    const value = resourcesByName(template).get(cluster)?.value;
    const known = typeNameOf(value) === "AWS::ECS::Cluster" ? providersOf(value) : undefined;
    const absent = known === undefined ? undefined : nodes.find(({ text }) => !known.includes(text));
    return absent === undefined || isNamedByOthers(template, cluster) ? [] : [{ entry, node: absent, cluster }];
  });
}

const services = searchResources(["AWS::ECS::Service"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const cluster = resourceTarget(valueAt(properties, "Cluster"));
  const nodes = nodesAt(properties, ["CapacityProviderStrategy", "CapacityProvider"]).filter(isOfFargate);
  return cluster === undefined || nodes.length === 0 ? undefined : { cluster, nodes };
});

function isOfFargate(node: Node): node is ScalarNode {
  return node.kind === "scalar" && /^FARGATE(?:_SPOT)?$/.test(node.text);
}

const associations = searchResources(["AWS::ECS::ClusterCapacityProviderAssociations"], (): true => true);

/** The providers of a cluster; `undefined` if they are not all written out. */
function providersOf(cluster: Node | undefined): readonly string[] | undefined {
  const properties = valueAt(cluster, "Properties");
  if (properties === undefined) return [];
  if (properties.kind !== "map" || !hasAllKeys(properties)) return undefined;
  const providers = isSet(properties, "CapacityProviders") ? valueAt(properties, "CapacityProviders") : undefined;
  if (providers !== undefined && providers.kind !== "list") return undefined;
  const items = listItems(providers);
  return items.every(({ kind }) => kind === "scalar")
    ? items.flatMap((item) => (item.kind === "scalar" ? item.text : []))
    : undefined;
}
