import { contentSpan, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isOpenText } from "../shared/values/literals.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** Tags that AWS refuses: a duplicate key, or one that begins with `aws:`, which is reserved for AWS. */
export const tagList: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    for (const { node, path } of valueSites(entry, catalogue).lists) {
      if (node.kind !== "list" || path.length !== 2 || path[1] !== "Tags") continue;
      const seen = new Map<string, ScalarNode>();
      for (const item of node.items) {
        const key = valueAt(item, "Key");
        if (key?.kind !== "scalar" || textOf(key) === undefined || isOpenText(key.text)) continue;
        const first = seen.get(key.text);
        if (/^aws:/i.test(key.text)) {
          report(contentSpan(key), { message: "reserved" });
        } else if (first === undefined) seen.set(key.text, key);
        else {
          report(contentSpan(key), {
            message: "repeated",
            with: { key: key.text },
            related: [{ span: contentSpan(first), message: "first" }],
          });
        }
      }
    }
  },
};
