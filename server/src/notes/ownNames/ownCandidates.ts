import type { Focus, Reference } from "../../model/focus/focus.ts";
import { childTemplatePath } from "../../model/references/childTemplates.ts";
import { definitionsOf } from "../../model/references/definitions.ts";
import { exportsOf, mayBeSameName } from "../../model/references/exports.ts";
import { type Entry, entryOf, type SectionName, type Template } from "../../model/template.ts";
import { typeNameOf } from "../../model/tree/node.ts";
import type { Candidate } from "../binding/candidates.ts";
import { aliasesOf, isNamingKey, resourcesIn } from "./aliases.ts";

/** The template for which notes are asked. */
export interface AskedTemplate {
  readonly uri: string;
  readonly template: Template;
  /** What other templates export, if that is known. */
  readonly exports?: readonly ExportedName[];
}

/** An export of another template. */
export interface ExportedName {
  /** With `${…}` for what is filled in at deployment. */
  readonly name: string;
  /** The output's name. */
  readonly output: string;
  /** The resources and parameters that its value depends on. */
  readonly of: readonly string[];
  /** The template's URI. */
  readonly uri: string;
}

/** The author's own names under the caret, with what follows from them. */
export interface OwnThings {
  readonly candidates: readonly Candidate[];
  /** The type of the resource that is named. */
  readonly type: string | undefined;
  /** The path of the nested template that declares it, or else `undefined`. */
  readonly child: string | undefined;
  /** The URIs of the templates that declare a name, if it is that of an import's output, or of what that is made of. */
  readonly exporting?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it is a literal text, which may be part of any name. */
  readonly isLiteral?: boolean;
  /** The property or attribute of the resource under the caret, if not all of it is meant. */
  readonly part?: string;
}

/** The closeness of the name itself, of another name of the thing, and of what the thing is made of. */
export const NAME = 100;
const ALIAS = 98;
const PART = 96;

/** The names under the caret that somebody gave: what is declared or referred to there, and literal names. */
export function ownThings(focus: Focus, asked?: AskedTemplate): OwnThings | undefined {
  switch (focus.kind) {
    case "name":
      return ofEntry(focus.entry);
    case "reference":
      return ofReference(focus, asked);
    case "word":
      return focus.script ? named(scriptName(focus.text, focus.textOffset)) : undefined;
    case "value":
      return ofExport(focus) ?? ofLiteral(literalName(focus));
    case "key":
      return ofNestedParameter(focus);
    default:
      return undefined;
  }
}

/** The resource that has the key under the caret, or the key's value. */
export function ownAround({ kind, place }: Focus): OwnThings | undefined {
  if ((kind !== "key" && kind !== "value") || place.in !== "resource") return undefined;
  const isProperty = place.attribute === "Properties";
  const part = isProperty ? place.path.at(-1) : place.attribute;
  if (typeof part !== "string" || (place.path.length > (isProperty ? 1 : 0) && !isInnerKey(part))) return undefined;
  return { ...named(place.logicalId), part };
}

/** Whether a key says by itself what it is of a resource, wherever in it: `ApplianceModeSupport`, but not `Enabled`. */
function isInnerKey(key: string): boolean {
  return /[a-z][A-Z]/.test(key);
}

const DECLARING: ReadonlySet<string> = new Set([
  "Resources",
  "Parameters",
  "Conditions",
  "Mappings",
  "Outputs",
  "Rules",
]);

function ofEntry(entry: Entry): OwnThings | undefined {
  if (!DECLARING.has(entry.section)) return undefined;
  return {
    candidates: [own(entry.name, NAME), ...aliasesOf(entry).map((alias) => own(alias, ALIAS))],
    type: entry.section === "Resources" ? typeNameOf(entry.value) : undefined,
    child: undefined,
  };
}

function ofReference(focus: Extract<Focus, { kind: "reference" }>, asked?: AskedTemplate): OwnThings | undefined {
  const { reference, place } = focus;
  const { kind, name } = reference;
  if (kind === "importValue") return ofImport(name, asked);
  if (kind === "attribute") return ofNestedOutput(reference, asked);
  if (kind === "mappingKey" || kind === "mappingValue" || name.startsWith("AWS::")) return undefined;
  // A variable mostly has the name of its value.
  if (kind === "subVariable") return isDeclared(name, asked) ? named(name) : undefined;
  const from = place.in === "resource" || place.in === "entry" ? place.entry : undefined;
  const [declared] = asked && from ? definitionsOf(asked.template, from, reference) : [];
  return declared === undefined ? named(name) : ofEntry(declared.entry);
}

/** Whether a template has a resource, a parameter, an output or a condition of that name. */
export function declares({ declarations }: Template, name: string): boolean {
  const { resources, parameters, outputs, conditions } = declarations;
  return [resources, parameters, outputs, conditions].some((all) => all.has(name));
}

/** The sections in which names are declared. */
const NAMING: readonly SectionName[] = ["Parameters", "Resources", "Outputs", "Conditions", "Mappings"];

