import { OTHER_CONSTRAINTS } from "../../../catalogue/language/otherConstraints.ts";
import type { ObjectType, Property, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives, objectsOf } from "../../../catalogue/types/schemaAt.ts";
import { keysAround } from "../../../model/focus/completionPlace.ts";
import type { Declarations } from "../../../model/template.ts";
import { said } from "../../../text/localised.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { referenceTo } from "../functionTexts.ts";
import { type CompletionItem, commaEdits, escapedSnippet, type ItemKind, type Scene, valueBeside } from "../scene.ts";
import type { Subject } from "../subject.ts";
import { fitOf, isNamedAs } from "./fit.ts";
import { bodyLines, usualPair } from "./keySkeletons.ts";
import { childHere } from "./nestedChild.ts";
import { valueSkeleton } from "./skeleton.ts";
import { isListType } from "./snippetNames.ts";
import { onlyTarget, sceneAt } from "./targets.ts";
import { rankText, usualKeys, usualOrder } from "./usual.ts";

/** Keys that may stand at the caret: sections, attributes of resources, properties, keys of policies and metadata. */
export function keyItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  if (subject.call !== undefined || subject.schema === undefined) return [];
  const listed = place.accepts.item === true ? listedObjects(subject.schema.type) : [];
  const first = listed.flatMap((object) => keyItemsOf(scene, object, new Set(), "- ", listed.length > 1));
  if (place.accepts.key !== true) return first;
  const objects = objectsOf(subject.schema.type);
  if (objects.length === 0) return first;
  const isAtTop = subject.path.length === 0 && subject.root.in === "template";
  const others = template.sections.filter(({ key, offset }) => key.start + offset !== place.span.start);
  const present = isAtTop ? new Set(others.map(({ name }) => name)) : keysAround(place);
  if ([...present].some((name) => name.startsWith("Fn::"))) return [];
  return [...first, ...objects.flatMap((object) => keyItemsOf(scene, object, present, "", objects.length > 1))];
}

/** The objects that the items of a list may be. */
function listedObjects(type: ValueType): readonly ObjectType[] {
  return alternatives(type).flatMap((one) => (one.kind === "list" ? objectsOf(one.items) : []));
}

/**
 * @param dash what opens the list item whose first key is written
 * @param isChoice whether another object may stand there, so that what this one requires does not come before it
 */
function keyItemsOf(
  scene: Scene,
  object: ObjectType,
  present: ReadonlySet<string>,
  dash = "",
  isChoice = false,
): CompletionItem[] {
  const excluded = new Set([
    ...(object.exclusive ?? []).filter((set) => set.some((name) => present.has(name))).flat(),
    ...(scene.subject.section === "Parameters" ? (OTHER_CONSTRAINTS.get(valueBeside(scene)("Type") ?? "") ?? []) : []),
  ]);
  const kind = kindOf(scene);
  const usual = usualKeys(scene);
  const items: CompletionItem[] = [];
  let order = 0;
  for (const property of object.properties.values()) {
    order++;
    if (present.has(property.name) || property.readOnly || excluded.has(property.name)) continue;
    const rank = kind === "property" && !isOfGlobals(scene) ? usual.indexOf(property.name) : order;
    const item = keyItem(scene, property, kind, rankText(rank), dash);
    items.push(isChoice ? { ...item, sortText: item.sortText.replace(/^1/, "3") } : item);
  }
  return items;
}

/** The kinds of SAM's resources are in their own order. */
function isOfGlobals({ subject: { section, path } }: Scene): boolean {
  return section === "Globals" && path.length === 1;
}

function kindOf({ subject }: Scene): ItemKind {
  if (subject.path.length > 0) return "property";
  return subject.root.in === "template" ? "section" : "attribute";
}

/** @param order sorts it among those that are as much needed */
function keyItem(scene: Scene, property: Property, kind: ItemKind, order: string, dash: string): CompletionItem {
  const { name, required, deprecated, type } = property;
  const { place, subject, language } = scene;
  const path = dash === "" ? [...subject.path, name] : [...subject.path, 0, name];
  const shape = shapeName(type);
  const rank = deprecated ? "9" : required ? "1" : kind === "property" ? "3" : "2";
  return {
    ...(usualInsertion(scene, path, type, dash) ??
      insertion(scene, name, () => type, { dash, references: property.references, path })),
    label: name,
    kind,
    detail: required ? `${shape} · ${said(language, "required", "必須")}` : shape,
    sortText: `${rank}${order}${name}`,
    ...(deprecated && { deprecated }),
    ...filter(place.quote, name),
    data: { of: "key", root: subject.root, path },
  };
}

