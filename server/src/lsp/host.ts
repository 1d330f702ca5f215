import type { CatalogueData } from "../catalogue/packed.ts";
import type { NoteLanguage, NoteSource } from "../notes/note.ts";

/** What the place where the server runs can do for it. */
export interface Host {
  /** The language service with everything below it; asked for once, after `initialize` was answered. */
  loadService(): Promise<typeof import("../languageService.ts")>;
  catalogue(): Promise<CatalogueData>;
  builtInNotes(language: NoteLanguage): Promise<readonly NoteSource[]>;
  /** The contents of snippets/*.json. */
  snippets(): Promise<readonly string[]>;
  /** The Markdown files of a folder and of all folders below it. Rejects with a readable message where it can't be read. */
  readNotes(folder: string): Promise<readonly NoteSource[]>;
  /** Calls back after something in the folder changed, as long as it is not disposed of. */
  watchNotes(folder: string, changed: () => void): { dispose(): void };
  /** The folder that a setting means: `~`, or relative to a workspace folder, given as a URI. */
  resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[];
  /** The URI of a folder or file, as a client understands it. */
  uriOf(path: string): string;
  /** Today as `YYYY-MM-DD`. */
  today(): string;
}
