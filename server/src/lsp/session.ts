import type { CancellationToken, Connection, InitializeParams } from "vscode-languageserver";
import { CodeLensRefreshRequest, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";
import { createLanguageService, type DiagnosticsRequest, type LanguageService } from "../languageService.ts";
import type { Outline } from "../model/outline.ts";
import type { Template } from "../model/template.ts";
import type { NoteLanguage } from "../notes/note.ts";
import {
  BIND_NOTE_COMMAND,
  BINDINGS_LOST,
  type LostBindings,
  NOTES_CHANGED,
  OPEN_NOTE_COMMAND,
  SHOW_SEQUENCE_COMMAND,
} from "../protocol.ts";
import { Beginning, type Needed } from "./beginning.ts";
import { ChildTemplates } from "./childTemplates.ts";
import { hasCommand, offersFormattingAtOnce, onlyPulls } from "./clientFeatures.ts";
import { DiagnosticsFeed } from "./diagnosticsFeed.ts";
import { Documents, type OpenTemplate } from "./documents.ts";
import { folderCutText, folderFailureText } from "./folderFailure.ts";
import { givenUpText } from "./givenUp.ts";
import { attempt, guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { IdleMonitor } from "./idleMonitor.ts";
import { IdleScheduler } from "./idleScheduler.ts";
import { NeighbourFiles } from "./neighbourFiles.ts";
import { NestedStacks } from "./nestedStacks.ts";
import { NoteStore } from "./noteStore.ts";
import { positionEncoding } from "./positions.ts";
import { Projects } from "./projects.ts";
import { assistantRequests } from "./requests/assistantRequests.ts";
import { bootstrapRequests } from "./requests/bootstrapRequests.ts";
import { editingRequests } from "./requests/editingRequests.ts";
import { fileRequests } from "./requests/fileRequests.ts";
import { languageRequests } from "./requests/languageRequests.ts";
import { mendRequests } from "./requests/mendRequests.ts";
import { noteRequests } from "./requests/noteRequests.ts";
import { refactorRequests } from "./requests/refactorRequests.ts";
import type { PositionParams, RequestContext } from "./requests/request.ts";
import type { Requests } from "./requests/requestTable.ts";
import { structureRequests } from "./requests/structureRequests.ts";
import { workspaceRequests } from "./requests/workspaceRequests.ts";
import { decodeSettings, firstSettings, mergedSettings, type Settings } from "./settings.ts";
import { TemplateChecks, withProject } from "./templateChecks.ts";
import { TemplateRegistrations } from "./templateRegistrations.ts";
import { ToldDiagnostics } from "./toldDiagnostics.ts";
import { UserMessages } from "./userMessages.ts";
import { warmUp } from "./warmUp.ts";
import { WorkspaceDiagnostics } from "./workspaceDiagnostics.ts";
import { asksForImport, type WorkspaceExport, WorkspaceExports } from "./workspaceExports.ts";
import { WorkspaceFiles } from "./workspaceFiles.ts";
import { WorkspaceSymbols } from "./workspaceSymbols.ts";

/** One client's session: its documents, settings and notes, and an answer to each request. */
export interface Session {
  readonly documents: Documents;
  /** An answer to each request. */
  readonly requests: Requests;
  /** Called once the client is ready to be asked. */
  start(): void;
  /** Called when the client's settings changed. */
  reconfigure(): void;
  /** Called when files changed on which diagnostics of others may depend: project files, saved templates. */
  filesChanged(uris: readonly string[]): void;
  /** Called before a question of the client is answered and after it. */
  noteActivity(): void;
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
/** So long nobody must have done anything before templates are checked that are not open, in milliseconds. */
const IDLE = 500;
/** So long the first who ask wait until many notes are read, in milliseconds. */
const NOTES_PATIENCE = 2000;
const PROJECT_FILES: ReadonlySet<string> = new Set([PROJECT_FILE, ...CFN_LINT_FILES]);

class LspSession implements Session {
  readonly documents: Documents;
  readonly requests: Requests;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #parameters: InitializeParams;
  readonly #service: LanguageService;
  readonly #store: NoteStore;
  readonly #feed: DiagnosticsFeed;
  readonly #projects: Projects;
  readonly #children: ChildTemplates;
  readonly #files: WorkspaceFiles;
  readonly #exports: WorkspaceExports;
  readonly #nested: NestedStacks;
  readonly #neighbours: NeighbourFiles;
  readonly #workspaceSymbols: WorkspaceSymbols;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  readonly #told: ToldDiagnostics;
  /** `undefined` where the client was offered formatting at once. */
  readonly #registrations: TemplateRegistrations | undefined;
  readonly #activity: IdleMonitor;
  readonly #beginning: Beginning;
  /** What open templates declared when they were checked last. */
  readonly #outlines = new Map<string, Outline>();
  readonly #messages: UserMessages;
  /** Whether the client runs our commands from links in Markdown. */
  readonly #commands: boolean;
  /** What is ready for the first question: the list of notes, then all that is done ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #isWatching = false;
  #reading: Promise<void> | undefined;
  /** Resolves when those who ask have waited long enough for the notes to be read. */
  #notesAreLate: Promise<void> | undefined;

  constructor(connection: Connection, host: Host, parameters: InitializeParams, service: LanguageService) {
    this.#connection = connection;
    this.#host = host;
    this.#parameters = parameters;
    this.#service = service;
    this.#settings = decodeSettings(firstSettings(parameters.initializationOptions));
    this.#commands = hasCommand(parameters.initializationOptions, OPEN_NOTE_COMMAND);
    this.#activity = new IdleMonitor(host);
    this.#beginning = new Beginning(host);
    this.#registrations = offersFormattingAtOnce(parameters) ? undefined : new TemplateRegistrations(connection);
    this.#messages = new UserMessages(connection, () => this.#language);
    this.documents = new Documents({
      encoding: positionEncoding(parameters),
      changed: (uri) => {
        this.#activity.noteActivity();
        this.#feed.changed(uri);
        if (this.documents.version(uri) === undefined) this.#registrations?.withdraw(uri);
        else this.#workspaceDiagnostics.opened(uri);
      },
      gaveUp: (uri, what) => {
        this.#messages.warn(givenUpText(uri, what, this.#language));
        this.#feed.changed(uri);
      },
      within: host.within,
    });
    this.#projects = new Projects(host, (problem) => this.#messages.warn(problem[this.#language]));
    const { documents } = this;
    const folders = (): Promise<readonly string[]> => this.#workspaceFolders();
    const gaveUp = (uri: string): void => this.#messages.warn(givenUpText(uri, "reading", this.#language));
    this.#children = new ChildTemplates({ host, documents, folders, gaveUp });
    this.#neighbours = new NeighbourFiles({ host, folders });
    this.#files = new WorkspaceFiles({ host, folders, cut: (most) => this.#messages.workspaceCut(most) });
    const fileIndex = { host, documents, files: this.#files, gaveUp };
    this.#exports = new WorkspaceExports(fileIndex);
    this.#nested = new NestedStacks({ ...fileIndex, children: this.#children });
    this.#workspaceSymbols = new WorkspaceSymbols(fileIndex);
    const request = (): DiagnosticsRequest | undefined => this.#diagnosticsRequest();
    const checks = new TemplateChecks({
      service,
      request,
      projects: this.#projects,
      children: this.#children,
      exports: this.#exports,
      noteLink: (topic) => this.#noteLink(topic),
      ruleLink: host.ruleLink,
    });
    this.#told = new ToldDiagnostics(connection, onlyPulls(parameters));
    this.#workspaceDiagnostics = new WorkspaceDiagnostics({
      log: connection.console,
      documents,
      files: this.#files,
      checks,
      told: this.#told,
      isWanted: () => this.#settings.workspaceDiagnostics && this.#settings.diagnostics,
      spare: new IdleScheduler({ activity: this.#activity, host, idle: IDLE }),
    });
    this.#feed = new DiagnosticsFeed({
      log: connection.console,
      host,
      documents: this.documents,
      service,
      settingsRead: () => this.#beginning.waitFor("settings"),
      language: () => this.#language,
      request,
      checks,
      told: this.#told,
      activity: this.#activity,
      closed: (uri) => this.#workspaceDiagnostics.closed(uri),
      published: (uri) => this.#checked(uri),
    });
    this.#store = new NoteStore({
      host,
      index: service.notes,
      asFiles: !this.#commands,
      changed: () => this.#notesChanged(),
      readAll: () => this.#readNotes(),
      cut: (path) => this.#messages.warn(folderCutText(path, this.#language)),
      failed: (path, failure) => this.#messages.warn(folderFailureText(path, failure, this.#language)),
      troubled: (problems) => this.#messages.notesTroubled(problems),
      lost: (found) => this.#bindingsLost(found),
      attempt: (name, run) => this.#attempt(name, run),
    });
    const context = this.#requestContext();
    this.requests = {
      ...languageRequests(context),
      ...structureRequests(context),
      ...fileRequests(context),
      ...editingRequests(context),
      ...workspaceRequests(context),
      ...bootstrapRequests(context),
      ...noteRequests(context),
      ...mendRequests(context),
      ...refactorRequests(context),
      ...assistantRequests(context),
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
      this.#watch([...PROJECT_FILES]);
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => this.reconfigure());
    }
    this.reconfigure();
  }

  reconfigure(): void {
    void this.#attempt("settings", () => this.#applySettings());
  }

  filesChanged(uris: readonly string[]): void {
    this.#projects.forget();
    this.#children.forget();
    this.#neighbours.forget();
    this.#checkAgain();
    if (uris.some((uri) => PROJECT_FILES.has(uri.slice(uri.lastIndexOf("/") + 1))))
      this.#workspaceDiagnostics.changed();
    else this.#workspaceDiagnostics.filesChanged();
  }

  noteActivity(): void {
    this.#activity.noteActivity();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #checked(uri: string): void {
    const open = this.documents.get(uri);
    this.#checkParents(uri, open?.template.outline);
    if (open === undefined) return;
    // The editor has a formatter of its own for JSON.
    if (this.#settings.formatting && open.template.format === "yaml") this.#registrations?.offer(uri);
    this.#warmUp(open);
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
      activity: this.#activity,
      host: this.#host,
    };
    void this.#attempt("warm-up", () => warmUp(parts));
  }

  async #attempt(name: string, run: () => Promise<unknown>): Promise<void> {
    await attempt<unknown>(this.#connection.console, name, undefined, run);
  }

  async #applySettings(): Promise<void> {
    const initial = firstSettings(this.#parameters.initializationOptions);
    const asked = this.#parameters.capabilities.workspace?.configuration === true;
    // A client that refuses gets what it said at the start.
    const client: unknown = asked ? await this.#settingsInTime() : undefined;
    const before = this.#settings;
    this.#settings = decodeSettings(mergedSettings(initial, client));
    this.#beginning.has("settings");
    this.#refresh(before, this.#settings);
    if (!this.#settings.formatting) this.#registrations?.withdrawAll();
    this.#checkAgain();
    const folders = await this.#workspaceFolders();
    await this.#store.apply(this.#settings, this.#language, folders);
    this.#beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
    this.#watchTemplates();
    this.#workspaceDiagnostics.changed();
  }

  /** The diagnostics of open documents may be others now. */
  #checkAgain(): void {
    for (const uri of this.documents.uris) this.#feed.changed(uri);
    const { diagnostics } = this.#parameters.capabilities.workspace ?? {};
    if (this.#told.isPulled && diagnostics?.refreshSupport === true)
      void this.#attempt("diagnostics", () => this.#connection.languages.diagnostics.refresh());
  }

  /** Only where findings in files that are not open have to be taken back. */
  #watchTemplates(): void {
    const { didChangeWatchedFiles } = this.#parameters.capabilities.workspace ?? {};
    if (!this.#settings.workspaceDiagnostics || didChangeWatchedFiles?.dynamicRegistration !== true) return;
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#watch(["*.{yaml,yml,json,template}"]);
  }

  #watch(names: readonly string[]): void {
    const watchers = names.map((name) => ({ globPattern: `**/${name}` }));
    void this.#attempt("registration", () =>
      this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
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
    const { codeLens, inlayHint } = this.#parameters.capabilities.workspace ?? {};
    const told = before.language !== now.language;
    if (codeLens?.refreshSupport === true && (told || before.codeLens !== now.codeLens)) {
      void this.#attempt("codeLenses", () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
    }
    if (inlayHint?.refreshSupport === true && (told || before.inlayHints !== now.inlayHints)) {
      void this.#attempt("inlayHints", () => this.#connection.languages.inlayHint.refresh());
    }
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

  /** Diagnostics link to notes, so they are told anew too. */
  #notesChanged(): void {
    void this.#connection.sendNotification(NOTES_CHANGED);
    this.#checkAgain();
  }

  #bindingsLost(found: LostBindings): void {
    if (hasCommand(this.#parameters.initializationOptions, BIND_NOTE_COMMAND))
      void this.#connection.sendNotification(BINDINGS_LOST, found);
  }

  #diagnosticsRequest(): DiagnosticsRequest | undefined {
    const { diagnostics, severities } = this.#settings;
    return diagnostics ? { language: this.#language, today: this.#host.today(), severities } : undefined;
  }

  #noteLink(topic: string): string | undefined {
    const place = this.#service.notes.whereIs(topic);
    if (place === undefined) return undefined;
    if (this.#commands) return `command:${OPEN_NOTE_COMMAND}?${encodeURIComponent(JSON.stringify([place.id]))}`;
    return `${place.uri}#L${place.line + 1}`;
  }

  /** Resolves when an answer can be made; `undefined`: at once. Where many notes are unread, those that are read must do. */
  #readyFor(needed: Needed | "all notes"): Promise<void> | undefined {
    if (needed === "settings") return this.#beginning.waitFor(needed);
    return this.#notesFor(needed);
  }

  async #notesFor(needed: "notes" | "all notes"): Promise<void> {
    await this.#beginning.waitFor("notes");
    if (!this.#service.notes.isLargelyUnread) return;
    const reading = this.#readNotes();
    this.#notesAreLate ??= this.#host.delay(NOTES_PATIENCE);
    await (needed === "notes" ? Promise.race([reading, this.#notesAreLate]) : reading);
  }

  /** Reads all notes in steps; who asks meanwhile waits for the same. */
  #readNotes(): Promise<void> {
    const { notes } = this.#service;
    const isLate = notes.isLargelyUnread;
    this.#reading ??= this.#attempt("notes", () => this.#inSteps(notes.prepare())).then(() => {
      this.#reading = undefined;
      // Some of them were asked for links before.
      if (isLate) for (const uri of this.documents.uris) this.#feed.changed(uri);
    });
    return this.#reading;
  }

  #inSteps(steps: Iterable<void>): Promise<void> {
    return new IdleScheduler({ activity: this.#activity, host: this.#host, idle: 0 }).run(steps);
  }

  async #exportsAt({ textDocument, position }: PositionParams): Promise<readonly WorkspaceExport[]> {
    const open = this.documents.get(textDocument.uri);
    if (open === undefined) return [];
    const { document, template } = open;
    return asksForImport(template.text, document.offsetAt(position)) ? this.#exports.besides(textDocument.uri) : [];
  }

  #requestContext(): RequestContext {
    const { initializationOptions } = this.#parameters;
    return {
      service: this.#service,
      documents: this.documents,
      store: this.#store,
      nested: this.#nested,
      files: this.#neighbours,
      parameters: this.#parameters,
      commands: this.#commands,
      sequences: hasCommand(initializationOptions, SHOW_SEQUENCE_COMMAND),
      today: () => this.#host.today(),
      settings: () => this.#settings,
      language: () => this.#language,
      feed: this.#feed,
      told: this.#told,
      workspaceSymbols: this.#workspaceSymbols,
      workspaceDiagnostics: this.#workspaceDiagnostics,
      diagnosticsOf: (uri) => this.#feed.now(uri),
      diagnosticsRequest: async (uri) => {
        const own = { language: this.#language, today: this.#host.today(), severities: this.#settings.severities };
        const project = uri === undefined ? undefined : await this.#projects.of(uri);
        return project === undefined ? own : withProject(own, project);
      },
      exportsAt: (params) => this.#exportsAt(params),
      uriOf: (path) => this.#host.uriOf(path),
      within: this.#host.within,
      pause: () => this.#host.pause(),
      inSteps: (steps, token) => this.#inSteps(untilCancelled(steps, token)),
      guarded: (name, nothing, handle, needed = "settings") =>
        guard({
          log: this.#connection.console,
          name,
          nothing,
          handle,
          wait: () => this.#readyFor(needed),
          within: this.#host.within,
        }),
    };
  }
}

function* untilCancelled(steps: Iterable<void>, token: CancellationToken): Iterable<void> {
  for (const step of steps) {
    if (token.isCancellationRequested) return;
    yield step;
  }
}
