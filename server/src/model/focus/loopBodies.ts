import type { Entry } from "../template.ts";
import { isLoopKey } from "../tree/functionNames.ts";
import type { Node } from "../tree/node.ts";

/** The resources (or outputs) in a `Fn::ForEach` entry, as entries with the same offset; none for other entries. */
export function loopBodies(entry: Entry): readonly Entry[] {
  return isLoopKey(entry.name) ? bodies(entry.value, entry) : [];
}

function bodies(value: Node, loop: Entry): readonly Entry[] {
  const body = value.kind === "list" ? value.items[2] : undefined;
  if (body?.kind !== "map") return [];
  return body.pairs.flatMap(({ key, value: inner, merged }) => {
    if (merged) return [];
    if (isLoopKey(key.text)) return bodies(inner, loop);
    return [{ ...loop, name: key.text, key, value: inner }];
  });
}