/** What a template declares by a name. */
export function declared(template: Template, name: string): readonly Entry[] {
  return NAMING.flatMap((section) => entryOf(template, section, name) ?? []);
}

function isDeclared(name: string, asked: AskedTemplate | undefined): boolean {
  return (
    asked !== undefined &&
    (asked.template.declarations.parameters.has(name) || asked.template.declarations.resources.has(name))
  );
}

/** An export may be known by its name, by its output's, or by what it exports. */
function ofImport(name: string, asked?: AskedTemplate): OwnThings {
  const found = asked ? [...exportedIn(asked), ...(asked.exports ?? [])] : [];
  const meant = found.filter((one) => mayBeSameName(one.name, name));
  const candidates = [
    own(name, NAME),
    ...meant.flatMap(({ output, of }) => [own(output, ALIAS), ...of.map((one) => own(one, PART))]),
  ];
  const exporting = new Map<string, Set<string>>();
  for (const { output, of, uri } of meant)
    for (const declared of [output, ...of]) exporting.set(declared, (exporting.get(declared) ?? new Set()).add(uri));
  exporting.delete(name);
  return { candidates, type: undefined, child: undefined, exporting };
}

function exportedIn({ template, uri }: AskedTemplate): readonly ExportedName[] {
  return exportsOf(template).map(({ name, output }) => ({ name, output: output.name, of: resourcesIn(output), uri }));
}

/** The name that an output is exported by, if that is given. */
function ofExport({ place, scalar }: Extract<Focus, { kind: "value" }>): OwnThings | undefined {
  if (place.in !== "entry" || place.section !== "Outputs" || place.path.join(".") !== "Export.Name") return undefined;
  return { candidates: [own(scalar.text, NAME), own(place.entry.name, ALIAS)], type: undefined, child: undefined };
}

const OUTPUTS = "Outputs.";

function ofNestedOutput({ name, of: [stack = ""] = [] }: Reference, asked?: AskedTemplate): OwnThings | undefined {
  const entry = asked && name.startsWith(OUTPUTS) ? entryOf(asked.template, "Resources", stack) : undefined;
  return entry && { ...named(name.slice(OUTPUTS.length)), child: childTemplatePath(entry) };
}

/** A key of a nested stack's parameters. */
function ofNestedParameter({ place, name }: Extract<Focus, { kind: "key" }>): OwnThings | undefined {
  if (place.in !== "resource" || place.attribute !== "Properties" || place.path[0] !== "Parameters") return undefined;
  const child = place.path.length === 2 ? childTemplatePath(place.entry) : undefined;
  return child === undefined ? undefined : { ...named(name), child };
}

/** A value that may be anything's: `yes`, `unknown`. */
const WORD = /^[A-Z]?[a-z]+$/;

/** The literal name of a resource, and the default of a parameter, if that may be a name. */
function literalName({ place, scalar }: Extract<Focus, { kind: "value" }>): string | undefined {
  if (place.in === "entry") {
    const isDefault = place.section === "Parameters" && place.path.length === 1 && place.path[0] === "Default";
    return isDefault && (!WORD.test(scalar.text) || isOfThing(place.entry.name)) ? scalar.text : undefined;
  }
  if (place.in !== "resource" || place.attribute !== "Properties" || place.path.length !== 1) return undefined;
  return isNamingKey(String(place.path[0])) ? scalar.text : undefined;
}

/** Parameters with a name for all that a project makes. */
const OF_PROJECT = /(?:project|app|application|product|service|system|environment|company|organi[sz]ation)name$/i;

/** Whether a parameter is the name of one thing, not a choice: `NetworkStack`, `TableName`. */
function isOfThing(parameter: string): boolean {
  return (isNamingKey(parameter) && !OF_PROJECT.test(parameter)) || parameter.endsWith("Stack");
}

function ofLiteral(name: string | undefined): OwnThings | undefined {
  const things = named(name);
  return things && { ...things, isLiteral: true };
}

/** Options of commands whose arguments are logical ids and names of stacks. */
const OPTION =
  /(?:^|\s)(?:--resource|-r|--stack|-s|--stack-name|--logical-resource-id)(?:\s+|=)["']?([A-Za-z0-9_.:/-]*)$/;
const MAX_DISTANCE = 300;

function scriptName(text: string, caret: number): string | undefined {
  const rest = /^[A-Za-z0-9_.:/-]*/.exec(text.slice(caret, caret + MAX_DISTANCE))?.[0] ?? "";
  const [, begun] = OPTION.exec(text.slice(Math.max(0, caret - MAX_DISTANCE), caret)) ?? [];
  return begun === undefined ? undefined : begun + rest;
}

function named(name: string): OwnThings;
function named(name: string | undefined): OwnThings | undefined;
function named(name: string | undefined): OwnThings | undefined {
  if (name === undefined || name === "") return undefined;
  return { candidates: [own(name, NAME)], type: undefined, child: undefined };
}

function own(name: string, specificity: number): Candidate {
  return { place: { kind: "own", name }, specificity };
}
