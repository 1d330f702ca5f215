import { declarationEdit } from "../../model/references/declarationEdit.ts";
import type { Template } from "../../model/template.ts";
import { yamlText } from "../../model/yaml/yamlText.ts";
import { freshName, logicalName } from "./names.ts";
import { lastKey } from "./parameterType.ts";
import { edit, type Refactoring } from "./scene.ts";
import { valuePlaces } from "./valuePlaces.ts";
import { defaultText, quoteOf, writeJsonObject } from "./writing.ts";

/**
 * A value becomes a mapping that has it for each environment (the allowed values of a parameter such as `Stage`) or each Region
 * that another mapping has, all with the value of now: what differs is then written into the mapping.
 *
 * @example
 * InstanceType: t3.micro    →    InstanceType: !FindInMap [StageMap, !Ref Stage, InstanceType]
 */
export const extractMapping: Refactoring = {
  kind: "refactor.extract.mapping",
  offers({ template, entry, steps }) {
    const innermost = steps.at(-1)?.node;
    const place = valuePlaces(entry).find(({ node }) => node === innermost);
    if (place?.node.kind !== "scalar" || place.inSub || place.call !== undefined || entry.section !== "Resources")
      return [];
    const key = logicalName(lastKey(place.path));
    const choice = environments(template) ?? regions(template);
    if (choice === undefined || key === "") return [];
    const { node } = place;
    const type = typeof node.value === "number" && String(node.value) === node.text ? "Number" : "String";
    const value = typeof node.value === "boolean" ? sameText(node.text) : defaultText(node.text, type, quoteOf(node));
    const name = freshName(`${logicalName(choice.by.replace("AWS::", ""))}Map`, template);
    const declaration = declarationEdit(
      template,
      "Mappings",
      name,
      choice.keys.map((one) => [template.format === "json" ? one : yamlText(one, false), [[key, value]]]),
    );
    if (declaration === undefined) return [];
    const ref = JSON.stringify(choice.by);
    const text =
      template.format === "json"
        ? writeJsonObject(template, "Fn::FindInMap", `["${name}", ${writeJsonObject(template, "Ref", ref)}, "${key}"]`)
        : `!FindInMap [${name}, !Ref ${choice.by}, ${key}]`;
    const use = edit(entry, node, text);
    return [
      {
        title: {
          en: `Extract to mapping ${name} (by ${choice.by})`,
          ja: `マッピング${name}に抽出（${choice.by}別）`,
        },
        edits: [use, declaration],
        named: { edit: use, at: text.indexOf(name) },
      },
    ];
  },
};

function sameText(text: string): { yaml: string; json: string } {
  return { yaml: text, json: text };
}

interface Choice {
  /** The name that `Ref` gets. */
  readonly by: string;
  readonly keys: readonly string[];
}

/** A parameter for the environment, with all values that it can have. */
function environments({ declarations: { parameters } }: Template): Choice | undefined {
  for (const [by, { type, allowedValues = [] }] of parameters) {
    if (type !== "String" || !/env|stage/i.test(by) || allowedValues.length < 2) continue;
    if (allowedValues.every((value) => /^[A-Za-z0-9._-]{1,60}$/.test(value))) return { by, keys: allowedValues };
  }
  return undefined;
}

/** The Regions that another mapping has. */
function regions({ declarations: { mappings } }: Template): Choice | undefined {
  for (const mapping of mappings.values()) {
    const keys = [...mapping.keys()];
    if (keys.length > 0 && keys.every((key) => /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(key)))
      return { by: "AWS::Region", keys };
  }
  return undefined;
}
