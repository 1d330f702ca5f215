import type { ResourceType } from "../../catalogue/types/catalogue.ts";
import { isSecretProperty } from "../../catalogue/values/secretProperties.ts";
import type { Declarations } from "../../model/template.ts";
import { contentSpan, textOf, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/**
 * A password that is hard-coded in the template, or that comes from a parameter though a dynamic reference would keep
 * it out of the stack.
 */
export const secretInTemplate: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, report, format }) {
    const { type, single } = valueSites(entry, catalogue);
    if (type === undefined) return;
    for (let index = 0; index < single.length; index++) {
      const site = single[index] as ValueSite;
      const { node, path } = site;
      const name = path.at(-1) ?? "";
      if (!isSecretProperty(type.name, path)) continue;
      if (node.kind === "scalar" && node.text !== "" && !node.text.includes("{{resolve:")) {
        report(contentSpan(node), {
          message: "readable",
          with: { name },
          code: "hard-coded-secret",
          data: secretFix(site, type, entry.name, declarations, format),
        });
      } else if (node.kind === "call" && node.name === "Ref") {
        const parameter = declarations.parameters.get(textOf(node.argument) ?? "");
        if (parameter === undefined) continue;
        // Another rule reports a parameter that is readable.
        if (!parameter.noEcho) continue;
        report(node, { message: "rather-dynamic", with: { name } });
      }
    }
  },
};

/**
 * The fix that has the service generate the password if it can, or else takes it from a secret of the template or one
 * to be named.
 */
function secretFix(
  { node, key, path, within }: ValueSite,
  type: ResourceType,
  owner: string,
  { resources }: Declarations,
  format: "yaml" | "json",
): FixData {
  const isOwn = path.length === 2 && key !== undefined && path[1] === "MasterUserPassword";
  if (isOwn && type.properties.properties.has(MANAGED) && valueAt(within, MANAGED) === undefined) {
    const newText = format === "json" ? `"${MANAGED}": true` : `${MANAGED}: true`;
    return {
      title: { en: `Use ${MANAGED}: true`, ja: `${MANAGED}: trueに置き換える` },
      edits: [{ start: key.start, end: node.end, newText }],
    };
  }
  const secrets = [...resources].filter(([, resource]) => resource.type === "AWS::SecretsManager::Secret");
  const [own] = secrets.length === 1 ? (secrets[0] ?? []) : [];
  const reference = `"{{resolve:secretsmanager:${own === undefined ? owner : `\${${own}}`}:SecretString:password}}"`;
  const sub = format === "json" ? `{ "Fn::Sub": ${reference} }` : `!Sub ${reference}`;
  return replacement(node, own === undefined ? reference : sub, {
    en: own === undefined ? "Use a secret of Secrets Manager (name it)" : `Use the secret ${own}`,
    ja: own === undefined ? "Secrets Managerのシークレットを使う（名前は変更が必要）" : `シークレット${own}を使う`,
  });
}

const MANAGED = "ManageMasterUserPassword";
