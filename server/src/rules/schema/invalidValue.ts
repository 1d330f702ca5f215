import { isOneOf } from "../../catalogue/values/enumValues.ts";
import { contentSpan, type ScalarNode } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { meantValue } from "../shared/fixes/meantValue.ts";
import { suggested } from "../shared/fixes/nearest.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** A value that is not one of those that the property accepts. */
export const invalidValue: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Hooks"],
  code: "invalid-value",
  check(entry, { catalogue, report }) {
    for (const site of valueSites(entry, catalogue).values) {
      const allowed = allowedFor(site);
      if (allowed === undefined) continue;
      const { node, key } = site;
      const name = key?.text ?? "";
      const span = contentSpan(node as ScalarNode);
      // Of numbers none is meant because it looks alike.
      const meant = /^\d+$/.test((node as ScalarNode).text)
        ? undefined
        : meantValue((node as ScalarNode).text, allowed);
      const { en, ja, data } = suggested(meant, span);
      const isCase =
        data !== undefined && data.edits[0]?.newText.toLowerCase() === (node as ScalarNode).text.toLowerCase();
      const list = en === "" || allowed.length <= 4 ? allowed.slice(0, 8).join(", ") : "";
      const more = allowed.length > 8 ? ", …" : "";
      report(span, {
        en: `${(node as ScalarNode).text} is not a valid value for ${name}.${en}${list && ` Allowed: ${list}${more}.`}`,
        ja: `${name}に${(node as ScalarNode).text}は指定できません。${ja}${list && `指定できる値: ${list}${more}。`}`,
        data: isCase ? { ...data, safe: true } : data,
      });
    }
  },
};

/** The allowed values where the value is written out and none of them. */
function allowedFor({ node, type, path }: ValueSite): readonly string[] | undefined {
  if (node.kind !== "scalar" || node.value === null || node.tag !== undefined) return undefined;
  if (type.kind !== "string" && type.kind !== "number") return undefined;
  if (type.enum === undefined || (type.kind === "string" && type.closed !== true)) return undefined;
  if (path.length === 1 && (path[0] === "DeletionPolicy" || path[0] === "UpdateReplacePolicy" || path[0] === "Type"))
    return undefined;
  const anyCase = path[0] !== "Properties" || (type.kind === "string" && type.anyCase === true);
  if (isOneOf(type.enum, node.text, anyCase)) return undefined;
  if (node.text.includes("{{resolve:")) return undefined;
  return type.enum;
}
