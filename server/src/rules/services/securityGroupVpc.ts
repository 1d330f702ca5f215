import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { type Node, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../shared/declaredNames.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** A rule of a security group that names a group of another VPC of the template, to which its own is not joined. */
export const securityGroupVpc: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const parts = partsOf(template);
    if (!parts.some(({ found }) => found.rules.length > 0)) return;
    const vpcs = new Map(
      parts.flatMap(({ entry, found }) => (found.vpc === undefined ? [] : [[entry.name, found.vpc]])),
    );
    if (new Set(vpcs.values()).size < 2 || mayHaveMore(template.declarations) || hasJoined(template)) return;
    const isMade = (vpc: string): boolean => template.declarations.resources.get(vpc)?.type === "AWS::EC2::VPC";
    for (const { entry, found } of parts) {
      const own = found.group ?? entry.name;
      const vpc = vpcs.get(own);
      if (vpc === undefined || !isMade(vpc)) continue;
      for (const { node, group } of found.rules) {
        const other = vpcs.get(group);
        if (other === undefined || other === vpc || !isMade(other)) continue;
        if ([vpc, other].some((name) => isNamedByOthers(template, name))) continue;
        report(entry, node, { message: "other-vpc", with: { group, other, own, vpc } });
      }
    }
  },
};

/** Rules may name groups of a VPC that is joined to their own. */
function hasJoined({ declarations }: Template): boolean {
  return [...declarations.resources.values()].some(({ type }) =>
    /^AWS::EC2::(?:VPCPeeringConnection|TransitGateway)/.test(type ?? ""),
  );
}

const RULES = placesOf("groups");

interface Part {
  /** The VPC that a group names. */
  readonly vpc: string | undefined;
  /** The group that a rule by itself is of. */
  readonly group: string | undefined;
  readonly rules: readonly { readonly node: Node; readonly group: string }[];
}

const partsOf = searchResources(RULES.keys(), ({ value }, type): Part => {
  const properties = valueAt(value, "Properties");
  const rules = (RULES.get(type) ?? []).flatMap((path) =>
    nodesAt(properties, path.split(".")).flatMap((node) => {
      const group = resourceTarget(node);
      return group === undefined ? [] : [{ node, group }];
    }),
  );
  return {
    vpc: resourceTarget(valueAt(properties, "VpcId")),
    group: resourceTarget(valueAt(properties, "GroupId")),
    rules,
  };
});
