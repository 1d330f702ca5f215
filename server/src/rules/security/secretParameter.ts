import { isSecretProperty } from "../../catalogue/secretProperties.ts";
import { contentSpan, textOf } from "../../model/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { valueSites } from "../shared/valueSites.ts";

/**
 * A password that is written into the template (hard-coded), or that comes from a
 * parameter where a dynamic reference would keep it out of the stack.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Database:
 *     Type: AWS::RDS::DBInstance
 *     Properties:
 *       MasterUserPassword: correct-horse
 * ```
 * Good:
 * ```yaml
 *       MasterUserPassword: "{{resolve:secretsmanager:db:SecretString:password}}"
 * ```
 */
export const secretParameter: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "secret-in-template",
  severity: "warning",
  cfnLint: ["W1011", "W2501"],
  title: { en: "Secrets come from a secret store", ja: "秘密の値はシークレットストアから参照する" },
  topic: "dynamic-references",
  check(entry, { catalogue, declarations, report }) {
    const { type, single } = valueSites(entry, catalogue);
    if (type === undefined) return;
    for (const { node, path } of single) {
      const name = path.at(-1) ?? "";
      if (!isSecretProperty(type.name, path)) continue;
      if (node.kind === "scalar" && node.text !== "" && !node.text.includes("{{resolve:")) {
        report(
          contentSpan(node),
          {
            en: `${name} is in the template for everybody to read: use {{resolve:secretsmanager:…}}.`,
            ja: `${name}がテンプレートに直接書かれています。{{resolve:secretsmanager:…}}を使ってください。`,
          },
          { code: "hard-coded-secret" },
        );
      } else if (node.kind === "call" && node.name === "Ref") {
        const parameter = declarations.parameters.get(textOf(node.argument) ?? "");
        if (parameter === undefined) continue;
        // That it can be read at all is told at the parameter.
        if (!parameter.noEcho) continue;
        report(node, {
          en: `Rather than a parameter, use a dynamic reference for ${name}: {{resolve:secretsmanager:…}}.`,
          ja: `${name}には、パラメータの代わりに動的参照 {{resolve:secretsmanager:…}}を使うことを勧めます。`,
        });
      }
    }
  },
};
