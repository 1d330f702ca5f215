import { contentSpan, type Node } from "../../model/tree/node.ts";
import { schemaAnswer } from "../shared/answer.ts";
import { typeOf } from "../shared/links/samGlobals.ts";
import type { EntryRule } from "../shared/rule.ts";
import { isNoValue, valueSites } from "../shared/values/valueSites.ts";

/** A list with fewer or more items than the property accepts. */
export const listSize: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, { catalogue, report }) {
    const { lists } = valueSites(entry, catalogue);
    const resource = typeOf(entry);
    for (const { node, type, key, property } of lists) {
      if (node.kind !== "list" || type.kind !== "list" || key === undefined) continue;
      const certain = node.items.filter((item) => !isNoValue(item));
      const least = type.maxItems === undefined ? 0 : certain.filter((item) => !mayVanish(item)).length;
      if (type.maxItems !== undefined && least > type.maxItems) {
        const miss = { keyword: "maxItems", limit: type.maxItems, given: least, at: key.text };
        const says = schemaAnswer(miss, property, resource);
        report(contentSpan(key), {
          message: type.maxItems === 1 ? "at-most-one" : "at-most",
          with: { key: key.text, maxItems: type.maxItems, says },
        });
      } else if (type.minItems !== undefined && certain.length < type.minItems && !certain.some(mayBeMore)) {
        const miss = { keyword: "minItems", limit: type.minItems, given: certain.length, at: key.text };
        const says = schemaAnswer(miss, property, resource);
        report(contentSpan(key), {
          message: type.minItems === 1 ? "at-least-one" : "at-least",
          with: { key: key.text, minItems: type.minItems, says },
        });
      }
    }
  },
};

function mayVanish(item: Node): boolean {
  return item.kind === "call" && item.name === "Fn::If";
}

/** A function in a list may give several items. */
function mayBeMore(item: Node): boolean {
  return item.kind === "call" && item.name !== "Ref" && item.name !== "Fn::GetAtt" && item.name !== "Fn::Sub";
}
