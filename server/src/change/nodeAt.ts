import type { Entry } from "../model/template.ts";
import { type Node, valueAt } from "../model/tree/node.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Path } from "./valueReader.ts";

/** Where the value at a path of a resource is written, absolute: as deep as the path goes without a function. */
export function nodeAt(entry: Entry | undefined, path: Path): Span | undefined {
  if (entry === undefined) return undefined;
  let node: Node = entry.value;
  for (const [depth, step] of path.entries()) {
    const next = node.kind === "list" ? node.items[Number(step)] : valueAt(node, step);
    if (next === undefined) {
      // A part that this template lacks altogether.
      if (depth < 2) return undefined;
      break;
    }
    node = next;
  }
  return shifted(node, entry.offset);
}
