/**
 * A part of a note that can be shown by itself: a line of a paragraph, an item, a row, or a whole block of another
 * kind.
 */
export interface Piece extends Signs {
  readonly kind: "text" | "item" | "row" | "code" | "block";
  /** Zero-based line of the file. */
  readonly line: number;
  /** As the hover shows it. */
  readonly markdown: readonly string[];
  /** Without markup. */
  readonly plain: string;
  /** For a row: the two lines of Markdown above the rows. */
  readonly head: readonly string[];
  /** The number of the paragraph, list or table that it is part of. */
  readonly block: number;
  /** The heading inside the note that it stands below; empty for the note's own text. */
  readonly section: string;
  /** Marked with `<!-- trap -->`: what goes wrong most often. */
  readonly isTrap: boolean;
  /** Below `<!-- outdated … -->`: it says what study material has out of date. */
  readonly isCorrection: boolean;
}

/** What the words of a piece tell about it; for built-in notes this is computed by the build. */
export interface Signs {
  /** Whether it only introduces what is below. */
  readonly leadsOn: boolean;
  /** Whether it continues the sentence before it, and means nothing alone. */
  readonly goesOn: boolean;
  readonly leadsToCode: boolean;
  /** Whether it is on the exam. */
  readonly isExam: boolean;
  /** Whether it says what is impossible, fails or is lost. */
  readonly warns: boolean;
  /** Whether it begins with a resource type, and applies only to that. */
  readonly isOnType: boolean;
  /** The rows that it takes in the editor's box as running text. */
  readonly rows: number;
}
