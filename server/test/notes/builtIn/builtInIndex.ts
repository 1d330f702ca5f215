import { readdirSync, readFileSync } from "node:fs";
import { noteCatalogue } from "../../../src/hoverService.ts";
import { type NoteIndex, noteIndex } from "../../../src/notes/noteIndex.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";

/** The built-in notes of a language, and nothing else. */
export function builtInIndex(language: NoteLanguage): NoteIndex {
  const index = noteIndex({ topics, catalogue: noteCatalogue(loadCatalogue()) });
  for (const file of readdirSync(`notes/${language}`)) {
    const text = readFileSync(`notes/${language}/${file}`, "utf8");
    index.set({ uri: `cfn-notes-built-in:/${language}/${file}`, text, builtIn: true, language });
  }
  return index;
}
