import type { ProtocolRange } from "./common.ts";

/** Cards, drills and comparisons. Positions and lines are as in common.ts. */

/** Requests about studying, by their method below `cfnNotes/`, with the types of parameters and result. */
export interface StudyRequests {
  /** Cards that are due. */
  readonly studyQueue: [StudyQueueParams, StudyQueue];
  /** A schedule's text with changes in it. */
  readonly studyChange: [{ readonly store: string; readonly changes: readonly StudyChangeOfCard[] }, StudyChanged];
  /** Merges two schedules. */
  readonly studyMerge: [{ readonly store: string; readonly other: string }, StudyMerged];
  /** Cards or notes to be printed or taken elsewhere; null if the document is no open template. */
  readonly studyExport: [StudyExportParams, string | null];
  /** A copy of an open template with one fault of meaning in it, and questions; null if none can be made. */
  readonly faultDrill: [FaultDrillParams, FaultDrill | null];
  readonly comparison: [{ readonly id: string }, Comparison | null];
  /** The list of comparisons. */
  readonly comparisons: [ComparisonsParams, readonly ComparisonTitle[]];
}

/** The client's command that opens a comparison; argument: its id. */
export const COMPARE_COMMAND = "cfnNotes.compare";

export interface StudyQueueParams {
  /** The schedule's text; empty if there is none yet. */
  readonly store: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the learner's day began, in the same way; a day begins at four in the morning there. */
  readonly dayStart: number;
  /** When the day of the exam begins, in the same way; all cards are seen before. */
  readonly exam?: number;
  /** The part of the notes that alone is asked. */
  readonly deck?: Pick<StudyDeck, "uri" | "path">;
  /** The template whose notes come first. */
  readonly textDocument?: { readonly uri: string };
  /** How many cards are wanted. */
  readonly portion: number;
  /** Cards that were given before and not answered: those of them that are due still come first. */
  readonly given?: readonly CardWords[];
}

export interface StudyQueue {
  readonly cards: readonly StudyCard[];
  /** Today, with the cards that were never asked and may be today; `fresh` of them. */
  readonly due: number;
  readonly fresh: number;
  readonly decks: readonly StudyDeck[];
  readonly progress: StudyProgress;
  /** See {@link StudyChanged}. */
  readonly state: StoreState;
}

export const NO_QUEUE: StudyQueue = {
  cards: [],
  due: 0,
  fresh: 0,
  decks: [],
  progress: { cards: 0, asked: 0, firm: 0, reviews: 0, known: 0 },
  state: "whole",
};

/** A part of the notes that can be reviewed by itself: a file, or what is below a heading. */
export interface StudyDeck {
  readonly uri: string;
  /** Titles from the file's down. */
  readonly path: readonly string[];
  readonly cards: number;
}

/** The state of a text: a schedule, part of one, or something else. */
export type StoreState = "whole" | "damaged" | "foreign";

export interface StudyProgress {
  readonly cards: number;
  readonly asked: number;
  /** Known for three weeks or more. */
  readonly firm: number;
  /** Of cards that were asked before, in the last thirty days. */
  readonly reviews: number;
  readonly known: number;
}

/** The words of a card by which it is found again. */
export interface CardWords {
  readonly kind: "question" | "term" | "name" | "list" | "case" | "template";
  readonly front: string;
  readonly back: string;
  readonly where: readonly string[];
  /** Absent if nothing is kept of it yet. */
  readonly key?: string;
}

export interface StudyCard {
  /** To be sent back with a change. */
  readonly card: CardWords;
  /** The question, in the user's language. */
  readonly prompt: string;
  /** The text to show: the card's words, or the user's version of them. */
  readonly front: string;
  readonly back: string;
  /** The note, for `note`; empty for a card that the template itself gives. */
  readonly noteId: string;
  readonly uri: string;
  readonly line: number;
  /** Of the file or template. */
  readonly source: string;
  /** When it comes again after each grade, in the user's language. */
  readonly after: readonly [string, string, string, string];
  readonly isNew: boolean;
  /** The place of the template that the note shows at. */
  readonly place?: ProtocolRange;
  /** The card that it would be merged with. */
  readonly sibling?: { readonly card: CardWords; readonly front: string; readonly back: string };
}

/** A change that is in the schedule already changes nothing: it may be sent again. */
export interface StudyChangeOfCard {
  readonly card: CardWords;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Again, hard, good, easy. */
  readonly grade?: 1 | 2 | 3 | 4;
  /** Whether the grade of that time is taken back. */
  readonly takesBack?: boolean;
  readonly dropped?: boolean;
  readonly edit?: { readonly front: string; readonly back: string };
}

export interface StudyChanged {
  readonly text: string;
  /** The state of the schedule before: whoever writes over anything but `whole` keeps a copy of it. */
  readonly before: StoreState;
}

/** The answer for a text that must not be written. */
export const STORE_NOT_READ: StudyChanged = { text: "", before: "foreign" };

export interface StudyMerged extends StudyChanged {
  /** The state of the other text; of a foreign one nothing is taken. */
  readonly other: StoreState;
}

export interface StudyExportParams {
  /**
   * Cards for Anki as tab-separated values; the notes of a template as Markdown or as a page to be printed; what the
   * user has notes on, as Markdown, which needs no template.
   */
  readonly format: "tsv" | "markdown" | "html" | "coverage";
  readonly store: string;
  readonly textDocument?: { readonly uri: string };
}

export interface FaultDrillParams {
  readonly textDocument: { readonly uri: string };
  /** The same seed makes the same drill, the next one the next drill. */
  readonly seed: number;
  /** Whether a stack operation is to fail on it. */
  readonly incident: boolean;
}

/** Texts are in the user's language. */
export interface FaultDrill {
  /** The copy. */
  readonly text: string;
  /** Zero-based lines of the copy that the fault is on. */
  readonly first: number;
  readonly last: number;
  /** One after the other. */
  readonly questions: readonly DrillQuestion[];
  /** Of the operation that failed, newest first. */
  readonly events?: readonly DrillEvent[];
  /** From the note that has the answer to the place. */
  readonly hints: readonly string[];
  readonly explanation: string;
  /** A quotation from the note, if one explains the fault. */
  readonly quote?: { readonly title: string; readonly text: string };
  /** For `note`. */
  readonly noteId?: string;
  /** AWS's page, and the pages that show the texts of the events. */
  readonly sources: readonly string[];
  /** The kind of fault. */
  readonly kind: string;
}

export interface DrillQuestion {
  readonly ask: string;
  readonly choices: readonly DrillChoice[];
}

export interface DrillChoice {
  readonly text: string;
  readonly isRight: boolean;
  /** Why it is right or not. */
  readonly reason: string;
}

/** An event of a stack, as the console has it. */
export interface DrillEvent {
  /** `10:00:03`. */
  readonly time: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  /** In English, as CloudFormation writes it; may be empty. */
  readonly reason: string;
}

export interface ComparisonsParams {
  /** Without words, all of them. */
  readonly query?: string;
}

export interface ComparisonTitle {
  readonly id: string;
  readonly title: string;
}

export interface Comparison extends ComparisonTitle {
  readonly columns: readonly string[];
  /** A cell for each column behind the row's name. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** A sentence of the user's own on each column, if there is one. */
  readonly own: readonly (ComparedNote | null)[];
  readonly sources: readonly string[];
}

export interface ComparedNote {
  readonly noteId: string;
  readonly text: string;
}
