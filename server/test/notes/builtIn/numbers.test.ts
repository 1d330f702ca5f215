import assert from "node:assert/strict";
import limits from "../../../data/limits.yaml";
import type { Property, ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { alternatives, schemaAt } from "../../../src/catalogue/types/schemaAt.ts";
import { piecesOf } from "../../../src/notes/lesson/pieces.ts";
import type { NoteLanguage, NotePlace } from "../../../src/notes/reading/note.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInIndex } from "./builtInIndex.ts";
import { builtInSections } from "./builtInText.ts";

const catalogue = loadCatalogue();

/** Seconds, minutes, hours, days and years: a note says in any of them what the catalogue has in one. */
const UNITS: readonly number[] = [1, 60, 3600, 86_400, 31_536_000];

/** `from 0 to 255`, `128 to 10,240`, `0〜255`: what a sentence says right behind a key. */
const RANGE = /^[^\d;。]{0,24}?(-?\d[\d,]*)\s?(?:to|〜|から)\s?-?\d/u;
/** `up to 900`, `最大12時間`. */
const MOST = /(?:at most|up to|最大) ?(\d[\d,]*)/u;
/** `defaults to 5`, `5 by default`, `デフォルトは5`. */
const DEFAULT =
  /(?:defaults? (?:to |is |of )?|デフォルトは)(PT\d+[MH]|\d[\d,]*|true|false)|;? (PT\d+[MH]|\d[\d,]*) by default/u;

const LIMITS = limits();
type LimitName = keyof typeof LIMITS;

/** Topics whose note tells how much of something a template may have. */
const TOLD: readonly (readonly [topic: string, limit: LimitName])[] = [
  ["section-description", "description"],
  ["section-parameters", "parameters"],
  ["section-resources", "resources"],
  ["section-outputs", "outputs"],
  ["error-limit-exceeded", "templateBody"],
  ["error-limit-exceeded", "resources"],
  ["error-limit-exceeded", "parameters"],
];

/** A number that is limited, with what the catalogue knows of it. */
function propertyAt(place: NotePlace): Property | undefined {
  if (place.kind === "attribute") return schemaAt(catalogue.resourceBody(undefined), place.path)?.property;
  if (place.kind !== "property" || [place.type, ...place.path].some((name) => name.includes("*"))) return undefined;
  const root = catalogue.resourceType(place.type)?.properties;
  return root && schemaAt(root, place.path)?.property;
}

function rangeOf(type: ValueType): readonly [number | undefined, number | undefined] | undefined {
  const [only, ...others] = alternatives(type);
  return only?.kind === "number" && others.length === 0 ? [only.minimum, only.maximum] : undefined;
}

const numberIn = (text: string): number => Number(text.replaceAll(",", ""));

/** Each sentence of a note that names the key at a place, from the key on, up to the next key. */
function* saidOf(
  language: NoteLanguage,
): Generator<{ readonly property: Property; readonly said: string; readonly title: string }> {
  const index = builtInIndex(language);
  for (const { uri } of index.files)
    for (const { place, note, file } of index.bindingsIn(uri)) {
      const property = propertyAt(place);
      if (property === undefined) continue;
      const names = new RegExp(`\\b${property.name}\\b`);
      for (const { plain, section } of piecesOf(note, file)) {
        // A note that is called as the key is on it all along.
        const from = note.title === property.name && section === "" ? 0 : plain.search(names);
        if (from >= 0) yield { property, said: plain.slice(from).replace(names, ""), title: `${note.title}: ${plain}` };
      }
    }
}

describe("numbers in notes", () => {
  for (const language of ["en", "ja"] satisfies NoteLanguage[]) {
    it(`are the catalogue's ranges (${language})`, () => {
      const wrong = new Set<string>();
      let compared = 0;
      for (const { property, said, title } of saidOf(language)) {
        const [least, most] = rangeOf(property.type) ?? [];
        const [, low] = RANGE.exec(said) ?? [];
        if (most === undefined || (low === undefined && !MOST.test(said))) continue;
        compared++;
        const told = [...said.matchAll(/\d[\d,]*/g)].map(([text]) => numberIn(text));
        const isMost = UNITS.some((unit) => told.includes(most / unit));
        const isLeast = least === undefined || low === undefined || numberIn(low) === least;
        if (!isMost || !isLeast) wrong.add(`${property.name} ${least}–${most}: ${title}`);
      }
      assert.deepEqual([...wrong], []);
      assert.ok(compared > 8, `${compared}`);
    });

    it(`are the catalogue's defaults (${language})`, () => {
      const wrong = new Set<string>();
      let compared = 0;
      for (const { property, said, title } of saidOf(language)) {
        if (property.default === undefined) continue;
        const [, behind, before] = DEFAULT.exec(said.split(/[。]|\. /u)[0] ?? "") ?? [];
        const told = (behind ?? before)?.replaceAll(",", "");
        if (told === undefined) continue;
        compared++;
        const known = property.default.replaceAll('"', "");
        if (told !== known && !UNITS.some((unit) => Number(told) * unit === Number(known)))
          wrong.add(`${property.name} ${property.default}: ${title}`);
      }
      assert.deepEqual([...wrong], []);
      assert.ok(compared > 8, `${compared}`);
    });

    it(`are the limits that the rule on a template's size has (${language})`, () => {
      const sections = builtInSections(language);
      const missing = TOLD.filter(([topic, limit]) => {
        const bodies = sections.filter(({ ids }) => ids.includes(`@${topic}`)).map(({ body }) => body);
        const number = new RegExp(`(?<![\\d,])${LIMITS[limit].toLocaleString("en")}(?![\\d,])`);
        return !bodies.some((body) => number.test(body));
      });
      assert.deepEqual(missing, []);
    });
  }
});
