import type { Property, ValueType } from "../../catalogue/catalogue.ts";
import { requiredProperties } from "../../catalogue/requiredProperties.ts";
import { contentSpan, type MapNode } from "../../model/node.ts";
import type { EntryRule, FixData } from "../engine/rule.ts";
import { NOT_REQUIRED, propertyPath } from "../shared/catalogueGaps.ts";
import { isClosed } from "../shared/closedObject.ts";
import { type KeyValue, keyEdit } from "../shared/keyEdit.ts";
import { nearest } from "../shared/nearest.ts";
import { isGlobal } from "../shared/samGlobals.ts";
import { isNoValue, valueSites } from "../shared/valueSites.ts";

/**
 * A required key that is not there: a property of a resource at any depth, a resource's Type, an output's Value.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Group:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupName: web
 * ```
 * Good:
 * ```yaml
 *     Properties:
 *       GroupDescription: Web servers
 *       GroupName: web
 * ```
 */
export const missingProperty: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks"],
  code: "missing-property",
  severity: "error",
  cfnLint: ["E3003", "E3001", "E2001", "E6002"],
  title: { en: "Required keys are present", ja: "必須のキーがある" },
  check(entry, { catalogue, report, declarations, format }) {
    const { type, objects } = valueSites(entry, catalogue);
    for (const site of objects) {
      const { object, map, key, path, isItem } = site;
      if (site.hasFunction || declarations.open) continue;
      const unknown = isClosed(site, type) ? map.pairs.filter((pair) => !object.properties.has(pair.key.text)) : [];
      const missing = requiredProperties(object).filter(
        (property) =>
          !isThere(map, property) &&
          // Misspelt, it is faulted as what it is.
          !unknown.some((pair) => nearest(pair.key.text, [property.name]) !== undefined) &&
          !NOT_REQUIRED.has(propertyPath(type?.name, object.name, property.name)) &&
          !isGlobal(type?.name, [...path.slice(1), property.name], declarations),
      );
      for (const property of missing) {
        if (path.length === 0 && property.name === "Properties") continue;
        const data = insertion(map, property, entry.unit.text, format);
        report(
          contentSpan((isItem ? map.pairs[0]?.key : undefined) ?? key),
          {
            en: `${path.length === 0 ? entry.name : key.text} needs ${property.name}.`,
            ja: `${path.length === 0 ? entry.name : key.text}には${property.name}が必要です。`,
          },
          {
            // Some services take a tag without a value.
            severity: object.name === "Tag" && property.name === "Value" ? "warning" : "error",
            ...(data && { data }),
          },
        );
      }
    }
    withoutProperties();

    /** Without `Properties` all required ones are missing. */
    function withoutProperties(): void {
      const body = objects[0];
      if (type === undefined || body === undefined || body.isOpen || declarations.open) return;
      if (body.map.pairs.some(({ key }) => key.text === "Properties" || key.text.startsWith("Fn::"))) return;
      const required = requiredProperties(type.properties).filter(
        ({ name }) => !isGlobal(type.name, [name], declarations),
      );
      if (required.length === 0) return;
      const names = required.map(({ name }) => name).join(", ");
      report(contentSpan(entry.key), {
        en: `${entry.name} needs Properties with ${names}.`,
        ja: `${entry.name}にはPropertiesが必要です（${names}）。`,
      });
    }
  },
};

function isThere(map: MapNode, { name }: Property): boolean {
  return map.pairs.some(({ key, value }) => key.text === name && !isNoValue(value));
}

/** Puts the key behind the last one, with the emptiest value of its type. */
function insertion(map: MapNode, { name, type }: Property, text: string, format: "yaml" | "json"): FixData | undefined {
  const last = map.pairs.at(-1);
  if (last === undefined || last.merged || (format === "yaml" && map.flow)) return undefined;
  const edit = keyEdit(last, name, emptiest(type), text, format);
  const title = { en: `Add ${name}`, ja: `${name}を追加` };
  return edit && { title, edits: [edit], preferred: false };
}

function emptiest(type: ValueType): KeyValue {
  switch (type.kind) {
    case "number":
      return { yaml: "0", json: "0" };
    case "boolean":
      return { yaml: "false", json: "false" };
    case "list":
      return { yaml: "[]", json: "[]" };
    case "map":
    case "object":
      return { yaml: "{}", json: "{}" };
    default: {
      const value = type.kind === "string" ? (type.enum?.[0] ?? "") : "";
      return { yaml: value === "" ? '""' : value, json: JSON.stringify(value) };
    }
  }
}
