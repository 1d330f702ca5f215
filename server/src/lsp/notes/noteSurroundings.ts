import { looksLikeTemplate } from "../../detect.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { SpokenFolder, Surroundings } from "../../notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../notes/ownNames/templateFolders.ts";
import { templatesAmong, templatesOf } from "../../notes/ownNames/templatesAmong.ts";
import { folderSteps, uriSteps } from "../../notes/reading/markdown/uriPath.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import type { Documents } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import type { WorkspaceFiles } from "../workspace/workspaceFiles.ts";
import type { PlacedName, WorkspaceSymbols } from "../workspace/workspaceSymbols.ts";

export interface NoteSurroundingsParts {
  readonly host: Pick<Host, "templateFiles" | "uriOf" | "deployedStacks">;
  readonly index: Pick<NoteIndex, "setSurroundings">;
  readonly documents: Pick<Documents, "uris" | "get">;
  readonly files: Pick<WorkspaceFiles, "list">;
  readonly symbols: Pick<WorkspaceSymbols, "names">;
  readonly language: () => NoteLanguage;
  /** Called when notes may mean other templates than before. */
  readonly changed: () => void;
}

/**
 * What is known of the surroundings of notes and templates: by it notes on somebody's own things find the templates
 * that they mean.
 */
export class NoteSurroundings {
  readonly #parts: NoteSurroundingsParts;
  #notes: Surroundings["notes"] = [];
  #workspace: Surroundings["workspace"] = [];
  #spoken: readonly SpokenFolder[] = [];
  /** The templates in the folders of notes, and in the workspace once that was read. */
  #inNotes: readonly string[] = [];
  #inWorkspace: readonly string[] = [];
  /** Where the templates of the workspace declare each name. */
  #declared: ReadonlyMap<string, readonly Pick<PlacedName, "uri" | "section">[]> = new Map();
  #known = "";
  /** The open templates of the last {@link update}; `undefined` if something else has changed since. */
  #open: string | undefined;
  /** By the template's folder: each note that names a stack asks. */
  readonly #stacks = new Map<string, readonly string[]>();

  constructor(parts: NoteSurroundingsParts) {
    this.#parts = parts;
  }

  /**
   * Sets the folders of notes (paths) and of the workspace (URIs), and what project files say. Looks for templates
   * among the notes: folders of templates have notes of their own.
   */
  async setFolders(
    notes: readonly string[],
    workspace: readonly string[],
    spoken: readonly SpokenFolder[],
  ): Promise<void> {
    const { host } = this.#parts;
    const uris = notes.map((path) => host.uriOf(path));
    this.#notes = uris.map(uriSteps);
    this.#workspace = workspace.map(uriSteps);
    this.#spoken = spoken;
    this.#inNotes = await templatesAmong(uris, workspace, (folders) => host.templateFiles(folders), looksLikeTemplate);
    this.#open = undefined;
    this.update();
  }

  /** Looks which files of the workspace are templates: by these it is known what documents are. */
  async listWorkspace(): Promise<void> {
    const { files } = await this.#parts.files.list();
    this.#inWorkspace = await templatesOf(files, looksLikeTemplate);
    this.#open = undefined;
    if (this.update()) this.#parts.changed();
  }

  /** Reads what these declare, which takes a while. */
  async readWorkspace(): Promise<void> {
    const names = await this.#parts.symbols.names();
    this.#inWorkspace = [...new Set(names.map(({ uri }) => uri))];
    this.#declared = groupedBy(
      names.filter(({ section }) => section !== undefined),
      ({ name }) => name,
    );
    this.#forget();
    if (this.update()) this.#parts.changed();
  }

  /** Updates what is known, with the open templates. Returns whether that differs from before. */
  update(): boolean {
    const { documents, index } = this.#parts;
    const open = documents.uris.filter((uri) => documents.get(uri) !== undefined);
    // This is asked after each edit, and a workspace may have thousands of templates.
    const opened = open.join("\n");
    if (opened === this.#open) return false;
    this.#open = opened;
    const paths = [...open, ...this.#inNotes, ...this.#inWorkspace].map(uriSteps);
    const folders = new Set(paths.map((path) => path.slice(0, -1).join("/")));
    const files = new Set(paths.map((path) => path.at(-1) ?? ""));
    // If files are read from afar, the answer takes a while.
    for (const uri of open) this.#stacksOf(uri);
    const spoken = this.#spoken.map(({ key }) => key);
    const language = this.#parts.language();
    const now = JSON.stringify([
      language,
      this.#notes,
      this.#workspace,
      [...folders].sort(),
      [...files].sort(),
      spoken,
    ]);
    if (now === this.#known) return false;
    this.#known = now;
    const templates = new TemplateFolders(
      [...folders].map((folder) => folder.split("/")),
      files,
    );
    index.setSurroundings({
      notes: this.#notes,
      workspace: this.#workspace,
      templates,
      language,
      spoken: this.#spoken,
      stacksOf: (template) => this.#stacksOf(template),
      declaring: (name, section) => {
        const declared = this.#declared.get(name) ?? [];
        return declared.filter((one) => section === undefined || one.section === section).map(({ uri }) => uri);
      },
    });
    return true;
  }

  /** Called when files changed that may say which stacks are deployed. */
  filesChanged(): void {
    if (this.#stacks.size === 0) return;
    this.#stacks.clear();
    this.#forget();
    this.update();
  }

  #stacksOf(template: string): readonly string[] {
    const folder = folderSteps(template).join("/");
    const known = this.#stacks.get(folder);
    if (known !== undefined) return known;
    const found = this.#parts.host.deployedStacks?.(template) ?? [];
    this.#stacks.set(folder, "then" in found ? [] : found);
    if ("then" in found) void found.then((stacks) => this.#hasStacks(folder, stacks));
    return this.#stacks.get(folder) ?? [];
  }

  #hasStacks(folder: string, stacks: readonly string[]): void {
    if (stacks.length === 0) return;
    this.#stacks.set(folder, stacks);
    this.#forget();
    if (this.update()) this.#parts.changed();
  }

  #forget(): void {
    this.#known = "";
    this.#open = undefined;
  }
}
