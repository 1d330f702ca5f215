import type { NoteIndex } from "../notes/noteIndex.ts";
import { withoutBareFacts } from "../notes/overtaken/withOvertaken.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { shownPassage } from "../notes/rendering/shownPassage.ts";
import { nameKey } from "../notes/words/names.ts";
import type { ComparedNote, Comparison, ComparisonTitle } from "../protocol/study.ts";
import { answerText } from "./cards/cardText.ts";
import { COMPARISONS } from "./comparisons/all.ts";
import { type ComparedThing, type ComparisonTable, nameIn } from "./comparisons/comparison.ts";

/** Words in a query that ask for a comparison. */
const ASKS = /違い|ちがい|差|比較|使い分け|\bvs\.?(?=\s|$)|versus|differ|compare|×/iu;
const MAX_OWN_LENGTH = 400;

/** A comparison in the user's language, with their own notes on each column. */
export function comparison(id: string, notes: NoteIndex, language: NoteLanguage): Comparison | undefined {
  const table = COMPARISONS().find((one) => one.id === id);
  if (table === undefined) return undefined;
  return {
    ...titled(table, language),
    columns: table.columns.map((thing) => nameIn(thing, language)),
    rows: table.rows.map(({ name, cells }) => ({
      name: name[language],
      cells: cells.map((cell) => cell[language]),
    })),
    own: table.columns.map((thing) => ownNote(thing, notes) ?? null),
    sources: table.sources,
  };
}

/**
 * The comparisons that a query asks for: `A B 違い`, `A vs B`; two of the things are enough, and if one has two of them,
 * those with one say nothing on the question. All without a query.
 */
export function comparisonsFor(query: string | undefined, language: NoteLanguage): readonly ComparisonTitle[] {
  if (query === undefined) return COMPARISONS().map((table) => titled(table, language));
  const asked = nameKey(query);
  const counted = COMPARISONS().map((table) => ({
    table,
    count: table.columns.filter((thing) => comparedNames(thing).some((name) => asked.includes(nameKey(name)))).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  const least = most > 1 || !ASKS.test(query) ? 2 : 1;
  return counted
    .filter(({ count }) => count >= least)
    .sort((left, right) => right.count - left.count)
    .map(({ table }) => titled(table, language));
}

function titled({ id, columns }: ComparisonTable, language: NoteLanguage): ComparisonTitle {
  return { id, title: columns.map((thing) => nameIn(thing, language)).join(" × ") };
}

function comparedNames({ name, ja, names = [] }: ComparedThing): readonly string[] {
  return [name, ...(ja === undefined ? [] : [ja]), ...names];
}

/** The user's own notes on a thing, by its name. */
function ownNote(thing: ComparedThing, notes: NoteIndex): ComparedNote | undefined {
  const keys = comparedNames(thing).map(nameKey);
  const found = notes
    .onTopic(thing.topic)
    .find(({ note, file }) => !file.builtIn && note.terms.some(({ key }) => keys.includes(key)));
  if (found === undefined) return undefined;
  const { text } = shownPassage(found.note, found.file, MAX_OWN_LENGTH);
  const said = answerText(text).slice(0, MAX_OWN_LENGTH);
  return said === "" ? undefined : { noteId: found.note.id, text: withoutBareFacts(said, found.note, found.file) };
}
