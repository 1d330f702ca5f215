import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type ListNode, type Node, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import { keyIndent } from "../shared/fixes/keyEdit.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
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
    for (const { node, path, assumptions, type: listed } of lists) {
      if (node.kind !== "list" || path.length !== 2 || path[1] !== "Tags") continue;
      const check = (list: ListNode, report: ReportAt): void => checkTags(list, isAnyCase, says, report);
      if (listed.kind === "list" && listed.items.kind === "object" && listed.items.object.properties.has("Value"))
        for (const item of node.items) checkShort(item, entry, context);
      if (node.items.some(isOpenTag)) eachVariant(node, entry, context, check, assumptions);
      else check(node, context.report);
    }
  },
};

/** A tag that is written as its key with its value, `Name: web`. */
function checkShort(item: Node, { unit, section }: EntryContent, { format, report }: EntryContext): void {
  const [pair, ...others] = item.kind === "map" ? item.pairs : [];
  if (item.kind !== "map" || pair === undefined || others.length > 0 || pair.merged || section !== "Resources") return;
  const { key, value } = pair;
  if (/^(?:Key|Value|Fn::.*)$/i.test(key.text) || (value.kind !== "scalar" && value.kind !== "call")) return;
  if (value.kind === "scalar" && value.value === null) return;
  const text = unit.text.slice(value.start, value.end);
  const name = unit.text.slice(key.start, key.end);
  const isInline = item.flow || format === "json" || text.includes("\n");
  const quoted = (word: string): string => (format === "json" ? `"${word}"` : word);
  const newText = isInline
    ? `{ ${quoted("Key")}: ${name}, ${quoted("Value")}: ${text} }`
    : `Key: ${name}${unit.text.includes("\r\n") ? "\r\n" : "\n"}${keyIndent(unit.text, key.start)}Value: ${text}`;
  const data = text.includes("\n") && !item.flow ? undefined : replacement(item, newText, changeTo("Key, Value"));
  report(contentSpan(key), { message: "short", with: { key: key.text }, covers: item, data });
}

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
