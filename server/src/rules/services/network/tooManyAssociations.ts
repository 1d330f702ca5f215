import resourceLinks from "../../../../data/resourceLinks.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { formulaText } from "../../../model/tree/conditionFormula.ts";
import { type Node, refTarget, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { answer } from "../../shared/answer.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { canBeTogether } from "../../shared/resolving/canBeTogether.ts";
import { conditionModel } from "../../shared/resolving/conditionModel.ts";
import type { ReportIn, TemplateRule } from "../../shared/rule.ts";
import { nodesAt } from "../../shared/values/literals.ts";

/** Types of which so many may be there for one value of a property. */
const LIMITS = new Map(Object.entries(resourceLinks().associations));

/**
 * More associations than a resource may have: a subnet has one route table, one network ACL and one mount target of a
 * file system, a log group two subscription filters.
 */
export const tooManyAssociations: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const seen = new Map<string, Placed[]>();
    const model = conditionModel(template.declarations);
    checkBalancers(template, report);
    for (const { entry, found } of associations(template)) {
      const { key, node, name, most } = found;
      const says = answer(SAYS.get(typeNameOf(entry.value) ?? ""));
      const all = seen.get(key) ?? [];
      // What is never there together counts apart.
      const before = all.filter((one) => canBeTogether([one.entry, entry], model));
      seen.set(key, [...all, { entry, node }]);
      if (before.length < most) continue;
      // With conditions, that each two of three may be there together does not say that all three are.
      if (most > 1 && !canBeTogether([...before.map((one) => one.entry), entry], model)) continue;
      const names = before.map((one) => one.entry.name);
      report(entry, node, {
        en: `${name} already has ${names.join(" and ")}${says.en}: ${most === 1 ? "it can have only one" : `it can have ${most}`}. Remove one.`,
        ja: `${name}にはすでに${names.join("と")}があります${says.ja}。指定できるのは${most}つまでです。1つを削除してください。`,
        related: before.map((one) => ({ entry: one.entry, span: one.node, message: "first" })),
      });
    }
  },
};

/** What AWS answers to one more. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ["AWS::Logs::SubscriptionFilter", "Resource limit exceeded."],
  ["AWS::EC2::SubnetRouteTableAssociation", "conflicts with an existing association"],
]);

/** A target group has one load balancer, whose listeners forward to it. */
function checkBalancers(template: Template, report: ReportIn): void {
  const forwarding = forwardingTo(template).flatMap(({ entry, found }) => found.map((one) => ({ entry, ...one })));
  if (forwarding.length < 2) return;
  const model = conditionModel(template.declarations);
  const firsts = new Map<string, (typeof forwarding)[number]>();
  for (const one of forwarding) {
    const first = firsts.get(one.group);
    if (first === undefined) firsts.set(one.group, one);
    else if (first.balancer !== one.balancer && canBeTogether([first.entry, one.entry], model))
      report(one.entry, one.node, {
        message: "one-balancer",
        with: { group: one.group, balancer: first.balancer },
        related: [{ entry: first.entry, span: first.node, message: "first" }],
      });
  }
}

/** What listeners of load balancers of the template forward to, by logical IDs. */
const forwardingTo = searchResources(["AWS::ElasticLoadBalancingV2::Listener"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const balancer = refTarget(valueAt(properties, "LoadBalancerArn"));
  const groups = nodesAt(properties, ["DefaultActions", "TargetGroupArn"]).flatMap((node) => {
    const group = refTarget(node);
    return group === undefined || balancer === undefined ? [] : [{ group, balancer, node }];
  });
  return groups.length === 0 ? undefined : groups;
});

interface Placed {
  readonly entry: Entry;
  readonly node: Node;
}

interface Association {
  readonly node: Node;
  readonly name: string;
  /** The same for all of the same kind with the same thing. */
  readonly key: string;
  readonly most: number;
}

const associations = searchResources(LIMITS.keys(), ({ value }, type): Association | undefined => {
  const limit = LIMITS.get(type);
  if (limit === undefined) return undefined;
  const { property, most } = limit;
  const properties = valueAt(value, "Properties");
  const node = valueAt(properties, property);
  const other = limit.for === undefined ? undefined : valueAt(properties, limit.for);
  if (
    node === undefined ||
    (node.kind !== "scalar" && node.kind !== "call") ||
    (node.kind === "call" && node.name === "Fn::If")
  )
    return undefined;
  const name = textOf(node) ?? resourceTarget(node);
  return name === undefined
    ? undefined
    : { node, name, key: `${type} ${formulaText(node)} ${other === undefined ? "" : formulaText(other)}`, most };
});
