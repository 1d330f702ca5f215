import { contentSpan, pairOf, textOf, valueAt } from "../model/node.ts";
import { literalText } from "./literals.ts";
import type { EntryRule } from "./rule.ts";

/**
 * An Application Load Balancer in fewer than two subnets: it needs two Availability Zones.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Balancer:
 *     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
 *     Properties:
 *       Subnets: [!Ref SubnetA]
 * ```
 * Good:
 * ```yaml
 *       Subnets: [!Ref SubnetA, !Ref SubnetB]
 * ```
 */
export const loadBalancerSubnets: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "load-balancer-subnets",
  severity: "error",
  cfnLint: ["E3680"],
  title: { en: "Application Load Balancers have two subnets", ja: "Application Load Balancerにはサブネットが2つ必要" },
  check(entry, { outline, report }) {
    if (textOf(valueAt(entry.value, "Type")) !== "AWS::ElasticLoadBalancingV2::LoadBalancer") return;
    const properties = valueAt(entry.value, "Properties");
    const hasType = valueAt(properties, "Type") !== undefined;
    if (hasType && literalText(properties, "Type") !== "application") return;
    for (const name of ["Subnets", "SubnetMappings"]) {
      const pair = pairOf(properties, name);
      if (pair?.value.kind !== "list" || pair.merged || pair.value.items.length !== 1) continue;
      const [only] = pair.value.items;
      // A list parameter as the only item is another mistake, and a Fn::If may hold more than one.
      if (only?.kind === "call") {
        const parameter = only.name === "Ref" ? outline.parameters.get(textOf(only.argument) ?? "") : undefined;
        if (only.name !== "Ref" || /List/.test(parameter?.type ?? "")) continue;
      }
      report(contentSpan(pair.key), {
        en: "An Application Load Balancer needs subnets in at least two Availability Zones.",
        ja: "Application Load Balancerには、2つ以上のアベイラビリティーゾーンのサブネットが必要です。",
      });
    }
  },
};
