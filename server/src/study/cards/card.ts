/**
 * What a card asks: a question that the notes have an answer to, what a term means, what something is called, a gap in a sentence (a word in bold, a number with
 * its unit), a cell of a table, the parts of a whole, what comes of a case, and what a template would do.
 */
export type CardKind = "question" | "term" | "name" | "word" | "number" | "cell" | "list" | "case" | "template";

/** A question and its answer, as plain text; both are the note's own words. */
export interface Card {
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  /** Titles above what is asked, outermost first, none of which gives the answer away. */
  readonly where: readonly string[];
  /** All titles above it, outermost first, the file's first. */
  readonly path: readonly string[];
  /** The note that it comes from; empty for a card of a template. */
  readonly noteId: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** Stands for what is asked in a sentence. */
export const GAP = "［　　］";
