import type { CatalogueData } from "../../catalogue/types/packed.ts";
import type { NoteLanguage, NoteSource } from "../../notes/reading/note.ts";
import type { FolderNotes } from "../../notes/reading/noteLimits.ts";
import type { Localised } from "../../text/localised.ts";

/** The texts of a project's files, as far as there are any. */
export interface ProjectTexts {
  /** The path of a document relative to the project's folder, with `/`. */
  readonly pathOf: (uri: string) => string;
  readonly own: string | undefined;
  readonly cfnLint: string | undefined;
  /** Messages about files that exist and could not be read. */
  readonly problems?: readonly Localised[];
  /** The text of the baseline at a path relative to the project's folder; `undefined` if it can't be read. */
  readonly baseline: (path: string) => Promise<string | undefined>;
}

/** What the process that the server runs in does for it; see `node/nodeHost.ts` and `browser`. */
export interface Host {
  catalogue(): Promise<CatalogueData>;
  /** @param asFiles whether the notes get the address of their file, for editors that can't show `cfn-notes-built-in:` */
  builtInNotes(language: NoteLanguage, asFiles: boolean): Promise<readonly NoteSource[]>;
  /**
   * The Markdown files of a folder and of all folders below it, up to a limit (`limitedNotes`). Rejects with a readable
   * message if it can't be read.
   *
   * @param within a folder (URI) of which links must not lead out: what they lead to is left out
   */
  readNotes(folder: string, language: NoteLanguage, within?: string): Promise<FolderNotes>;
  /** Calls back after something in the folder changed, as long as it is not disposed of; `within` as above. */
  watchNotes(folder: string, changed: () => void, within?: string): { dispose(): void };
  /** The folders that a setting means: `~`, absolute, or relative to each workspace folder (given as URIs). */
  resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[];
  /** The URI of a folder or file as a client understands it. */
  uriOf(path: string): string;
  /**
   * A text file at a path relative to a document; `undefined` if it can't be read, or is in none of the workspace's
   * folders (URIs), or above a document that is in none.
   */
  readBeside(
    uri: string,
    path: string,
    folders: readonly string[],
  ): Promise<{ readonly uri: string; readonly text: string } | undefined>;
  /** The URI of a regular file at such a path, on the same terms. */
  fileBeside(uri: string, path: string, folders: readonly string[]): Promise<string | undefined>;
  /** Whether a template at such a path is certainly not there; absent if the host has no files. */
  isMissing?(uri: string, path: string, folders: readonly string[]): boolean;
  /** Files of the workspace's folders (URIs) that may be templates. */
  templateFiles(folders: readonly string[]): Promise<TemplateFiles>;
  /** The project files above a document, the same ones for all of its folder; `undefined` if there are none. */
  projectTexts(uri: string): Promise<ProjectTexts | undefined>;
  /** Whether the project of a document uploads what its templates name locally; absent if the host has no files. */
  packagesTemplates?(uri: string): boolean;
  /** The names of the stacks that the project of a document deploys from its folder; no promise if files can be read at once. */
  deployedStacks?(uri: string): readonly string[] | Promise<readonly string[]>;
  /** The address of the page on a rule, by the code of a finding; absent if the host has no files. */
  ruleLink?(code: string, language: NoteLanguage): string | undefined;
  /** What that page says of it, as Markdown. */
  ruleText?(code: string, language: NoteLanguage): string | undefined;
  /** Lets everything that waits be handled first. */
  yieldToEventLoop(): Promise<void>;
  /**
   * Runs something for at most so many milliseconds: then it is ended, and the result is that of `late`. It must not
   * wait for anything. Inside of another call the outer one's time counts, and a host that can't end what runs lets it
   * run.
   */
  within<Result, Late>(milliseconds: number, run: () => Result, late: () => Late): Result | Late;
  /** Called once, when the first diagnostics are published: a host may begin here what makes {@link within} cheaper. */
  watchOver?(): Promise<void>;
  /** Gives unused memory back to the system, if the host can; everything stands still meanwhile. */
  releaseMemory?(): Promise<void>;
  /** Waits so many milliseconds; it does not keep the process alive. */
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds, for measuring spans of time. */
  now(): number;
  /** Today as `YYYY-MM-DD`. */
  today(): string;
}

/** The names of files that may be templates, as a glob. */
export const TEMPLATE_NAMES = "*.{yaml,yml,json,template}";
/** Further files of a workspace are not read. */
export const MAX_TEMPLATE_FILES = 3000;

/** At most {@link MAX_TEMPLATE_FILES}, the nearest ones. */
export interface TemplateFiles {
  readonly files: readonly TemplateFile[];
  /** Whether these are all. */
  readonly isComplete: boolean;
}

/** A file of the workspace that may be a template. */
export interface TemplateFile {
  readonly uri: string;
  /** Relative to its folder, for display. */
  readonly path: string;
  /** Changes whenever the file changes. */
  readonly stamp: string;
  /** `undefined` if it can't be read. */
  text(): Promise<string | undefined>;
}
