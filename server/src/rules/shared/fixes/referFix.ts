import type { Node } from "../../../model/tree/node.ts";
import type { FixData } from "../../engine/rule.ts";
import { changeTo, replacement } from "./nearest.ts";

/** Refers to a resource by an attribute, or without one by `Ref`, in place of what stands there. */
export function referFix(node: Node, name: string, attribute: string | undefined, format: "yaml" | "json"): FixData {
  const short = attribute === undefined ? `!Ref ${name}` : `!GetAtt ${name}.${attribute}`;
  const long = attribute === undefined ? `{"Ref": "${name}"}` : `{"Fn::GetAtt": ["${name}", "${attribute}"]}`;
  return replacement(node, format === "yaml" ? short : long, changeTo(short));
}
