import type { Node } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** Lists in which the same item twice is refused, or says nothing. */
const UNIQUE = new Set([
  "SecurityGroupIds",
  "SecurityGroups",
  "SubnetIds",
  "Subnets",
  "VPCZoneIdentifier",
  "AvailabilityZones",
  "ManagedPolicyArns",
  "TargetGroupARNs",
  "LoadBalancerNames",
  "AllowedMethods",
  "CachedMethods",
]);

/** The same item twice in a list. */
export const duplicateItem: EntryRule = {
  scope: "entry",
  code: "duplicate-item",
  check(entry, { catalogue, report }) {
    for (const { node, type, path } of valueSites(entry, catalogue).lists) {
      if (node.kind !== "list" || type.kind !== "list" || node.items.length < 2) continue;
      if (type.unique !== true && !UNIQUE.has(path.at(-1) ?? "")) continue;
      const seen = new Map<string, Node>();
      for (const item of node.items) {
        const text = written(item);
        const first = text === undefined ? undefined : seen.get(text);
        if (text === undefined) continue;
        if (first === undefined) {
          seen.set(text, item);
          continue;
        }
        report(item, {
          en: "This item is in the list already.",
          ja: "同じ項目がすでに上にあります。",
          tag: "unnecessary",
          related: [{ span: first, message: { en: "The first one is here.", ja: "最初の記述はここです。" } }],
        });
      }
    }
  },
};

/** A text that is the same for the same value; only simple values are compared. */
function written(node: Node): string | undefined {
  if (node.kind === "scalar") return node.value === null ? undefined : `"${node.text}`;
  if (node.kind !== "call" || (node.name !== "Ref" && node.name !== "Fn::GetAtt" && node.name !== "Fn::ImportValue"))
    return undefined;
  const { argument } = node;
  if (argument.kind === "scalar") return `${node.name} ${argument.text}`;
  if (argument.kind !== "list" || argument.items.some(({ kind }) => kind !== "scalar")) return undefined;
  return `${node.name} ${argument.items.map((item) => (item.kind === "scalar" ? item.text : "")).join(".")}`;
}
