import { memoBy } from "../../text/memoBy.ts";
import type { Level } from "../reading/context.ts";
import { type NotePlace, namespaceOf } from "../reading/note.ts";
import type { Reading } from "../reading/readings.ts";
import { MENTIONED, NAMES_A_WHOLE, type Term, WHOLE_TITLE } from "../reading/terms.ts";
import { readingsOf, singular } from "../words/canonical.ts";
import { hasJapanese, isDistinctive, nameKey } from "../words/names.ts";
import { principalTypesIn } from "../words/services.ts";
import type { CatalogueNames } from "./catalogueNames.ts";
import { servicePlaces } from "./servicePlaces.ts";
import {
  compact,
  type NamedPlace,
  type NoteCatalogue,
  type PropertyOwner,
  placeWithoutTopic,
  propertyPlace,
  type Vocabulary,
} from "./vocabulary.ts";

/** The name of a type or property that more services have is an everyday word. */
const MAX_SERVICES = 2;
/** The limit for a title that is exactly the name: `## VisibilityTimeout`. */
const MAX_SERVICES_WRITTEN = 5;
const SEVERAL_WORDS = /[a-z][A-Z]/;
const MAX_OWNERS = 24;

/** What any thing has: it means an instance's only if an instance is spoken of. */
const PLAIN_WORDS = /^(?:type|name|id|value|status|state|size)s?$/;

/** The types, properties or services of the catalogue that one reading of a term names, as far as the context makes it clear. */
export function cataloguePlaces(
  term: Term,
  reading: Reading,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): NamedPlace[] {
  const context = contextOf(levels, reading);
  const places = placesWithin(context, term, reading, levels, vocabulary);
  // Notes on CloudFormation are on whatever it makes.
  const isOnTemplates = context?.has("CloudFormation") === true && [...context].every((one) => OF_TEMPLATES.has(one));
  return isOnTemplates && places.length === 0 ? placesWithin(undefined, term, reading, levels, vocabulary) : places;
}

/** The namespaces of what templates are written in. */
const OF_TEMPLATES: ReadonlySet<string> = new Set(["CloudFormation", "Serverless"]);

function placesWithin(
  context: ReadonlySet<string> | undefined,
  term: Term,
  reading: Reading,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): NamedPlace[] {
  // A name of several things needs its service above it, unless it is written as a property: `VisibilityTimeout`.
  if (
    context === undefined &&
    !isWrittenAsProperty(term, vocabulary) &&
    !isJapaneseForProperty(term, reading, vocabulary) &&
    vocabulary.topics.named(reading.key).some(({ needsContext }) => needsContext)
  )
    return [];
  const service = reading.loss === 0 ? vocabulary.services.named(reading.key) : undefined;
  if (service && term.strength >= NAMES_A_WHOLE) {
    const breadth = service.types.length;
    const fit = context === undefined ? 1 : service.namespaces.some((namespace) => context.has(namespace)) ? 2 : 0;
    return servicePlaces(service).map((place) => ({
      ...placeWithoutTopic(place, fit),
      scope: "service" as const,
      breadth,
    }));
  }
  const types = typePlaces(term, reading, context, vocabulary);
  if (types.length > 0) return [...types, ...inWholes(term, types, vocabulary)];
  const properties = propertyPlaces(term, reading, levels, context, vocabulary);
  if (properties.length > 0 || reading.loss > 0) return properties;
  const metrics = metricPlaces(term.name, vocabulary);
  return metrics.length > 0 ? metrics : writtenPlaces(term.name, context);
}

/** The properties that have the name of a type, in what that is a part of: `SecurityGroupIngress` of a security group. */
function inWholes({ name }: Term, types: readonly NamedPlace[], { catalogue }: Vocabulary): NamedPlace[] {
  return catalogue.propertyOwners(compact(name)).flatMap((owner) => {
    const part = types.find(({ place }) => place.kind === "type" && place.type.startsWith(owner.type));
    return part ? [ownerPlace(owner, part.fit)] : [];
  });
}

/** Two words together, as keys in JSON are: `maxReceiveCount`. */
const LOWER_CAMEL = /^[a-z]+(?:[A-Z][a-z]+)+$/;
/** Two words together, as many values are: `PAY_PER_REQUEST`. */
export const UPPER_SNAKE: RegExp = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The places of a key or a value below its service that no property is called as. */
function writtenPlaces(name: string, context: ReadonlySet<string> | undefined): NamedPlace[] {
  const isKey = LOWER_CAMEL.test(name);
  if (context === undefined || !(isKey || UPPER_SNAKE.test(name))) return [];
  const written = isKey ? { path: ["**", name], value: undefined } : { path: ["**"], value: name };
  return [...context].map((namespace) =>
    placeWithoutTopic({ kind: "property", type: `AWS::${namespace}::*`, ...written }, 2),
  );
}

