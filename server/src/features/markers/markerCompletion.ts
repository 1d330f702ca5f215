import type { Catalogue, ObjectType, ValueType } from "../../catalogue/types/catalogue.ts";
import { objectsIn } from "../../catalogue/types/schemaAt.ts";
import { valuesAt } from "../../catalogue/values/valuesAt.ts";
import { SECTION_NAMES } from "../../model/template.ts";
import { HELPERS } from "../../notes/binding/constructs.ts";
import { topics } from "../../notes/topics/all.ts";

/** Something that may be inserted at the caret in a marker. */
export interface MarkerItem {
  readonly label: string;
  /** The number of characters before the caret that it replaces. */
  readonly replaces: number;
  readonly kind: "type" | "property" | "value" | "keyword" | "topic" | "own";
  readonly detail?: string;
}

const METADATA = ["AWS::CloudFormation::Init", "AWS::CloudFormation::Authentication", "AWS::CloudFormation::Interface"];
const PREFIXES = [
  "attribute:",
  "section:",
  "function:",
  "pseudo:",
  "metadata:",
  "word:",
  "text:",
  "id:",
  "templates:",
  "stack:",
];
/** More types are not listed at a time: the next letter asks again. */
const MAX_ITEMS = 200;

/**
 * The completions in a marker, for its text `typed` before the caret: `<!-- cfn: AWS::SQS::Queue.Del`.
 *
 * @param ownNames what somebody's own templates declare
 */
export function markerCompletion(
  typed: string,
  catalogue: Catalogue,
  ownNames: readonly string[] = [],
): readonly MarkerItem[] {
  if (typed.startsWith("@")) {
    const found = topics.map(({ id, names: [name = id] }) => ({ label: `@${id}`, detail: name }));
    return found.map((item) => ({ ...item, replaces: typed.length, kind: "topic" }));
  }
  const [, prefix, rest = ""] =
    /^(attribute|section|function|pseudo|metadata|word|text|id|templates|stack):(?!:)(.*)$/.exec(typed) ?? [];
  switch (prefix) {
    case "attribute":
      return markerKeyItems(catalogue.resourceBody(undefined), rest);
    case "section":
      return rest.includes(".") ? [] : nameItems(SECTION_NAMES, rest, "keyword");
    case "function":
      return nameItems([...catalogue.functions.keys()], rest, "keyword");
    case "pseudo":
      return nameItems([...catalogue.pseudoParameters.keys()], rest, "keyword");
    case "metadata":
      return nameItems(METADATA, rest, "keyword");
    case "word":
      return nameItems(HELPERS, rest, "keyword");
    case "id":
      return nameItems(ownNames, rest, "own");
    case "text":
    case "templates":
    case "stack":
      return [];
    default:
      return placesFor(typed, catalogue);
  }
}

function placesFor(typed: string, catalogue: Catalogue): readonly MarkerItem[] {
  const [type = "", ...keys] = typed.split(".");
  if (keys.length > 0) {
    const root = catalogue.resourceType(type)?.properties;
    return root === undefined ? [] : markerKeyItems(root, keys.join("."));
  }
  const wanted = typed.toLowerCase();
  const types = [...new Set([...catalogue.usage.types, ...catalogue.typeNames])];
  const found = types.filter((name) => name.toLowerCase().includes(wanted)).slice(0, MAX_ITEMS);
  const attributes = [...catalogue.resourceBody(undefined).properties.keys()].map((key) => `attribute:${key}`);
  return [...nameItems([...PREFIXES, ...attributes], typed, "keyword"), ...nameItems(found, typed, "type")];
}

/** The keys below a path whose last key is being written, or the values of its property. */
function markerKeyItems(root: ObjectType, typed: string): readonly MarkerItem[] {
  const [written = "", value] = typed.split("=", 2);
  const path = written.split(".");
  if (value !== undefined) return nameItems(valuesAt(root, path) ?? [], value, "value");
  const above = path.slice(0, -1);
  let types: readonly ValueType[] = [{ kind: "object", object: root }];
  for (const key of above)
    types = types.flatMap(objectsIn).flatMap(({ properties }) => properties.get(key)?.type ?? []);
  const keys = types.flatMap(objectsIn).flatMap(({ properties }) => [...properties.keys()]);
  return nameItems([...new Set(keys)], path.at(-1) ?? "", "property");
}

function nameItems(all: readonly string[], typed: string, kind: MarkerItem["kind"]): readonly MarkerItem[] {
  return all.map((label) => ({ label, replaces: typed.length, kind }));
}
