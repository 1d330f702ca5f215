import { contentSpan, type ListNode, type Node, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { isOpenText, literalAt } from "../shared/values/literals.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** Services that take few characters, and what they answer to others. */
const STRICT: readonly (readonly [types: RegExp, says: string])[] = [
  [/^AWS::KMS::/, "Invalid tag"],
  [/^AWS::S3::Bucket$/, "The TagValue you have provided is invalid"],
  [/^AWS::(?:IAM|WAFv2)::/, "Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"],
];

/** Tags that AWS refuses: a duplicate key, one that begins with `aws:`, which is reserved for AWS, or other characters. */
export const tagList: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { lists, type } = valueSites(entry, context.catalogue);
    const isAnyCase = type?.name.startsWith("AWS::IAM::") === true;
    const says = context.declarations.open ? undefined : STRICT.find(([types]) => types.test(type?.name ?? ""))?.[1];
    for (const { node, path, assumptions } of lists) {
      if (node.kind !== "list" || path.length !== 2 || path[1] !== "Tags") continue;
      const check = (list: ListNode, report: ReportAt): void => checkTags(list, isAnyCase, says, report);
      if (node.items.some(isOpenTag)) eachVariant(node, entry, context, check, assumptions);
      else check(node, context.report);
    }
  },
};

/** Whether it is not known without functions whether a tag is there, or what its key is. */
function isOpenTag(item: Node): boolean {
  return item.kind === "call" || valueAt(item, "Key")?.kind === "call";
}

function checkTags({ items }: ListNode, isAnyCase: boolean, says: string | undefined, report: ReportAt): void {
  const seen = new Map<string, ScalarNode>();
  for (const item of items) {
    const value = says === undefined ? undefined : literalAt(item, "Value");
    if (value !== undefined && !isOpenText(value.text) && !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(value.text))
      report(contentSpan(value), { message: "characters", with: { says } });
    const key = valueAt(item, "Key");
    if (key?.kind !== "scalar" || textOf(key) === undefined || isOpenText(key.text)) continue;
    const same = isAnyCase ? key.text.toLowerCase() : key.text;
    const first = seen.get(same);
    if (/^aws:/i.test(key.text)) {
      report(contentSpan(key), { message: "reserved" });
    } else if (first === undefined) seen.set(same, key);
    else {
      report(contentSpan(key), {
        message: first.text === key.text ? "repeated" : "repeated-case",
        with: { key: key.text, first: first.text },
        related: [{ span: contentSpan(first), message: "first" }],
      });
    }
  }
}
