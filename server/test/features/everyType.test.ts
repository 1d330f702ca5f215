import assert from "node:assert/strict";
import type { ObjectType } from "../../src/catalogue/types/catalogue.ts";
import { objectsIn } from "../../src/catalogue/types/schemaAt.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { step } from "../effort.ts";

const service = createLanguageService({ catalogue: catalogueData() });
const { catalogue } = service;

const REQUEST = { language: "en", exports: [] } as const;
const HOVER = { ...REQUEST, reference: true, render: { language: "en", commands: false } } as const;

/** A template whose only resource has all properties, and the offsets of their names. */
function withAll(type: string, properties: readonly string[]): { text: string; offsets: readonly number[] } {
  let text = `Resources:\n  It:\n    Type: ${type}\n    Properties:\n`;
  const offsets: number[] = [];
  for (const name of properties) {
    offsets.push(text.length + 6);
    text += `      ${name}: x\n`;
  }
  return { text, offsets };
}

let asked = 0;

/** What does not answer, as `Type.Property: what`. */
function silent(type: string): readonly string[] {
  const { properties } = catalogue.resourceType(type)?.properties ?? { properties: new Map() };
  const names = [...properties.keys()] as string[];
  const { text, offsets } = withAll(type, names);
  const template = parse(text);
  const wrong: string[] = [];
  for (const [number, name] of names.entries()) {
    asked++;
    const markdown = service.hover(template, (offsets[number] ?? 0) + 1, HOVER)?.markdown ?? "";
    if (!markdown.startsWith(`**${name}**`) || !markdown.includes("](https://docs.aws.amazon.com/"))
      wrong.push(`${type}.${name}: hover`);
  }
  const empty = parse(`${withAll(type, []).text}      \n`);
  const items = service.completion(empty, empty.text.length - 1, { ...REQUEST, snippetSupport: true }).items;
  const labels = new Set(items.map(({ label }) => label));
  for (const name of names) {
    if (!labels.has(name) && properties.get(name)?.readOnly !== true) wrong.push(`${type}.${name}: completion`);
  }
  return wrong;
}

/** All nested objects of a type, each with a path that leads to it. */
function nested(object: ObjectType): Map<ObjectType, string[]> {
  const found = new Map<ObjectType, string[]>([[object, []]]);
  for (const [one, path] of found) {
    for (const { name, type } of one.properties.values())
      for (const inner of objectsIn(type)) if (!found.has(inner)) found.set(inner, [...path, name]);
  }
  return found;
}

/** All of them in the nightly run. Their order is that of names, so a service with seven types is asked in any case. */
const EVERY = step(1, 7);
const types = catalogue.typeNames.filter((_, index) => index % EVERY === 0);

describe("every type of the catalogue", () => {
  it("answers hover and completion of each property", () => {
    const wrong = types.flatMap(silent);
    assert.deepEqual(wrong, []);
    console.log(`      ${asked} properties of ${types.length} types`);
    assert.ok(asked > 10_000 / EVERY);
  });

  it("answers hover of the type", () => {
    const wrong = types.filter((type) => {
      const text = `Resources:\n  It:\n    Type: ${type}\n`;
      return service.hover(parse(text), text.indexOf(type) + 3, HOVER)?.markdown.includes(`**${type}**`) !== true;
    });
    assert.deepEqual(wrong, []);
  });

  it("answers hover of each attribute", () => {
    const wrong = types.flatMap((type) =>
      [...(catalogue.resourceType(type)?.attributes.keys() ?? [])].filter((name) => {
        const text = `Resources:\n  It:\n    Type: ${type}\nOutputs:\n  O:\n    Value: !GetAtt It.${name}\n`;
        return service.hover(parse(text), text.length - 2, HOVER)?.markdown.includes(name) !== true;
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("answers completion in each nested object of every type", () => {
    const wrong: string[] = [];
    let objects = 0;
    for (const type of types) {
      const body = catalogue.resourceType(type)?.properties;
      if (body === undefined) continue;
      for (const [object, path] of nested(body)) {
        if (path.length === 0 || path.length > 4 || object.properties.size === 0) continue;
        objects++;
        const lines = path.map((name, depth) => `${" ".repeat(6 + 2 * depth)}${name}:\n`);
        const text = `Resources:\n  It:\n    Type: ${type}\n    Properties:\n${lines.join("")}${" ".repeat(6 + 2 * path.length)}`;
        const { items } = service.completion(parse(text), text.length, { ...REQUEST, snippetSupport: true });
        if (items.length === 0) wrong.push(`${type}.${path.join(".")}`);
      }
    }
    assert.deepEqual(wrong, []);
    console.log(`      ${objects} objects`);
    assert.ok(objects > 5000 / EVERY);
  });
});
