import type { ProtocolRange } from "./common.ts";

/** Notes, and the places they show at. Positions and lines are as in common.ts. */

/** Requests about notes, by their method below `cfnNotes/`, with the types of parameters and result. */
export interface NoteRequests {
  /** All notes as a tree. */
  readonly noteTree: [unknown, readonly NoteFolder[]];
  /** The notes for a place in a template. */
  readonly notesAt: [NotesAtRequest, NotesAt];
  readonly note: [NoteParams, RenderedNote | null];
  /** The Markdown source of a built-in note file. */
  readonly noteSource: [{ readonly uri: string }, string | null];
  /** Full-text search in all notes, best first. Without words it only gets ready. */
  readonly searchNotes: [{ readonly query: string; readonly limit?: number }, readonly SearchHit[]];
  /** Why notes show at a place, and why others do not; null if there is nothing. */
  readonly explainPlace: [NotesAtParams, PlaceExplanation | null];
  /** The user's headings and leads that show nowhere. */
  readonly notesNotPlaced: [unknown, readonly UnplacedFile[]];
  /** The report on a folder; null while the settings do not name it. */
  readonly folderReport: [FolderReportParams, FolderReport | null];
  /** The notes that show in a template; null if the document is no open template. */
  readonly notesInTemplate: [NotesInTemplateParams, NotesInTemplate | null];
  /** The places that a note shows at; null if there is no such note. */
  readonly noteUses: [NoteUsesParams, NoteUses | null];
  /** The folders of the user's notes and of the teams', as URIs. */
  readonly noteFolders: [unknown, readonly string[]];
  /** The workspace's documents that name what a template declares; null if there are folders of notes already. */
  readonly namingDocuments: [NamingDocumentsParams, readonly NamingDocument[] | null];
}

/** Server → client notification: notes were added, changed or removed. No parameters. */
export const NOTES_CHANGED = "cfnNotes/notesChanged";

/** Commands that the server puts into hovers and code actions; the client registers them. */
export const OPEN_NOTE_COMMAND = "cfnNotes.openNote";

/** Command behind code lenses of notes; argument: the note's id. */
export const SHOW_NOTE_USES_COMMAND = "cfnNotes.showNoteUses";

export interface NamingDocumentsParams {
  readonly textDocument: { readonly uri: string };
}

/** A Markdown file, and the logical ids and names of the template that it names: two or more. */
export interface NamingDocument {
  readonly uri: string;
  readonly names: readonly string[];
}

export interface NoteFolder {
  readonly label: string;
  /** Set for the notes that come with the product. */
  readonly builtIn: boolean;
  /** Set for a folder that a repository names, for everybody who works on it. */
  readonly team?: boolean;
  /** `undefined` for built-in notes. */
  readonly uri?: string;
  readonly files: readonly NoteFile[];
  /** The files that could not be read, in the user's language. */
  readonly problems: readonly string[];
}

export interface NoteFile {
  readonly title: string;
  /** The file's URI; for built-in notes a `cfn-notes-built-in:` URI whose text `noteSource` gives. */
  readonly uri: string;
  readonly sections: readonly NoteSection[];
  /**
   * How many statements of it AWS has overtaken, in the user's language; absent if there are none, and for built-in
   * notes.
   */
  readonly outdated?: string;
}

export interface NoteSection {
  /** Identifies the note for `note`; stable while its heading path does not change. */
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** `heading`, or `item` for a bullet or bold lead that is a note of its own. */
  readonly kind: "heading" | "item";
  readonly children: readonly NoteSection[];
}

export interface NotesAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface NotesAtRequest extends NotesAtParams {
  /** The text that an open list would insert, in snippet syntax, in place of the text from `start` to the position. */
  readonly inserted?: { readonly start: NotesAtParams["position"]; readonly text: string };
}

export interface NotesAt {
  /** What the caret is on, as the view's description: `UpdateReplacePolicy`, `AWS::S3::Bucket`; empty if there is nothing. */
  readonly label: string;
  /** Best first; empty if no note fits. */
  readonly notes: readonly RenderedNote[];
  readonly mentions: NoteMentions;
  /** Whether it looks as if it were still being typed: a key without its colon, a value that no note knows. */
  readonly isUnfinished: boolean;
}

/** As long as nothing is known of what the caret is on. */
export const NO_NOTES: NotesAt = { label: "", notes: [], mentions: { listed: [], more: "" }, isUnfinished: true };

/** The user's notes that are on something else and only speak of what the caret is on. */
export interface NoteMentions {
  readonly listed: readonly NoteMention[];
  /** How many others there are, as text behind the last: ` and 2 more`; empty if all are listed. */
  readonly more: string;
}

export interface NoteMention extends Pick<RenderedNote, "id" | "title"> {
  /** The sentence that says what to heed of the thing, as plain text, if there is one. */
  readonly heeded?: string;
}

