import type { Catalogue, Property, ResourceType } from "../../catalogue/types/catalogue.ts";
import { requiredProperties } from "../../catalogue/types/requiredProperties.ts";
import type { Declarations, EntryContent } from "../../model/template.ts";
import { contentSpan, type MapNode } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import { answer, samAnswer, schemaAnswer } from "../shared/answer.ts";
import { NOT_REQUIRED, propertyPath } from "../shared/catalogueGaps.ts";
import { entryIndentUnit, type KeyValue, keyEdit, keyIndent } from "../shared/fixes/keyEdit.ts";
import { isGlobal } from "../shared/links/samGlobals.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, FixData, ReportAt } from "../shared/rule.ts";
import { isClosed } from "../shared/values/closedObject.ts";
import { isAlwaysSet, isSet } from "../shared/values/literals.ts";
import { requiredValue } from "../shared/values/requiredValue.ts";
import { isNoValue, type ObjectSite, valueSites } from "../shared/values/valueSites.ts";

/** A required key that is missing: a property of a resource at any depth, a resource's Type, an output's Value. */
export const missingProperty: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks"],
  check(entry, context) {
    const { catalogue, report, declarations } = context;
    const { type, objects } = valueSites(entry, catalogue);
    for (let index = 0; index < objects.length; index++) {
      const site = objects[index] as ObjectSite;
      if (site.hasFunction || declarations.open) continue;
      const check = (map: MapNode, tell: ReportAt): void => checkObject(map, site, tell);
      if (requiredProperties(site.object).some(({ name }) => isSet(site.map, name) && !isAlwaysSet(site.map, name)))
        eachVariant(site.map, entry, context, check, site.assumptions);
      else check(site.map, report);
    }
    withoutProperties();

    function checkObject(map: MapNode, site: ObjectSite, tell: ReportAt): void {
      const { object, key, path, isItem } = site;
      const absent = requiredProperties(object).filter((property) => !isThere(map, property));
      if (absent.length === 0) return;
      const unknown = isClosed(site, type) ? map.pairs.filter((pair) => !object.properties.has(pair.key.text)) : [];
      const missing = absent.filter(
        (property) =>
          // unknownProperty reports a misspelt key.
          !unknown.some((pair) => nearest(pair.key.text, [property.name]) !== undefined) &&
          !NOT_REQUIRED.has(propertyPath(type?.name, object.name, property.name)) &&
          !isGlobal(type?.name, [...path.slice(1), property.name], declarations),
      );
      const subject = path.length === 0 || (path.length === 1 && key.text === "Properties") ? entry.name : key.text;
      for (const property of missing) {
        if (path.length === 0 && property.name === "Properties") continue;
        const says = missingAnswer(property.name, site, entry.section, type);
        const data = missingKeyFix(map, property, { entry, path, resourceType: type?.name, ...context });
        tell(contentSpan((isItem ? map.pairs[0]?.key : undefined) ?? key), {
          message: "missing",
          with: { subject, property: property.name, says },
          // Some services take a tag without a value.
          severity: object.name === "Tag" && property.name === "Value" ? "warning" : "error",
          unfinished: "below",
          data,
        });
      }
    }

    /** Without `Properties` every required property is missing. */
    function withoutProperties(): void {
      const body = objects[0];
      if (type === undefined || body === undefined || body.isOpen || declarations.open) return;
      // If the properties are beside `Properties`, another rule reports that.
      const isProperty = (name: string): boolean =>
        type.properties.properties.has(name) && !body.object.properties.has(name);
      const isThereOrOpen = (name: string): boolean =>
        name === "Properties" || name.startsWith("Fn::") || isProperty(name);
      if (body.map.pairs.some(({ key }) => isThereOrOpen(key.text))) return;
      const required = requiredProperties(type.properties).filter(
        ({ name }) => !isGlobal(type.name, [name], declarations),
      );
      if (required.length === 0) return;
      const names = required.map(({ name }) => name).join(", ");
      const shape = { name: "Properties", type: { kind: "object", object: type.properties } } as const;
      const data = missingKeyFix(body.map, shape, { entry, path: [], resourceType: type.name, ...context });
      report(contentSpan(entry.key), {
        message: "no-properties",
        with: { name: entry.name, names },
        unfinished: "below",
        data,
      });
    }
  },
};

