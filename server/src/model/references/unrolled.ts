import { isLoopKey } from "../tree/functionNames.ts";
import { callWith, listWith, mapWith, type Node, type Pair, pairWith, type ScalarNode, textOf } from "../tree/node.ts";
import { asMap } from "../yaml/asMap.ts";

/** The limit for one loop; CloudFormation takes 500 resources. */
const MAX_PAIRS = 1000;
/** Loops in loops; CloudFormation takes five. */
const MAX_DEPTH = 5;

/**
 * Pairs with those that `Fn::ForEach` makes in place of it. If its collection is not known, there is one for all, with
 * `*` for what is filled in.
 *
 * @param readCollection computes the items of a loop
 */
export function unrolled(pairs: readonly Pair[], readCollection: (node: Node) => unknown, depth = 0): readonly Pair[] {
  if (!pairs.some(isLoop)) return pairs;
  return pairs
    .flatMap((pair) => {
      const [identifier, collection, body] = isLoop(pair) && pair.value.kind === "list" ? pair.value.items : [];
      const name = textOf(identifier);
      const made = asMap(body)?.pairs;
      if (name === undefined || collection === undefined || made === undefined || depth > MAX_DEPTH) return [pair];
      const items = readCollection(collection);
      const texts = Array.isArray(items) ? items.filter((item) => typeof item === "string") : ["*"];
      return texts
        .slice(0, MAX_PAIRS)
        .flatMap((text) =>
          unrolled(
            made.map((one) => filledPair(one, name, text)),
            readCollection,
            depth + 1,
          ),
        )
        .slice(0, MAX_PAIRS);
    })
    .slice(0, Math.max(pairs.length, MAX_PAIRS));
}

function isLoop({ key }: Pair): boolean {
  return isLoopKey(key.text);
}

function filledPair(pair: Pair, name: string, text: string): Pair {
  return pairWith(pair, withLoopName(pair.value, name, text), filledScalar(pair.key, name, text));
}

/** A value with the loop's name filled in: by `Ref`, or in any text. */
function withLoopName(node: Node, name: string, text: string): Node {
  if (node.kind === "scalar") return filledScalar(node, name, text);
  if (node.kind === "list")
    return listWith(
      node,
      node.items.map((item) => withLoopName(item, name, text)),
    );
  if (node.kind === "map")
    return mapWith(
      node,
      node.pairs.map((pair) => filledPair(pair, name, text)),
    );
  if (node.name === "Ref" && node.argument.kind === "scalar" && node.argument.text === name)
    return { ...node.argument, value: text, text, style: "double" };
  const argument = withLoopName(node.argument, name, text);
  const isText = node.name === "Fn::Sub" && argument.kind === "scalar" && argument !== node.argument;
  if (!isText || argument.text.includes("${")) return callWith(node, argument);
  return { ...argument, style: "plain", start: node.start, end: node.end };
}

/** `&{Name}` leaves out what a logical id cannot have. */
function filledScalar(node: ScalarNode, name: string, text: string): ScalarNode {
  if (!node.text.includes(`{${name}}`)) return node;
  const said = node.text
    .replaceAll(`\${${name}}`, () => text)
    .replaceAll(`&{${name}}`, () => text.replaceAll(/[^A-Za-z0-9*]/g, ""));
  return { ...node, text: said, value: typeof node.value === "string" ? said : node.value };
}