/** Whether a title begins with a property's exact name, which is no word of a sentence. */
function isWrittenAsProperty({ name, strength }: Term, { catalogue }: Pick<Vocabulary, "catalogue">): boolean {
  return strength > MENTIONED && SEVERAL_WORDS.test(name) && catalogue.propertyOwners(name).length > 0;
}

/** Whether a title is what a property of several words, and no type, is called in Japanese: 可視性タイムアウト. */
function isJapaneseForProperty(
  { name, strength }: Term,
  { key, words, loss }: Reading,
  { names }: Pick<Vocabulary, "names">,
): boolean {
  const isWhole = strength >= WHOLE_TITLE && words.length > 1 && loss === 0;
  return (
    isWhole && hasJapanese(name) && names.properties(key).some(({ exact }) => exact) && names.types(key).length === 0
  );
}

/** The namespaces that the nearest level speaks of; `undefined` if none speaks of any. */
function contextOf(levels: readonly Level[], { services }: Reading): ReadonlySet<string> | undefined {
  return services ?? levels.find((level) => level.services.size > 0)?.services;
}

function typePlaces(
  term: Term,
  { key, words, loss, isWeakened }: Reading,
  context: ReadonlySet<string> | undefined,
  { names }: Vocabulary,
): NamedPlace[] {
  const found = isWeakened ? [] : names.types(key);
  const within = found.filter(({ name }) => context?.has(namespaceOf(name)));
  const place = (type: string, fit: number): NamedPlace => placeWithoutTopic({ kind: "type", type }, fit);
  if (within.length > 0) {
    const best = within.some(({ exact }) => exact) ? within.filter(({ exact }) => exact) : within;
    return best.map(({ name }) => place(name, 2));
  }
  // `Security group` is clear anywhere, `Group` only below its service.
  const exact = found.filter((one) => one.exact);
  const isClear = (words.length > 1 || isDistinctive(compact(term.name))) && loss < 2;
  if (!isClear || new Set(exact.map(({ name }) => namespaceOf(name))).size > MAX_SERVICES) return [];
  if (context !== undefined && term.strength < WHOLE_TITLE) return [];
  return exact.map(({ name }) => place(name, context === undefined ? 1 : 0));
}

function propertyPlaces(
  term: Term,
  reading: Reading,
  levels: readonly Level[],
  context: ReadonlySet<string> | undefined,
  { names, catalogue }: Vocabulary,
): NamedPlace[] {
  const isWhole = term.strength >= WHOLE_TITLE - 1;
  const isDistinct = isDistinctive(compact(term.name)) || reading.words.length > 1;
  const below = reading.loss === 0 ? belowTypes(term, levels, names, catalogue) : [];
  if (below.length > 0) return below.map((owner) => ownerPlace(owner, 2));
  if (context === undefined) {
    if (!isDistinct || reading.loss > 0) return [];
    // Data types have attributes in other fields, too, and programs write theirs as `clientName`.
    if (/^[a-z]+[A-Z]/.test(term.name) || (/\s/.test(term.name) && levels[0]?.isInAwsNotes() === false)) return [];
    const found = names.properties(reading.key).filter(({ exact }) => exact);
    const owners = found.flatMap(({ name }) => catalogue.propertyOwners(name));
    const isWritten = term.strength >= WHOLE_TITLE && isWrittenAsProperty(term, { catalogue });
    const most = isWritten ? MAX_SERVICES_WRITTEN : MAX_SERVICES;
    const isEverywhere = new Set(owners.map(({ type }) => namespaceOf(type))).size > most;
    return isEverywhere || owners.length > MAX_OWNERS ? [] : owners.map((owner) => ownerPlace(owner, 1));
  }
  const ownersOf = (key: string, exactly: boolean): readonly PropertyOwner[] =>
    names
      .properties(key)
      .filter(({ exact }) => exact === exactly)
      .flatMap(({ name }) =>
        [...context].flatMap((namespace) => catalogue.propertyOwners(name, `AWS::${namespace}::`)),
      );
  const exact = ownersOf(reading.key, true);
  const principal = principalTypesIn(context);
  const clear = chosen(exact, principal, isDistinct, isWhole, levels);
  if (clear.length > 0) return clear.map((owner) => ownerPlace(owner, 2));
  if (!isWhole) return (isSubject(term, reading) ? ofTypes(exact, principal) : []).map((owner) => ownerPlace(owner, 2));
  // `Encryption` of a bucket is `BucketEncryption`; `Versioning` is `VersioningConfiguration`.
  const joined = reading.words.join("");
  const isName = (key: string): boolean => names.properties(key).length > 0;
  const nouns = nounsOfTypes(principal)
    // Hardly any is the name of something.
    .filter(({ noun, one }) => isName(noun + reading.key) || isName(joined + one))
    .filter(({ noun }) => !PLAIN_WORDS.test(reading.key) || levels.some(({ key }) => key.includes(noun)))
    .flatMap(({ noun, one }) => [...ownersOf(noun + reading.key, true), ...ownersOf(joined + one, true)]);
  const shortened = [...nouns, ...(reading.loss < 2 ? ownersOf(reading.key, false) : [])];
  return chosen(shortened, principal, isDistinct, isWhole, levels).map((owner) => ownerPlace(owner, 2));
}

