/** What of a note can be shown by itself: a line of a paragraph, an item, a row, or a whole block of another kind. */
export interface Piece extends Signs {
  readonly kind: "text" | "item" | "row" | "code" | "block";
  /** Zero-based line of the file. */
  readonly line: number;
  /** As the hover shows it. */
  readonly markdown: readonly string[];
  /** Without markup. */
  readonly plain: string;
  /** Of a row: the two lines of Markdown above the rows. */
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

/** What a piece of a note is good for, by its words; for notes that we bring this is found out when the package is built. */
export interface Signs {
  /** Whether it only leads to what is below. */
  readonly leadsOn: boolean;
  /** Whether it goes on from the sentence before it, and means nothing alone. */
  readonly goesOn: boolean;
  readonly leadsToCode: boolean;
  /** Whether it says what the exam asks. */
  readonly isExam: boolean;
  /** Whether it says what cannot be, what fails or what is lost. */
  readonly warns: boolean;
  /** Whether it begins with a resource type, and is on resources of that alone. */
  readonly isOnType: boolean;
  /** Rows of the editor's box that it takes as running text. */
  readonly rows: number;
}
