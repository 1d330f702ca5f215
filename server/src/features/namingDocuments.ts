import { HELPER_SCRIPTS } from "../bootstrap/helperScripts.ts";
import type { Template } from "../model/template.ts";
import { isReadme } from "../notes/reading/guidesTemplates.ts";
import type { NoteSource } from "../notes/reading/note.ts";
import { readNotes } from "../notes/reading/readNotes.ts";
import { isDistinctive } from "../notes/words/names.ts";

/** One name alone may be another template's, too. */
const MIN_OWN_NAMES = 2;
/** Of names that other templates have as well. */
const MIN_NAMES = 3;

/**
 * The names that documents, by their URIs, have of a template: outside of code, two or more of the template's own things,
 * or three things by CloudFormation's names for them (not in a README). Everyday words do not count, nor do changelogs
 * and the like. It pauses after each document.
 */
export function* namingDocuments(
  { declarations, text }: Template,
  sources: readonly NoteSource[],
): Generator<void, ReadonlyMap<string, readonly string[]>> {
  const { resources, parameters, conditions, mappings, outputs } = declarations;
  const own = [parameters, mappings, conditions, resources, outputs].flatMap((names) => [...names.keys()]);
  const attributes = [...resources.values()].flatMap((resource) => [...resource.attributes]);
  const helpers = [...HELPER_SCRIPTS.keys()].filter((name) => text.includes(name));
  const types = [...resources.values()].flatMap(({ type }) => type ?? []);
  const ownNames = new Set(own.filter(isDistinctive));
  const names = [...new Set([...ownNames, ...[...attributes, ...helpers, ...types].filter(isDistinctive)])];
  const found = new Map<string, readonly string[]>();
  for (const source of sources) {
    const words = new Set(source.text.replace(FENCED, "").match(WORD));
    const named = names.filter((name) => words.has(name));
    // Every README tells of something.
    const isOnWords = named.length >= MIN_NAMES && !isReadme(source.uri);
    const isNaming = isOnWords || named.filter((name) => ownNames.has(name)).length >= MIN_OWN_NAMES;
    if (isNaming && !readNotes(source).isRecord) found.set(source.uri, named);
    yield;
  }
  return found;
}

const FENCED = /^ *(```|~~~)[\s\S]*?^ *\1/gm;
const WORD = /AWS(?:::\w+){2}|cfn-[a-z]+(?:-[a-z]+)*|[A-Z][A-Za-z0-9]+/g;
