import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";

/** The name of a pseudo parameter written as plain text, which CloudFormation does not replace. */
export const pseudoParameterText: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Globals"],
  check(entry, { catalogue, report, format }) {
    const { section, value } = entry;
    const part = section === "Globals" ? value : valueAt(value, section === "Resources" ? "Properties" : "Value");
    if (part === undefined) return;
    const texts: ScalarNode[] = [];
    addTexts(part, texts);
    for (const node of texts) {
      if (!catalogue.pseudoParameters.has(node.text)) continue;
      const newText = format === "yaml" ? `!Ref ${node.text}` : `{"Ref": "${node.text}"}`;
      report(contentSpan(node), {
        message: "plain-text",
        with: { value: node.text, newText },
        data: replacement(node, newText),
      });
    }
  },
};

/** Scalars that begin like a pseudo parameter and are not the argument of a function. */
function addTexts(node: Node, texts: ScalarNode[]): void {
  if (node.kind === "scalar") {
    if (node.text.startsWith("AWS::")) texts.push(node);
  } else if (node.kind === "list") for (const item of node.items) addTexts(item, texts);
  else if (node.kind === "map") {
    // An indexed loop, as every node is visited: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index];
      if (pair !== undefined && !pair.merged) addTexts(pair.value, texts);
    }
  } else if (node.name === "Fn::If" && node.argument.kind === "list")
    for (const branch of node.argument.items.slice(1)) addTexts(branch, texts);
}
