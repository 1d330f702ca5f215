/** Files that a client reads for a server that has no file system. Positions and lines are as in common.ts. */

/** Server → client: a file of the product. Params: {@link ProductFileParams}; result: Uint8Array. */
export const READ_PRODUCT_FILE = "cfnNotes/host/readProductFile";

/** Server → client: the names of the files in a folder of the product. Params: {@link ProductFileParams}; result: string[]. */
export const LIST_PRODUCT_FOLDER = "cfnNotes/host/listProductFolder";

/** Server → client: the Markdown files below a folder. Params: {@link ReadNotesParams}; result: {@link NotesFiles}. Fails if the folder can't be read. */
export const READ_NOTES_FOLDER = "cfnNotes/host/readNotesFolder";

/** Server → client notification: tell of changes below a folder from now on ({@link WatchNotesFolderParams}). */
export const WATCH_NOTES_FOLDER = "cfnNotes/host/watchNotesFolder";

/** Client → server notification: something below a watched folder changed ({@link NotesFolderParams}). */
export const NOTES_FOLDER_CHANGED = "cfnNotes/host/notesFolderChanged";

/** Server → client: a regular file of the workspace. Params: {@link WorkspaceFileParams}; result: Uint8Array, or null if it is none, is very large or can't be read. */
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
  /** `null` if it may not be read, or is no note by its size; also for a folder that may not be listed. */
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