/** What CloudFormation or SAM answers where a key is missing. */
function missingAnswer(
  name: string,
  { object, path }: ObjectSite,
  section: string,
  type: ResourceType | undefined,
): ReturnType<typeof answer> {
  const own = path.length === 0 ? SAYS[section + name] : undefined;
  if (own !== undefined) return answer(own);
  if (name === "Effect" && path.at(-1) === "Statement") return answer("Missing required field Effect");
  if (type?.transform === undefined) return schemaAnswer({ keyword: "required", name }, object);
  if (path.at(-1) === "FunctionUrlConfig")
    return answer("AuthType is required to configure function property `FunctionUrlConfig`");
  return samAnswer(...samSees(path, name));
}

/** What CloudFormation answers, by section and key. */
const SAYS: Readonly<Record<string, string>> = {
  ResourcesType: "Every Resources object must contain a Type member.",
  OutputsValue: "Every Outputs member must contain a Value object",
};

/**
 * SAM's error message for a key that is missing in its own resources, their events and its policy templates, and the
 * name in that message.
 */
function samSees(path: readonly string[], name: string): readonly [what: string | undefined, name: string] {
  if (path.length === 1) return ["required", name];
  if (path.length === 4 && path[1] === "Events") return ["ofEvent", name];
  return [path.length === 3 && path[1] === "Policies" ? "parameter" : undefined, path.at(-1) ?? ""];
}

function isThere(map: MapNode, { name }: Property): boolean {
  return map.pairs.some(({ key, value }) => key.text === name && !isNoValue(value));
}

interface InsertionPlace extends EntryContext {
  readonly entry: EntryContent;
  readonly path: readonly string[];
  readonly resourceType: string | undefined;
}

/**
 * Adds the key after the last one, with a reference to the only fitting resource, or else with the smallest valid value
 * of its type.
 */
function missingKeyFix(
  map: MapNode,
  property: Pick<Property, "name" | "type" | "references">,
  { entry, path, resourceType, format, declarations, catalogue }: InsertionPlace,
): FixData | undefined {
  const { name, type } = property;
  const last = map.pairs.at(-1);
  if (last === undefined || last.merged || (format === "yaml" && map.flow)) return undefined;
  const { text } = entry.unit;
  const indent = keyIndent(text, last.key.start);
  const unit = entryIndentUnit(entry);
  const value = onlyTarget(property, entry.name, declarations, catalogue) ?? requiredValue(type, indent, unit);
  const edit = keyEdit(last, name, value, text, format);
  const title = { en: `Add ${name}`, ja: `${name}を追加` };
  const adds = resourceType !== undefined && {
    adds: { logicalId: entry.name, resourceType, path: [...path, name], type, indent, unit },
  };
  return edit && { title, edits: [edit], preferred: false, ...adds };
}

/**
 * The reference to the only resource of the template that the property may refer to; `undefined` if there is none or
 * more than one.
 */
function onlyTarget(
  { references = [] }: Pick<Property, "references">,
  logicalId: string,
  { resources }: Declarations,
  catalogue: Catalogue,
): KeyValue | undefined {
  if (references.length === 0 || resources.size > MAX_RESOURCES) return undefined;
  const fitting = [...resources].filter(
    ([name, { type }]) => name !== logicalId && references.some((one) => one.type === type),
  );
  const [[name, { type }] = [undefined, { type: undefined }]] = fitting;
  if (name === undefined || type === undefined || fitting.length > 1) return undefined;
  const attribute = references.find((one) => one.type === type)?.attribute ?? "";
  const info = catalogue.resourceType(type);
  if (info?.ref?.split("|").includes(attribute)) return { yaml: `!Ref ${name}`, json: `{ "Ref": "${name}" }` };
  if (info?.attributes.has(attribute) !== true) return undefined;
  return { yaml: `!GetAtt ${name}.${attribute}`, json: `{ "Fn::GetAtt": ["${name}", "${attribute}"] }` };
}

/** CloudFormation's limit of resources; all of them are searched for each missing key. */
const MAX_RESOURCES = 500;
