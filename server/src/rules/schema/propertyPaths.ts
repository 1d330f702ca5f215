import type { Declarations } from "../../model/declarations.ts";
import {
  contentSpan,
  type MapNode,
  type Node,
  pairOf,
  refTarget,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalAt } from "../shared/values/literals.ts";
import { nodesAt } from "../shared/values/valuesAt.ts";

/** The text of a property, also behind dots; of a list, those of its items. */
export function textAt(map: MapNode, path: string): string | undefined {
  const list = valueAt(ownerOf(map, path), lastOf(path));
  return list?.kind === "list" ? list.items.map(textOf).join(" ") : scalarAt(map, path)?.text;
}

const NO_VALUE = "AWS::NoValue";

/** How many items a list has, as far as it is written out. */
export function itemCount(map: MapNode, path: string): number | undefined {
  const list = valueAt(ownerOf(map, path), lastOf(path));
  const isClear =
    list?.kind === "list" &&
    list.items.every((item) => item.kind !== "call" || (refTarget(item) ?? NO_VALUE) !== NO_VALUE);
  return isClear ? list.items.length : undefined;
}

/** The scalar of a property, also behind dots. */
export function scalarAt(map: MapNode, path: string): ScalarNode | undefined {
  return literalAt(ownerOf(map, path), lastOf(path));
}

export function isThere(map: MapNode, path: string): boolean {
  const owner = ownerOf(map, path);
  return owner?.kind === "map" && isAlwaysSet(owner, lastOf(path));
}

/** What has the property at the end of a path. */
function ownerOf(map: MapNode, path: string): Node | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? map : nodesAt(map, path.slice(0, dot).split("."))[0];
}

/** What a property is called in a message: by its last key, with those before it if that says little. */
export function nameOf(path: string): string {
  return /\.(?:Enabled|Status|Type)$/.test(path) ? path : lastOf(path);
}

export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Whether a property is not there; what a map holds that is not written out can't be told. */
export function isMissing(map: MapNode, path: string): boolean {
  const dot = path.indexOf(".");
  if (dot < 0) return !isSet(map, path);
  const inner = valueAt(map, path.slice(0, dot));
  return inner?.kind === "map" && hasAllKeys(inner) && !isSet(inner, path.slice(dot + 1));
}

export function keySpan(map: MapNode, name: string, otherwise: Span): Span {
  const pair = pairOf(map, name);
  return pair === undefined || pair.merged ? otherwise : contentSpan(pair.key);
}

/** What a value begins with that can't begin with a text: what is written out, or the name of a resource. */
export function otherBegin(node: Node, begin: string, { resources }: Declarations): string | undefined {
  const text = composedText(node);
  const [written = "", hole] = /^([^$]*)(?:\$\{([\w.]+)\})?/.exec(text ?? "")?.slice(1) ?? [];
  if (text === undefined || text.includes("{{") || written.startsWith(begin)) return undefined;
  if (written !== "") return begin.startsWith(written) ? undefined : text;
  const type = resources.get(hole ?? "")?.type;
  return type === undefined || !/^AWS::(?!ApplicationAutoScaling|CloudFormation)/.test(type) ? undefined : text;
}
