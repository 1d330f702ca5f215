import type {
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
} from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE, SAM_CONFIG } from "../features/projectFiles/projectSettings.ts";
import type { Declarations } from "../model/declarations.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { languageOf } from "../protocol/language.ts";
import type { DiagnosticsRequest, TemplateChecker } from "../templateChecker.ts";
import { type TemplateKnowledge, templateKnowledge } from "../templateKnowledge.ts";
import { lazy } from "../text/lazy.ts";
import type { Answers } from "./answers.ts";
import { ClientQuestions } from "./client/clientQuestions.ts";
import { ClientRefreshes } from "./client/clientRefreshes.ts";
import { DiagnosticsFeed } from "./diagnostics/diagnosticsFeed.ts";
import { TemplateChecks } from "./diagnostics/templateChecks.ts";
import { ToldDiagnostics } from "./diagnostics/toldDiagnostics.ts";
import { WorkspaceDiagnostics } from "./diagnostics/workspaceDiagnostics.ts";
import { Documents, type OpenTemplate } from "./documents/documents.ts";
import { HeldBack } from "./documents/heldBack.ts";
import { offersFormattingAtOnce, onlyPulls } from "./host/clientFeatures.ts";
import type { Host } from "./host/host.ts";
import { positionEncoding } from "./host/positions.ts";
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "./host/protocolLibrary.ts";
import { decodeSettings, firstSettings, mergedSettings, type Settings } from "./host/settings.ts";
import type { NoteFiles } from "./notes/noteFiles.ts";
import { UserMessages } from "./notes/userMessages.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { TemplateRegistrations } from "./requests/templateRegistrations.ts";
import { Beginning } from "./turns/beginning.ts";
import { givenUpText } from "./turns/givenUp.ts";
import { attempt } from "./turns/guard.ts";
import { IdleMonitor } from "./turns/idleMonitor.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";
import { MemoryRelease } from "./turns/memoryRelease.ts";
import { ChildTemplates } from "./workspace/childTemplates.ts";
import { NestedStacks } from "./workspace/nestedStacks.ts";
import { Projects } from "./workspace/projects.ts";
import { WorkspaceExports } from "./workspace/workspaceExports.ts";
import { WorkspaceFiles } from "./workspace/workspaceFiles.ts";

/** One client's session: its documents and settings, the diagnostics of its templates, and an answer to each request. */
export interface Session {
  /**
   * Answers a request. What makes answers is loaded after the first check.
   *
   * @param isAwaited whether a person waits for the answer: then it comes before the check
   */
  answer(isAwaited: boolean, ask: (requests: Handlers) => Promise<unknown>): Promise<unknown>;
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
  dispose(): void;
}

/** Makes a session. */
export async function createSession(
  connection: Connection,
  host: Host,
  parameters: InitializeParams,
): Promise<Session> {
  return new LspSession(connection, host, parameters, templateKnowledge(await host.catalogue()));
}

/** Templates that are not open are checked once nobody has done anything for this time. */
const IDLE_MS = 500;
const PROJECT_FILES: ReadonlySet<string> = new Set([PROJECT_FILE, ...CFN_LINT_FILES]);

