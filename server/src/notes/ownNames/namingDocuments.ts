import type { Declarations } from "../../model/declarations.ts";
import type { NoteSource } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";
import { isDistinctive } from "../words/names.ts";

/** A document that names what a template declares, and what it names, in the template's order. */
export interface NamingDocument {
  readonly uri: string;
  readonly names: readonly string[];
}

/** One name alone may be another's, too. */
const FEWEST_NAMES = 2;

/**
 * The documents that name two or more of a template's resources, parameters, conditions, mappings or outputs, as far as no
 * everyday word is called so; changelogs and the like do not count. It pauses after each document.
 */
export function* namingDocuments(
  { resources, parameters, conditions, mappings, outputs }: Declarations,
  sources: readonly NoteSource[],
): Generator<void, readonly NamingDocument[]> {
  const declared = [parameters, mappings, conditions, resources, outputs].flatMap((names) => [...names.keys()]);
  const names = [...new Set(declared.filter(isDistinctive))];
  const found: NamingDocument[] = [];
  for (const source of names.length < FEWEST_NAMES ? [] : sources) {
    const words = new Set(source.text.match(/[A-Z][A-Za-z0-9]+/g));
    const named = names.filter((name) => words.has(name));
    if (named.length >= FEWEST_NAMES && !readNotes(source).isRecord) found.push({ uri: source.uri, names: named });
    yield;
  }
  return found;
}
