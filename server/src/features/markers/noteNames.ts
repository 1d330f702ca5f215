import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { SECTION_NAMES } from "../../model/template.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { topics } from "../../notes/topics/all.ts";

/** More names are not listed at a time: the next letter asks again. */
const MAX_NAMES = 100;
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Completions of a note's title: names by which a note is understood. */
export function noteNames(catalogue: Catalogue, language: NoteLanguage, typed: string): readonly string[] {
  const wanted = typed.toLowerCase();
  const named = topics.flatMap(({ names }) => names.filter((name) => language === "ja" || !JAPANESE.test(name)));
  const all = [
    ...catalogue.resourceBody(undefined).properties.keys(),
    ...SECTION_NAMES,
    ...catalogue.functions.keys(),
    ...named.filter((name) => !name.startsWith("!")),
    ...catalogue.typeNames,
  ];
  return [...new Set(all)].filter((name) => name.toLowerCase().includes(wanted)).slice(0, MAX_NAMES);
}
