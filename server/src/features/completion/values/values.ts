import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { STATEFUL_TYPES } from "../../../catalogue/values/resourceTypes.ts";
import { said } from "../../../text/localised.ts";
import { rankText, usualValues } from "../keys/usual.ts";
import { hasInOrder } from "../match.ts";
import { type CompletionItem, gapBefore, type ItemData, type Scene, typedText, writeScalar } from "../scene.ts";

/** Values that the catalogue lists for the place: allowed values, booleans, Lambda runtimes, parameter types. */
export function valueItems(scene: Scene): CompletionItem[] {
  const { place, subject } = scene;
  if (place.accepts.value !== true && place.accepts.item !== true) return [];
  const { schema } = subject;
  if (schema === undefined) return [];
  const types = alternatives(schema.type);
  const wanted = place.accepts.value === true ? types.flatMap(scalarsOf) : [];
  const items = types.flatMap((type) =>
    place.accepts.item === true && type.kind === "list" ? alternatives(type.items) : [],
  );
  return [...typeValueItems(scene, wanted, ""), ...typeValueItems(scene, items, place.style === "block" ? "- " : "")];
}

/** A list in flow style on the key's line is rare: a list's values are offered only behind its dash. */
function scalarsOf(type: ValueType): readonly ValueType[] {
  return type.kind === "list" ? [] : [type];
}

function typeValueItems(scene: Scene, types: readonly ValueType[], dash: string): CompletionItem[] {
  const seen = new Set<string>();
  const result: CompletionItem[] = [];
  const add = (item: CompletionItem): void => {
    if (seen.has(item.label)) return;
    seen.add(item.label);
    result.push(item);
  };
  for (const type of types) {
    if (type.kind === "boolean") {
      // If any text is allowed, these two are no advice.
      if (types.some(isFree)) continue;
      // A default is not written; what is, switches something on nearly always.
      for (const value of ["true", "false"])
        add({ ...valueItem(scene, value, dash, true), sortText: value === "true" ? "20" : "21" });
    } else if ("enum" in type && type.enum !== undefined) {
      const numeric = type.kind === "number";
      const { enum: listed } = type;
      const inOrder = isOrdered(scene);
      for (const [order, value] of narrowed(scene, listed).entries()) {
        const item = valueItem(scene, value, dash, numeric);
        add(inOrder ? { ...item, sortText: `${item.sortText.slice(0, 2)}${rankText(order)}` } : item);
      }
    }
  }
  if (dash === "") for (const value of fromTables(scene)) add(value);
  return result;
}

function isFree(type: ValueType): boolean {
  return type.kind === "string" && type.enum === undefined;
}

/** More values are narrowed by what is typed. */
const MAX_WIDE_VALUES = 200;

function narrowed(scene: Scene, listed: readonly string[]): readonly string[] {
  const typed = typedText(scene);
  const all = new Set(listed);
  // `GET` and `get` are one.
  const values = listed.filter((value) => value === value.toUpperCase() || !all.has(value.toUpperCase()));
  return values.length < MAX_WIDE_VALUES || typed === "" ? values : values.filter((value) => hasInOrder(typed, value));
}

function valueItem(scene: Scene, value: string, dash: string, bare: boolean): CompletionItem {
  const { place, subject, language, catalogue } = scene;
  const runtime = subject.path.at(-1) === "Runtime" ? catalogue.lambdaRuntimes.get(value) : undefined;
  const ended = runtime?.deprecation;
  const deprecated = ended !== undefined && scene.today !== undefined && ended <= scene.today;
  const usual = rankText(isOrdered(scene) ? -1 : usualValues(scene).indexOf(value));
  // The meaning of a value is its documentation, which editors show below the detail.
  const detail = ended === undefined ? undefined : said(language, `ends ${ended}`, `${ended}終了`);
  return {
    label: value,
    kind: "value",
    sortText: `2${deprecated ? "9" : isDefault(scene, value) ? "0" : "1"}${usual}${value}`,
    ...(deprecated && { deprecated }),
    insertText: `${gapBefore(scene)}${dash}${writeScalar(place, value, bare)}`,
    snippet: false,
    span: place.span,
    ...(detail !== undefined && { detail }),
    ...(place.quote !== "" && { filterText: `${place.quote}${value}` }),
    data: dataOf(scene, value),
  };
}

/** Runtimes are listed with the newest first, transforms with the most usual. */
function isOrdered({ subject }: Scene): boolean {
  const key = subject.path.findLast((step) => typeof step === "string");
  return key === "Runtime" || key === "CompatibleRuntimes" || key === "Transform";
}

function isDefault({ subject }: Scene, value: string): boolean {
  const key = subject.path.at(-1);
  // The default for an old policy is no advice for a new one.
  if (key === "Version") return value === "2012-10-17";
  // What a bucket or a table holds is lost with it.
  const isFate = subject.path.length === 1 && (key === "DeletionPolicy" || key === "UpdateReplacePolicy");
  const { default: usual } = subject.schema?.property ?? {};
  if (isFate && usual === "Delete" && STATEFUL_TYPES.has(subject.resourceType ?? "")) return value === "Retain";
  return usual === value;
}

function dataOf({ subject, catalogue }: Scene, value: string): ItemData {
  const key = subject.path.at(-1);
  if (key === "Runtime" && catalogue.lambdaRuntimes.has(value)) return { of: "runtime", name: value };
  if (subject.section === "Parameters" && key === "Type") return { of: "parameterType", name: value };
  return { of: "key", root: subject.root, path: subject.path, value };
}

/** Runtimes and transforms, if the schema lists no values. */
function fromTables(scene: Scene): CompletionItem[] {
  const { subject, catalogue } = scene;
  const key = subject.path.at(-1);
  if (key === "Runtime" && subject.resourceType?.includes("Function")) {
    return [...catalogue.lambdaRuntimes.keys()].map((name, order) => {
      const item = valueItem(scene, name, "", false);
      return { ...item, sortText: `${item.sortText.slice(0, 2)}${rankText(order)}` };
    });
  }
  if (subject.section === "Metadata" || subject.section === "Resources") return [];
  if (subject.root.in === "template" && key === "AWSTemplateFormatVersion")
    return [valueItem(scene, "2010-09-09", "", true)];
  return [];
}