function filter(quote: string, name: string): { filterText?: string } {
  return quote === "" ? {} : { filterText: `${quote}${name}` };
}

type Insertion = Pick<CompletionItem, "insertText" | "snippet" | "span" | "again" | "additionalEdits">;

/** A key with what nearly everybody writes below it; `undefined` if there is no such thing, or no room for it. */
function usualInsertion(
  scene: Scene,
  path: readonly (string | number)[],
  type: ValueType,
  dash: string,
): Insertion | undefined {
  const { place, unit, snippetSupport, subject } = scene;
  if (place.hasColon || !snippetSupport || (subject.root.in === "template" && path.length < 3)) return undefined;
  const body = usualPair(scene, path, type);
  const text = body && bodyLines(body, place.style, place.indent + " ".repeat(dash.length), unit);
  if (text === undefined) return undefined;
  const comma = place.style !== "block" && place.commaAfter === true ? "," : "";
  // A missing item is completed next, and may be of any shape.
  const again = body !== undefined && /- \$\{1\}$/.test(body);
  return {
    insertText: dash + text + comma,
    snippet: true,
    span: place.span,
    ...(again && { again }),
    ...commaEdits(place),
  };
}

/** The text of a key, with the colon and what its value needs unless a colon is there already. */
export function insertion(
  scene: Scene,
  name: string,
  typeOf: () => ValueType,
  {
    dash = "",
    references,
    path,
  }: {
    readonly dash?: string;
    readonly references?: Property["references"];
    /** From the resource's attributes down. */
    readonly path?: readonly (string | number)[];
  } = {},
): Insertion {
  const { place, unit, snippetSupport } = scene;
  const key = quotedKey(scene, name);
  if (place.hasColon) return { insertText: key, snippet: false, span: place.span };
  const comma = place.style !== "block" && place.commaAfter === true ? "," : "";
  const { text, first, isListed } = valueSkeleton(typeOf(), place.indent + " ".repeat(dash.length), {
    style: place.style,
    unit,
    snippet: snippetSupport,
    path: path ?? [],
    key: { name, ...(references && { references }) },
    refers: (wanted) =>
      REFERRING.test(wanted.name) ||
      scene.template.declarations.parameters.has(wanted.name) ||
      isDeclared(scene, wanted.references) ||
      isPolicyTemplate(scene.subject),
    own: (below, wanted) => {
      const only = isDeclared(scene, wanted.references) ? onlyTarget(scene, below, wanted) : undefined;
      return only && referenceTo(only.name, only.attribute)[place.style === "json" ? "json" : "short"];
    },
    takesList: (wanted) => isListGiven(scene, wanted),
    order: (below) => (path === undefined ? [] : usualOrder(scene, below)),
    isListed: (below) => VALUED.has(String(below.at(-1))) || hasValues(scene, below),
    usual: (below, wanted) => (snippetSupport && path !== undefined ? usualPair(scene, below, wanted) : undefined),
  });
  const snippet = snippetSupport && /\$\d|\$\{\d/.test(text);
  // The caret is at the value, unless a comma or a quote follows; choices show by themselves.
  const atValue = snippet ? !/^[^$]*\$\{1\|/.test(text) : comma === "" && place.style !== "json";
  const isGiven = first?.kind === "list";
  const offersValue =
    atValue && first !== undefined && (isGiven || isListed || hasCompletions(scene, name, first, references));
  return {
    insertText: `${dash}${snippet ? escapedSnippet(key) : key}:${text}${comma}`,
    snippet,
    span: place.span,
    ...(offersValue && { again: true }),
    ...commaEdits(place),
  };
}

/** Whether completion has anything for the value: if anything may be written, no list is to be in the way. */
function hasCompletions(scene: Scene, name: string, type: ValueType, references: Property["references"]): boolean {
  if (VALUED.has(name)) return true;
  if (name === "Parameters" && scene.subject.path.length === 1)
    return (childHere(scene)?.template.declarations.parameters.size ?? 0) > 0;
  if (hasValues(scene, [...scene.subject.path, name])) return true;
  if (isDeclared(scene, references)) return true;
  if (scene.subject.path[0] === "Properties" && scene.template.declarations.parameters.has(name)) return true;
  if (REFERRING.test(name) && isTaken(sceneAt(scene, [...scene.subject.path, name], type))) return true;
  return alternatives(type).some(
    (one) =>
      one.kind === "object" ||
      one.kind === "boolean" ||
      ("enum" in one && one.enum !== undefined) ||
      (one.kind === "string" && one.format === "iam-action"),
  );
}

/**
 * Whether a parameter of the template can give the list that a key takes: one with its name, or for what it refers to
 * if the template declares none of that.
 */
function isListGiven({ template: { declarations } }: Scene, name: string): boolean {
  const { parameters, resources } = declarations;
  if (isListType(parameters.get(name)?.type)) return true;
  const given = [...parameters.values()].some(({ type }) => isListType(type) && isNamedAs(name, type));
  return given && ![...resources.values()].some(({ type }) => type?.startsWith("AWS::EC2::") && isNamedAs(name, type));
}

/** Whether AWS's pages list values of a key. */
function hasValues(scene: Scene, path: readonly (string | number)[]): boolean {
  const { subject, catalogue } = scene;
  const names = path.filter((step) => typeof step === "string");
  if (subject.resourceType === undefined) return false;
  return catalogue.values.at(subject.resourceType, names, valueBeside(scene)).length > 0;
}

/** Keys that nearly always take a reference, not a text. */
const REFERRING = /\w(?:Id|Arn)s?$|Password$|^(?:DNSName|Function|Queue|Resource|Role|Topic|Value)$/;

/** The parameters of SAM's policy templates name what the function works with. */
function isPolicyTemplate({ resourceType, path }: Subject): boolean {
  return path[1] === "Policies" && resourceType?.startsWith("AWS::Serverless::") === true;
}

/** Whether the template has something that a property refers to. */
function isDeclared({ template: { declarations } }: Scene, references: Property["references"]): boolean {
  return references?.some(({ type }) => typesOf(declarations).has(type)) === true;
}

/** Whether the template has something that a property takes by its name alone: a `FunctionArn` of SAM. */
function isTaken(scene: Scene): boolean {
  const fit = fitOf(scene);
  return scene.subject.section === "Resources" && [...typesOf(scene.template.declarations)].some(fit.resource);
}

/** The types of a template's resources, and those that its parameters are ids of; asked for each key of an object. */
const typesOf = memoBy(({ resources, parameters }: Declarations): ReadonlySet<string> => {
  const ids = [...parameters.values()].map(({ type = "" }) => /([\w:]+)::(?:Id|Name|KeyName)>*$/.exec(type)?.[1]);
  return new Set([...[...resources.values()].map(({ type }) => type), ...ids].filter((type) => type !== undefined));
});

/** Keys whose values are the template's own names, files beside it, or from tables beside the schema. */
const VALUED: ReadonlySet<string> = new Set([
  "AWSTemplateFormatVersion",
  "Condition",
  "ContentUri",
  "DefinitionUri",
  "DependsOn",
  "Location",
  "MetricName",
  "Namespace",
  "Runtime",
  "TemplateURL",
  "Transform",
  "Type",
]);

/** A key in the quotes that its place wants. */
export function quotedKey({ place }: Scene, name: string): string {
  if (place.style === "json" || place.quote === '"') return JSON.stringify(name);
  return place.quote === "'" ? `'${name}'` : name;
}

/** A word for the shape of a value. */
export function shapeName(type: ValueType): string {
  const all = alternatives(type);
  const [first] = all;
  if (first === undefined) return "";
  if (all.length > 1) return [...new Set(all.map(shapeName))].slice(0, 3).join(" | ");
  switch (first.kind) {
    case "object":
      return first.object.name;
    case "list":
      return `${shapeName(first.items)}[]`;
    case "map":
      return "map";
    case "number":
      return first.integer ? "integer" : "number";
    case "any":
      return "any";
    default:
      return first.kind;
  }
}
