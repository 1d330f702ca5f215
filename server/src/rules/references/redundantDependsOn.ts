import type { Reference } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import { contentSpan, listItems, type Node, pairOf, type ScalarNode } from "../../model/tree/node.ts";
import { itemRemoval, pairRemoval } from "../shared/fixes/removal.ts";
import { isMadeByCdk } from "../shared/madeByCdk.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";

/**
 * `DependsOn` a resource that the same resource already refers to: a `Ref`, `Fn::GetAtt` or `Fn::Sub` is enough to make
 * CloudFormation wait for it.
 */
export const redundantDependsOn: EntryRule = {
  scope: "entry",
  check(entry, { report, format }) {
    const pair = pairOf(entry.value, "DependsOn");
    if (pair === undefined || pair.merged) return;
    if (isMadeByCdk(entry)) return;
    const found = references(entry);
    const items = scalars(pair.value);
    const referenceTo = (target: ScalarNode): Reference | undefined =>
      found.find(({ kind, name }) => (kind === "ref" || kind === "resource") && name === target.text);
    const all = pair.value.kind !== "list" || pair.value.items.length === items.length;
    const goes = all && items.every((node) => referenceTo(node) !== undefined);
    for (const node of items) {
      const reference = referenceTo(node);
      if (reference === undefined) continue;
      const edit =
        goes || pair.value.kind !== "list"
          ? pairRemoval(entry.value, pair, entry.unit.text, format)
          : itemRemoval(pair.value, node, entry.unit.text);
      const data: FixData | undefined = edit && { title: TITLE, edits: [edit], safe: true };
      report(contentSpan(node), {
        message: "waits-already",
        with: { via: reference.via, value: node.text },
        tag: "unnecessary",
        related: [{ span: reference, message: "referenced", with: { value: node.text } }],
        data,
      });
    }
  },
};

function scalars(node: Node): readonly ScalarNode[] {
  return listItems(node).filter((item) => item.kind === "scalar");
}

const TITLE = { en: "Remove the redundant DependsOn", ja: "不要なDependsOnを削除" };
