import type { ProtocolRange } from "./common.ts";
import type { ListedNote, NotesAtParams } from "./notes.ts";

/** Notes that are written and bound. Positions and lines are as in common.ts. */

/**
 * Requests about writing and binding notes, by their method below `cfnNotes/`, with the types of parameters and result.
 */
export interface WritingRequests {
  /** The user's notes that may be bound to a place; null if the document is no open template. */
  readonly bindableNotes: [BindableNotesParams, BindableNotes | null];
  /** The edit of a file that binds a note. */
  readonly markerEdit: [MarkerEditParams, MarkerEditResult];
  /** The subject of a note on a place, and the notes that there are; null if the document is no open template. */
  readonly writingPlace: [WritingPlaceParams, WritingPlaceResult | null];
  /** The edit of a file for a note on a place; null if the file takes no note there. */
  readonly draftNote: [DraftNoteParams, DraftNoteAnswer | null];
  /** Sentences of the user's notes that AWS has overtaken. */
  readonly outdatedNotes: [OutdatedParams, readonly OutdatedFile[]];
}

/**
 * Server → client notification: notes show nowhere since their words changed ({@link LostBindings}). Only a client
 * that runs {@link BIND_NOTE_COMMAND} hears of it.
 */
export const BINDINGS_LOST = "cfnNotes/bindingsLost";

/** The client's commands that write a note; arguments: nothing for the caret's place. Among its `commands`, hovers link to the second. */
export const WRITE_NOTE_COMMAND = "cfnNotes.writeNoteHere";
export const OWN_WORDS_COMMAND = "cfnNotes.inMyOwnWords";

/** The client's command that binds a note; among its `commands`, it says that the client can write markers. */
export const BIND_NOTE_COMMAND = "cfnNotes.bindNoteHere";

export interface BindableNotesParams extends NotesAtParams {
  /** Words to search for; without them the best guesses come first. */
  readonly query?: string;
}

export interface BindableNotes {
  readonly subject: string;
  /** Absent if no note can be bound; `refusal` then says why. */
  readonly place?: string;
  readonly refusal?: string;
  readonly notes: readonly ListedNote[];
}

export interface MarkerEditParams {
  /** The file, and its text as the editor has it. */
  readonly uri: string;
  readonly text: string;
  readonly id: string;
  readonly line: number;
  readonly places: readonly string[];
}

export type MarkerEditResult =
  | { readonly kind: "insert"; readonly line: number; readonly character: number; readonly text: string }
  /** Why nothing is written, in the user's language. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The note's marker names the place already. */
  | { readonly kind: "there" }
  /** The text holds no such note, or no place for a marker. */
  | { readonly kind: "impossible" };

export interface WritingPlaceParams extends NotesAtParams {
  /** The template's text when the note was asked for: somebody may type on meanwhile. */
  readonly template?: string;
}

/** Why no note can be written, in the user's language; or what can be. */
export type WritingPlaceResult = WritingPlace | { readonly refusal: string };

export interface WritingPlace {
  readonly subject: string;
  /** The user's note that shows at the place itself. */
  readonly own?: ListedNote;
  /** The built-in note there. */
  readonly builtIn?: ListedNote;
  /** The user's files: those first that have notes near the place; then in the order of the settings. */
  readonly articles: readonly Article[];
}

export interface Article {
  readonly uri: string;
  readonly title: string;
  /**
   * Whether it has notes on the same thing, its type or its service; where the template's author named the place, on
   * other such things of the template.
   */
  readonly isNear?: true;
}

export interface DraftNoteParams extends WritingPlaceParams {
  /** The file to write into, and its text as the editor has it. */
  readonly article: { readonly uri: string; readonly text: string };
  /** A note of the file that gets the lines below its text; without it, a heading is written. */
  readonly below?: { readonly id: string; readonly line: number };
  /** The id of a note to be quoted. */
  readonly quote?: string;
  /** Lines of the template, to be added as an example. */
  readonly code?: string;
}

/** Why nothing is written, in the user's language; or what is. */
export type DraftNoteAnswer = NoteDraft | { readonly refusal: string };

/** Text to be inserted into a file of notes, and the position of the caret afterwards. */
export interface NoteDraft {
  readonly line: number;
  readonly character: number;
  readonly text: string;
  readonly caret: { readonly line: number; readonly character: number };
  /** The line of the note's heading in the changed file. */
  readonly heading: number;
}

export interface LostBindings {
  readonly uri: string;
  /** The file that they stood in before, if it is another one. */
  readonly from?: string;
  readonly notes: readonly LostBinding[];
}

export interface LostBinding {
  readonly id: string;
  readonly line: number;
  readonly oldTitle: string;
  readonly newTitle: string;
  /** The places it showed at, as markers name them. */
  readonly places: readonly string[];
}

export interface OutdatedParams {
  /** One file; all of the user's without it. */
  readonly uri?: string;
}

export interface OutdatedFile {
  readonly uri: string;
  readonly title: string;
  readonly places: readonly OutdatedPlace[];
}

export interface OutdatedPlace {
  readonly range: ProtocolRange;
  /** The present state, and its date. */
  readonly message: string;
  readonly source: string;
}
