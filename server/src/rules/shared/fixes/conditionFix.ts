import { type Node, textOf } from "../../../model/tree/node.ts";
import type { EntryContext, FixData } from "../rule.ts";
import { changeTo, replacement } from "./nearest.ts";

/** The condition of the template that a node means, be it in the wrong words: `IsProd`, `!Ref IsProd`. */
export function conditionMeant(node: Node, { conditions }: EntryContext["declarations"]): string | undefined {
  const isCall = node.kind === "call" && (node.name === "Ref" || node.name === "Condition");
  const name = isCall ? textOf(node.argument) : node.kind === "scalar" ? node.text : undefined;
  return name !== undefined && conditions.has(name) ? name : undefined;
}

/** The fix that writes a name as such, where no function may stand. */
export function nameFix(node: Node, name: string, format: "yaml" | "json"): FixData {
  return replacement(node, format === "json" ? JSON.stringify(name) : name, changeTo(name));
}

/** The fix that writes a condition within another one. */
export function conditionFix(node: Node, name: string, format: "yaml" | "json"): FixData {
  const text = format === "json" ? `{"Condition": "${name}"}` : `!Condition ${name}`;
  return replacement(node, text, changeTo(text));
}
