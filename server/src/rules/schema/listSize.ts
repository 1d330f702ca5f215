import { contentSpan, type Node } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isNoValue, valueSites } from "../shared/values/valueSites.ts";

/** A list with fewer or more items than the property accepts. */
export const listSize: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const { type: resource, lists } = valueSites(entry, catalogue);
    if (resource === undefined) return;
    for (const { node, type, key } of lists) {
      if (node.kind !== "list" || type.kind !== "list" || key === undefined) continue;
      const certain = node.items.filter((item) => !isNoValue(item));
      if (type.maxItems !== undefined && certain.filter((item) => !mayVanish(item)).length > type.maxItems) {
        report(contentSpan(key), {
          en: `${key.text} accepts at most ${type.maxItems} item${type.maxItems === 1 ? "" : "s"}.`,
          ja: `${key.text}の項目は${type.maxItems}個までです。`,
        });
      } else if (type.minItems !== undefined && certain.length < type.minItems && !certain.some(mayBeMore)) {
        report(contentSpan(key), {
          en: `${key.text} needs at least ${type.minItems} item${type.minItems === 1 ? "" : "s"}.`,
          ja: `${key.text}には${type.minItems}個以上の項目が必要です。`,
        });
      }
    }
  },
};

function mayVanish(item: Node): boolean {
  return item.kind === "call" && item.name === "Fn::If";
}

/** A function in a list may stand for several items. */
function mayBeMore(item: Node): boolean {
  return item.kind === "call" && item.name !== "Ref" && item.name !== "Fn::GetAtt" && item.name !== "Fn::Sub";
}