export interface NoteParams {
  readonly id: string;
  /**
   * The passage to open it at, which has the class `at`: a line of the note's file, zero-based, or what it says of the
   * first of some words that it has, of a resource type if one is given.
   */
  readonly at?: number | AskedWords;
  /** What it was, by which it is found if its heading or its file has another name. */
  readonly was?: WasNote;
}

export interface WasNote {
  readonly line: number;
  /** See {@link beginningOf}. */
  readonly beginning: string;
}

const BEGINNING = 200;

/** The first characters of a note's text, whatever is marked in it. */
export function beginningOf({ html }: Pick<RenderedNote, "html">): string {
  return html
    .slice(0, 20 * BEGINNING)
    .replace(/<[^<>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, BEGINNING);
}

export interface AskedWords {
  readonly words: readonly string[];
  readonly type?: string;
}

/** A note as lists show it. */
export interface ListedNote {
  readonly id: string;
  readonly title: string;
  /** Headings above the note, outermost first (the file's title first). */
  readonly path: readonly string[];
  readonly uri: string;
  readonly line: number;
  readonly builtIn: boolean;
}

export interface RenderedNote extends ListedNote {
  /** The note's body. */
  readonly html: string;
  /** Whether it comes from a team's folder, not from the user's. */
  readonly team: boolean;
}

export interface SearchHit extends ListedNote {
  /** A line of context around the match. */
  readonly excerpt: string;
  /** Whether it has only some of the words; such notes come last, and only if few or none have all. */
  readonly nearest: boolean;
}

/** All texts are plain text in the user's language; titles are the notes' own words. */
export interface PlaceExplanation {
  /** What is under the caret, in CloudFormation's words. */
  readonly subject: string;
  /** How a marker names the place; absent if no note can be bound. */
  readonly place?: string;
  readonly summary: string;
  /** In the order in which they show. */
  readonly shown: readonly ExplainedNote[];
  /** The user's own that might be meant for the place, and do not show. */
  readonly leftOut: readonly ExplainedNote[];
}

export interface ExplainedNote extends ListedNote {
  readonly reason: string;
}

export interface NotesInTemplateParams {
  readonly textDocument: { readonly uri: string };
  /** Only the numbers are wanted: the lists stay empty. */
  readonly countOnly?: boolean;
}

export interface NotesInTemplate {
  /** The number of the user's notes. */
  readonly own: number;
  /** The number of those that show. */
  readonly ownShown: number;
  /** The user's before their teams' and built-in ones; those of a file in the order of the file. */
  readonly notes: readonly NoteInTemplate[];
  /** The entries that the places are in, in the order of the text. */
  readonly owners: readonly PlaceOwner[];
}

export interface NoteInTemplate extends ListedNote {
  /** Whether a repository brings it, for everybody who works on it. */
  readonly team: boolean;
  readonly fileTitle: string;
  /** The topics that its markers name. */
  readonly topics: readonly string[];
  /** In the order of the text; of very many only the first. */
  readonly places: readonly PlaceInTemplate[];
}

export interface PlaceInTemplate {
  readonly range: ProtocolRange;
  /** The number of its owner in {@link NotesInTemplate.owners}. */
  readonly owner: number;
}

/** A resource, parameter …; or a section, for what is in none of its entries. */
export interface PlaceOwner {
  readonly section: string;
  /** Absent for a section. */
  readonly name?: string;
  /** For a resource. */
  readonly type?: string;
}

export interface NoteUsesParams {
  readonly id: string;
  /** Whether files of the workspace are looked at, too, or only open templates. */
  readonly everywhere: boolean;
}

export interface NoteUses {
  readonly title: string;
  /** The place of the note itself. */
  readonly uri: string;
  readonly line: number;
  /** Those in open templates first. */
  readonly places: readonly UsedPlace[];
  /** `false` if there was too much to look at. */
  readonly isComplete: boolean;
}

export interface UsedPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
  /** The line it is on. */
  readonly text: string;
}

export interface UnplacedFile {
  readonly title: string;
  readonly uri: string;
  readonly notes: readonly UnplacedNote[];
}

export interface UnplacedNote {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly kind: "heading" | "item";
  /** Why it shows nowhere, in the user's language. */
  readonly reason: string;
}

export interface FolderReportParams {
  /** The folder's URI. */
  readonly folder: string;
  /** A template to hold the notes against. */
  readonly template?: string;
}

export interface FolderReport {
  readonly files: number;
  readonly notes: number;
  /** Why the folder could not be read, in the user's language. */
  readonly failure?: string;
  /** How many of the notes show in the template; absent if there is none. */
  readonly inTemplate?: number;
  /** The first place of the template at which one of them shows. */
  readonly example?: ProtocolRange;
}
