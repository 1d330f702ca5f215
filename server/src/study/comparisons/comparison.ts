import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { Localised } from "../../text/localised.ts";

/** Things that are taken for each other, side by side. */
export interface ComparisonTable {
  readonly id: string;
  readonly columns: readonly ComparedThing[];
  readonly rows: readonly ComparisonRow[];
  /** Pages of AWS on which all of it stands. */
  readonly sources: readonly string[];
}

export interface ComparedThing {
  readonly name: string;
  /** Its name in Japanese, if that is another one. */
  readonly ja?: string;
  /** The topic whose notes are on it. */
  readonly topic: string;
  /** Other words for it in a search. */
  readonly names?: readonly string[];
}

export interface ComparisonRow {
  readonly name: Localised;
  /** One for each column. */
  readonly cells: readonly Localised[];
}

export function nameIn({ name, ja }: ComparedThing, language: NoteLanguage): string {
  return language === "ja" && ja !== undefined ? ja : name;
}
