import type { Declarations } from "../../model/template.ts";
import {
  contentSpan,
  type MapNode,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { hasAllKeys, isAlwaysSet, isOneItem, isSet, literalAt, nodesAt } from "../shared/values/literals.ts";
import { isNoValue } from "../shared/values/valueSites.ts";

/** The text of a property, or of a list's items: of maps as `Key=a,Value=b`, a line each; the path may have dots. */
export function textAt(map: MapNode, path: string): string | undefined {
  const list = valueAt(ownerOf(map, path), lastOf(path));
  if (list?.kind !== "list") return scalarAt(map, path)?.text;
  if (!list.items.some(({ kind }) => kind === "map")) return list.items.map((item) => textOf(item) ?? HOLE).join(" ");
  return list.items.every((item) => item.kind === "map" && hasAllKeys(item))
    ? list.items.map(lineOf).join("\n")
    : undefined;
}

/** An ARN that is composed, and written out but for where the stack is. */
export function arnAt(map: MapNode, path: string): string | undefined {
  const node = valueAt(ownerOf(map, path), lastOf(path));
  const text = node?.kind === "call" ? composedText(node) : undefined;
  if (text?.startsWith("arn:") !== true) return undefined;
  const filled = text.replace("${AWS::Partition}", "aws").replaceAll(/\$\{AWS::(?:Region|AccountId)\}/g, HOLE);
  return filled.includes("${") ? undefined : filled;
}

/** What only the deployment knows. */
const HOLE = "\ufffc";

function lineOf(item: Node): string {
  const pairs = item.kind === "map" ? item.pairs.filter(({ value }) => !isNoValue(value)) : [];
  return pairs
    .map(({ key, value }) => `${key.text}=${textOf(value) ?? HOLE}`)
    .sort()
    .join(",");
}

/** The number of a list's items, or of a map's keys, if it is a literal. */
export function itemCount(map: MapNode, path: string): number | undefined {
  const list = valueAt(ownerOf(map, path), lastOf(path));
  if (list?.kind === "map")
    return list.pairs.every(({ key, value }) => isOneItem(value) && !key.text.startsWith("Fn::"))
      ? list.pairs.length
      : undefined;
  const isClear = list?.kind === "list" && list.items.every(isOneItem);
  return isClear ? list.items.length : undefined;
}

/** The scalar of a property; the path may have dots. */
export function scalarAt(map: MapNode, path: string): ScalarNode | undefined {
  return literalAt(ownerOf(map, path), lastOf(path));
}

export function isThere(map: MapNode, path: string): boolean {
  const owner = ownerOf(map, path);
  return owner?.kind === "map" && isAlwaysSet(owner, lastOf(path));
}

/** The node that has the last property of a path. */
function ownerOf(map: MapNode, path: string): Node | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? map : nodesAt(map, path.slice(0, dot).split("."))[0];
}

/** The name of a property in a message: its last key, with those before it if that alone is unclear. */
export function propertyName(path: string): string {
  return /\.(?:Enabled|Status|Type)$/.test(path) ? path : lastOf(path);
}

export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Whether a property is certainly missing, of a list in one of its items; for a map that is computed this is unknown. */
export function isMissing(map: MapNode, path: string): boolean {
  const dot = path.lastIndexOf(".");
  if (dot < 0) return !isSet(map, path);
  const owners = nodesAt(map, path.slice(0, dot).split("."));
  return owners.some((one) => one.kind === "map" && hasAllKeys(one) && !isSet(one, path.slice(dot + 1)));
}

export function keySpan(map: MapNode, name: string, otherwise: Span): Span {
  const pair = pairOf(map, name);
  return pair === undefined || pair.merged ? otherwise : contentSpan(pair.key);
}

/** The text of a value that certainly does not begin as expected: a literal, or the name of a resource. */
export function otherBegin(node: Node, begin: string, { resources }: Declarations): string | undefined {
  const text = composedText(node);
  const [written = "", hole] = /^([^$]*)(?:\$\{([\w.]+)\})?/.exec(text ?? "")?.slice(1) ?? [];
  if (text === undefined || text.includes("{{") || written.startsWith(begin)) return undefined;
  if (written !== "") return begin.startsWith(written) ? undefined : text;
  const type = resources.get(hole ?? "")?.type;
  return type === undefined || !/^AWS::(?!ApplicationAutoScaling|CloudFormation)/.test(type) ? undefined : text;
}
