import assert from "node:assert/strict";
import { readPieces } from "../../../src/notes/lesson/pieces.ts";
import { preparedOf, topicKeysOf } from "../../../src/notes/lesson/preparedFiles.ts";
import { packedNotes, preparedNotes } from "../../../src/notes/lesson/preparedNotes.ts";
import { packedPieces, preparedPieces } from "../../../src/notes/lesson/preparedPieces.ts";
import type { Note } from "../../../src/notes/reading/note.ts";
import { builtInIndex } from "../builtIn/builtInIndex.ts";

describe("Prepared pieces of built-in notes", () => {
  for (const language of ["en", "ja"] as const) {
    it(`are those that are read in ${language}`, () => {
      for (const file of builtInIndex(language).files) {
        const prepared = `\n${file.notes.map((note) => packedPieces(note.line, readPieces(note, file), file.lines)).join("")}`;
        for (const note of file.notes)
          assert.deepEqual(preparedPieces(prepared, note.line, file.lines), readPieces(note, file), note.id);
      }
    });
  }

  it("are none where a note is not there", () => {
    assert.equal(preparedPieces("\n3 []\n", 30, []), undefined);
    assert.deepEqual(preparedPieces("\n30 []\n", 30, []), []);
  });
});

describe("Prepared built-in notes", () => {
  for (const language of ["en", "ja"] as const) {
    it(`are those that are read in ${language}`, () => {
      for (const file of builtInIndex(language).files) {
        const { uri, lines, notes } = file;
        const prepared = packedNotes(file) ?? assert.fail(uri);
        const made = preparedNotes({ uri, text: lines.join("\n"), builtIn: true, language }, prepared);
        assert.deepEqual({ ...made, notes: [] }, { ...file, notes: [] });
        assert.deepEqual(made.notes.map(shown), notes.map(shown));
      }
    });
  }
});

/** Two makers of notes have them in objects of different kinds. */
function shown(note: Note): object {
  const { id, title, path, kind, naming, line, passage, own, terms, places, topicIds, about, context } = note;
  const { indent, quotes, asked, children } = note;
  const told = { id, title, path, kind, naming, line, passage, own, terms, places, topicIds, about, context };
  return { ...told, indent, quotes, asked, children: children.map((child) => child.id) };
}

describe("What the build has made of files", () => {
  const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const bytes = new TextEncoder().encode('[["a.md",3,4],["b.md",1,6]]\n\n一\n2 []\n');
  const prepared = preparedOf(bytes, decoded);
  const madeOf = (name: string, content: string): string | undefined => prepared(name, content).prepared?.();

  it("is found by their names", () => {
    assert.equal(madeOf("a.md", "abc"), "\n一");
    assert.equal(madeOf("b.md", "b"), "\n2 []\n");
  });

  it("is nothing where a file has changed, and where there is nothing", () => {
    assert.equal(madeOf("a.md", "abcd"), undefined);
    assert.equal(madeOf("c.md", "abc"), undefined);
    assert.deepEqual(preparedOf(new Uint8Array(), decoded)("a.md", "abc"), {});
  });

  it("has the keys of topics' names by their ids", () => {
    const keysOf = topicKeysOf(new TextEncoder().encode('warm-up ["warmup","ウォムアップ"]\nvpc ["vpc"]'), decoded);
    assert.deepEqual(["warm-up", "vpc", "up"].map(keysOf), [["warmup", "ウォムアップ"], ["vpc"], undefined]);
    assert.equal(topicKeysOf(new Uint8Array(), decoded)("vpc"), undefined);
  });
});
