import type { EntryContent } from "../../../model/template.ts";
import { contentSpan, valueAt } from "../../../model/tree/node.ts";
import type { Span } from "../../../text/span.ts";
import type { FixEdit } from "../rule.ts";
import { itemRemoval, pairRemoval } from "./removal.ts";

/** The edit that takes a parameter's name out of a group, or its label out of the labels, of `AWS::CloudFormation::Interface`. */
export function interfaceRemoval(
  { value, unit }: EntryContent,
  { start }: Span,
  format: "yaml" | "json",
): FixEdit | undefined {
  const groups = valueAt(value, "ParameterGroups");
  for (const group of groups?.kind === "list" ? groups.items : []) {
    const names = valueAt(group, "Parameters");
    if (names?.kind !== "list") continue;
    const item = names.items.find((node) => node.kind === "scalar" && contentSpan(node).start === start);
    if (item !== undefined) return itemRemoval(names, item, unit.text);
  }
  const labels = valueAt(value, "ParameterLabels");
  const pair = labels?.kind === "map" ? labels.pairs.find(({ key }) => contentSpan(key).start === start) : undefined;
  return labels && pair && pairRemoval(labels, pair, unit.text, format);
}
