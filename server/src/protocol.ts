/**
 * Requests of our own between client and server, over the same connection as LSP.
 * Positions and lines are LSP's: zero-based, UTF-16. HTML never holds scripts, event handlers,
 * remote references or `command:` links: notes are untrusted.
 */

/** Client → server: whether it is there. No parameters; result: {@link PingResult}. */
export const PING = "cfnNotes/ping";

export interface PingResult {
  /** The server's process, where it is one of its own. */
  readonly processId?: number;
}

/** Client → server: all notes as a tree. No parameters; result: {@link NoteFolder}[]. */
export const NOTE_TREE = "cfnNotes/noteTree";

/** Client → server: the notes for a place in a template. Params: {@link NotesAtRequest}; result: {@link NotesAt}. */
export const NOTES_AT = "cfnNotes/notesAt";

/** Client → server: one note, rendered. Params: {@link NoteParams}; result: {@link RenderedNote} or null. */
export const NOTE = "cfnNotes/note";

/** Client → server: full-text search in all notes. Params: {@link SearchParams}; result: {@link SearchHit}[], best first. Without words it only gets ready. */
export const SEARCH_NOTES = "cfnNotes/searchNotes";

/** Client → server: how a resource comes up. Params: {@link BootstrapSequenceParams}; result: {@link BootstrapSequence}, or null where the document is no open template. */
export const BOOTSTRAP_SEQUENCE = "cfnNotes/bootstrapSequence";

/** Client → server: what deploying an open template over another text of it would do. Params: {@link TemplateChangesParams}; result: {@link TemplateChanges}, or null where the document is no open template. */
export const TEMPLATE_CHANGES = "cfnNotes/templateChanges";

/** Client → server: why notes show at a place, and why others do not. Params: {@link NotesAtParams}; result: {@link PlaceExplanation}, or null where there is nothing. */
export const EXPLAIN_PLACE = "cfnNotes/explainPlace";

/** Client → server: the user's notes that may be bound to a place. Params: {@link BindableNotesParams}; result: {@link BindableNotes}, or null where the document is no open template. */
export const BINDABLE_NOTES = "cfnNotes/bindableNotes";

/** Client → server: what to write into a file so that a note is bound. Params: {@link MarkerEditParams}; result: {@link MarkerEditResult}. */
export const MARKER_EDIT = "cfnNotes/markerEdit";

/** Client → server: what a note on a place is about, and which there are. Params: {@link NotesAtParams}; result: {@link WritingPlaceResult}, or null where the document is no open template. */
export const WRITING_PLACE = "cfnNotes/writingPlace";

/** Client → server: what to insert into a file for a note on a place. Params: {@link DraftNoteParams}; result: {@link DraftNoteResult}, or null where the file takes no note there. */
export const DRAFT_NOTE = "cfnNotes/draftNote";

/** Client → server: the user's headings and leads that show nowhere. No parameters; result: {@link UnplacedFile}[]. */
export const NOTES_NOT_PLACED = "cfnNotes/notesNotPlaced";

/** Client → server: what was read of a folder. Params: {@link FolderReportParams}; result: {@link FolderReport}, or null while the settings do not name it. */
export const FOLDER_REPORT = "cfnNotes/folderReport";

/** Client → server: a tool of an assistant is called. Params: {@link AssistantParams}; result: what the tool answers, as plain data, or `{ problem }`. */
export const ASSISTANT = "cfnNotes/assistant";

/** Client → server: the notes that show in a template. Params: {@link NotesInTemplateParams}; result: {@link NotesInTemplate}, or null where the document is no open template. */
export const NOTES_IN_TEMPLATE = "cfnNotes/notesInTemplate";

/** Client → server: where a note shows. Params: {@link NoteUsesParams}; result: {@link NoteUses}, or null where there is no such note. */
export const NOTE_USES = "cfnNotes/noteUses";

/** Client → server: the folders of the user's notes and of the teams', as URIs. No parameters; result: string[]. */
export const NOTE_FOLDERS = "cfnNotes/noteFolders";

