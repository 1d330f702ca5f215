import type { CancellationToken, InitializeParams, Position, ResponseError } from "vscode-languageserver";
import type { Diagnostic } from "../../features/diagnostics.ts";
import type { HoverService } from "../../hoverService.ts";
import type { LanguageService } from "../../languageService.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { NoteUses } from "../../protocol/notes.ts";
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
import type { Needed } from "../turns/beginning.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import type { NeighbourFiles } from "../workspace/neighbourFiles.ts";
import type { NestedStacks } from "../workspace/nestedStacks.ts";
import type { Projects } from "../workspace/projects.ts";
import type { WorkspaceExport } from "../workspace/workspaceExports.ts";
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

/** What the answers to requests are made from. */
export interface RequestContext extends HoverContext {
  readonly service: LanguageService;
}

/** The same as far as a hover needs it: the first one loads no more. */
export interface HoverContext {
  readonly service: HoverService;
  readonly documents: Documents;
  readonly store: NoteStore;
  readonly noteFiles: NoteFiles;
  readonly nested: NestedStacks;
  readonly files: NeighbourFiles;
  readonly projects: Pick<Projects, "of">;
  readonly parameters: InitializeParams;
  readonly client: Pick<ClientQuestions, "folders">;
  readonly messages: UserMessages;
  /** Whether the client runs the command that opens a note. */
  readonly commands: boolean;
  /** Whether the client runs the command that shows a bootstrap sequence. */
  readonly sequences: boolean;
  /** Whether the client runs the command that lists the places of a note. */
  readonly showsUses: boolean;
  /** The day as an ISO date. */
  today(): string;
  settings(): Settings;
  language(): NoteLanguage;
  readonly feed: Pick<DiagnosticsFeed, "settled">;
  readonly told: ToldDiagnostics;
  readonly workspaceSymbols: WorkspaceSymbols;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  diagnosticsOf(uri: string): readonly Diagnostic[];
  readonly checks: TemplateChecks;
  /** What other templates export, where the caret is at something that imports; at once where it is not. */
  exportsAt(params: PositionParams): readonly WorkspaceExport[] | Promise<readonly WorkspaceExport[]>;
  /** The same for all of a template, where it imports anything. */
  exportsFor(uri: string, text: string): Promise<readonly WorkspaceExport[]>;
  uriOf(path: string): string;
  readonly ruleText: NonNullable<Host["ruleText"]>;
  readonly within: Host["within"];
  /** Lets everything that waits be handled first. */
  yieldToEventLoop(): Promise<void>;
  /** Goes through steps of work that somebody waits for, lets others have their turn in between, and ends when it is cancelled. */
  inSteps(steps: Iterable<void>, token: CancellationToken): Promise<void>;
  /** The same for work that has a result and is short enough to come to its end. */
  resultInSteps<Result>(steps: Generator<void, Result>): Promise<Result>;
  /** Where a note shows: in open templates or everywhere. */
  usedIn(id: string, everywhere: boolean): Promise<NoteUses | undefined>;
  /**
   * A handler behind the fence (see `guard`), asked when what it needs is read; `needed` is the settings unless given. "notes"
   * are those that are read in time, or those that are read where `isEnough` says so.
   */
  guarded<Parameters, Result>(
    name: string,
    nothing: Result,
    handle: (parameters: Parameters, token: CancellationToken) => Result | Promise<Result>,
    needed?: Needed | "all notes",
    isEnough?: (parameters: Parameters) => boolean,
  ): Handler<Parameters, Result>;
}

/** What other templates say that is of use at a caret. */
export interface Elsewhere {
  readonly exports: readonly WorkspaceExport[];
  readonly children: Children | undefined;
}

/**
 * Asks with what other templates say; at once where none has to be read for it: an answer that is made in one go has to be
 * watched only once (see `guard`).
 */
export function withElsewhere<Result>(
  context: HoverContext,
  params: PositionParams,
  childrenAt: (open: OpenTemplate, offset: number) => Children | Promise<Children>,
  ask: (elsewhere: Elsewhere) => Result,
): Result | Promise<Result> {
  const exports = context.exportsAt(params);
  const children = at(context, params, childrenAt) ?? undefined;
  if (!(exports instanceof Promise) && !(children instanceof Promise)) return ask({ exports, children });
  return Promise.all([exports, children]).then(([read, nested]) => ask({ exports: read, children: nested }));
}

/** Asks a feature about a place in a template; `null` if the document is none, or there is nothing. Throws if it takes too long. */
export function at<Result>(
  { documents, within }: HoverContext,
  { textDocument, position }: PositionParams,
  ask: (open: OpenTemplate, offset: number) => Result,
): Exclude<Result, undefined> | null {
  const open = documents.get(textDocument.uri);
  const found = open && within(MAX_TURN_MS, () => ask(open, open.document.offsetAt(position)), tooLong);
  return (found ?? null) as Exclude<Result, undefined> | null;
}

/** What is thrown where an answer takes too long. */
export function tooLong(): never {
  throw new Error(`This took more than ${MAX_TURN_MS / 1000} seconds, and was ended.`);
}
