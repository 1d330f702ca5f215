import assert from "node:assert/strict";
import { schemaAt } from "../../../src/catalogue/types/schemaAt.ts";
import { chooseLesson } from "../../../src/notes/lesson/chooseLesson.ts";
import { lessonText } from "../../../src/notes/lesson/lessonText.ts";
import type { Piece } from "../../../src/notes/lesson/piece.ts";
import { piecesOf } from "../../../src/notes/lesson/pieces.ts";
import type { NoteIndex } from "../../../src/notes/noteIndex.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInIndex } from "../builtIn/builtInIndex.ts";

const catalogue = loadCatalogue();

/** What is shown of a built-in note at each property that it is on. */
function* lessons(index: NoteIndex): Generator<{
  type: string;
  path: readonly string[];
  key: string;
  title: string;
  shown: readonly Piece[];
  markdown: string;
}> {
  for (const { uri } of index.files) {
    for (const { place, note, file } of index.bindingsIn(uri)) {
      if (place.kind !== "property" || [place.type, ...place.path].some((name) => name.includes("*"))) continue;
      const { type, path } = place;
      const key = path.at(-1) ?? "";
      const all = piecesOf(note, file);
      const lesson = chooseLesson(all, { words: [key], type, isParticular: true }, note.title);
      const { text, trap, exam } = lesson;
      const shown = [...text, trap, exam].filter((piece) => piece !== undefined);
      yield { type, path, key, title: note.title, shown, markdown: lessonText(lesson) };
    }
  }
}

/** Lines of text and code of a lesson, without the title, the facts and the links. */
const MAX_LINES = 14;

function isCode(lines: readonly string[], at: number): boolean {
  return lines.slice(0, at).filter((line) => line.startsWith("```")).length % 2 === 1;
}

const REPLACES = /置換され|置き換わ(?!りません)|\breplace(?:s(?! nothing)|d)\b/u;

for (const language of ["en", "ja"] satisfies NoteLanguage[]) {
  const index = builtInIndex(language);
  describe(`built-in lessons (${language})`, () => {
    it("say of an update what the catalogue says of this very type", () => {
      const wrong = new Set<string>();
      for (const { type, path, key, title, shown } of lessons(index)) {
        const root = catalogue.resourceType(type)?.properties;
        const update = root && schemaAt(root, path)?.update;
        if (update !== "none" && update !== "some") continue;
        for (const { plain } of shown) {
          const name = `\\b${key}\\b`;
          const changed = new RegExp(`${name}[^。.、,]*(?:変え|変更)|[Cc]hang[^.]*${name}|${name}[^.]*changes`);
          if (REPLACES.test(plain) && changed.test(plain)) wrong.add(`${type}.${path.join(".")} (${title}): ${plain}`);
        }
      }
      assert.deepEqual([...wrong], []);
    });

    it("say that a type is replaced where the catalogue says so", () => {
      const wrong = new Set<string>();
      for (const { uri, notes } of index.files)
        for (const { plain } of notes.flatMap((note) => piecesOf(note, index.file(uri) ?? assert.fail()))) {
          const types =
            /^AWS::\w+::\w+(?:(?:, | and |、)AWS::\w+::\w+)*/.exec(plain)?.[0].match(/AWS::\w+::\w+/g) ?? [];
          const keys =
            /(?:[Cc]hange of |replaced when |の|は、)(\w+(?:(?:, | or |、)\w+)*)(?:を変え| changes|.*\breplaces)/u
              .exec(plain)?.[1]
              ?.match(/\w+/g) ?? [];
          if (!REPLACES.test(plain)) continue;
          for (const type of types)
            for (const key of keys.filter((word) => word !== "or")) {
              const root = catalogue.resourceType(type)?.properties;
              const update = root && schemaAt(root, [key])?.update;
              if (update !== "replacement" && update !== "maybe") wrong.add(`${type}.${key}: ${plain}`);
            }
        }
      assert.deepEqual([...wrong], []);
    });

    it("lead on to nothing that is not there", () => {
      const wrong = new Set<string>();
      for (const { title, markdown } of lessons(index)) {
        const lines = markdown.split("\n").filter((line) => line !== "");
        for (const [at, line] of lines.entries())
          if (/[:：]$/u.test(line) && !/^(?:[-|>`]|\d+\.)/.test(lines[at + 1] ?? "") && !isCode(lines, at))
            wrong.add(`${title}: ${line}`);
      }
      assert.deepEqual([...wrong], []);
    });

    it("leave room in the editor's box for the facts", () => {
      const long = new Set<string>();
      for (const { title, key, markdown } of lessons(index))
        if (markdown.split("\n").filter((line) => line !== "").length > MAX_LINES) long.add(`${title}: ${key}`);
      assert.deepEqual([...long], []);
    });
  });
}
