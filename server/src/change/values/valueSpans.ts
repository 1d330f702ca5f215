import type { Entry } from "../../model/template.ts";
import { type Node, pairOf } from "../../model/tree/node.ts";
import { type Span, shifted } from "../../text/span.ts";
import type { Path } from "./valueReader.ts";

/** The node of the value at a path of a resource, absolute: as deep as the path goes without a function. */
export function valueSpanAt(entry: Entry | undefined, path: Path): Span | undefined {
  return placeAt(entry, path)?.value;
}

/** The key of that value, or the item of a list: what a message about it points at. */
export function keySpanAt(entry: Entry | undefined, path: Path): Span | undefined {
  return placeAt(entry, path)?.key;
}

function placeAt(entry: Entry | undefined, path: Path): { readonly key: Span; readonly value: Span } | undefined {
  if (entry === undefined) return undefined;
  let node: Node = entry.value;
  let key: Node = entry.key;
  for (const [depth, step] of path.entries()) {
    const pair = pairOf(node, step);
    const next = node.kind === "list" ? node.items[Number(step)] : pair?.value;
    if (next === undefined) {
      // A part that this template lacks altogether.
      if (depth < 2) return undefined;
      break;
    }
    key = pair?.key ?? next;
    node = next;
  }
  return { key: shifted(key, entry.offset), value: shifted(node, entry.offset) };
}
