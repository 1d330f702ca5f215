/**
 * What a card asks: a question that the notes have an answer to, what a term means, what something is called, the parts of a
 * whole, what to do in a case, and what a template would do.
 */
export type CardKind = "question" | "term" | "name" | "list" | "case" | "template";

/** A question and its answer, as plain text; both are the note's own words. */
export interface Card {
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  /** What has to be said before the front, so that one knows what it is about; no part of the own words, which find a card again. */
  readonly subject: readonly string[];
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

/** What a card asks, without the place of its note. */
export type Asked = Pick<Card, "kind" | "front" | "back"> & { readonly subject?: readonly string[] };