/**
 * Server → client notification: notes show nowhere since their words changed ({@link LostBindings}). Only a client
 * that runs {@link BIND_NOTE_COMMAND} hears of it.
 */
export const BINDINGS_LOST = "cfnNotes/bindingsLost";

/** Server → client notification: notes were added, changed or removed. No parameters. */
export const NOTES_CHANGED = "cfnNotes/notesChanged";

/**
 * Client → server: an open template in the other format. Params: `{ textDocument: { uri } }`; result: {@link ConvertedTemplate},
 * or null where the document is no open template.
 */
export const CONVERT_TEMPLATE = "cfnNotes/convertTemplate";

/** Command behind refactorings that make up a name: the client begins a rename there. Arguments: the document's URI, a position. */
export const RENAME_AT_COMMAND = "cfnNotes.renameAt";

/** Command behind a code action on a resource's logical id. Arguments: the document's URI, a position. */
export const RENAME_WITH_MAPPING_COMMAND = "cfnNotes.renameWithMapping";

/** Commands that the server puts into hovers and code actions; the client registers them. */
export const OPEN_NOTE_COMMAND = "cfnNotes.openNote";

/** Command behind code lenses; arguments: the document's URI, a logical id. */
export const SHOW_SEQUENCE_COMMAND = "cfnNotes.showBootstrapSequence";

/** The client's commands that write a note; arguments: nothing for the caret's place. Among its `commands`, hovers link to the second. */
export const WRITE_NOTE_COMMAND = "cfnNotes.writeNoteHere";
export const OWN_WORDS_COMMAND = "cfnNotes.inMyOwnWords";

/** The client's command that binds a note; among its `commands`, it says that the client can write markers. */
export const BIND_NOTE_COMMAND = "cfnNotes.bindNoteHere";

export type ConvertedTemplate =
  | {
      readonly text: string;
      readonly languageId: "yaml" | "json";
      /** How many comments the other format has no place for. */
      readonly lostComments: number;
    }
  /** Why it cannot be converted, in the user's language. */
  | { readonly refused: string };

export interface AssistantParams {
  readonly tool: string;
  /** As the assistant wrote it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The file that the input means, and its text. */
  readonly uri?: string;
  readonly text?: string;
  /** The text of the template that is compared with. */
  readonly before?: string;
}

/** Command behind code lenses of notes; argument: the note's id. */
export const SHOW_NOTE_USES_COMMAND = "cfnNotes.showNoteUses";

export interface NoteFolder {
  readonly label: string;
  /** Set for the notes that come with the product. */
  readonly builtIn: boolean;
  /** Set for a folder that a repository names, for everybody who works on it. */
  readonly team?: boolean;
  /** `undefined` for built-in notes. */
  readonly uri?: string;
  readonly files: readonly NoteFile[];
  /** What could not be read, in the user's language. */
  readonly problems: readonly string[];
}

export interface NoteFile {
  readonly title: string;
  /** The file's URI; for built-in notes a `cfn-notes-built-in:` URI whose text {@link NOTE_SOURCE} gives. */
  readonly uri: string;
  readonly sections: readonly NoteSection[];
  /** How many places of it AWS has overtaken, in the user's language; absent where there are none, and for built-in notes. */
  readonly outdated?: string;
}

export interface NoteSection {
  /** Identifies the note for {@link NOTE}; stable while its heading path does not change. */
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** `heading`, or `item` for a bullet or bold lead that is a note of its own. */
  readonly kind: "heading" | "item";
  readonly children: readonly NoteSection[];
}

/** Client → server: the Markdown source of a built-in note file. Params: `{ uri }`; result: string or null. */
export const NOTE_SOURCE = "cfnNotes/noteSource";

export interface NotesAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface NotesAtRequest extends NotesAtParams {
  /** What an open list would insert, in snippet syntax, in place of the text from `start` to the position. */
  readonly inserted?: { readonly start: NotesAtParams["position"]; readonly text: string };
}

export interface NotesAt {
  /** What the caret is on, to be shown as the view's description: `UpdateReplacePolicy`, `AWS::S3::Bucket`; empty where there is nothing. */
  readonly label: string;
  /** Best first; empty where no note fits. */
  readonly notes: readonly RenderedNote[];
  readonly mentions: NoteMentions;
  /** Whether it looks as if it were still being typed: a key without its colon, a value that no note knows. */
  readonly isUnfinished: boolean;
}

