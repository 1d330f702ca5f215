import assert from "node:assert/strict";
import type { NoteSource } from "../../../src/notes/reading/note.ts";
import { limitedNotes } from "../../../src/notes/reading/noteLimits.ts";

const source = (name: string, text: string): NoteSource => ({ uri: name, text, builtIn: false, language: "en" });

describe("limitedNotes", () => {
  const sources = [source("a", "12345"), source("b", "12345"), source("c", "1")];
  const cases: readonly [name: string, most: { files: number; units: number }, kept: string, isCut: boolean][] = [
    ["keeps all that fits", { files: 3, units: 11 }, "abc", false],
    ["keeps so many files", { files: 2, units: 11 }, "ab", true],
    ["keeps so much text, and the first files of it", { files: 3, units: 9 }, "a", true],
    ["keeps nothing where the first is too much", { files: 3, units: 4 }, "", true],
  ];
  for (const [name, most, kept, isCut] of cases)
    it(name, () => {
      const found = limitedNotes(sources, most);
      assert.deepEqual({ kept: found.sources.map(({ uri }) => uri).join(""), isCut: found.isCut }, { kept, isCut });
    });
});
