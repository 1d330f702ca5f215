import type { CancellationToken, Connection, InitializeParams } from "vscode-languageserver";
import { CodeLensRefreshRequest, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";
import { createLanguageService, type LanguageService } from "../languageService.ts";
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
import { DiagnosticsFeed } from "./diagnosticsFeed.ts";
import { Documents, type OpenTemplate } from "./documents.ts";
import { folderCutText, folderFailureText } from "./folderFailure.ts";
import { givenUpText } from "./givenUp.ts";
import { attempt, guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { NoteStore } from "./noteStore.ts";
import { Projects } from "./projects.ts";
import { Quiet } from "./quiet.ts";
import { rehearse } from "./rehearsal.ts";
import { type BootstrapRequests, bootstrapRequests } from "./requests/bootstrapRequests.ts";
import { type LanguageRequests, languageRequests } from "./requests/languageRequests.ts";
import { type MendRequests, mendRequests } from "./requests/mendRequests.ts";
import { type NoteRequests, noteRequests } from "./requests/noteRequests.ts";
import type { PositionParams, RequestContext } from "./requests/request.ts";
import { type StructureRequests, structureRequests } from "./requests/structureRequests.ts";
import { decodeSettings, mergedSettings, type Settings } from "./settings.ts";
import { SpareTime } from "./spareTime.ts";
import { UserMessages } from "./userMessages.ts";
import { warmUp } from "./warmUp.ts";
import { asksForImport, type WorkspaceExport, WorkspaceExports } from "./workspaceExports.ts";

/** An answer to each request, by the names that `startServer` uses. */
export interface Requests extends LanguageRequests, StructureRequests, BootstrapRequests, NoteRequests, MendRequests {}

/** One client's session: its documents, settings and notes, and an answer to each request. */
export interface Session {
  readonly documents: Documents;
  readonly requests: Requests;
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
/** So long the first who ask wait until many notes are read, in milliseconds. */
const NOTES_PATIENCE = 2000;

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
  readonly #exports: WorkspaceExports;
  readonly #quiet: Quiet;
  readonly #beginning: Beginning;
  readonly #messages: UserMessages;
  /** Whether the client runs our commands from links in Markdown. */
  readonly #commands: boolean;
  /** What is ready for the first question: the list of notes, then all that is done ahead. */
  #warmth: "nothing" | "notes" | "all" = "nothing";
  #settings: Settings;
  #reading: Promise<void> | undefined;
  /** Resolves when those who ask have waited long enough for the notes to be read. */
  #notesAreLate: Promise<void> | undefined;

  constructor(connection: Connection, host: Host, parameters: InitializeParams, service: LanguageService) {
    this.#connection = connection;
    this.#host = host;
    this.#parameters = parameters;
    this.#service = service;
    this.#settings = decodeSettings(parameters.initializationOptions);
    this.#commands = hasCommand(parameters.initializationOptions, OPEN_NOTE_COMMAND);
    this.#quiet = new Quiet(host);
    this.#beginning = new Beginning(host);
    this.#messages = new UserMessages(connection, () => this.#language);
    this.documents = new Documents({
      changed: (uri) => {
        this.#quiet.heard();
        this.#feed.changed(uri);
      },
      gaveUp: (uri, what) => {
        this.#messages.warn(givenUpText(uri, what, this.#language));
        this.#feed.changed(uri);
      },
      within: host.within,
    });
    this.#projects = new Projects(host, (problem) => this.#messages.warn(problem[this.#language]));
    const workspace = {
      host,
      documents: this.documents,
      folders: () => this.#workspaceFolders(),
      gaveUp: (uri: string) => this.#messages.warn(givenUpText(uri, "reading", this.#language)),
    };
    this.#children = new ChildTemplates(workspace);
    this.#exports = new WorkspaceExports({ ...workspace, cut: (most) => this.#messages.workspaceCut(most) });
    this.#feed = new DiagnosticsFeed({
      connection,
      host,
      documents: this.documents,
      service,
      settingsRead: () => this.#beginning.waitFor("settings"),
      language: () => this.#language,
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
      ...bootstrapRequests(context),
      ...noteRequests(context),
      ...mendRequests(context),
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
    this.#children.forget();
    for (const uri of this.documents.uris) this.#feed.changed(uri);
  }

  heard(): void {
    this.#quiet.heard();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #checked(uri: string): void {
    const open = this.documents.get(uri);
    if (open === undefined) return;
    this.#service.prepareBreak(open.template);
    this.#warmUp(open);
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
    void this.#attempt("warm-up", async () => {
      await warmUp(parts);
      await this.#rehearse(open.template);
    });
  }

  async #rehearse(template: Template): Promise<void> {
    const service = this.#service;
    const request = this.#diagnosticsRequest();
    await rehearse({
      template,
      check: (typed) => (request === undefined ? [] : service.diagnostics(typed, request)),
      quiet: this.#quiet,
      host: this.#host,
    });
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
    await this.#store.apply(this.#settings, this.#language, folders);
    this.#beginning.has("notes");
    if (this.#warmth === "nothing") this.#warmth = "notes";
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
    for (const uri of this.documents.uris) this.#feed.changed(uri);
  }

  #bindingsLost(found: LostBindings): void {
    if (hasCommand(this.#parameters.initializationOptions, BIND_NOTE_COMMAND))
      void this.#connection.sendNotification(BINDINGS_LOST, found);
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
    return new SpareTime({ quiet: this.#quiet, host: this.#host, calm: 0 }).through(steps);
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
      parameters: this.#parameters,
      commands: this.#commands,
      sequences: hasCommand(initializationOptions, SHOW_SEQUENCE_COMMAND),
      today: () => this.#host.today(),
      settings: () => this.#settings,
      language: () => this.#language,
      diagnosticsOf: (uri) => this.#feed.now(uri),
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

function hasCommand(options: unknown, command: string): boolean {
  const commands =
    typeof options === "object" && options !== null ? (options as { commands?: unknown }).commands : undefined;
  return Array.isArray(commands) && commands.includes(command);
}
