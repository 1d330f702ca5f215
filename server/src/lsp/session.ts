import type {
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
} from "vscode-languageserver";
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE, projectSettings } from "../features/projectFile.ts";
import { createLanguageService, type LanguageService } from "../languageService.ts";
import type { Outline } from "../model/outline.ts";
import type { Template } from "../model/template.ts";
import { problemText } from "../notes/messages.ts";
import type { NoteLanguage } from "../notes/note.ts";
import {
  BIND_NOTE_COMMAND,
  BINDINGS_LOST,
  type LostBindings,
  NOTES_CHANGED,
  type NoteUses,
  OPEN_NOTE_COMMAND,
  SHOW_NOTE_USES_COMMAND,
  SHOW_SEQUENCE_COMMAND,
} from "../protocol.ts";
import { Beginning } from "./beginning.ts";
import { ChildTemplates } from "./childTemplates.ts";
import { DiagnosticsFeed } from "./diagnosticsFeed.ts";
import { Documents, type OpenTemplate } from "./documents.ts";
import { folderFailureText } from "./folderFailure.ts";
import { attempt, guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { NeighbourFiles } from "./neighbourFiles.ts";
import { NestedStacks } from "./nestedStacks.ts";
import { noteDiagnostics } from "./noteDiagnostics.ts";
import { NoteFiles } from "./noteFiles.ts";
import { type FileProblem, NoteStore, type TeamFolder } from "./noteStore.ts";
import { Projects } from "./projects.ts";
import { Quiet } from "./quiet.ts";
import { type BootstrapRequests, bootstrapRequests } from "./requests/bootstrapRequests.ts";
import { type FileRequests, fileRequests } from "./requests/fileRequests.ts";
import { type GraphRequests, graphRequests } from "./requests/graphRequests.ts";
import { type LanguageRequests, languageRequests } from "./requests/languageRequests.ts";
import { type MendRequests, mendRequests } from "./requests/mendRequests.ts";
import { noteFileRequests } from "./requests/noteFileRequests.ts";
import { type NoteRequests, noteRequests } from "./requests/noteRequests.ts";
import type { PositionParams, RequestContext } from "./requests/request.ts";
import { type StructureRequests, structureRequests } from "./requests/structureRequests.ts";
import { decodeSettings, mergedSettings, type Settings } from "./settings.ts";
import { SpareTime } from "./spareTime.ts";
import { TemplateRefs } from "./templateRefs.ts";
import { usedIn } from "./usedIn.ts";
import { warmUp } from "./warmUp.ts";
import { asksForImport, type WorkspaceExport, WorkspaceExports } from "./workspaceExports.ts";
import { WorkspaceFiles } from "./workspaceFiles.ts";

/** An answer to each request, by the names that `startServer` uses. */
export interface Requests
  extends LanguageRequests,
    StructureRequests,
    FileRequests,
    BootstrapRequests,
    NoteRequests,
    MendRequests,
    GraphRequests {}

/** One client's session: its documents, settings and notes, and an answer to each request. */
export interface Session {
  readonly requests: Requests;
  /** Called for the documents that a client opens, edits and closes. */
  opened(params: DidOpenTextDocumentParams): void;
  edited(params: DidChangeTextDocumentParams): void;
  closed(params: DidCloseTextDocumentParams): void;
  /** Called once the client is ready to be asked. */
  start(): void;
  /** Called when the client's settings changed. */
  reconfigure(): void;
  /** Called when files changed on which diagnostics of others depend: project files, saved templates. */
  projectChanged(): void;
  /** Called before a question of the client is answered and after it. */
  heard(): void;
  dispose(): void;
}

/** Makes a session; everything that the host has to read is read here, once. */
export async function createSession(
  connection: Connection,
  host: Host,
  parameters: InitializeParams,
): Promise<Session> {
  const [catalogue, snippets] = await Promise.all([host.catalogue(), host.snippets()]);
  return new LspSession(connection, host, parameters, createLanguageService({ catalogue, snippets }));
}

/** So long a client may take for an answer, in milliseconds. */
const PATIENCE = 5000;
/** So many messages at a time are still read. */
const MOST_MESSAGES = 3;

class LspSession implements Session {
  readonly documents: Documents;
  readonly requests: Requests;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #parameters: InitializeParams;
  readonly #service: LanguageService;
  readonly #store: NoteStore;
  readonly #noteFiles: NoteFiles;
  readonly #refs: TemplateRefs;
  /** Files of notes of which something may have been told. */
  readonly #notesTold = new Set<string>();
  readonly #feed: DiagnosticsFeed;
  readonly #projects: Projects;
  readonly #children: ChildTemplates;
  readonly #exports: WorkspaceExports;
  readonly #nested: NestedStacks;
  readonly #files: NeighbourFiles;
  readonly #workspaceFiles: WorkspaceFiles;
  readonly #quiet: Quiet;
  readonly #beginning: Beginning;
  /** What open templates declared when they were checked last. */
  readonly #outlines = new Map<string, Outline>();
  /** Whether the client runs our commands from links in Markdown. */
  readonly #commands: boolean;
  /** What is ready for the first question: the list of notes, then all that is done ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #team: readonly TeamFolder[] = [];
  /** The templates that were open when lenses of notes were asked for last. */
  #counted = "";

  constructor(connection: Connection, host: Host, parameters: InitializeParams, service: LanguageService) {
    this.#connection = connection;
    this.#host = host;
    this.#parameters = parameters;
    this.#service = service;
    this.#settings = decodeSettings(parameters.initializationOptions);
    this.#commands = hasCommand(parameters.initializationOptions, OPEN_NOTE_COMMAND);
    this.#quiet = new Quiet(host);
    this.#beginning = new Beginning(host);
    this.documents = new Documents((uri) => {
      this.#quiet.heard();
      this.#feed.changed(uri);
    });
    this.#projects = new Projects(host, (problem) => this.#warn(problem[this.#language]));
    const { documents } = this;
    const folders = (): Promise<readonly string[]> => this.#workspaceFolders();
    const files = new WorkspaceFiles({ host, folders });
    this.#workspaceFiles = files;
    this.#children = new ChildTemplates(host, documents, folders);
    this.#exports = new WorkspaceExports(files, documents);
    this.#nested = new NestedStacks({ host, documents, children: this.#children, files });
    this.#files = new NeighbourFiles({ host, folders });
    this.#feed = new DiagnosticsFeed({
      connection,
      host,
      documents: this.documents,
      service,
      settingsRead: () => this.#beginning.waitFor("settings"),
      request: () => this.#diagnosticsRequest(),
      projects: this.#projects,
      children: this.#children,
      exports: this.#exports,
      quiet: this.#quiet,
      noteLink: (topic) => this.#noteLink(topic),
      published: (uri) => this.#checked(uri),
    });
    this.#store = new NoteStore({
      host,
      index: service.notes,
      asFiles: !this.#commands,
      changed: () => this.#notesChanged(),
      failed: (path, failure) => this.#warn(folderFailureText(path, failure, this.#language)),
      troubled: (problems) => this.#notesTroubled(problems),
      lost: (found) => this.#bindingsLost(found),
      attempt: (name, run) => this.#attempt(name, run),
    });
    this.#refs = new TemplateRefs({ host, store: this.#store, folders, language: () => this.#language });
    this.#noteFiles = new NoteFiles({
      host,
      store: this.#store,
      index: service.notes,
      settled: (uri) => this.#checkNotes([uri]),
      attempt: (name, run) => this.#attempt(name, run),
    });
    const context = this.#requestContext();
    const ofTemplates = {
      ...languageRequests(context),
      ...structureRequests(context),
      ...fileRequests(context),
      ...bootstrapRequests(context),
    };
    this.requests = {
      ...ofTemplates,
      ...noteFileRequests(context, ofTemplates),
      ...noteRequests(context),
      ...mendRequests(context),
      ...graphRequests(context),
    };
  }

  start(): void {
    const { capabilities } = this.#parameters;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.#attempt("registration", () =>
        this.#connection.client.register({ method: "workspace/didChangeConfiguration" } as never, {
          section: "cfnNotes",
        }),
      );
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [PROJECT_FILE, ...CFN_LINT_FILES].map((name) => ({ globPattern: `**/${name}` }));
      void this.#attempt("registration", () =>
        this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => this.reconfigure());
    }
    this.reconfigure();
  }

  reconfigure(): void {
    void this.#attempt("settings", () => this.#applySettings());
  }

  projectChanged(): void {
    this.#projects.forget();
    this.#refs.forget();
    void this.#attempt("notes", () => this.#applyTeamFolders());
    this.#children.forget();
    this.#files.forget();
    for (const uri of this.documents.uris) this.#feed.changed(uri);
  }

  opened(params: DidOpenTextDocumentParams): void {
    if (!this.#noteFiles.open(params)) this.documents.open(params);
  }

  edited(params: DidChangeTextDocumentParams): void {
    if (!this.#noteFiles.change(params)) this.documents.change(params);
  }

  closed(params: DidCloseTextDocumentParams): void {
    if (!this.#noteFiles.close(params)) this.documents.close(params);
  }

  heard(): void {
    this.#quiet.heard();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #checked(uri: string): void {
    const open = this.documents.get(uri);
    void this.#attempt("notes", () => this.#refs.update(uri, open));
    this.#countAnew();
    this.#checkParents(uri, open?.template.outline);
    if (open !== undefined) this.#warmUp(open);
  }

  /** What is said of a nested stack depends on what its template declares, be that saved or not. */
  #checkParents(uri: string, outline: Outline | undefined): void {
    if (this.#outlines.get(uri) === outline) return;
    if (outline === undefined) this.#outlines.delete(uri);
    else this.#outlines.set(uri, outline);
    for (const parent of this.#nested.openParentsOf(uri)) if (parent !== uri) this.#feed.changed(parent);
  }

  /** Once, when a template is checked and the notes are there. */
  #warmUp(open: OpenTemplate): void {
    if (this.#warmth !== "notes") return;
    this.#warmth = "all";
    const service = this.#service;
    const asked = { exports: [], language: this.#language, snippetSupport: true };
    const parts = {
      open,
      catalogue: service.catalogue,
      notes: service.notes,
      prepareEdits: service.prepareEdits,
      complete: (typed: Template, offset: number) => service.completion(typed, offset, asked),
      requests: this.requests,
      quiet: this.#quiet,
      host: this.#host,
    };
    void this.#attempt("warm-up", () => warmUp(parts));
  }

  async #attempt(name: string, run: () => Promise<unknown>): Promise<void> {
    await attempt<unknown>(this.#connection.console, name, undefined, run);
  }

  async #applySettings(): Promise<void> {
    const initial: unknown = this.#parameters.initializationOptions;
    const asked = this.#parameters.capabilities.workspace?.configuration === true;
    // A client that refuses gets what it said at the start.
    const client: unknown = asked ? await this.#settingsInTime() : undefined;
    const before = this.#settings;
    this.#settings = decodeSettings(mergedSettings(initial, client));
    this.#beginning.has("settings");
    this.#refresh(before, this.#settings);
    for (const uri of this.documents.uris) this.#feed.changed(uri);
    const folders = await this.#workspaceFolders();
    this.#team = await this.#teamFolders(folders);
    await this.#store.apply(this.#settings, this.#language, folders, this.#team);
    this.#beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
  }

  /** The folders of notes that the project files at the top of the workspace's folders name. */
  async #teamFolders(folders: readonly string[]): Promise<readonly TeamFolder[]> {
    const found = folders.map(async (within): Promise<readonly TeamFolder[]> => {
      const file = await this.#host.readBeside(`${within.replace(/\/*$/, "")}/${PROJECT_FILE}`, PROJECT_FILE, folders);
      const notes = file === undefined ? [] : projectSettings(file.text).notes;
      return notes.flatMap((folder) => this.#host.resolveFolder(folder, [within]).map((path) => ({ path, within })));
    });
    return (await Promise.all(found)).flat();
  }

  /** Reads others where a project file names others. */
  async #applyTeamFolders(): Promise<void> {
    await this.#beginning.waitFor("notes");
    const folders = await this.#workspaceFolders();
    const team = await this.#teamFolders(folders);
    if (JSON.stringify(team) === JSON.stringify(this.#team)) return;
    this.#team = team;
    await this.#store.apply(this.#settings, this.#language, folders, team);
  }

  /** What the client says; nothing where it says nothing for long. What it says later counts then. */
  async #settingsInTime(): Promise<unknown> {
    let isLate = false;
    const answer = this.#clientSettings().then((settings) => {
      if (isLate) this.reconfigure();
      return settings;
    });
    const limit = this.#host.delay(PATIENCE).then(() => {
      isLate = true;
    });
    return Promise.race([answer, limit]);
  }

  #clientSettings(): Promise<unknown> {
    const { console, workspace } = this.#connection;
    return attempt<unknown>(console, "settings", undefined, () => workspace.getConfiguration("cfnNotes"));
  }

  /** Lenses and hints are asked for again by themselves only after edits. */
  #refresh(before: Settings, now: Settings): void {
    const { inlayHint } = this.#parameters.capabilities.workspace ?? {};
    const told = before.language !== now.language;
    if (told || before.codeLens !== now.codeLens) this.#refreshLenses();
    if (inlayHint?.refreshSupport === true && (told || before.inlayHints !== now.inlayHints)) {
      void this.#attempt("inlayHints", () => this.#connection.languages.inlayHint.refresh());
    }
  }

  /** The lenses of open notes count places in the templates that are open. */
  #countAnew(): void {
    const counted = this.documents.uris.join(" ");
    if (this.#noteFiles.uris.length > 0 && this.#counted !== counted) this.#refreshLenses();
    this.#counted = counted;
  }

  #refreshLenses(): void {
    if (this.#parameters.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
    void this.#attempt("codeLenses", () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  async #workspaceFolders(): Promise<readonly string[]> {
    const { capabilities, rootUri, workspaceFolders } = this.#parameters;
    if (capabilities.workspace?.workspaceFolders === true) {
      const asked = this.#connection.workspace.getWorkspaceFolders().catch(() => null);
      // A client may never answer.
      const folders = await Promise.race([asked, this.#host.delay(PATIENCE).then(() => null)]);
      if (folders !== null) return folders.map(({ uri }) => uri);
    }
    return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  }

  get #language(): NoteLanguage {
    const { language } = this.#settings;
    if (language !== "auto") return language;
    return this.#parameters.locale?.toLowerCase().startsWith("ja") === true ? "ja" : "en";
  }

  /** Tells what is wrong with open files of notes; of one that is closed, or none of the user's, nothing is. */
  #checkNotes(uris: readonly string[]): void {
    void this.#attempt("notes", async () => {
      await this.#beginning.waitFor("notes");
      await this.#quiet.wait();
      for (const uri of uris) {
        const open = this.#settings.noteDiagnostics ? this.#noteFiles.at(uri) : undefined;
        const { notes } = this.#service;
        if (open === undefined && !this.#notesTold.delete(uri)) continue;
        if (open !== undefined) this.#notesTold.add(uri);
        const diagnostics = open ? noteDiagnostics(open.file, uri, notes, this.#store, this.#language) : [];
        await this.#connection.sendDiagnostics({ uri, diagnostics });
      }
    });
  }

  /** Diagnostics link to notes, so they are told anew too. */
  #notesChanged(): void {
    void this.#connection.sendNotification(NOTES_CHANGED);
    this.#checkNotes(this.#noteFiles.uris);
    if (this.#noteFiles.uris.length > 0) this.#refreshLenses();
    for (const uri of this.documents.uris) this.#feed.changed(uri);
  }

  /** One by one where they are few; else all in the log, and one message. */
  #notesTroubled(problems: readonly FileProblem[]): void {
    const texts = problems.map(({ uri, problem }) => `${decodeURI(uri)}: ${problemText(problem, this.#language)}`);
    if (texts.length <= MOST_MESSAGES) {
      for (const text of texts) this.#warn(text);
      return;
    }
    for (const text of texts) this.#connection.console.warn(text);
    const all = texts.length;
    const example = texts[0] ?? "";
    this.#show(
      this.#language === "ja"
        ? `ノートのファイルに問題が${all}件あります。すべての内容はログに記録しました。例: ${example}`
        : `There are ${all} problems with files of notes; all are in the log. One of them: ${example}`,
    );
  }

  #bindingsLost(found: LostBindings): void {
    if (hasCommand(this.#parameters.initializationOptions, BIND_NOTE_COMMAND))
      void this.#connection.sendNotification(BINDINGS_LOST, found);
  }

  #warn(message: string): void {
    this.#connection.console.warn(message);
    this.#show(message);
  }

  #show(message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  #diagnosticsRequest(): ReturnType<ConstructorParameters<typeof DiagnosticsFeed>[0]["request"]> {
    const { diagnostics, severities } = this.#settings;
    return diagnostics ? { language: this.#language, today: this.#host.today(), severities } : undefined;
  }

  #noteLink(topic: string): string | undefined {
    const place = this.#service.notes.whereIs(topic);
    if (place === undefined) return undefined;
    if (this.#commands) return `command:${OPEN_NOTE_COMMAND}?${encodeURIComponent(JSON.stringify([place.id]))}`;
    return `${place.uri}#L${place.line + 1}`;
  }

  async #exportsAt({ textDocument, position }: PositionParams): Promise<readonly WorkspaceExport[]> {
    const open = this.documents.get(textDocument.uri);
    if (open === undefined) return [];
    const { document, template } = open;
    return asksForImport(template.text, document.offsetAt(position)) ? this.#exports.besides(textDocument.uri) : [];
  }

  async #inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
    const outcome: Result[] = [];
    const captured = function* (): Generator<void> {
      outcome.push(yield* steps);
    };
    await new SpareTime({ quiet: this.#quiet, host: this.#host, calm: 0 }).through(captured());
    return outcome[0] as Result;
  }

  #usedIn(id: string, everywhere: boolean): Promise<NoteUses | undefined> {
    return usedIn(id, everywhere, {
      notes: this.#service.notes,
      documents: this.documents,
      files: this.#workspaceFiles,
      host: this.#host,
      inSteps: (steps) => this.#inSteps(steps),
    });
  }

  #requestContext(): RequestContext {
    const { initializationOptions } = this.#parameters;
    return {
      service: this.#service,
      documents: this.documents,
      store: this.#store,
      noteFiles: this.#noteFiles,
      nested: this.#nested,
      files: this.#files,
      parameters: this.#parameters,
      commands: this.#commands,
      sequences: hasCommand(initializationOptions, SHOW_SEQUENCE_COMMAND),
      showsUses: hasCommand(initializationOptions, SHOW_NOTE_USES_COMMAND),
      today: () => this.#host.today(),
      settings: () => this.#settings,
      language: () => this.#language,
      diagnosticsOf: (uri) => this.#feed.now(uri),
      exportsAt: (params) => this.#exportsAt(params),
      uriOf: (path) => this.#host.uriOf(path),
      pause: () => this.#host.pause(),
      inSteps: (steps) => this.#inSteps(steps),
      usedIn: (id, everywhere) => this.#usedIn(id, everywhere),
      guarded: (name, nothing, handle, needed = "settings") =>
        guard(this.#connection.console, name, nothing, handle, () => this.#beginning.waitFor(needed)),
    };
  }
}

function hasCommand(options: unknown, command: string): boolean {
  const commands =
    typeof options === "object" && options !== null ? (options as { commands?: unknown }).commands : undefined;
  return Array.isArray(commands) && commands.includes(command);
}
