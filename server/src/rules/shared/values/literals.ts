import { type MapNode, type Node, refTarget, type ScalarNode, valueAt } from "../../../model/tree/node.ts";
import { isNoValue } from "./valueSites.ts";

/** The scalar under `key`, if it is written out. */
export function literalAt(node: Node | undefined, key: string): ScalarNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === "scalar" && value.value !== null ? value : undefined;
}

/** The text of the scalar under `key`, if it is written out. */
export function literalText(node: Node | undefined, key: string): string | undefined {
  return literalAt(node, key)?.text;
}

/** Whether the deployment, or a tool before it, may put something into a text. */
export function isOpenText(text: string): boolean {
  return /[{$]/.test(text);
}

/** Whether all keys of a map are known: a function among them, such as `Fn::Transform`, may add others. */
export function hasAllKeys({ pairs }: MapNode): boolean {
  return !pairs.some(({ key }) => key.text.startsWith("Fn::"));
}

/** Whether `key` is there and not `!Ref AWS::NoValue`. */
export function isSet(map: MapNode, key: string): boolean {
  // By number, here and below, as this is asked of all that there is: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < map.pairs.length; index++) {
    const pair = map.pairs[index];
    if (pair?.key.text === key && !isNoValue(pair.value)) return true;
  }
  return false;
}

/** Whether `key` is certainly there in every case: a `Fn::If` may leave it out in one of its branches. */
export function isAlwaysSet(map: MapNode, key: string): boolean {
  for (let index = 0; index < map.pairs.length; index++) {
    const pair = map.pairs[index];
    if (pair?.key.text === key && !mayBeNothing(pair.value)) return true;
  }
  return false;
}

function mayBeNothing(node: Node): boolean {
  if (isNoValue(node)) return true;
  if (node.kind !== "call" || node.name !== "Fn::If" || node.argument.kind !== "list") return false;
  return node.argument.items.slice(1).some(mayBeNothing);
}

/** The nodes that a value may be: itself, or the branches of `Fn::If`. */
export function branches(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  if (node.kind !== "call" || node.name !== "Fn::If" || node.argument.kind !== "list") return [node];
  return node.argument.items.slice(1).flatMap(branches);
}

/** The scalars among them. */
export function branchLiterals(node: Node | undefined): readonly ScalarNode[] {
  return branches(node).filter((one) => one.kind === "scalar" && one.value !== null) as readonly ScalarNode[];
}

/** Whether a node among the items of a list stands for one item, and not for several or none. */
export function isOneItem(node: Node): boolean {
  if (node.kind !== "call") return true;
  const target = refTarget(node);
  return target === undefined ? /^Fn::(?:GetAtt|Sub|Join|ImportValue)$/.test(node.name) : target !== "AWS::NoValue";
}

/**
 * The values at a path of keys, through lists.
 *
 * @param from the index in the path of the key below the node
 */
export function nodesAt(node: Node | undefined, path: readonly string[], from = 0): readonly Node[] {
  let at = node;
  for (let index = from; at !== undefined; index++) {
    if (at.kind === "list") return at.items.flatMap((item) => nodesAt(item, path, index));
    const key = path[index];
    if (key === undefined) return [at];
    at = valueAt(at, key);
  }
  return [];
}
