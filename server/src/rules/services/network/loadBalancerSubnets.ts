import type { Declarations } from "../../../model/template.ts";
import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
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
      for (const list of branches(pair.value)) {
        if (list.kind !== "list" || list.items.length !== 1 || mayBeMore(list.items[0], declarations)) continue;
        report(contentSpan(pair.key), {
          message: list === pair.value ? "one-zone" : "one-zone-in-some-case",
          with: { name: entry.name },
          severity: list === pair.value ? "error" : "warning",
        });
      }
    }
  },
};

/** A list parameter as the only item is another mistake, and a `Fn::If` may hold more than one. */
function mayBeMore(item: Node | undefined, { parameters }: Declarations): boolean {
  if (item?.kind !== "call") return false;
  if (item.name === "Fn::Select") return false;
  return item.name !== "Ref" || /List/.test(parameters.get(textOf(item.argument) ?? "")?.type ?? "");
}
