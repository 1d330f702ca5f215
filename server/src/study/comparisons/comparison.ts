import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { Localised } from "../../text/localised.ts";

/** A comparison table of easily confused things. */
export interface ComparisonTable {
  readonly id: string;
  readonly columns: readonly ComparedThing[];
  readonly rows: readonly ComparisonRow[];
  /** AWS documentation pages that the table is based on. */
  readonly sources: readonly string[];
}

export interface ComparedThing {
  readonly name: string;
  /** The Japanese name, if different. */
  readonly ja?: string;
  /** The topic of its notes. */
  readonly topic: string;
  /** Synonyms for searching. */
  readonly names?: readonly string[];
}

export interface ComparisonRow {
  readonly name: Localised;
  /** One value for each column. */
  readonly cells: readonly Localised[];
}

export function nameIn({ name, ja }: ComparedThing, language: NoteLanguage): string {
  return language === "ja" && ja !== undefined ? ja : name;
}
