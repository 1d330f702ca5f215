import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { piecesOf } from "../../../src/notes/lesson/pieces.ts";
import { type NoteLanguage, parsePlace } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInIndex } from "./builtInIndex.ts";

const LANGUAGES = ["en", "ja"] as const;
const INDEXES = { en: builtInIndex("en"), ja: builtInIndex("ja") } as const;
const { typeNames } = loadCatalogue();
const byId = new Map(topics.map((topic) => [topic.id, topic]));

/** The topics of the notes on a type, best first. */
function topicsOn(type: string, language: NoteLanguage): readonly string[] {
  const text = `Resources:\n  It:\n    Type: ${type}\n`;
  const focus = focusAt(parse(text), text.indexOf(type) + 2);
  assert.ok(focus, type);
  return INDEXES[language].at(focus).map(({ note }) => note.topicIds.join(" "));
}

/** Each place of each note, as `topics: place`. */
function placesOf(language: NoteLanguage): readonly string[] {
  const { files } = INDEXES[language];
  return files
    .flatMap(({ uri }) => INDEXES[language].bindingsIn(uri))
    .map(({ note, place }) => `${note.topicIds.join(" ")}: ${JSON.stringify(place)}`)
    .sort();
}

/** The marked traps in the notes' own text, as `topics: kind block`. */
function trapsOf(language: NoteLanguage): readonly string[] {
  return INDEXES[language].files
    .flatMap((file) => file.notes.filter(({ topicIds }) => topicIds.length > 0).map((note) => ({ note, file })))
    .flatMap(({ note, file }) =>
      piecesOf(note, file)
        .filter(({ isTrap, section }) => isTrap && section === "")
        .map(({ kind, block }) => `${note.topicIds.join(" ")}: ${kind} ${block}`),
    )
    .sort();
}

describe("built-in notes of both languages", () => {
  it("show at the same places", () => {
    const places = placesOf("en");
    assert.ok(places.length > 400, String(places.length));
    assert.deepEqual(placesOf("ja"), places);
  });

  it("have the same pieces marked as their trap, at most one each", () => {
    const traps = trapsOf("en");
    assert.ok(traps.length > 80, String(traps.length));
    assert.deepEqual(trapsOf("ja"), traps);
    assert.equal(new Set(traps.map((trap) => trap.split(":")[0])).size, traps.length);
  });

  it("are the same on every type", () => {
    assert.ok(typeNames.length > 1000);
    const differing = typeNames.filter((type) => topicsOn(type, "en").join() !== topicsOn(type, "ja").join());
    assert.deepEqual(differing, []);
  });

  for (const language of LANGUAGES) {
    it(`${language}: show only where their marker says`, () => {
      const others = INDEXES[language].files
        .flatMap(({ uri }) => INDEXES[language].bindingsIn(uri))
        .filter(({ note, place }) => {
          const marked = note.topicIds
            .flatMap((id) => byId.get(id) ?? [])
            .flatMap((topic) => [...topic.places, ...(topic.placesOfMarked ?? [])]);
          return !marked.some((one) => JSON.stringify(parsePlace(one)) === JSON.stringify(place));
        });
      assert.deepEqual(
        others.map(({ note, place }) => `${note.title}: ${JSON.stringify(place)}`),
        [],
      );
    });

    it(`${language}: what a type of CloudFormation is comes before what is around it`, () => {
      const types = typeNames.filter((type) => type.startsWith("AWS::CloudFormation::"));
      assert.ok(types.length > 15);
      const scopeOfFirst = (type: string): string | undefined =>
        byId.get(topicsOn(type, language)[0]?.split(" ")[0] ?? "")?.scope;
      assert.deepEqual(
        types.filter((type) => scopeOfFirst(type) === "around"),
        [],
      );
    });
  }
});
