import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionList,
  Connection,
  Definition,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  InitializeParams,
  InlayHint,
  InlayHintParams,
  Location,
  Position,
  Range,
  ReferenceParams,
  RenameParams,
  SemanticTokens,
  WorkspaceEdit,
} from "vscode-languageserver";
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { ItemData } from "../features/completion/item.ts";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";
import { createLanguageService, type LanguageService } from "../languageService.ts";
import { problemText } from "../notes/messages.ts";
import type { NoteLanguage } from "../notes/note.ts";
import { renderNote } from "../notes/renderHtml.ts";
import {
  type BootstrapSequence,
  type BootstrapSequenceParams,
  NOTES_CHANGED,
  type NoteFolder,
  type NoteParams,
  type NotesAt,
  type NotesAtParams,
  OPEN_NOTE_COMMAND,
  type RenderedNote,
  type SearchHit,
  type SearchParams,
  SHOW_SEQUENCE_COMMAND,
} from "../protocol.ts";
import { codeLenses, inlayHints, sequenceAnswer } from "./bootstrapViews.ts";
import { ChildTemplates } from "./childTemplates.ts";
import { codeActions } from "./codeActions.ts";
import { completionList } from "./completionItems.ts";
import { DiagnosticsFeed } from "./diagnosticsFeed.ts";
import { Documents, type OpenTemplate, rangeOf } from "./documents.ts";
import { attempt, guard } from "./guard.ts";
import type { Host } from "./host.ts";
import { NoteStore } from "./noteStore.ts";
import { notesAt, noteTree, searchHits } from "./noteViews.ts";
import { Projects } from "./projects.ts";
import { decodeSettings, mergedSettings, type Settings } from "./settings.ts";
import { documentSymbols, encodedTokens, foldingRanges } from "./structure.ts";
import { asksForImport, type WorkspaceExport, WorkspaceExports } from "./workspaceExports.ts";

type Handler<Parameters, Result> = (
  parameters: Parameters,
  token: CancellationToken,
) => Promise<Result | ResponseError<void>>;

interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

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
  dispose(): void;
}

interface HoverAnswer {
  readonly contents: { readonly kind: "markdown"; readonly value: string };
  readonly range: Range;
}

export interface Requests {
  readonly hover: Handler<PositionParams, HoverAnswer | null>;
  readonly completion: Handler<PositionParams, CompletionList | null>;
  readonly resolveCompletion: Handler<CompletionItem, CompletionItem>;
  readonly definition: Handler<PositionParams, Definition | null>;
  readonly references: Handler<ReferenceParams, Location[] | null>;
  readonly highlights: Handler<PositionParams, DocumentHighlight[] | null>;
  readonly symbols: Handler<DocumentParams, DocumentSymbol[] | null>;
  readonly folding: Handler<DocumentParams, FoldingRange[] | null>;
  readonly prepareRename: Handler<PositionParams, Range | null>;
  readonly rename: Handler<RenameParams, WorkspaceEdit | null>;
  readonly codeActions: Handler<CodeActionParams, CodeAction[] | null>;
  readonly semanticTokens: Handler<DocumentParams, SemanticTokens>;
  readonly codeLenses: Handler<DocumentParams, CodeLens[] | null>;
  readonly inlayHints: Handler<InlayHintParams, InlayHint[] | null>;
  readonly bootstrapSequence: Handler<BootstrapSequenceParams, BootstrapSequence | null>;
  readonly noteTree: Handler<unknown, readonly NoteFolder[]>;
  readonly notesAt: Handler<NotesAtParams, NotesAt>;
  readonly note: Handler<NoteParams, RenderedNote | null>;
  readonly noteSource: Handler<{ readonly uri: string }, string | null>;
  readonly searchNotes: Handler<SearchParams, readonly SearchHit[]>;
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
  /** Whether the client runs our commands from links in Markdown. */
  readonly #commands: boolean;
  #settings: Settings;

