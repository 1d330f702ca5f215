import type { Declarations, EntryContent } from "../../../model/template.ts";
import { type Node, type ScalarNode, textOf, valueAt } from "../../../model/tree/node.ts";
import type { Localised } from "../../../text/localised.ts";
import { BY_DEFAULT } from "./assumedCases.ts";
import { conditionHolds } from "./conditionHolds.ts";
import { resolvedNode } from "./resolvedValue.ts";

/** A value without functions. */
export interface LiteralForm {
  readonly node: ScalarNode;
  /** What goes with a report of it, if it is so by default only. */
  readonly extra?: { readonly before: Localised; readonly severity: "warning" };
}

/** What a value certainly is, or is by the defaults of parameters; `undefined` if neither can be told, or nothing is there then. */
export function literalForm(
  node: Node | undefined,
  { value }: Pick<EntryContent, "value">,
  declarations: Declarations,
): LiteralForm | undefined {
  if (node?.kind !== "call") return node?.kind === "scalar" && node.value !== null ? { node } : undefined;
  const certain = resolvedNode(node, { declarations, isUsual: false });
  if (certain?.kind === "scalar") return { node: certain };
  const by = { declarations, isUsual: true };
  const condition = textOf(valueAt(value, "Condition"));
  if (condition !== undefined && conditionHolds(condition, by) === false) return undefined;
  const usual = resolvedNode(node, by);
  return usual?.kind === "scalar" ? { node: usual, extra: { before: BY_DEFAULT, severity: "warning" } } : undefined;
}
