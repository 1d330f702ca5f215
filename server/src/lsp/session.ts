import type {
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
} from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE, SAM_CONFIG } from "../features/projectFiles/projectSettings.ts";
import { childTemplatePaths } from "../model/references/childTemplates.ts";
import type { Declarations } from "../model/template.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { languageOf } from "../protocol/language.ts";
import type { DiagnosticsRequest } from "../templateChecker.ts";
import { templateKnowledge } from "../templateKnowledge.ts";
import type { Answers } from "./answers.ts";
import type { OpenTemplate } from "./documents/documents.ts";
import { type Host, TEMPLATE_NAMES } from "./host/host.ts";
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "./host/protocolLibrary.ts";
import { decodeSettings, firstSettings, mergedSettings, type Settings } from "./host/settings.ts";
import type { NoteFiles } from "./notes/noteFiles.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { type SessionParts, type SessionStart, sessionParts } from "./sessionParts.ts";

export async function createSession(
  connection: Connection,
  host: Host,
  parameters: InitializeParams,
): Promise<Session> {
  return new Session({ connection, host, parameters, knowledge: templateKnowledge(await host.catalogue()) });
}

const PROJECT_FILES: ReadonlySet<string> = new Set([PROJECT_FILE, ...CFN_LINT_FILES]);

