import type { Node } from "../../../model/tree/node.ts";
import type { FixData } from "../rule.ts";
import { changeTo, replacement } from "./nearest.ts";

/** The fix that replaces a node by a reference to a resource: an attribute, or without one `Ref`. */
export function referFix(node: Node, name: string, attribute: string | undefined, format: "yaml" | "json"): FixData {
  const short = attribute === undefined ? `!Ref ${name}` : `!GetAtt ${name}.${attribute}`;
  const long = attribute === undefined ? `{"Ref": "${name}"}` : `{"Fn::GetAtt": ["${name}", "${attribute}"]}`;
  return replacement(node, format === "yaml" ? short : long, changeTo(short));
}
