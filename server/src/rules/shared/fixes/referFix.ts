import type { Node } from "../../../model/tree/node.ts";
import type { FixData } from "../rule.ts";
import { changeTo, replacement } from "./nearest.ts";

/** The fix that replaces a node by a reference to a resource: an attribute, or without one `Ref`. */
export function referFix(node: Node, name: string, attribute: string | undefined, format: "yaml" | "json"): FixData {
  return replacement(node, referText(name, attribute, format), changeTo(referText(name, attribute, "yaml")));
}

/** Such a reference as a format writes it. */
export function referText(name: string, attribute: string | undefined, format: "yaml" | "json"): string {
  if (attribute === undefined) return format === "yaml" ? `!Ref ${name}` : `{"Ref": "${name}"}`;
  return format === "yaml" ? `!GetAtt ${name}.${attribute}` : `{"Fn::GetAtt": ["${name}", "${attribute}"]}`;
}
