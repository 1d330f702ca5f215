import type { Attribute, Catalogue, ObjectType, Property, ValueType } from "../catalogue/types/catalogue.ts";
import { alternatives, objectsIn } from "../catalogue/types/schemaAt.ts";
import { shortened } from "../text/shortened.ts";

/** Characters of AWS's text on one property. */
const MAX_TEXT = 300;

/**
 * The properties and attributes of a resource type, for writing a template.
 *
 * @param path names of properties below `Properties`, separated by dots; items of lists and maps have none
 */
export function describeType(catalogue: Catalogue, name: string, path: string): object | { readonly problem: string } {
  const type = catalogue.resourceType(name);
  if (type === undefined) {
    const near = catalogue.similarTypes(name, 3);
    return { problem: `There is no type ${name}.${near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""}` };
  }
  const names = path.split(".").filter((part) => part !== "" && part !== "Properties");
  const objects = objectsAt(type.properties, names);
  if (objects.length === 0) return { problem: `${name} has no object at ${names.join(".")}.` };
  const { url, ref, transform, lifecycle } = type;
  const properties = objects.flatMap((object) => [...object.properties.values()]).filter(({ readOnly }) => !readOnly);
  const rules = objects.map(rulesOf).filter((one) => one !== undefined);
  const usual = catalogue.usage.keys(name, names);
  const rank = ({ name: key, required }: Property): number =>
    (required ? 0 : usual.length + 1) + (usual.includes(key) ? usual.indexOf(key) : usual.length);
  return {
    type: name,
    ...(names.length > 0 ? { path: names.join(".") } : { url, transform, lifecycle }),
    properties: properties.toSorted((left, right) => rank(left) - rank(right)).map(propertyAsJson),
    rules: rules.length > 0 ? rules : undefined,
    ...(names.length === 0 && { ref, attributes: [...type.attributes.values()].map(attributeFacts) }),
  };
}

/** The objects that a path leads to, through lists, maps and what may be one or another. */
function objectsAt(root: ObjectType, names: readonly string[]): readonly ObjectType[] {
  return names.reduce<readonly ObjectType[]>(
    (objects, name) =>
      objects.flatMap(({ properties }) => {
        const property = properties.get(name);
        return property === undefined ? [] : objectsIn(property.type);
      }),
    [root],
  );
}

function propertyAsJson(property: Property): object {
  const { name, required, type, update, default: usual, deprecated, documentation, references } = property;
  return {
    name,
    required,
    ...valueFacts(type),
    default: usual,
    update,
    ...(deprecated && { deprecated }),
    refersTo: references?.map((one) => `${one.type}.${one.attribute}`),
    text: documentation && shortened(documentation, MAX_TEXT),
  };
}

/**
 * The constraints of a value; for an object only the names of its properties, which can be asked for by their paths.
 */
function valueFacts(type: ValueType): object {
  const [only, ...others] = alternatives(type);
  if (only === undefined || others.length > 0)
    return { value: "one of", of: alternatives(type).map((one) => valueFacts(one)) };
  const { kind, ...limits } = only;
  if (only.kind === "list") return { value: "list", ...limits, items: valueFacts(only.items) };
  if (only.kind === "map") return { value: "map", values: valueFacts(only.values) };
  if (only.kind === "object") return { value: "object", keys: [...only.object.properties.keys()] };
  if (only.kind === "any") return { value: "JSON" };
  return { value: kind, ...limits, valueTexts: undefined };
}

function attributeFacts({ name, documentation }: Attribute): object {
  return { name, text: documentation && shortened(documentation, MAX_TEXT) };
}

/** Which properties exclude or need each other. */
function rulesOf({ exclusive, together, oneOf, needs }: ObjectType): object | undefined {
  return exclusive || together || oneOf || needs ? { exclusive, together, oneOf, needs } : undefined;
}
