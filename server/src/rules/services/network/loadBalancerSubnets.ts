import type { Declarations } from "../../../model/template.ts";
import { contentSpan, type Node, pairOf, valueAt } from "../../../model/tree/node.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { branches, literalText } from "../../shared/values/literals.ts";

/** An Application Load Balancer in fewer than two subnets: it needs two Availability Zones. */
export const loadBalancerSubnets: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
  check(entry, { declarations, report }) {
    const properties = valueAt(entry.value, "Properties");
    const hasType = valueAt(properties, "Type") !== undefined;
    if (hasType && literalText(properties, "Type") !== "application") return;
    for (const name of ["Subnets", "SubnetMappings"]) {
      const pair = pairOf(properties, name);
      if (pair === undefined || pair.merged) continue;
      const lists = branches(pair.value);
      const short = lists.filter(
        (list) => list.kind === "list" && isOne(list.items) && !mayBeMore(list.items[0], declarations),
      );
      if (short.length === 0) continue;
      const isSure = short.length === lists.length;
      report(contentSpan(pair.key), {
        message: isSure ? "one-zone" : "one-zone-in-some-case",
        with: { name: entry.name },
        severity: isSure ? "error" : "warning",
      });
    }
  },
};

/** Whether there is one item, or the same several times. */
function isOne(items: readonly Node[]): boolean {
  const [first, ...others] = items;
  const name = first && resourceTarget(first);
  return first !== undefined && others.every((item) => name !== undefined && resourceTarget(item) === name);
}

/** A list parameter as the only item is another mistake, and a `Fn::If` may hold more than one. */
function mayBeMore(item: Node | undefined, { parameters, resources }: Declarations): boolean {
  if (item?.kind !== "call" || item.name === "Fn::Select") return false;
  const name = resourceTarget(item) ?? "";
  if (resources.get(name)?.type === "AWS::EC2::Subnet") return false;
  return item.name !== "Ref" || /List/.test(parameters.get(name)?.type ?? "");
}
