import { contentSpan, type Node, type ScalarNode, valueAt } from "../model/node.ts";
import type { EntryRule } from "./rule.ts";

/**
 * The name of a pseudo parameter as a plain text: it has no meaning there.
 *
 * Bad:
 * ```yaml
 *       AuthorizerId: AWS::NoValue
 * ```
 * Good:
 * ```yaml
 *       AuthorizerId: !Ref AWS::NoValue
 * ```
 */
export const pseudoParameterText: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs"],
  code: "pseudo-parameter-text",
  severity: "warning",
  cfnLint: ["W1054"],
  title: { en: "Pseudo parameters are referred to", ja: "擬似パラメータはRefで参照する" },
  topic: "pseudo-parameters",
  check(entry, { catalogue, report, format }) {
    const part = valueAt(entry.value, entry.section === "Resources" ? "Properties" : "Value");
    if (part === undefined) return;
    for (const node of texts(part)) {
      if (!catalogue.pseudoParameters.has(node.text)) continue;
      const newText = format === "yaml" ? `!Ref ${node.text}` : `{"Ref": "${node.text}"}`;
      report(
        contentSpan(node),
        {
          en: `${node.text} is a plain text here: write ${newText}.`,
          ja: `${node.text} がただの文字列になっています。${newText} と書いてください。`,
        },
        {
          data: {
            title: { en: `Change to ${newText}`, ja: `${newText} に変更` },
            edits: [{ start: node.start, end: node.end, newText }],
          },
        },
      );
    }
  },
};

/** Scalars that are no argument of a function. */
function texts(node: Node): readonly ScalarNode[] {
  if (node.kind === "scalar") return node.text.startsWith("AWS::") ? [node] : [];
  if (node.kind === "list") return node.items.flatMap(texts);
  if (node.kind === "map") return node.pairs.flatMap(({ value, merged }) => (merged ? [] : texts(value)));
  if (node.name === "Fn::If" && node.argument.kind === "list") return node.argument.items.slice(1).flatMap(texts);
  return [];
}
