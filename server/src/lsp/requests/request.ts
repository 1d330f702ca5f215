import type { CancellationToken, InitializeParams, Position, ResponseError } from "vscode-languageserver";
import type { HoverService } from "../../hoverService.ts";
import type { LanguageService } from "../../languageService.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { AskedTemplate } from "../../notes/ownNames/ownCandidates.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { ClientQuestions } from "../client/clientQuestions.ts";
import type { DiagnosticsFeed } from "../diagnostics/diagnosticsFeed.ts";
import type { TemplateChecks } from "../diagnostics/templateChecks.ts";
import type { ToldDiagnostics } from "../diagnostics/toldDiagnostics.ts";
import type { WorkspaceDiagnostics } from "../diagnostics/workspaceDiagnostics.ts";
import type { Documents, OpenTemplate } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import type { Settings } from "../host/settings.ts";
import type { NoteFiles } from "../notes/noteFiles.ts";
import type { NoteStore } from "../notes/noteStore.ts";
import type { UserMessages } from "../notes/userMessages.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import type { NeighbourFiles } from "../workspace/neighbourFiles.ts";
import type { NestedStacks } from "../workspace/nestedStacks.ts";
import type { Projects } from "../workspace/projects.ts";
import type { WorkspaceExport, WorkspaceExports } from "../workspace/workspaceExports.ts";
import type { WorkspaceFiles } from "../workspace/workspaceFiles.ts";
import type { WorkspaceSymbols } from "../workspace/workspaceSymbols.ts";

/** Answers a request; it never rejects. */
export type Handler<Parameters, Result> = (
  parameters: Parameters,
  token: CancellationToken,
) => Promise<Result | ResponseError<void>>;

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface PositionParams extends DocumentParams {
  readonly position: Position;
}

/** What is known while a request is answered. */
export interface Asked {
  readonly token: CancellationToken;
  readonly language: NoteLanguage;
  readonly settings: Settings;
  /** The template of the request's document, as it is now; `undefined` if the document is none. */
  readonly open: OpenTemplate | undefined;
  /**
   * Calls a feature with the place of the request; `undefined` if there is none, or nothing to say. Throws if it takes
   * too long.
   */
  readonly at: <Result>(ask: (open: OpenTemplate, offset: number) => Result) => Result | undefined;
}

/** What the answers to requests are made from. */
export interface RequestContext extends HoverContext {
  readonly service: LanguageService;
}

/** The part of it that a hover needs: the first one loads no more. */
export interface HoverContext {
  /** Reports a template that took too long to read. */
  readonly gaveUp: (uri: string) => void;
  readonly service: HoverService;
  readonly host: Host;
  readonly documents: Documents;
  readonly store: NoteStore;
  readonly noteFiles: NoteFiles;
  readonly nested: NestedStacks;
  readonly neighbours: NeighbourFiles;
  readonly files: WorkspaceFiles;
  readonly exports: WorkspaceExports;
  readonly symbols: WorkspaceSymbols;
  readonly projects: Projects;
  /** What the client said of itself. */
  readonly parameters: InitializeParams;
  readonly client: ClientQuestions;
  readonly messages: UserMessages;
  readonly settings: () => Settings;
  readonly language: () => NoteLanguage;
  readonly feed: DiagnosticsFeed;
  readonly checks: TemplateChecks;
  readonly told: ToldDiagnostics;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  /** Runs steps of work that somebody waits for, lets others have their turn in between, and stops when it is cancelled. */
  inSteps(steps: Iterable<void>, token: CancellationToken): Promise<void>;
  /** The same for work that has a result and is short enough to come to its end. */
  resultInSteps<Result>(steps: Generator<void, Result>): Promise<Result>;
}

/** The {@link Asked} of a request. A class, and no object with an accessor: see “Code that runs cold” in docs/performance.md. */
export class AskedOf implements Asked {
  readonly token: CancellationToken;
  readonly language: NoteLanguage;
  readonly settings: Settings;
  readonly #context: HoverContext;
  readonly #parameters: Partial<PositionParams>;

  constructor(context: HoverContext, parameters: unknown, token: CancellationToken) {
    this.token = token;
    this.language = context.language();
    this.settings = context.settings();
    this.#context = context;
    this.#parameters = parameters ?? {};
  }

  get open(): OpenTemplate | undefined {
    const { textDocument } = this.#parameters;
    return textDocument && this.#context.documents.get(textDocument.uri);
  }

  readonly at: Asked["at"] = (ask) => {
    const { open } = this;
    const { position } = this.#parameters;
    if (open === undefined || position === undefined) return undefined;
    return this.#context.host.within(MAX_TURN_MS, () => ask(open, open.document.offsetAt(position)), tooLong);
  };
}

/** What other templates say that is of use at a caret. */
export interface Elsewhere {
  readonly exports: readonly WorkspaceExport[];
  readonly children: Children | undefined;
}

/**
 * Calls `ask` with what other templates say; at once if none has to be read for it: an answer that is made in one go
 * has to be timed only once (see `guard`).
 */
export function withElsewhere<Result>(
  context: HoverContext,
  { at }: Asked,
  childrenAt: (open: OpenTemplate, offset: number) => Children | Promise<Children>,
  ask: (elsewhere: Elsewhere) => Result,
): Result | Promise<Result> {
  const exports = at((open, offset) => context.exports.at(open, offset)) ?? [];
  const children = at(childrenAt);
  if (!(exports instanceof Promise) && !(children instanceof Promise)) return ask({ exports, children });
  return Promise.all([exports, children]).then(([read, nested]) => ask({ exports: read, children: nested }));
}

/** Thrown if an answer takes too long. */
export function tooLong(): never {
  throw new Error(`This took more than ${MAX_TURN_MS / 1000} seconds, and was ended.`);
}

/** Calls `ask` with the template and what others export. */
export function atWithExports<Result>(
  context: HoverContext,
  asked: Asked,
  ask: (template: AskedTemplate, offset: number) => Result,
): Result | undefined | Promise<Result | undefined> {
  return withElsewhere(
    context,
    asked,
    () => new Map(),
    ({ exports }) =>
      asked.at(({ document, template }, offset) => ask({ uri: document.uri, template, exports }, offset)),
  );
}