/** The user's notes that are on something else and only speak of what the caret is on. */
export interface NoteMentions {
  readonly listed: readonly Pick<RenderedNote, "id" | "title">[];
  /** How many others there are, as text behind the last: ` and 2 more`; empty where all are listed. */
  readonly more: string;
}

export interface NoteParams {
  readonly id: string;
  /**
   * What to open it at, which has the class `at`: a line of the note's file, zero-based, or what it says of the first of
   * some words that it has, of a resource type where one is given.
   */
  readonly at?: number | AskedWords;
}

export interface AskedWords {
  readonly words: readonly string[];
  readonly type?: string;
}

export interface RenderedNote {
  readonly id: string;
  readonly title: string;
  /** Headings above the note, outermost first (the file's title first). */
  readonly path: readonly string[];
  /** The note's body. */
  readonly html: string;
  readonly uri: string;
  readonly line: number;
  readonly builtIn: boolean;
  /** Whether it comes from a team's folder, not from the user's. */
  readonly team: boolean;
}

export interface SearchParams {
  readonly query: string;
  readonly limit?: number;
}

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly uri: string;
  readonly line: number;
  readonly builtIn: boolean;
  /** A line of context around the match. */
  readonly excerpt: string;
  /** Whether it has only some of the words; such notes come last, and only where few or none have all. */
  readonly nearest: boolean;
}

/** All texts are plain text in the user's language; titles are the notes' own words. */
export interface PlaceExplanation {
  /** What is under the caret, in CloudFormation's words. */
  readonly subject: string;
  /** How a marker names the place; absent where no note can be bound. */
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

/** A note as lists show it. */
export interface ListedNote {
  readonly id: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly uri: string;
  readonly line: number;
  readonly builtIn: boolean;
}

export interface NotesInTemplateParams {
  readonly textDocument: { readonly uri: string };
  /** Only the numbers are wanted: the lists stay empty. */
  readonly countOnly?: boolean;
}

export interface NotesInTemplate {
  /** How many notes the user has in all. */
  readonly own: number;
  /** How many of them show. */
  readonly ownShown: number;
  /** The user's before their teams' and built-in ones; those of a file in the order of the file. */
  readonly notes: readonly NoteInTemplate[];
  /** What the places are in, in the order of the text. */
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
  /** Of a resource. */
  readonly type?: string;
}

export interface NoteUsesParams {
  readonly id: string;
  /** Whether files of the workspace are looked at, too, or only open templates. */
  readonly everywhere: boolean;
}

export interface NoteUses {
  readonly title: string;
  /** Where the note itself is. */
  readonly uri: string;
  readonly line: number;
  /** Those in open templates first. */
  readonly places: readonly UsedPlace[];
  /** `false` where there was too much to look at. */
  readonly isComplete: boolean;
}

export interface UsedPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
  /** The line it is on. */
  readonly text: string;
}

export interface BindableNotesParams extends NotesAtParams {
  /** Words to search for; without them the best guesses come first. */
  readonly query?: string;
}