/** One client's session: its documents and settings, the diagnostics of its templates, and an answer to each request. */
export class Session {
  readonly #parts: SessionParts;
  /** The declarations of open templates at their last check. */
  readonly #declarations = new Map<string, Declarations>();
  /** The open documents that are Markdown; all others may be templates. */
  readonly #markdown = new Set<string>();
  #loading: Promise<Answers> | undefined;
  /** Set once they are loaded. */
  #answers: Answers | undefined;
  /** What is ready for the first requests: the list of notes, then all that is read ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #isWatching = false;
  #isWatchedOver = false;

  constructor(start: SessionStart) {
    this.#settings = decodeSettings(firstSettings(start.parameters.initializationOptions));
    this.#parts = sessionParts(start, {
      settings: () => this.#settings,
      language: () => this.#language,
      request: () => this.#diagnosticsRequest(),
      noteLink: (...finding) => this.#answers?.notes.link(...finding),
      settingsCameLate: () => this.reconfigure(),
      changed: (uri) => this.#changed(uri),
      checked: (uri) => this.#checked(uri),
      exportsChanged: () => this.#checkAgain(),
      watchOver: () => this.#watchOver(),
    });
  }

  /** Called once the client is ready to be asked. */
  start(): void {
    const { capabilities } = this.#parts.parameters;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.#parts.attempt("registration", () =>
        this.#parts.connection.client.register(DidChangeConfigurationNotification.type, { section: "cfnNotes" }),
      );
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      this.#watch([...PROJECT_FILES, SAM_CONFIG]);
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      this.#parts.connection.workspace.onDidChangeWorkspaceFolders(() => {
        this.#parts.client.foldersChanged();
        this.reconfigure();
      });
    }
    this.reconfigure();
  }

  /** Called when the client's settings changed. */
  reconfigure(): void {
    void this.#parts.attempt("settings", () => this.#applySettings());
  }

  /** Called when files changed on which diagnostics of others may depend: project files, saved templates. */
  filesChanged(uris: readonly string[]): void {
    this.#parts.projects.forget();
    this.#parts.children.forget();
    this.#answers?.filesChanged();
    for (const uri of uris) this.#parts.heldBack.settle(uri);
    this.#checkAgain();
    if (uris.some((uri) => PROJECT_FILES.has(uri.slice(uri.lastIndexOf("/") + 1))))
      this.#parts.workspaceDiagnostics.changed();
    else this.#parts.workspaceDiagnostics.filesChanged();
  }

  /** This and the next two are called for the documents that a client opens, edits and closes. */
  opened(params: DidOpenTextDocumentParams): void {
    const { uri, languageId } = params.textDocument;
    if (languageId !== "markdown") return this.#parts.documents.open(params);
    this.#markdown.add(uri);
    this.#tellNotes((files) => files.open(params));
  }

  edited(params: DidChangeTextDocumentParams): void {
    if (this.#markdown.has(params.textDocument.uri)) this.#tellNotes((files) => files.change(params));
    else this.#parts.documents.change(params);
  }

  closed(params: DidCloseTextDocumentParams): void {
    if (this.#markdown.delete(params.textDocument.uri)) this.#tellNotes((files) => files.close(params));
    else this.#parts.documents.close(params);
  }

  /**
   * Answers a request. What makes answers is loaded after the first check.
   *
   * @param isAwaited whether a person waits for the answer: then it comes before the check
   */
  async answer(isAwaited: boolean, ask: (requests: Handlers) => Promise<unknown>): Promise<unknown> {
    this.#parts.activity.noteActivity();
    const answer = await (isAwaited
      ? this.#parts.activity.answerFirst(() => this.#ask(isAwaited, ask))
      : this.#ask(isAwaited, ask));
    this.#parts.activity.noteActivity();
    return answer;
  }

  /**
   * An editor makes many requests by itself when it opens a template: these come after the first check, what a person
   * asks before it.
   */
  async #ask(isAwaited: boolean, ask: (requests: Handlers) => Promise<unknown>): Promise<unknown> {
    if (isAwaited || this.#parts.documents.uris.length === 0) this.#parts.beginning.has("first check");
    else await this.#parts.beginning.waitFor("first check");
    return ask((await this.#load()).requests);
  }

  dispose(): void {
    this.#answers?.notes.dispose();
  }

  #changed(uri: string): void {
    const { documents, feed, workspaceDiagnostics, heldBack, memory, registrations } = this.#parts;
    feed.changed(uri);
    if (documents.version(uri) !== undefined) return workspaceDiagnostics.opened(uri);
    heldBack.closed(uri);
    memory.closed();
    registrations?.withdraw(uri);
  }

  /** Loads what answers requests, once. */
  #load(): Promise<Answers> {
    this.#loading ??= this.#loaded();
    return this.#loading;
  }

  async #loaded(): Promise<Answers> {
    const { createAnswers } = await import("./answers.ts");
    this.#answers = createAnswers({
      ...this.#parts,
      settings: () => this.#settings,
      language: () => this.#language,
      notesChanged: () => this.#checkAgain(),
    });
    return this.#answers;
  }

  #tellNotes(tell: (files: NoteFiles) => void): void {
    void this.#parts.attempt("notes", async () => tell((await this.#load()).notes.files));
  }

  #checked(uri: string): void {
    this.#parts.beginning.has("first check");
    this.#watchOver();
    const open = this.#parts.documents.get(uri);
    this.#answers?.notes.templateChecked(uri, open);
    this.#checkParents(uri, open?.template.declarations);
    if (open === undefined) return;
    if (childTemplatePaths(open.template).length > 0) this.#watchTemplates();
    // The editor has a formatter of its own for JSON.
    if (this.#settings.formatting && open.template.format === "yaml") this.#parts.registrations?.offer(uri);
    this.#warmUp(open);
  }

  /** The diagnostics of a nested stack depend on what its template declares, saved or not. */
  #checkParents(uri: string, declarations: Declarations | undefined): void {
    if (this.#declarations.get(uri) === declarations) return;
    if (declarations === undefined) this.#declarations.delete(uri);
    else this.#declarations.set(uri, declarations);
    for (const parent of this.#parts.nested.openParentsOf(uri)) if (parent !== uri) this.#parts.feed.changed(parent);
  }

  #watchOver(): void {
    const host = this.#parts.host;
    if (this.#isWatchedOver || host.watchOver === undefined) return;
    this.#isWatchedOver = true;
    void this.#parts.attempt("watchdog", async () => host.watchOver?.());
  }

  /** Called once a template is checked and the notes are there. */
  #warmUp(open: OpenTemplate): void {
    if (this.#warmth !== "notes") return;
    this.#warmth = "all";
    void this.#parts.attempt("warm-up", async () => (await this.#load()).warmUp(open));
  }

  async #applySettings(): Promise<void> {
    const initial = firstSettings(this.#parts.parameters.initializationOptions);
    // If a client does not give its settings, those of `initialize` count.
    const client = await this.#parts.client.settings();
    const before = this.#settings;
    this.#settings = decodeSettings(mergedSettings(initial, client));
    this.#parts.beginning.has("settings");
    this.#refresh(before, this.#settings);
    if (!this.#settings.formatting) this.#parts.registrations?.withdrawAll();
    this.#checkAgain();
    await this.#parts.beginning.waitFor("first check");
    await this.#parts.attempt("notes", async () => (await this.#load()).notes.apply());
    this.#parts.beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
    if (this.#settings.workspaceDiagnostics) this.#watchTemplates();
    // Its findings link to the notes.
    this.#parts.workspaceDiagnostics.changed();
  }

  /** To be called when the diagnostics of open documents may have changed. */
  #checkAgain(): void {
    for (const uri of this.#parts.documents.uris) this.#parts.feed.changed(uri);
    if (this.#parts.told.isPulled) this.#parts.refreshes.diagnostics();
  }

  /** Watches templates: so findings in files that are not open, and on files that are not there, can be taken back. */
  #watchTemplates(): void {
    const { didChangeWatchedFiles } = this.#parts.parameters.capabilities.workspace ?? {};
    if (this.#isWatching || didChangeWatchedFiles?.dynamicRegistration !== true) return;
    this.#isWatching = true;
    this.#watch([TEMPLATE_NAMES]);
  }

  #watch(names: readonly string[]): void {
    const watchers = names.map((name) => ({ globPattern: `**/${name}` }));
    void this.#parts.attempt("registration", () =>
      this.#parts.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
  }

  #refresh(before: Settings, now: Settings): void {
    const told = before.language !== now.language;
    if (told || before.codeLens !== now.codeLens) this.#parts.refreshes.codeLenses();
    if (told || before.inlayHints !== now.inlayHints) this.#parts.refreshes.inlayHints();
  }

  get #language(): NoteLanguage {
    return languageOf(this.#settings.language, this.#parts.parameters.locale);
  }

  #diagnosticsRequest(): DiagnosticsRequest | undefined {
    const { diagnostics, severities } = this.#settings;
    return diagnostics ? { language: this.#language, today: this.#parts.host.today(), severities } : undefined;
  }
}
