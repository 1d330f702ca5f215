import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { contentSpan, type Node, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { branchLiterals } from "../shared/values/literals.ts";
import { valueSites } from "../shared/values/valueSites.ts";

type Kind = "number" | "boolean";

/** Properties that are strings in AWS's schemas but are parsed as numbers, by type and the keys below Properties. */
const NUMBERS = placesOf("numbers");

/** Settings of pipeline actions that are parsed as booleans. */
const PIPELINE_BOOLEANS: ReadonlySet<string> = new Set([
  "PollForSourceChanges",
  "BatchEnabled",
  "CombineArtifacts",
  "DetectChanges",
]);

/** A string that the service can't parse as a number or boolean, although the property's type is string. */
export const unparsableValue: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const typeName = typeNameOf(entry.value);
    if (typeName === "AWS::CodePipeline::Pipeline") {
      for (const [name, node] of pipelineBooleans(valueAt(entry.value, "Properties"))) checkText(node, name, "boolean");
    }
    const numbers = NUMBERS.get(typeName ?? "");
    if (numbers === undefined) return;
    for (const { node, path } of valueSites(entry, catalogue).literals) {
      if (!numbers.includes(path.slice(1).join("."))) continue;
      if (node.kind === "scalar") checkText(node, path.at(-1) ?? "", "number");
    }

    function checkText(node: ScalarNode, name: string, kind: Kind): void {
      const isRight =
        kind === "number" ? /^\s*-?\d+(?:\.0+)?\s*$/.test(node.text) : /^(?:true|false)$/i.test(node.text);
      if (isRight || /\{\{|\$\{|#\{/.test(node.text)) return;
      report(contentSpan(node), {
        message: kind === "number" ? "whole-number" : "true-or-false",
        with: { name, value: node.text },
      });
    }
  },
};

function pipelineBooleans(node: Node | undefined): readonly (readonly [name: string, node: ScalarNode])[] {
  if (node?.kind === "list") return node.items.flatMap(pipelineBooleans);
  if (node?.kind === "call") return node.argument.kind === "scalar" ? [] : pipelineBooleans(node.argument);
  if (node?.kind !== "map") return [];
  return node.pairs.flatMap(({ key, value, merged }) => {
    if (merged) return [];
    if (!PIPELINE_BOOLEANS.has(key.text)) return pipelineBooleans(value);
    return branchLiterals(value).map((literal) => [key.text, literal] as const);
  });
}
