import type { Catalogue, Property, ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { schemaAt } from "../../../src/catalogue/types/schemaAt.ts";
import { parsePlace } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import type { BuiltInSection } from "./builtInText.ts";

const placesById = new Map(topics.map((topic) => [`@${topic.id}`, [...topic.places, ...(topic.placesOfMarked ?? [])]]));

/**
 * Where a built-in note in English says something else than the catalogue: one line for each.
 * Looked at are types that have ended or do not exist, properties of which a change is said to replace, values of
 * closed lists (`Key: Value`), and Lambda's runtimes. `today` is an ISO date.
 */
export function contradictions(note: BuiltInSection, catalogue: Catalogue, today: string): readonly string[] {
  const types = typesOf(note);
  return [
    ...endedTypes(note, catalogue, today),
    ...replacements(note, types, catalogue),
    ...values(note, types, catalogue),
    ...runtimes(note, catalogue, today),
  ];
}

/** The types that a note is on, and those that it names. */
function typesOf({ ids, body }: BuiltInSection): readonly string[] {
  const placed = ids
    .flatMap((id) => placesById.get(id) ?? [])
    .flatMap((text) => {
      const place = parsePlace(text);
      return place?.kind === "type" || place?.kind === "property" ? [place.type] : [];
    });
  const named = body.match(/\bAWS::\w+::\w+\b/g) ?? [];
  return [...new Set([...placed, ...named])].filter((type) => !type.includes("*"));
}

const SAYS_IT_ENDED = /\bended\b|no longer/;

function endedTypes(note: BuiltInSection, catalogue: Catalogue, today: string): readonly string[] {
  const named = new Set(note.body.match(/\bAWS::\w+::\w+\b/g) ?? []);
  return [...named].flatMap((name) => {
    if (/^AWS::(?:CloudFormation::(?:Init|Authentication|Interface)|(?:EC2|SSM)::.*(?:Id|Name|Value))$/.test(name))
      return [];
    if (catalogue.isUnknownType(name) && !isNoType(name, catalogue)) return [`${name} is no type`];
    const ends = catalogue.resourceType(name)?.lifecycle?.ends;
    return ends !== undefined && ends <= today && !SAYS_IT_ENDED.test(note.body) ? [`${name} ended on ${ends}`] : [];
  });
}

/** Types of parameters and of hooks look like those of resources. */
const isNoType = (name: string, catalogue: Catalogue): boolean =>
  catalogue.parameterTypes.some((type) => type.name.includes(name)) || name === "AWS::CodeDeploy::BlueGreen";

/** “A change of `A` or `B` … replaces”, “Changing `A` replaces”, “`A` cannot be changed”. */
const REPLACES =
  /(?:[Cc]hange of|[Cc]hanging) ((?:`\w+`(?:, | or | and )?)+)[^.]*?\breplaces\b|(`\w+`) cannot be changed/g;

function replacements(note: BuiltInSection, types: readonly string[], catalogue: Catalogue): readonly string[] {
  return [...note.body.replaceAll("**", "").matchAll(REPLACES)].flatMap(([, several, one]) =>
    ((several ?? one ?? "").match(/\w+/g) ?? []).flatMap((word) => {
      const name = word;
      if (/^(?:or|and)$/.test(name)) return [];
      const found = types.flatMap((type) => propertiesNamed(name, type, catalogue));
      if (found.length === 0) return [`no type of the note has ${name}`];
      return found.some(({ update }) => update === "replacement" || update === "maybe")
        ? []
        : [`a change of ${name} does not replace`];
    }),
  );
}

/** Values of closed lists in code: `Key: Value`, and the same in examples. */
function values(note: BuiltInSection, types: readonly string[], catalogue: Catalogue): readonly string[] {
  // A document of another language (a state machine) has keys of its own.
  const body = note.body.replace(/^( *)(?:Definition|Content|Body):\n(?:\1 +.*\n)+/gm, "");
  const written = [
    ...body.matchAll(/`([A-Z]\w+): ([\w-]+)`/g),
    ...body.matchAll(/^\s*(?:- )?([A-Z]\w+): ([\w-]+)(?: #.*)?$/gm),
  ];
  // An event's type decides what else the event has; SAM has a schema for each.
  const ofOneShape = types.filter((type) => !type.startsWith("AWS::Serverless::"));
  return written.flatMap(([, key = "", value = ""]) => {
    const lists = ofOneShape
      .flatMap((type) => propertiesNamed(key, type, catalogue))
      .flatMap(({ type }) => closedList(type) ?? []);
    return lists.length > 0 && !lists.some((list) => list.includes(value)) ? [`${key} has no value ${value}`] : [];
  });
}

function closedList(type: ValueType): readonly (readonly string[])[] | undefined {
  if (type.kind === "list") return closedList(type.items);
  return type.kind === "string" && type.closed === true && type.enum !== undefined ? [type.enum] : undefined;
}

const RUNTIME = /\b(?:nodejs|python|java|dotnet|ruby|go|provided)[\w.]*\d[\w.]*\b/g;

function runtimes({ body }: BuiltInSection, catalogue: Catalogue, today: string): readonly string[] {
  const named = new Set(body.match(RUNTIME) ?? []);
  return [...named].flatMap((name) => {
    const { deprecation } = catalogue.lambdaRuntimes.get(name) ?? {};
    const isOver = deprecation !== undefined && deprecation <= today;
    return isOver && !new RegExp(`${name}\`? has ended`).test(body)
      ? [`${name} has been deprecated since ${deprecation}`]
      : [];
  });
}

function propertiesNamed(name: string, type: string, catalogue: Catalogue): readonly Property[] {
  const root = catalogue.resourceType(type)?.properties;
  if (root === undefined) return [];
  return catalogue
    .propertyOwners(name, 20, type)
    .filter((owner) => owner.type === type && owner.path.at(-1) === name)
    .flatMap(({ path }) => schemaAt(root, path)?.property ?? []);
}