  constructor(connection: Connection, host: Host, parameters: InitializeParams, service: LanguageService) {
    this.#connection = connection;
    this.#host = host;
    this.#parameters = parameters;
    this.#service = service;
    this.#settings = decodeSettings(parameters.initializationOptions);
    this.#commands = hasCommand(parameters.initializationOptions, OPEN_NOTE_COMMAND);
    this.documents = new Documents((uri) => this.#feed.changed(uri));
    this.#projects = new Projects(host, (problem) => this.#warn(problem[this.#language]));
    this.#children = new ChildTemplates(host, this.documents);
    this.#exports = new WorkspaceExports({ host, documents: this.documents, folders: () => this.#workspaceFolders() });
    this.#feed = new DiagnosticsFeed({
      connection,
      host,
      documents: this.documents,
      service,
      request: () => this.#diagnosticsRequest(),
      projects: this.#projects,
      children: this.#children,
      noteLink: (topic) => this.#noteLink(topic),
    });
    this.#store = new NoteStore({
      host,
      index: service.notes,
      asFiles: !this.#commands,
      changed: () => this.#notesChanged(),
      failed: (path, reason) => this.#folderFailed(path, reason),
      troubled: (uri, problem) => this.#warn(`${decodeURI(uri)}: ${problemText(problem, this.#language)}`),
    });
    this.requests = this.#makeRequests();
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

  dispose(): void {
    this.#store.dispose();
  }

  async #attempt(name: string, run: () => Promise<unknown>): Promise<void> {
    await attempt<unknown>(this.#connection.console, name, undefined, run);
  }

  async #applySettings(): Promise<void> {
    const initial: unknown = this.#parameters.initializationOptions;
    const asked = this.#parameters.capabilities.workspace?.configuration === true;
    const client: unknown = asked ? await this.#connection.workspace.getConfiguration("cfnNotes") : undefined;
    const before = this.#settings;
    this.#settings = decodeSettings(mergedSettings(initial, client));
    this.#refresh(before, this.#settings);
    for (const uri of this.documents.uris) this.#feed.changed(uri);
    const folders = await this.#workspaceFolders();
    await this.#store.apply(this.#settings, this.#language, folders);
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
      const folders = await this.#connection.workspace.getWorkspaceFolders();
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

  #folderFailed(path: string, reason: string): void {
    const message =
      this.#language === "ja"
        ? `ノートのフォルダー「${path}」を読めません。${reason}`
        : `The notes folder “${path}” can't be read: ${reason}`;
    this.#warn(message);
  }

  #warn(message: string): void {
    this.#connection.console.warn(message);
    void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  #diagnosticsRequest(): ReturnType<ConstructorParameters<typeof DiagnosticsFeed>[0]["request"]> {
    const { diagnostics, severities } = this.#settings;
    return diagnostics ? { language: this.#language, today: this.#host.today(), severities } : undefined;
  }

  #noteLink(topic: string): string | undefined {
    const [best] = this.#service.notes.onTopic(topic);
    if (best === undefined) return undefined;
    if (this.#commands) return `command:${OPEN_NOTE_COMMAND}?${encodeURIComponent(JSON.stringify([best.note.id]))}`;
    return `${best.file.uri}#L${best.note.line + 1}`;
  }

  /** Asks a feature about a place in a template. */
  #at<Result>(
    { textDocument, position }: PositionParams,
    ask: (open: OpenTemplate, offset: number) => Result,
  ): Result | undefined {
    const open = this.documents.get(textDocument.uri);
    return open === undefined ? undefined : ask(open, open.document.offsetAt(position));
  }

  #guarded<Parameters, Result>(
    name: string,
    nothing: Result,
    handle: (parameters: Parameters) => Result | Promise<Result>,
  ): Handler<Parameters, Result> {
    return guard(this.#connection.console, name, nothing, handle);
  }

  #makeRequests(): Requests {
    return {
      ...this.#languageRequests(),
      ...this.#structureRequests(),
      ...this.#bootstrapRequests(),
      ...this.#noteRequests(),
    };
  }

  #languageRequests(): Pick<
    Requests,
    "hover" | "completion" | "resolveCompletion" | "codeActions" | "prepareRename" | "rename"
  > {
    const service = this.#service;
    return {
      hover: this.#guarded("hover", null, async (params) => {
        const exports = await this.#exportsAt(params);
        return this.#at(params, (open, offset) => this.#hover(open, offset, exports)) ?? null;
      }),
      completion: this.#guarded("completion", null, async (params: PositionParams) => {
        if (!this.#settings.completion) return null;
        const exports = await this.#exportsAt(params);
        return this.#at(params, (open, offset) => this.#completion(open, offset, exports)) ?? null;
      }),
      resolveCompletion: this.#guarded("resolveCompletion", {} as CompletionItem, (item: CompletionItem) => {
        const text =
          item.data === undefined ? undefined : service.documentation(item.data as ItemData, this.#renderOptions());
        return text === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: text } };
      }),
      codeActions: this.#guarded("codeActions", null, (params: CodeActionParams) => {
        const open = this.documents.get(params.textDocument.uri);
        if (open === undefined) return null;
        return codeActions(open, params, this.#feed.now(params.textDocument.uri), service, this.#language);
      }),
      prepareRename: this.#guarded(
        "prepareRename",
        null,
        (params) =>
          this.#at(params, ({ document, template }, offset) => {
            const span = service.renameTarget(template, offset);
            return span === undefined ? null : rangeOf(document, span);
          }) ?? null,
      ),
      rename: (params, token) => this.#rename(params, token),
    };
  }

  /** What other templates export, where the caret is at something that imports. */
  async #exportsAt(params: PositionParams): Promise<readonly WorkspaceExport[]> {
    const asked = this.#at(params, ({ template }, offset) => asksForImport(template.text, offset)) ?? false;
    return asked ? this.#exports.besides(params.textDocument.uri) : [];
  }

  #completion(open: OpenTemplate, offset: number, exports: readonly WorkspaceExport[]): CompletionList {
    const client = this.#parameters.capabilities.textDocument?.completion;
    const support = client?.completionItem;
    const found = this.#service.completion(open.template, offset, {
      exports,
      language: this.#language,
      snippetSupport: support?.snippetSupport === true,
    });
    const defaults = client?.completionList?.itemDefaults ?? [];
    return completionList(open, found, {
      asIs: support?.insertTextModeSupport !== undefined,
      defaults: ["editRange", "insertTextFormat", "insertTextMode"].every((name) => defaults.includes(name)),
      commands: this.#commands,
    });
  }

  #hover(
    { document, template }: OpenTemplate,
    offset: number,
    exports: readonly WorkspaceExport[],
  ): HoverAnswer | null {
    const found = this.#service.hover(template, offset, {
      language: this.#language,
      reference: this.#settings.hoverReference,
      exports,
      render: this.#renderOptions(),
    });
    if (found === undefined) return null;
    return { contents: { kind: "markdown", value: found.markdown }, range: rangeOf(document, found.span) };
  }

  #renderOptions(): { readonly language: NoteLanguage; readonly commands: boolean } {
    return { language: this.#language, commands: this.#commands };
  }

  /** A refused rename is told to the user, as LSP has it: by an error with a message for people. */
  async #rename(params: RenameParams, token: CancellationToken): Promise<WorkspaceEdit | null | ResponseError<void>> {
    let refusal: string | undefined;
    const answer = await this.#guarded<RenameParams, WorkspaceEdit | null>(
      "rename",
      null,
      (given) =>
        this.#at(given, ({ document, template }, offset) => {
          const result = this.#service.rename(template, offset, given.newName);
          if (result === undefined) return null;
          if ("refused" in result) {
            refusal = result.refused[this.#language];
            return null;
          }
          const edits = result.spans.map((span) => ({ range: rangeOf(document, span), newText: given.newName }));
          return { changes: { [document.uri]: edits } };
        }) ?? null,
    )(params, token);
    return refusal === undefined ? answer : new ResponseError<void>(LSPErrorCodes.RequestFailed, refusal);
  }

  #structureRequests(): Pick<
    Requests,
    "definition" | "references" | "highlights" | "symbols" | "folding" | "semanticTokens"
  > {
    const service = this.#service;
    return {
      definition: this.#guarded("definition", null, async (params) => {
        const exports = await this.#exportsAt(params);
        return (
          this.#at(params, ({ document, template }, offset) => [
            ...service
              .definition(template, offset)
              .map(({ span }) => ({ uri: document.uri, range: rangeOf(document, span) })),
            ...service.importedFrom(template, offset, exports).map(({ uri, range }) => ({ uri, range })),
          ]) ?? null
        );
      }),
      references: this.#guarded(
        "references",
        null,
        (params: ReferenceParams) =>
          this.#at(params, ({ document, template }, offset) =>
            service
              .references(template, offset, params.context.includeDeclaration)
              .map((span) => ({ uri: document.uri, range: rangeOf(document, span) })),
          ) ?? null,
      ),
      highlights: this.#guarded(
        "highlights",
        null,
        (params) =>
          this.#at(params, ({ document, template }, offset) =>
            service.references(template, offset, true).map((span) => ({ range: rangeOf(document, span) })),
          ) ?? null,
      ),
      symbols: this.#guarded("symbols", null, ({ textDocument }: DocumentParams) => {
        const open = this.documents.get(textDocument.uri);
        return open === undefined ? null : documentSymbols(open.document, service.symbols(open.template));
      }),
      folding: this.#guarded("folding", null, ({ textDocument }: DocumentParams) => {
        const open = this.documents.get(textDocument.uri);
        return open === undefined ? null : foldingRanges(open.document, service.folding(open.template));
      }),
      semanticTokens: this.#guarded("semanticTokens", { data: [] }, ({ textDocument }: DocumentParams) => {
        const open = this.documents.get(textDocument.uri);
        return open === undefined ? { data: [] } : encodedTokens(open.document, service.semanticTokens(open.template));
      }),
    };
  }

  #bootstrapRequests(): Pick<Requests, "codeLenses" | "inlayHints" | "bootstrapSequence"> {
    const service = this.#service;
    const opens = hasCommand(this.#parameters.initializationOptions, SHOW_SEQUENCE_COMMAND);
    return {
      codeLenses: this.#guarded("codeLenses", null, ({ textDocument }: DocumentParams) => {
        const open = this.#settings.codeLens ? this.documents.get(textDocument.uri) : undefined;
        if (open === undefined) return null;
        return codeLenses(open.document, service.signalLenses(open.template), this.#language, opens);
      }),
      inlayHints: this.#guarded("inlayHints", null, ({ textDocument, range }: InlayHintParams) => {
        const open = this.#settings.inlayHints ? this.documents.get(textDocument.uri) : undefined;
        if (open === undefined) return null;
        const { document, template } = open;
        const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return inlayHints(document, service.scriptHints(template, within), this.#language);
      }),
      bootstrapSequence: this.#guarded<BootstrapSequenceParams, BootstrapSequence | null>(
        "bootstrapSequence",
        null,
        ({ textDocument, logicalId, position, shown }) => {
          const open = this.documents.get(textDocument.uri);
          if (open === undefined) return null;
          const { document, template } = open;
          const place = logicalId ?? (position ? document.offsetAt(position) : "");
          return sequenceAnswer(document, service.bootstrapSequence(template, place, shown), this.#language);
        },
      ),
    };
  }

  #noteRequests(): Pick<Requests, "noteTree" | "notesAt" | "note" | "noteSource" | "searchNotes"> {
    const { notes } = this.#service;
    const nothing: NotesAt = { label: "", notes: [] };
    return {
      noteTree: this.#guarded<unknown, readonly NoteFolder[]>("noteTree", [], () =>
        noteTree(notes, this.#store, (path) => this.#host.uriOf(path), this.#language),
      ),
      notesAt: this.#guarded(
        "notesAt",
        nothing,
        (params: NotesAtParams) =>
          this.#at(params, ({ template }, offset) => notesAt(template, offset, notes)) ?? nothing,
      ),
      note: this.#guarded<NoteParams, RenderedNote | null>("note", null, ({ id }) => {
        const found = notes.note(id);
        return found === undefined ? null : renderNote(found.note, found.file);
      }),
      noteSource: this.#guarded<{ readonly uri: string }, string | null>("noteSource", null, ({ uri }) => {
        const file = notes.file(uri);
        return file?.builtIn === true ? file.lines.join("\n") : null;
      }),
      searchNotes: this.#guarded<SearchParams, readonly SearchHit[]>("searchNotes", [], ({ query, limit = 50 }) =>
        searchHits(notes, query, limit),
      ),
    };
  }
}

function hasCommand(options: unknown, command: string): boolean {
  const commands =
    typeof options === "object" && options !== null ? (options as { commands?: unknown }).commands : undefined;
  return Array.isArray(commands) && commands.includes(command);
}
