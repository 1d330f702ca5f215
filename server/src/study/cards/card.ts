/**
 * What a card asks for: the answer to a question of the notes, a definition, a name by its definition, the parts of a whole,
 * the solution of a situation, or the effect of a template.
 */
export type CardKind = "question" | "term" | "name" | "list" | "case" | "template";

/** A question and its answer, as plain text; both are the note's own words. */
export interface Card {
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  /** Names shown before the front, which it needs as context; not part of the card's identity. */
  readonly subject: readonly string[];
  /** Headings above, outermost first, without those that give the answer away. */
  readonly where: readonly string[];
  /** All headings above, outermost first, beginning with the file's title. */
  readonly path: readonly string[];
  /** The note that it comes from; empty for a card of a template. */
  readonly noteId: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** A card without the place of its note. */
export type Asked = Pick<Card, "kind" | "front" | "back"> & { readonly subject?: readonly string[] };