class LspSession implements Session {
  readonly documents: Documents;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #parameters: InitializeParams;
  readonly #knowledge: TemplateKnowledge;
  /** Once it is loaded. */
  #checker: TemplateChecker | undefined;
  readonly #feed: DiagnosticsFeed;
  readonly #projects: Projects;
  readonly #children: ChildTemplates;
  readonly #files: WorkspaceFiles;
  readonly #exports: WorkspaceExports;
  readonly #nested: NestedStacks;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  readonly #checks: TemplateChecks;
  readonly #told: ToldDiagnostics;
  /** `undefined` if the client was offered formatting at once. */
  readonly #registrations: TemplateRegistrations | undefined;
  readonly #activity: IdleMonitor;
  readonly #memory: MemoryRelease;
  readonly #beginning: Beginning;
  readonly #client: ClientQuestions;
  readonly #refreshes: ClientRefreshes;
  /** What open templates declared when they were checked last. */
  readonly #declarations = new Map<string, Declarations>();
  readonly #heldBack = new HeldBack();
  readonly #messages: UserMessages;
  /** The open documents that are Markdown; all others may be templates. */
  readonly #markdown = new Set<string>();
  #loading: Promise<Answers> | undefined;
  /** Once they are loaded. */
  #answers: Answers | undefined;
  /** What is ready for the first question: the list of notes, then all that is done ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #isWatching = false;
  #isWatchedOver = false;

  constructor(connection: Connection, host: Host, parameters: InitializeParams, knowledge: TemplateKnowledge) {
    this.#connection = connection;
    this.#host = host;
    this.#parameters = parameters;
    this.#knowledge = knowledge;
    this.#settings = decodeSettings(firstSettings(parameters.initializationOptions));
    this.#activity = new IdleMonitor(host);
    this.#memory = new MemoryRelease({
      host,
      activity: this.#activity,
      attempt: (name, run) => this.#attempt(name, run),
    });
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
    this.documents = new Documents({
      encoding: positionEncoding(parameters),
      changed: (uri) => {
        this.#activity.noteActivity();
        this.#feed.changed(uri);
        if (this.documents.version(uri) === undefined) this.#closed(uri);
        else this.#workspaceDiagnostics.opened(uri);
      },
      edited: (uri, change) => this.#heldBack.changed(uri, change),
      gaveUp: (uri, what) => {
        this.#messages.warn(givenUpText(uri, what, this.#language));
        this.#feed.changed(uri);
      },
      within: host.within,
    });
    this.#projects = new Projects(host, (problem) => this.#messages.warn(problem[this.#language]));
    const { documents } = this;
    const folders = (): Promise<readonly string[]> => this.#client.folders();
    const gaveUp = (uri: string): void => this.#gaveUp(uri);
    this.#children = new ChildTemplates({ host, documents, folders, gaveUp });
    this.#files = new WorkspaceFiles({ host, folders, cut: (count) => this.#messages.workspaceCut(count) });
    const templates = { host, documents, files: this.#files, gaveUp };
    this.#exports = new WorkspaceExports(templates);
    this.#nested = new NestedStacks({ ...templates, children: this.#children });
    const request = (): DiagnosticsRequest | undefined => this.#diagnosticsRequest();
    this.#checks = new TemplateChecks({
      checker: lazy(() => this.#loadChecker()),
      request,
      projects: this.#projects,
      children: this.#children,
      exports: this.#exports,
      noteLink: (topic, asked) => this.#answers?.notes.link(topic, asked),
      ruleLink: (code) => host.ruleLink?.(code, this.#language),
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
      spare: new IdleScheduler({ activity: this.#activity, host, idle: IDLE_MS }),
    });
    this.#feed = new DiagnosticsFeed({
      log: connection.console,
      host,
      documents,
      checker: () => this.#checker,
      settingsRead: () => this.#beginning.waitFor("settings"),
      language: () => this.#language,
      request,
      checks,
      told: this.#told,
      heldBack: this.#heldBack,
      activity: this.#activity,
      closed: (uri) => this.#workspaceDiagnostics.closed(uri),
      published: (uri) => this.#checked(uri),
    });
  }

  start(): void {
    const { capabilities } = this.#parameters;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.#attempt("registration", () =>
        this.#connection.client.register(DidChangeConfigurationNotification.type, { section: "cfnNotes" }),
      );
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      this.#watch([...PROJECT_FILES, SAM_CONFIG]);
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
    this.#children.forget();
    this.#answers?.filesChanged();
    for (const uri of uris) this.#heldBack.settle(uri);
    this.#checkAgain();
    if (uris.some((uri) => PROJECT_FILES.has(uri.slice(uri.lastIndexOf("/") + 1))))
      this.#workspaceDiagnostics.changed();
    else this.#workspaceDiagnostics.filesChanged();
  }

  opened(params: DidOpenTextDocumentParams): void {
    const { uri, languageId } = params.textDocument;
    if (languageId !== "markdown") return this.documents.open(params);
    this.#markdown.add(uri);
    this.#tellNotes((files) => files.open(params));
  }

  edited(params: DidChangeTextDocumentParams): void {
    if (this.#markdown.has(params.textDocument.uri)) this.#tellNotes((files) => files.change(params));
    else this.documents.change(params);
  }

  closed(params: DidCloseTextDocumentParams): void {
    if (this.#markdown.delete(params.textDocument.uri)) this.#tellNotes((files) => files.close(params));
    else this.documents.close(params);
  }

  async answer(isAwaited: boolean, ask: (requests: Handlers) => Promise<unknown>): Promise<unknown> {
    this.#activity.noteActivity();
    const answer = await (isAwaited
      ? this.#activity.answerFirst(() => this.#ask(isAwaited, ask))
      : this.#ask(isAwaited, ask));
    this.#activity.noteActivity();
    return answer;
  }

  /** An editor asks for much by itself when it opens a template: that comes after the first check, what a person asks before it. */
  async #ask(isAwaited: boolean, ask: (requests: Handlers) => Promise<unknown>): Promise<unknown> {
    if (isAwaited || this.documents.uris.length === 0) this.#beginning.has("first check");
    else await this.#beginning.waitFor("first check");
    return ask((await this.#load()).requests);
  }

  dispose(): void {
    this.#answers?.notes.dispose();
  }

  #closed(uri: string): void {
    this.#heldBack.closed(uri);
    this.#memory.closed();
    this.#registrations?.withdraw(uri);
  }

