import uniqueItems from "../../../data/uniqueItems.yaml";
import { type ListNode, type Node, valueAt } from "../../model/tree/node.ts";
import { answer, schemaAnswer } from "../shared/answer.ts";
import { itemRemoval } from "../shared/fixes/removal.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { valueSites } from "../shared/values/valueSites.ts";

const { names, keys } = uniqueItems();

/** Lists in which a repeated item is refused or has no effect. */
const UNIQUE = new Set(names);

/** Lists of objects in which the given key must be unique, by type and path. */
const TOLD_BY = new Map(Object.entries(keys));

const TOLD_TYPES: ReadonlySet<string> = new Set([...TOLD_BY.keys()].map((name) => name.split(".", 1)[0] ?? ""));

/** A repeated item of a list, or two items with the same unique key. */
export const duplicateItem: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { catalogue, report } = context;
    const { type: resource, lists } = valueSites(entry, catalogue);
    const isTold = TOLD_TYPES.has(resource?.name ?? "");
    for (const { node, type, path, property, assumptions } of lists) {
      if (node.kind !== "list" || type.kind !== "list" || node.items.length < 2) continue;
      const name = path.at(-1) ?? "";
      if (isTold)
        for (const told of TOLD_BY.get([resource?.name, ...path.slice(1)].join(".")) ?? [])
          if (node.items.some((item) => item.kind === "call" || valueAt(item, told.key)?.kind === "call"))
            eachVariant(node, entry, context, (list, reportIn) => checkTold(list, name, told, reportIn), assumptions);
          else checkTold(node, name, told, report);
      if (type.unique !== true && !UNIQUE.has(name)) continue;
      const seen = new Map<string, Node>();
      for (const item of node.items) {
        const text = itemIdentity(item);
        const first = text === undefined ? undefined : seen.get(text);
        if (text === undefined) continue;
        if (first === undefined) {
          seen.set(text, item);
          continue;
        }
        const edit = itemRemoval(node, item, entry.unit.text);
        report(item, {
          message: "same-item",
          with: { list: name, says: type.unique === true ? schemaAnswer({ keyword: "uniqueItems" }, property) : "" },
          tag: "unnecessary",
          related: [{ span: first, message: "first" }],
          data: edit && { title: { en: "Remove the item", ja: "この要素を削除" }, edits: [edit] },
        });
      }
    }
  },
};

/** Reports items that have the same value of their unique key. */
function checkTold(
  { items }: ListNode,
  list: string,
  { key, only, says }: (typeof keys)[string][number],
  report: ReportAt,
): void {
  const seen = new Map<string, Node>();
  for (const item of items) {
    const node = valueAt(item, key);
    const text = node && itemIdentity(node);
    if (node === undefined || text === undefined || only?.includes(text.slice(1)) === false) continue;
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, node);
      continue;
    }
    const quoted = answer(says);
    report(node, {
      message: "same-key",
      with: { list, key, quoted },
      severity: "error",
      related: [{ span: first, message: "first" }],
    });
  }
}

/** A text that is equal for equal values; only simple values are compared. */
function itemIdentity(node: Node): string | undefined {
  if (node.kind === "scalar") return node.value === null ? undefined : `"${node.text}`;
  if (node.kind !== "call" || (node.name !== "Ref" && node.name !== "Fn::GetAtt" && node.name !== "Fn::ImportValue"))
    return undefined;
  const { argument } = node;
  if (argument.kind === "scalar") return `${node.name} ${argument.text}`;
  if (argument.kind !== "list" || argument.items.some(({ kind }) => kind !== "scalar")) return undefined;
  return `${node.name} ${argument.items.map((item) => (item.kind === "scalar" ? item.text : "")).join(".")}`;
}