/** The properties of that name in the types that a title above names or mentions. */
function belowTypes(
  { name }: Term,
  levels: readonly Level[],
  names: CatalogueNames,
  catalogue: NoteCatalogue,
): readonly PropertyOwner[] {
  if (!/^[A-Za-z]\w*$/.test(compact(name))) return [];
  for (const level of levels.slice(1)) {
    const owners = typesIn(level, names).flatMap((type) =>
      catalogue.propertyOwners(compact(name), type).filter((one) => one.type === type),
    );
    if (owners.length > 0) return owners.slice(0, MAX_OWNERS);
    // What is said of another service has that one's keys.
    if (level.services.size > 0 && !level.services.has("CloudFormation")) return [];
  }
  return [];
}

/** The types that a title names, or is the name of. */
const typesIn = memoBy(({ text, key }: Level, names: CatalogueNames): readonly string[] => {
  const written = text.match(/AWS(?:::\w+){2}/g) ?? [];
  const called = names.types(key).filter(({ exact }) => exact);
  return [...written, ...called.map(({ name: type }) => type)].slice(0, MAX_OWNERS);
});

function ownerPlace(owner: PropertyOwner, fit: number): NamedPlace {
  return placeWithoutTopic(propertyPlace(owner), fit);
}

/** Of a service's properties with a name those that are meant: all if the name is a special one, else those at the top of the types that stand for the service. */
function chosen(
  owners: readonly PropertyOwner[],
  principal: readonly string[],
  isDistinct: boolean,
  isWhole: boolean,
  levels: readonly Level[],
): readonly PropertyOwner[] {
  if (owners.length === 0 || (!isDistinct && !isWhole)) return [];
  if (owners.length === 1 || (isDistinct && owners.length <= MAX_OWNERS)) return owners;
  const top = owners.filter(
    ({ type, path }) => path.length <= 2 && principal.includes(type) && (isDistinct || isSpokenOf(path, levels)),
  );
  const shortest = Math.min(...top.map(({ path }) => path.length));
  return top.filter(({ path }) => path.length === shortest);
}

/** Whether a term is what a sentence is about: `Timeoutは900秒まで` below Lambda. */
function isSubject({ strength }: Term, { key, loss }: Reading): boolean {
  return strength >= NAMES_A_WHOLE && loss === 0 && !PLAIN_WORDS.test(key);
}

/** The properties that are those of a type itself, and of nothing in it. */
function ofTypes(owners: readonly PropertyOwner[], types: readonly string[]): readonly PropertyOwner[] {
  return owners.filter(({ type, path }) => path.length === 1 && types.includes(type));
}

const KIND_OF_OBJECT = /(?:Configuration|Config|Policy|Settings?|Options?|Specification)$/;

/** Whether something above names the property that another one is in: `Timeout` of connection draining; `Status` may belong to anything. */
function isSpokenOf(path: readonly string[], levels: readonly Level[]): boolean {
  const outer = nameKey((path.at(-2) ?? "").replace(KIND_OF_OBJECT, ""));
  return levels.some(({ key }) => key.includes(outer));
}

/** The names that the properties of types may begin with, or end with in the singular: `dbinstance` and `db` of `AWS::RDS::DBInstance`. */
const nounsOfTypes = memoBy((types: readonly string[]) =>
  types.flatMap((type) => {
    const [words = []] = readingsOf(type.split("::")[2] ?? "");
    const nouns = new Set([words.join(""), words[0] ?? "", words.at(-1) ?? ""]);
    return [...nouns].map((noun) => ({ noun, one: singular(noun) }));
  }),
);

/** The places of a metric's name: in alarms. */
function metricPlaces(name: string, { catalogue }: Vocabulary): NamedPlace[] {
  if (!/^[A-Z]\w{3,}$/.test(name) || !catalogue.metricNames().has(name)) return [];
  const paths = [["MetricName"], ["Metrics", "MetricStat", "Metric", "MetricName"]];
  return paths.map((path): NamedPlace => {
    const place: NotePlace = { kind: "property", type: "AWS::CloudWatch::Alarm", path, value: name };
    return placeWithoutTopic(place, 1);
  });
}
