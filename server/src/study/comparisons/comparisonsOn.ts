import type { NoteLanguage } from "../../notes/reading/note.ts";
import { COMPARISONS } from "./all.ts";
import { nameIn } from "./comparison.ts";

/** A comparison as seen from one of its columns. */
export interface ComparisonWith {
  readonly id: string;
  /** All things compared. */
  readonly names: readonly string[];
  /** The things other than the column's own; empty if all columns are its own. */
  readonly others: readonly string[];
}

/** The comparisons that include a topic. */
export function comparisonsOn(topics: readonly string[], language: NoteLanguage): readonly ComparisonWith[] {
  return COMPARISONS()
    .filter(({ columns }) => columns.some(({ topic }) => topics.includes(topic)))
    .map(({ id, columns }) => ({
      id,
      names: columns.map((thing) => nameIn(thing, language)),
      others: columns.filter(({ topic }) => !topics.includes(topic)).map((thing) => nameIn(thing, language)),
    }));
}
