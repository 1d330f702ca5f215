import { type Binding, MARKED } from "../binding/bindings.ts";
import type { RankedNote } from "../binding/boundNote.ts";
import { isBelowType } from "../binding/mereWords.ts";
import { placeWithoutTopic, type Vocabulary } from "../binding/vocabulary.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import type { Term } from "../reading/terms.ts";
import { EMPHASISED, WHOLE_TITLE } from "../reading/terms.ts";
import { nameKeys } from "../words/nameKeys.ts";

/** Logical ids, and the names of physical things, stacks and exports. */
const NAME = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_./:-]{1,254}$/;
/** Two words in CamelCase, or parts with signs or digits between them: no word of a sentence. */
const SEVERAL_WORDS = /[a-z0-9][A-Z]|[A-Z]{2,}[a-z]{2}|[A-Za-z0-9][_./:-][A-Za-z0-9]|[A-Za-z]\d/;
/** The strength of a term that is only part of a title. */
const PART = 2;
const MARKED_FIT = 3;
const NAMED_FIT = 1;

/**
 * The names by which the notes of a file may call somebody's own things. Whether they do is only known when a template
 * declares them.
 */
export function ownBindings(file: NoteFileContent, vocabulary: Vocabulary): readonly Binding[] {
  if (file.builtIn) return [];
  return file.notes.flatMap((note) => [
    ...note.places.flatMap((place) => (place.kind === "own" ? [bindingOf(place.name, note, file, MARKED, "")] : [])),
    ...note.terms
      .filter((term) => !file.isRecord && NAME.test(term.name) && mayName(term, note, file, vocabulary))
      .map(({ name, key, strength }) => bindingOf(name, note, file, strength, key)),
  ]);
}

export function isUnmistakable(name: string): boolean {
  return SEVERAL_WORDS.test(name);
}

/** A key as a text names it: one that is an everyday word, `Name`, is written as code. */
export function keyInText(key: string): string {
  return isUnmistakable(key) ? key : `\`${key}\``;
}

function bindingOf(name: string, note: Note, file: NoteFileContent, strength: number, key: string): Binding {
  const named = placeWithoutTopic({ kind: "own", name }, strength === MARKED ? MARKED_FIT : NAMED_FIT);
  return { ...named, note, file, strength, key };
}

/** Names that are also English words, or AWS's, must be the whole title, and look like a name. */
function mayName(term: Term, note: Note, file: NoteFileContent, vocabulary: Vocabulary): boolean {
  const { name, strength } = term;
  const isWhole = strength >= WHOLE_TITLE;
  if (note.naming === "file" && PART_OF_COURSE.test(name)) return false;
  if (!isUnmistakable(name)) {
    if (isBelowType(note)) return false;
    return isWhole && note.naming !== "file" && isWrittenAsName(name, note, file);
  }
  if (isWhole) return true;
  if (strength < PART && strength !== EMPHASISED) return false;
  // The name is only the variable part of a longer one: `${Stage}-orders`, `{Stage}-orders`.
  if (note.title.includes(`{${name}}`) || note.title.includes(`<${name}>`)) return false;
  return !isOfAws(name, vocabulary);
}

/** What a file on a part of a course is called, `lecture13.md`; so may be what somebody made then. */
const PART_OF_COURSE =
  /^(?:lecture|lec|lesson|chapter|ch|section|day|week|part|session|module|unit|lab|step|no)[_-]?\d+$/i;

/** Heads of columns with an author's own names. */
const COLUMN = /param|logical|resource|output|論理|パラメ|リソース|出力/i;

/** Heads of columns that may hold any names. */
const COLUMN_OF_NAMES = /\b(?:name|key|id)\b|名|キー/iu;

/** Text beside a name in a heading: `OrdersTable（運用）`, not "🔧 Environment", "10. Environment Reference". */
const AROUND_NAME = /^[`*_\s]*(?:[(（:：].*)?$/su;

/**
 * Whether a note writes its title as a name: as a heading, in bold, as code, or in a column of names. The headings of a
 * README are mostly words: `## Environment`.
 */
export function isWrittenAsName(name: string, note: Note, { lines, guidesTemplates }: NoteFileContent): boolean {
  if (note.naming === "heading" && !guidesTemplates && AROUND_NAME.test(note.title.replace(name, ""))) return true;
  const line = lines[note.line] ?? "";
  if (line.includes(`\`${name}\``)) return true;
  const isBold = line.includes(`**${name}**`) || line.includes(`__${name}__`);
  const [head = ""] = note.context;
  return isRow(note) ? COLUMN.test(head) || (isBold && COLUMN_OF_NAMES.test(head)) : isBold;
}

/** Whether a note is a row of a table, shown below the head. */
export function isRow({ kind, naming, passage }: Note): boolean {
  return kind === "item" && naming === "separator" && passage.length === 2;
}

/** Whether a note is on a key of the thing, or a row that is on one. */
export function isOnKey({ note, binding }: RankedNote): boolean {
  return binding.note !== note || (isRow(note) && note.children.length > 0);
}

/** Whether a name is only an author's: no word of a sentence, and none of AWS's. */
export function isOwnName(name: string, vocabulary: Vocabulary): boolean {
  return isUnmistakable(name) && !isOfAws(name, vocabulary);
}

/** Whether a name is one of AWS's. */
function isOfAws(name: string, { catalogue, names, topics }: Vocabulary): boolean {
  if (catalogue.propertyOwners(name).length > 0) return true;
  const keys = nameKeys(name);
  return keys.some((key) => names.types(key).some(({ exact }) => exact) || topics.named(key).length > 0);
}
