import type {
  CancellationToken,
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
} from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";
import { createLanguageService, type DiagnosticsRequest, type LanguageService } from "../languageService.ts";
import type { Declarations } from "../model/declarations.ts";
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
import { hasCommand, offersFormattingAtOnce, onlyPulls } from "./clientFeatures.ts";
import { ClientQuestions } from "./clientQuestions.ts";
import { ClientRefreshes } from "./clientRefreshes.ts";
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
import { noteDiagnostics } from "./noteDiagnostics.ts";
import { NoteFiles } from "./noteFiles.ts";
import { NoteReading } from "./noteReading.ts";
import { NoteStore, type TeamFolder } from "./noteStore.ts";
import { positionEncoding } from "./positions.ts";
import { Projects } from "./projects.ts";
import { CONFIGURATION, WATCHED_FILES } from "./protocolConstants.ts";
import { allRequests } from "./requests/allRequests.ts";
import type { PositionParams, RequestContext } from "./requests/request.ts";
import type { Requests } from "./requests/requestTable.ts";
import { decodeSettings, firstSettings, mergedSettings, type Settings } from "./settings.ts";
import { teamFolders } from "./teamFolders.ts";
import { TemplateChecks } from "./templateChecks.ts";
import { TemplateRefs } from "./templateRefs.ts";
import { TemplateRegistrations } from "./templateRegistrations.ts";
import { ToldDiagnostics } from "./toldDiagnostics.ts";
import { usedIn } from "./usedIn.ts";
import { UserMessages } from "./userMessages.ts";
import { warmUp } from "./warmUp.ts";
import { WorkspaceDiagnostics } from "./workspaceDiagnostics.ts";
import { asksForImport, type WorkspaceExport, WorkspaceExports } from "./workspaceExports.ts";
import { WorkspaceFiles } from "./workspaceFiles.ts";
import { WorkspaceSymbols } from "./workspaceSymbols.ts";

