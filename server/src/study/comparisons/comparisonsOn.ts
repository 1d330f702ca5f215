import type { NoteLanguage } from "../../notes/reading/note.ts";
import { COMPARISONS } from "./all.ts";
import { nameIn } from "./comparison.ts";

/** A comparison from one of its columns. */
export interface ComparisonWith {
  readonly id: string;
  /** What is in it. */
  readonly names: readonly string[];
  /** What of that is not the column's own; empty if all columns are. */
  readonly others: readonly string[];
}

/** The comparisons that a topic is part of. */
export function comparisonsOn(topics: readonly string[], language: NoteLanguage): readonly ComparisonWith[] {
  return COMPARISONS()
    .filter(({ columns }) => columns.some(({ topic }) => topics.includes(topic)))
    .map(({ id, columns }) => ({
      id,
      names: columns.map((thing) => nameIn(thing, language)),
      others: columns.filter(({ topic }) => !topics.includes(topic)).map((thing) => nameIn(thing, language)),
    }));
}
