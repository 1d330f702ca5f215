import type { Node } from "../../../model/tree/node.ts";
import { refName } from "../../shared/links/resourceTarget.ts";

/** The second of two versions of one layer, or of one version that is listed twice; a function takes neither. */
export function layerTwice(layers: readonly Node[]): Node | undefined {
  const seen = new Set<string>();
  return layers.find((node) => {
    const layer = node.kind === "scalar" ? /^(arn:[^\s{}]+:layer:[\w-]+):\d+$/.exec(node.text)?.[1] : refName(node);
    if (layer === undefined || layer === "AWS::NoValue") return false;
    const isSecond = seen.has(layer);
    seen.add(layer);
    return isSecond;
  });
}
