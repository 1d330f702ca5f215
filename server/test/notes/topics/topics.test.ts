import assert from "node:assert/strict";
import type { ObjectType, ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { noteCatalogue } from "../../../src/hoverService.ts";
import { globMatches } from "../../../src/notes/binding/match.ts";
import { noteIndex } from "../../../src/notes/noteIndex.ts";
import { parsePlace } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import { nameKey } from "../../../src/notes/words/names.ts";
import { Services } from "../../../src/notes/words/services.ts";
import { UNLISTED_PROPERTIES } from "../../../src/rules/shared/catalogueGaps.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";

const catalogue = loadCatalogue();
const index = noteIndex({ topics, catalogue: noteCatalogue(catalogue) });
const services = new Services(catalogue.typeNames);
const metrics = new Set([...catalogue.metrics.values()].flat());

/** Types that between them may have every attribute. */
const BODIES: readonly ObjectType[] = [
  "AWS::AppStream::Fleet",
  "AWS::AutoScaling::AutoScalingGroup",
  "AWS::EC2::Instance",
  "AWS::EC2::Volume",
  "AWS::ElastiCache::ReplicationGroup",
  "AWS::Lambda::Alias",
  "AWS::OpenSearchService::Domain",
].map((type) => catalogue.resourceBody(type));

describe("topics", () => {
  it("have ids of their own, in kebab case", () => {
    const ids = topics.map((topic) => topic.id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it("have a name in English, Japanese or both, and none twice", () => {
    for (const { id, names, fullNames = [] } of topics) {
      assert.ok(names.length > 0, id);
      const all = [...names, ...fullNames].map(nameKey);
      assert.deepEqual(
        all.filter((name, index) => all.indexOf(name) !== index),
        [],
        id,
      );
    }
  });

  it("of messages have no name that a property or a type has", () => {
    const { typeNames, propertyNames } = noteCatalogue(catalogue);
    const tails = typeNames.map((type) => type.split("::").at(-1) ?? "");
    const known = new Set([...propertyNames(), ...tails].map(nameKey));
    const messages = topics.filter(({ id, places }) => id.startsWith("error-") && places.length === 0);
    assert.ok(messages.length > 10);
    for (const { id, names } of messages)
      assert.deepEqual(
        names.filter((name) => known.has(nameKey(name))),
        [],
        id,
      );
  });

  it("name one topic only where they stand alone", () => {
    const owners = new Map<string, string[]>();
    for (const { id, names, under, fullNames = [] } of topics)
      for (const name of under === undefined ? [...names, ...fullNames] : fullNames) {
        const key = nameKey(name);
        owners.set(key, [...(owners.get(key) ?? []), id]);
      }
    assert.deepEqual(
      [...owners].filter(([, ids]) => new Set(ids).size > 1),
      [],
    );
  });

  it("stand under topics that exist", () => {
    const ids = new Set(topics.map((topic) => topic.id));
    for (const { id, under = [] } of topics) {
      assert.ok(
        under.length === 0 || under.some((name) => ids.has(name) || services.named(nameKey(name))),
        `${id}: none of ${under.join(", ")} is a topic or a service`,
      );
      for (const name of under) if (/^[a-z]+(?:-[a-z]+)+$/.test(name)) assert.ok(ids.has(name), `${id}: under ${name}`);
    }
  });

  it("name places that exist, each once", () => {
    const unknown: string[] = [];
    for (const { id, places } of topics) {
      assert.equal(new Set(places).size, places.length, `${id} has a place twice`);
      for (const place of places) if (!exists(place)) unknown.push(`${id}: ${place}`);
    }
    assert.deepEqual(unknown, []);
  });

  it("name places of built-in notes that exist, each once", () => {
    const unknown: string[] = [];
    for (const { id, places, placesOfMarked = [] } of topics) {
      const all = [...places, ...placesOfMarked];
      assert.equal(new Set(all).size, all.length, `${id} has a place twice`);
      // What is below `**` is somewhere or nowhere; a module's type is in no catalogue.
      for (const place of placesOfMarked.filter((one) => !one.startsWith("*")))
        if (!exists(place.replace(/\.\*\*.*$/, ""))) unknown.push(`${id}: ${place}`);
    }
    assert.deepEqual(unknown, []);
  });

  it("are what a person's notes of such names are on", () => {
    const missed: string[] = [];
    for (const { id, names, under, fullNames = [] } of topics) {
      const above = under === undefined ? "Memo" : aboveFor(under);
      for (const form of [(name: string) => `## ${name}\n\nText.\n`, (name: string) => `- **${name}**\n  - Text.\n`]) {
        const own = `# ${above}\n\n${names.map(form).join("\n")}\n`;
        const found = titlesOn(id, `${own}# Memo\n\n${fullNames.map(form).join("\n")}`);
        for (const name of [...names, ...fullNames]) if (!found.has(name)) missed.push(`${id}: ${form(name)}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  it("are found wanting when a place is misspelt", () => {
    for (const place of [
      "AWS::Route53::RecordSets",
      "AWS::Route53::RecordSet.AliasTargets",
      "AWS::Route53::HealthCheck.HealthCheckConfig.Type=CALC",
      "AWS::OpsWork::*",
      "section:Output",
      "attribute:CreationPolicy.ResourceSignals",
      "attribute:DeletionPolicy=Keep",
      "metadata:AWS::CloudFormation::Init.*.package",
      "function:Fn::FindMap",
      "pseudo:AWS::Zone",
    ])
      assert.equal(exists(place), false, place);
  });
});

/** A heading that a note whose name needs one may stand under. */
function aboveFor(under: readonly string[]): string {
  const [first = ""] = under;
  return topics.find((topic) => topic.id === first)?.names[0] ?? first;
}

/** The titles of the notes of a file that are on a topic. */
function titlesOn(id: string, text: string): ReadonlySet<string> {
  index.set({ uri: "file:///notes.md", text, builtIn: false, language: "ja" });
  return new Set(index.onTopic(id).map(({ note }) => note.title));
}

function exists(source: string): boolean {
  const place = parsePlace(source);
  switch (place?.kind) {
    case "type":
      return place.type === "Custom::*" || typesLike(place.type).length > 0;
    case "property": {
      const found = typesLike(place.type).flatMap((type) => catalogue.resourceType(type)?.properties ?? []);
      const isUnlisted = UNLISTED_PROPERTIES.has(`${place.type}.${place.path.join(".")}`);
      return isUnlisted || (found.length > 0 && found.every((root) => hasPath(root, place.path, place.value)));
    }
    case "section": {
      const entry = place.path.length > 0 && catalogue.entryBody(place.section);
      return catalogue.templateBody.properties.has(place.section) && (!entry || hasPath(entry, place.path, undefined));
    }
    case "attribute":
      return BODIES.some((body) => hasPath(body, place.path, place.value));
    case "metadata":
      return [catalogue.templateBody, ...BODIES].some((body) =>
        hasPath(body, ["Metadata", ...place.path], place.value),
      );
    case "function":
      return catalogue.functions.has(place.name);
    case "pseudo":
      return catalogue.pseudoParameters.has(place.name);
    case "word":
      return place.words.length > 0;
    case "text":
      return place.text !== "";
    default:
      return false;
  }
}

function typesLike(type: string): readonly string[] {
  return catalogue.typeNames.filter((name) =>
    type.endsWith("*") ? name.startsWith(type.slice(0, -1)) : name === type,
  );
}

/** Whether keys lead somewhere from an object, and to that value if one is given; `*` is any key (any free one where there are some), `**` any number of them. */
function hasPath(root: ObjectType, path: readonly string[], value: string | undefined): boolean {
  let types: readonly ValueType[] = [{ kind: "object", object: root }];
  for (const key of path) if (key !== "**") types = types.flatMap((type) => below(type, key));
  return types.length > 0 && (value === undefined || types.some((type) => allows(type, path.at(-1) ?? "", value)));
}

function below(type: ValueType, key: string): readonly ValueType[] {
  switch (type.kind) {
    case "list":
      return below(type.items, key);
    case "union":
      return type.of.flatMap((one) => below(one, key));
    case "map":
      return [type.values];
    case "object": {
      const { properties, additional } = type.object;
      if (key === "*" && additional === undefined) return [...properties.values()].map((property) => property.type);
      const found = properties.get(key)?.type ?? additional;
      if (found !== undefined) return [found];
      const like = [...properties.values()].filter(({ name }) => key.includes("*") && globMatches(key, name));
      return like.map((property) => property.type);
    }
    default:
      return [];
  }
}

/** Whether a type has that value among those it lists; one that lists none has any. */
function allows(type: ValueType, key: string, value: string): boolean {
  if (value === "*") return true;
  if (key === "MetricName") return metrics.has(value);
  if (type.kind === "list") return allows(type.items, key, value);
  if (type.kind === "union") return type.of.some((one) => allows(one, key, value));
  if (type.kind !== "string") return false;
  return type.enum === undefined || type.enum.some((one) => one === value) || type.closed !== true;
}