/** One client's session: its documents, settings and notes, and an answer to each request. */
export interface Session {
  /** An answer to each request. */
  readonly requests: Requests;
  /** Called for the documents that a client opens, edits and closes. */
  opened(params: DidOpenTextDocumentParams): void;
  edited(params: DidChangeTextDocumentParams): void;
  closed(params: DidCloseTextDocumentParams): void;
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

/** So long nobody must have done anything before templates are checked that are not open, in milliseconds. */
const IDLE = 500;
const PROJECT_FILES: ReadonlySet<string> = new Set([PROJECT_FILE, ...CFN_LINT_FILES]);

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
  readonly #files: WorkspaceFiles;
  readonly #exports: WorkspaceExports;
  readonly #nested: NestedStacks;
  readonly #neighbours: NeighbourFiles;
  readonly #workspaceSymbols: WorkspaceSymbols;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  readonly #checks: TemplateChecks;
  readonly #told: ToldDiagnostics;
  /** `undefined` where the client was offered formatting at once. */
  readonly #registrations: TemplateRegistrations | undefined;
  readonly #activity: IdleMonitor;
  readonly #beginning: Beginning;
  readonly #client: ClientQuestions;
  readonly #refreshes: ClientRefreshes;
  readonly #noteReading: NoteReading;
  /** What open templates declared when they were checked last. */
  readonly #declarations = new Map<string, Declarations>();
  readonly #messages: UserMessages;
  /** Whether the client runs our commands from links in Markdown. */
  readonly #commands: boolean;
  /** What is ready for the first question: the list of notes, then all that is done ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #isWatching = false;
  #team: readonly TeamFolder[] = [];
  /** The templates that were open when lenses of notes were asked for last. */
  #counted = "";

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
    this.#client = new ClientQuestions({
      connection,
      parameters,
      host,
      settingsCameLate: () => this.reconfigure(),
    });
    this.#refreshes = new ClientRefreshes(connection, parameters);
    this.#noteReading = new NoteReading({
      notes: service.notes,
      beginning: this.#beginning,
      host,
      inSteps: (steps) => this.#attempt("notes", () => this.#inSteps(steps)),
      // Some of them were asked for links before.
      readLate: () => {
        for (const uri of this.documents.uris) this.#feed.changed(uri);
      },
    });
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
    const folders = (): Promise<readonly string[]> => this.#client.folders();
    const gaveUp = (uri: string): void => this.#messages.warn(givenUpText(uri, "reading", this.#language));
    this.#children = new ChildTemplates({ host, documents, folders, gaveUp });
    this.#neighbours = new NeighbourFiles({ host, folders });
    this.#files = new WorkspaceFiles({ host, folders, cut: (count) => this.#messages.workspaceCut(count) });
    const fileIndex = { host, documents, files: this.#files, gaveUp };
    this.#exports = new WorkspaceExports(fileIndex);
    this.#nested = new NestedStacks({ ...fileIndex, children: this.#children });
    this.#workspaceSymbols = new WorkspaceSymbols(fileIndex);
    const request = (): DiagnosticsRequest | undefined => this.#diagnosticsRequest();
    this.#checks = new TemplateChecks({
      service,
      request,
      projects: this.#projects,
      children: this.#children,
      exports: this.#exports,
      noteLink: (topic) => this.#noteLink(topic),
      ruleLink: host.ruleLink,
    });
    const checks = this.#checks;
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
      readAll: () => this.#noteReading.readAll(),
      cut: (path) => this.#messages.warn(folderCutText(path, this.#language)),
      failed: (path, failure) => this.#messages.warn(folderFailureText(path, failure, this.#language)),
      troubled: (problems) => this.#messages.notesTroubled(problems),
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
    this.requests = allRequests(this.#requestContext());
  }

  start(): void {
    const { capabilities } = this.#parameters;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.#attempt("registration", () =>
        this.#connection.client.register(CONFIGURATION, { section: "cfnNotes" }),
      );
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      this.#watch([...PROJECT_FILES]);
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => {
        this.#client.foldersChanged();
        this.reconfigure();
      });
    }
    this.reconfigure();
  }

  reconfigure(): void {
    void this.#attempt("settings", () => this.#applySettings());
  }

  filesChanged(uris: readonly string[]): void {
    this.#projects.forget();
    this.#refs.forget();
    void this.#attempt("notes", () => this.#applyTeamFolders());
    this.#children.forget();
    this.#neighbours.forget();
    this.#checkAgain();
    if (uris.some((uri) => PROJECT_FILES.has(uri.slice(uri.lastIndexOf("/") + 1))))
      this.#workspaceDiagnostics.changed();
    else this.#workspaceDiagnostics.filesChanged();
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

  noteActivity(): void {
    this.#activity.noteActivity();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #checked(uri: string): void {
    const open = this.documents.get(uri);
    void this.#attempt("notes", () => this.#refs.update(uri, open));
    this.#countAnew();
    this.#checkParents(uri, open?.template.declarations);
    if (open === undefined) return;
    // The editor has a formatter of its own for JSON.
    if (this.#settings.formatting && open.template.format === "yaml") this.#registrations?.offer(uri);
    this.#warmUp(open);
  }

  /** What is said of a nested stack depends on what its template declares, be that saved or not. */
  #checkParents(uri: string, declarations: Declarations | undefined): void {
    if (this.#declarations.get(uri) === declarations) return;
    if (declarations === undefined) this.#declarations.delete(uri);
    else this.#declarations.set(uri, declarations);
    for (const parent of this.#nested.openParentsOf(uri)) if (parent !== uri) this.#feed.changed(parent);
  }

  /** Once, when a template is checked and the notes are there. */
  #warmUp(open: OpenTemplate): void {
    if (this.#warmth !== "notes") return;
    this.#warmth = "all";
    const { requests } = this;
    const parts = { open, notes: this.#service.notes, requests, activity: this.#activity, host: this.#host };
    void this.#attempt("warm-up", () => warmUp(parts));
  }

  async #attempt(name: string, run: () => Promise<unknown>): Promise<void> {
    await attempt<unknown>(this.#connection.console, name, undefined, run);
  }

  async #applySettings(): Promise<void> {
    const initial = firstSettings(this.#parameters.initializationOptions);
    // A client that refuses gets what it said at the start.
    const client = await this.#client.settings();
    const before = this.#settings;
    this.#settings = decodeSettings(mergedSettings(initial, client));
    this.#beginning.has("settings");
    this.#refresh(before, this.#settings);
    if (!this.#settings.formatting) this.#registrations?.withdrawAll();
    this.#checkAgain();
    const folders = await this.#client.folders();
    this.#team = await teamFolders(this.#host, folders);
    await this.#store.apply(this.#settings, this.#language, folders, this.#team);
    this.#beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
    this.#watchTemplates();
    this.#workspaceDiagnostics.changed();
  }

  /** The diagnostics of open documents may be others now. */
  #checkAgain(): void {
    for (const uri of this.documents.uris) this.#feed.changed(uri);
    if (this.#told.isPulled) this.#refreshes.diagnostics();
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
    void this.#attempt("registration", () => this.#connection.client.register(WATCHED_FILES, { watchers }));
  }

  /** Reads others where a project file names others. */
  async #applyTeamFolders(): Promise<void> {
    await this.#beginning.waitFor("notes");
    const folders = await this.#client.folders();
    const team = await teamFolders(this.#host, folders);
    if (JSON.stringify(team) === JSON.stringify(this.#team)) return;
    this.#team = team;
    await this.#store.apply(this.#settings, this.#language, folders, team);
  }

  #refresh(before: Settings, now: Settings): void {
    const told = before.language !== now.language;
    if (told || before.codeLens !== now.codeLens) this.#refreshes.codeLenses();
    if (told || before.inlayHints !== now.inlayHints) this.#refreshes.inlayHints();
  }

  /** The lenses of open notes count places in the templates that are open. */
  #countAnew(): void {
    const counted = this.documents.uris.join(" ");
    if (this.#noteFiles.uris.length > 0 && this.#counted !== counted) this.#refreshes.codeLenses();
    this.#counted = counted;
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
      await this.#activity.yieldToClient();
      for (const uri of uris) {
        const open = this.#settings.noteDiagnostics ? this.#noteFiles.at(uri) : undefined;
        const { notes } = this.#service;
        if (open === undefined && !this.#notesTold.delete(uri)) continue;
        if (open !== undefined) this.#notesTold.add(uri);
        const diagnostics = open ? noteDiagnostics(open.file, uri, notes, this.#store, this.#language) : [];
        await this.#told.tell(uri, diagnostics);
      }
    });
  }

  /** Diagnostics link to notes, so they are told anew too. */
  #notesChanged(): void {
    void this.#connection.sendNotification(NOTES_CHANGED);
    this.#checkNotes(this.#noteFiles.uris);
    if (this.#noteFiles.uris.length > 0) this.#refreshes.codeLenses();
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

  #inSteps(steps: Iterable<void>): Promise<void> {
    return new IdleScheduler({ activity: this.#activity, host: this.#host, idle: 0 }).run(steps);
  }

  #exportsAt({
    textDocument,
    position,
  }: PositionParams): readonly WorkspaceExport[] | Promise<readonly WorkspaceExport[]> {
    const open = this.documents.get(textDocument.uri);
    if (open === undefined) return [];
    const { document, template } = open;
    return asksForImport(template.text, document.offsetAt(position)) ? this.#exports.besides(textDocument.uri) : [];
  }

  async #resultInSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
    const outcome: Result[] = [];
    const captured = function* (): Generator<void> {
      outcome.push(yield* steps);
    };
    await this.#inSteps(captured());
    return outcome[0] as Result;
  }

  #usedIn(id: string, everywhere: boolean): Promise<NoteUses | undefined> {
    return usedIn(id, everywhere, {
      notes: this.#service.notes,
      documents: this.documents,
      files: this.#files,
      host: this.#host,
      inSteps: (steps) => this.#resultInSteps(steps),
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
      files: this.#neighbours,
      parameters: this.#parameters,
      commands: this.#commands,
      sequences: hasCommand(initializationOptions, SHOW_SEQUENCE_COMMAND),
      showsUses: hasCommand(initializationOptions, SHOW_NOTE_USES_COMMAND),
      today: () => this.#host.today(),
      settings: () => this.#settings,
      language: () => this.#language,
      feed: this.#feed,
      told: this.#told,
      workspaceSymbols: this.#workspaceSymbols,
      workspaceDiagnostics: this.#workspaceDiagnostics,
      diagnosticsOf: (uri) => this.#feed.now(uri),
      checks: this.#checks,
      exportsAt: (params) => this.#exportsAt(params),
      uriOf: (path) => this.#host.uriOf(path),
      within: this.#host.within,
      yieldToEventLoop: () => this.#host.yieldToEventLoop(),
      inSteps: (steps, token) => this.#inSteps(untilCancelled(steps, token)),
      resultInSteps: (steps) => this.#resultInSteps(steps),
      usedIn: (id, everywhere) => this.#usedIn(id, everywhere),
      guarded: (name, nothing, handle, needed = "settings") =>
        guard({
          log: this.#connection.console,
          name,
          nothing,
          handle,
          wait: () => this.#noteReading.readyFor(needed),
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