export interface BindableNotes {
  readonly subject: string;
  /** Absent where no note can be bound; `refusal` then says why. */
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

/** Why no note can be written, in the user's language; or what can be. */
export type WritingPlaceResult = WritingPlace | { readonly refusal: string };

export interface WritingPlace {
  readonly subject: string;
  /** The user's note that shows at the place itself. */
  readonly own?: ListedNote;
  /** The built-in note there. */
  readonly builtIn?: ListedNote;
  /** The user's files, in the order of the settings. */
  readonly articles: readonly { readonly uri: string; readonly title: string }[];
}

export interface DraftNoteParams extends NotesAtParams {
  /** The file to write into, and its text as the editor has it. */
  readonly article: { readonly uri: string; readonly text: string };
  /** A note of the file that gets the lines below its text; without it, a heading is written. */
  readonly below?: { readonly id: string; readonly line: number };
  /** The id of a note to be quoted. */
  readonly quote?: string;
  /** Lines of the template, to be added as an example. */
  readonly code?: string;
}

/** An insertion, and where the caret goes then. */
/** Why nothing is written, in the user's language; or what is. */
export type DraftNoteAnswer = DraftNoteResult | { readonly refusal: string };

export interface DraftNoteResult {
  readonly line: number;
  readonly character: number;
  readonly text: string;
  readonly caret: { readonly line: number; readonly character: number };
  /** The line of the note in the changed file. */
  readonly heading: number;
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
  /** How many of the notes show in the template; absent where there is none. */
  readonly inTemplate?: number;
  /** A place of the template where one of them shows first. */
  readonly example?: ProtocolRange;
}

export interface LostBindings {
  readonly uri: string;
  readonly notes: readonly LostBinding[];
}

export interface LostBinding {
  readonly id: string;
  readonly line: number;
  readonly oldTitle: string;
  readonly newTitle: string;
  /** Where it showed, as markers name it. */
  readonly places: readonly string[];
}

export interface BootstrapSequenceParams {
  readonly textDocument: { readonly uri: string };
  /** The resource; or, where it is absent, that at `position`. */
  readonly logicalId?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** The resource that is shown, and stays so where `position` is in a launch template that it runs. */
  readonly shown?: string;
}

export interface BootstrapSequence {
  /** Absent where the place belongs to nothing that comes up by a script or waits for signals. */
  readonly picture?: SequencePicture;
  /** All resources that have a picture, in the order of the text. */
  readonly resources: readonly { readonly logicalId: string; readonly type: string }[];
}

export interface SequencePicture {
  readonly logicalId: string;
  readonly type: string;
  /** What CloudFormation waits for, in the user's language; empty where it does not wait. */
  readonly wait: string;
  readonly steps: readonly SequencePictureStep[];
}

export interface SequencePictureStep {
  readonly kind: "create" | "userData" | "init" | "config" | "section" | "hup" | "signal" | "complete" | "timeout";
  /** Where it happens: in CloudFormation, on the resource's own machines, or elsewhere. */
  readonly lane: "stack" | "machine" | "elsewhere";
  /** How far it is indented under the steps before; 0 is not at all. */
  readonly depth: number;
  /** In the user's language. */
  readonly title: string;
  /** In the user's language; empty where the title says all. */
  readonly detail: string;
  /** Whether it is a signal that does not reach the resource. */
  readonly astray: boolean;
  /** Absent for what the template does not write. */
  readonly range?: ProtocolRange;
  /** The note that explains it, the user's own before a built-in one. */
  readonly note?: { readonly id: string; readonly title: string };
}

export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/*
 * What a server in a Web Worker asks its client for, since it has no files itself. Bytes travel as they are:
 * a worker's messages are cloned, not written as text.
 */

/** Server → client: a file of the product. Params: {@link ProductFileParams}; result: Uint8Array. */
export const READ_PRODUCT_FILE = "cfnNotes/host/readProductFile";

/** Server → client: the names of the files in a folder of the product. Params: {@link ProductFileParams}; result: string[]. */
export const LIST_PRODUCT_FOLDER = "cfnNotes/host/listProductFolder";

/** Server → client: the Markdown files below a folder. Params: {@link ReadNotesParams}; result: {@link NotesFiles}. Fails where the folder can't be read. */
export const READ_NOTES_FOLDER = "cfnNotes/host/readNotesFolder";

/** Server → client notification: tell of changes below a folder from now on ({@link WatchNotesFolderParams}). */
export const WATCH_NOTES_FOLDER = "cfnNotes/host/watchNotesFolder";

/** Client → server notification: something below a watched folder changed ({@link NotesFolderParams}). */
export const NOTES_FOLDER_CHANGED = "cfnNotes/host/notesFolderChanged";

/** Server → client: a regular file of the workspace. Params: {@link WorkspaceFileParams}; result: Uint8Array, or null where it is none, is very large or can't be read. */
export const READ_WORKSPACE_FILE = "cfnNotes/host/readWorkspaceFile";

/** Server → client: whether a URI is that of a regular file of the workspace. Params: {@link WorkspaceFileParams}; result: boolean. */
export const IS_WORKSPACE_FILE = "cfnNotes/host/isWorkspaceFile";

/** Server → client: files below folders of the workspace that may be templates. Params: {@link ListFilesParams}; result: {@link ListedFiles}. */
export const LIST_TEMPLATE_FILES = "cfnNotes/host/listTemplateFiles";

export interface ProductFileParams {
  /** Relative to the extension, with `/`. */
  readonly path: string;
}

export interface NotesFolderParams {
  /** A URI. */
  readonly folder: string;
}

export interface ReadNotesParams extends NotesFolderParams {
  /** Whether a repository names it: links may lead out of that, and are left out. */
  readonly isTeam: boolean;
}

export interface WatchNotesFolderParams extends NotesFolderParams {
  /** `false`: no more. */
  readonly watch: boolean;
}

export interface NotesFiles {
  readonly files: readonly NoteFileBytes[];
  /** Whether there is more in the folder. */
  readonly isCut: boolean;
}

export interface NoteFileBytes {
  readonly uri: string;
  /** `null` where it may not be read, or is no note by its size; also for a folder that may not be listed. */
  readonly content: Uint8Array | null;
}

export interface WorkspaceFileParams {
  readonly uri: string;
}

export interface ListFilesParams {
  /** URIs. */
  readonly folders: readonly string[];
}

/** The nearest files, at most some hundreds. */
export interface ListedFiles {
  readonly files: readonly ListedFile[];
  /** Whether these are all. */
  readonly isComplete: boolean;
}

export interface ListedFile {
  readonly uri: string;
  /** Relative to its folder, for display. */
  readonly path: string;
  /** Another one after each change. */
  readonly stamp: string;
}

/** Client → server: cards that are due. Params: {@link StudyQueueParams}; result: {@link StudyQueue}. */
export const STUDY_QUEUE = "cfnNotes/studyQueue";

/** Client → server: a schedule's text with changes in it. Params: {@link StudyChangeParams}; result: {@link StudyChanged}. */
export const STUDY_CHANGE = "cfnNotes/studyChange";

/** Client → server: what two schedules know together. Params: {@link StudyMergeParams}; result: {@link StudyMerged}. */
export const STUDY_MERGE = "cfnNotes/studyMerge";

/** Client → server: cards or notes to be printed or taken elsewhere. Params: {@link StudyExportParams}; result: string, or null where the document is no open template. */
export const STUDY_EXPORT = "cfnNotes/studyExport";

/** Client → server: a copy of an open template with one fault of meaning in it, and questions. Params: {@link FaultDrillParams}; result: {@link FaultDrill}, or null where none can be made. */
export const FAULT_DRILL = "cfnNotes/faultDrill";

/** Client → server: a comparison. Params: {@link ComparisonParams}; result: {@link Comparison} or null. */
export const COMPARISON = "cfnNotes/comparison";

/** Client → server: what can be compared. Params: {@link ComparisonsParams}; result: {@link ComparisonTitle}[]. */
export const COMPARISONS = "cfnNotes/comparisons";

/** Client → server: sentences of the user's notes that AWS has overtaken. Params: {@link OutdatedParams}; result: {@link OutdatedFile}[]. */
export const OUTDATED_NOTES = "cfnNotes/outdatedNotes";

/** The client's command that opens a comparison; argument: its id. */
export const COMPARE_COMMAND = "cfnNotes.compare";

export interface StudyQueueParams {
  /** The schedule's text; empty where there is none yet. */
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
  /** Whether the template is to ask questions of its own, which takes some checks of it. */
  readonly questions?: boolean;
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

/** A part of the notes that can be reviewed by itself: a file, or what is below a heading. */
export interface StudyDeck {
  readonly uri: string;
  /** Titles from the file's down. */
  readonly path: readonly string[];
  readonly cards: number;
}

/** What a text is: a schedule, part of one, or something else. */
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
  readonly kind: "question" | "term" | "name" | "word" | "number" | "cell" | "list" | "case" | "template";
  readonly front: string;
  readonly back: string;
  readonly where: readonly string[];
  /** Absent where nothing is kept of it yet. */
  readonly key?: string;
}

export interface StudyCard {
  /** To be sent back with a change. */
  readonly card: CardWords;
  /** What is asked, in the user's language. */
  readonly prompt: string;
  /** What to show: the card's words, or what the user made of them. */
  readonly front: string;
  readonly back: string;
  /** The note, for {@link NOTE}; empty for a card that the template itself gives. */
  readonly noteId: string;
  readonly uri: string;
  readonly line: number;
  /** Of the file or template. */
  readonly source: string;
  /** When it comes again after each grade, in the user's language. */
  readonly after: readonly [string, string, string, string];
  readonly isNew: boolean;
  /** Where the note shows in the template. */
  readonly place?: ProtocolRange;
  /** The card that it would be merged with. */
  readonly sibling?: { readonly card: CardWords; readonly front: string; readonly back: string };
}

export interface StudyChangeParams {
  readonly store: string;
  readonly changes: readonly StudyChangeOfCard[];
}

/** A change that is in the schedule already changes nothing: it may be sent again. */
export interface StudyChangeOfCard {
  readonly card: CardWords;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Again, hard, good, easy. */
  readonly grade?: 1 | 2 | 3 | 4;
  readonly dropped?: boolean;
  readonly edit?: { readonly front: string; readonly back: string };
}

export interface StudyChanged {
  readonly text: string;
  /** What the schedule was before: whoever writes over anything but `whole` keeps a copy of it. */
  readonly before: StoreState;
}

export interface StudyMerged extends StudyChanged {
  /** What the other text is; of a foreign one nothing is taken. */
  readonly other: StoreState;
}

export interface StudyMergeParams {
  readonly store: string;
  readonly other: string;
}

export interface StudyExportParams {
  /**
   * Cards for Anki as tab-separated values; the notes of a template as Markdown or as a page to be printed; what the
   * user has notes on, as Markdown, where no template is needed.
   */
  readonly format: "tsv" | "markdown" | "html" | "coverage";
  readonly store: string;
  readonly textDocument?: { readonly uri: string };
}

export interface FaultDrillParams {
  readonly textDocument: { readonly uri: string };
  /** The same one makes the same drill, the next one the next drill. */
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
  /** What the note says. */
  readonly quote: { readonly title: string; readonly text: string };
  /** For {@link NOTE}. */
  readonly noteId: string;
  /** AWS's page, and where the texts of the events were seen. */
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

export interface ComparisonParams {
  readonly id: string;
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
  /** A sentence of the user's own on each column, where there is one. */
  readonly own: readonly (ComparedNote | null)[];
  readonly sources: readonly string[];
}

export interface ComparedNote {
  readonly noteId: string;
  readonly text: string;
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
  /** How it is now, and since when. */
  readonly message: string;
  readonly source: string;
}

export interface TemplateChangesParams {
  readonly textDocument: { readonly uri: string };
  /** The template that it is held against. */
  readonly before: string;
}

/** What an update would do, in sentences of the user's language. */
export interface TemplateChanges {
  /** The document's, which this is about. */
  readonly version: number;
  readonly sections: readonly { readonly title: string; readonly items: readonly ChangeItem[] }[];
}

/** What of a change is worse than that something is updated, the worst first. */
export type ChangeSeverity =
  | "data-loss"
  | "delete"
  | "replace"
  | "may-replace"
  | "interruption"
  | "update"
  | "add"
  | "quiet"
  | "promise"
  | "permission"
  | "running";

export interface ChangeLine {
  readonly text: string;
  readonly severity?: ChangeSeverity;
  /** In the new template; of what is gone, where it stood. */
  readonly place?: ProtocolRange["start"];
  /** The notes that show there, best first. */
  readonly notes: readonly { readonly id: string; readonly title: string }[];
}

/** What happens to one resource, and the causes of it. */
export interface ChangeItem extends ChangeLine {
  readonly severity: ChangeSeverity;
  readonly isGone: boolean;
  readonly lines: readonly ChangeLine[];
}
