import { contentSpan, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
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
        if (key?.kind !== "scalar" || textOf(key) === undefined || /\$\{|\{\{/.test(key.text)) continue;
        const first = seen.get(key.text);
        if (/^aws:/i.test(key.text)) {
          report(contentSpan(key), {
            en: "Keys that begin with aws: are reserved for AWS.",
            ja: "aws: で始まるキーはAWSが使うため、指定できません。",
          });
        } else if (first === undefined) seen.set(key.text, key);
        else {
          report(contentSpan(key), {
            en: `The tag ${key.text} is already in the list above.`,
            ja: `タグ${key.text}はすでに上にあります。`,
            related: [
              { span: contentSpan(first), message: { en: "The first one is here.", ja: "最初の記述はここです。" } },
            ],
          });
        }
      }
    }
  },
};