  #gaveUp(uri: string): void {
    this.#messages.warn(givenUpText(uri, "reading", this.#language));
  }

  /** A hover that comes with the first template does not wait for the rules. */
  async #loadChecker(): Promise<TemplateChecker> {
    const { templateChecker } = await import("../templateChecker.ts");
    this.#checker = templateChecker(this.#knowledge);
    return this.#checker;
  }

  /** Loads what answers questions, once. */
  #load(): Promise<Answers> {
    this.#loading ??= this.#loaded();
    return this.#loading;
  }

  async #loaded(): Promise<Answers> {
    const { createAnswers } = await import("./answers.ts");
    this.#answers = createAnswers({
      connection: this.#connection,
      host: this.#host,
      parameters: this.#parameters,
      knowledge: this.#knowledge,
      documents: this.documents,
      files: this.#files,
      gaveUp: (uri) => this.#gaveUp(uri),
      nested: this.#nested,
      exports: this.#exports,
      activity: this.#activity,
      beginning: this.#beginning,
      client: this.#client,
      refreshes: this.#refreshes,
      messages: this.#messages,
      feed: this.#feed,
      checks: this.#checks,
      told: this.#told,
      projects: this.#projects,
      workspaceDiagnostics: this.#workspaceDiagnostics,
      settings: () => this.#settings,
      language: () => this.#language,
      notesChanged: () => this.#checkAgain(),
      attempt: (name, run) => this.#attempt(name, run),
    });
    return this.#answers;
  }

  #tellNotes(tell: (files: NoteFiles) => void): void {
    void this.#attempt("notes", async () => tell((await this.#load()).notes.files));
  }

  #checked(uri: string): void {
    this.#beginning.has("first check");
    this.#watchOver();
    const open = this.documents.get(uri);
    this.#answers?.notes.templateChecked(uri, open);
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

  #watchOver(): void {
    const host = this.#host;
    if (this.#isWatchedOver || host.watchOver === undefined) return;
    this.#isWatchedOver = true;
    void this.#attempt("watchdog", async () => host.watchOver?.());
  }

  /** Once, when a template is checked and the notes are there. */
  #warmUp(open: OpenTemplate): void {
    if (this.#warmth !== "notes") return;
    this.#warmth = "all";
    void this.#attempt("warm-up", async () => (await this.#load()).warmUp(open));
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
    await this.#beginning.waitFor("first check");
    await this.#attempt("notes", async () => (await this.#load()).notes.apply());
    this.#beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
    this.#watchTemplates();
    // Its findings link to the notes.
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
    void this.#attempt("registration", () =>
      this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
  }

  #refresh(before: Settings, now: Settings): void {
    const told = before.language !== now.language;
    if (told || before.codeLens !== now.codeLens) this.#refreshes.codeLenses();
    if (told || before.inlayHints !== now.inlayHints) this.#refreshes.inlayHints();
  }

  get #language(): NoteLanguage {
    return languageOf(this.#settings.language, this.#parameters.locale);
  }

  #diagnosticsRequest(): DiagnosticsRequest | undefined {
    const { diagnostics, severities } = this.#settings;
    return diagnostics ? { language: this.#language, today: this.#host.today(), severities } : undefined;
  }
}
