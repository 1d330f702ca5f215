import { contentSpan, textOf, valueAt } from "../model/node.ts";
import { isLoopName } from "./declaredNames.ts";
import { resolvedTexts } from "./resolvedText.ts";
import { idFormat } from "./resourceIds.ts";
import type { EntryRule } from "./rule.ts";
import { valueSites } from "./valueSites.ts";

/**
 * A value that cannot be the id or ARN that the property takes.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Web:
 *     Type: AWS::EC2::Instance
 *     Properties:
 *       SubnetId: my-subnet
 * ```
 * Good:
 * ```yaml
 *       SubnetId: subnet-0123456789abcdef0
 * ```
 */
export const invalidId: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "invalid-id",
  severity: "error",
  cfnLint: [
    "E1150",
    "E1151",
    "E1152",
    "E1154",
    "E1156",
    "E1157",
    "E1162",
    "E1164",
    "E1158",
    "E1159",
    "E1161",
    "E1163",
    "E3013",
    "E3031",
    "W3701",
  ],
  title: { en: "Ids and ARNs are of the right kind", ja: "IDやARNの形式が正しい" },
  check(entry, { catalogue, outline, report }) {
    const { type, single } = valueSites(entry, catalogue);
    if (type === undefined || type.transform !== undefined) return;
    const isConditional = valueAt(entry.value, "Condition") !== undefined;
    for (const { node, type: wanted, path, isBranch } of single) {
      const name = path.at(-1) ?? "";
      const format = wanted.kind === "string" ? idFormat(type.name, name) : undefined;
      if (format === undefined) continue;
      const { pattern, name: what, example } = format;
      if (node.kind === "scalar") {
        const { text } = node;
        if (pattern.test(text) || text.includes("{{") || text.includes("resolve:ssm:") || isLoopName(text)) continue;
        report(contentSpan(node), {
          en: `${name} takes ${what.en}, such as ${example}.`,
          ja: `${name} には${what.ja}（例: ${example}）を指定します。`,
        });
      } else if (node.kind === "call" && node.name === "Ref") {
        const parameter = outline.parameters.get(textOf(node.argument) ?? "");
        if (parameter === undefined || (parameter.type !== "String" && parameter.type !== "CommaDelimitedList"))
          continue;
        const wrong = (parameter.allowedValues ?? [parameter.default ?? example]).find((value) => !pattern.test(value));
        if (wrong === undefined || (wrong === "" && (isBranch || isConditional))) continue;
        report(
          node,
          {
            en: `${textOf(node.argument)} may be ${wrong || '""'}, but ${name} takes ${what.en}.`,
            ja: `${textOf(node.argument)} は ${wrong || '""'} になりえますが、${name} には${what.ja}が必要です。`,
          },
          { severity: "warning" },
        );
      } else if (node.kind === "call") {
        const wrong = resolvedTexts(node, outline).find((value) => !pattern.test(value));
        if (wrong === undefined || wrong.includes("{{") || (wrong === "" && (isBranch || isConditional))) continue;
        report(
          node,
          {
            en: `${node.name} may give ${wrong || '""'}, but ${name} takes ${what.en}.`,
            ja: `${node.name} の値は ${wrong || '""'} になりえますが、${name} には${what.ja}が必要です。`,
          },
          { severity: "warning" },
        );
      }
    }
  },
};
