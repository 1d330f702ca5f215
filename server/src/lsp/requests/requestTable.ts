import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionContext,
  CompletionItem,
  CompletionList,
  Definition,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentFormattingParams,
  DocumentHighlight,
  DocumentLink,
  DocumentOnTypeFormattingParams,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InitializeParams,
  InlayHint,
  InlayHintParams,
  LinkedEditingRanges,
  Location,
  Range,
  ReferenceParams,
  RenameParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensRangeParams,
  ServerCapabilities,
  SignatureHelp,
  SignatureHelpParams,
  SymbolInformation,
  TextEdit,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver-types";
import { ASSISTANT, type AssistantParams } from "../../protocol/common.ts";
import {
  EXPLAIN_PLACE,
  FOLDER_REPORT,
  type FolderReport,
  type FolderReportParams,
  NO_NOTES,
  NOTE,
  NOTE_FOLDERS,
  NOTE_SOURCE,
  NOTE_TREE,
  NOTE_USES,
  NOTES_AT,
  NOTES_IN_TEMPLATE,
  NOTES_NOT_PLACED,
  type NoteFolder,
  type NoteParams,
  type NotesAt,
  type NotesAtParams,
  type NotesAtRequest,
  type NotesInTemplate,
  type NotesInTemplateParams,
  type NoteUses,
  type NoteUsesParams,
  type PlaceExplanation,
  type RenderedNote,
  SEARCH_NOTES,
  type SearchHit,
  type SearchParams,
  type UnplacedFile,
} from "../../protocol/notes.ts";
import {
  COMPARISON,
  COMPARISONS,
  type Comparison,
  type ComparisonParams,
  type ComparisonsParams,
  type ComparisonTitle,
  FAULT_DRILL,
  type FaultDrill,
  type FaultDrillParams,
  NO_QUEUE,
  STORE_NOT_READ,
  STUDY_CHANGE,
  STUDY_EXPORT,
  STUDY_MERGE,
  STUDY_QUEUE,
  type StudyChanged,
  type StudyChangeParams,
  type StudyExportParams,
  type StudyMerged,
  type StudyMergeParams,
  type StudyQueue,
  type StudyQueueParams,
} from "../../protocol/study.ts";
import {
  BOOTSTRAP_SEQUENCE,
  type BootstrapSequence,
  type BootstrapSequenceParams,
  CONVERT_TEMPLATE,
  type ConvertedTemplate,
  DEPLOYMENT_ORDER,
  type DeploymentOrder,
  type DeploymentOrderParams,
  ENVIRONMENTS,
  type Environment,
  TEMPLATE_CHANGES,
  TEMPLATE_GRAPH,
  type TemplateChanges,
  type TemplateChangesParams,
  type TemplateGraph,
  type TemplateGraphParams,
} from "../../protocol/template.ts";
import {
  BINDABLE_NOTES,
  type BindableNotes,
  type BindableNotesParams,
  DRAFT_NOTE,
  type DraftNoteAnswer,
  type DraftNoteParams,
  MARKER_EDIT,
  type MarkerEditParams,
  type MarkerEditResult,
  OUTDATED_NOTES,
  type OutdatedFile,
  type OutdatedParams,
  WRITING_PLACE,
  type WritingPlaceResult,
} from "../../protocol/writing.ts";
import type { Localised } from "../../text/localised.ts";
import { TOKEN_TYPES } from "../documents/tokenTypes.ts";
import { offersFormattingAtOnce, onlyPulls } from "../host/clientFeatures.ts";
import type { Needed } from "../turns/beginning.ts";
import type { DocumentParams, Handler, PositionParams } from "./request.ts";

/** What is asked of the user's files of notes, too. */
export const OF_NOTE_FILES = [
  "hover",
  "completion",
  "prepareRename",
  "rename",
  "definition",
  "references",
  "codeLenses",
] as const;

/** What is asked, and what is answered. A request is a line here, a row of {@link REQUESTS}, and what answers it. */
export interface Requests {
  readonly hover: [PositionParams, Hover | null];
  readonly completion: [CompletionParams, CompletionList | null];
  readonly resolveCompletion: [CompletionItem, CompletionItem];
  readonly codeActions: [CodeActionParams, CodeAction[] | null];
  readonly resolveCodeAction: [CodeAction, CodeAction];
  readonly prepareRename: [PositionParams, Range | null];
  readonly rename: [RenameParams, RenameAnswer];

  readonly definition: [PositionParams, Definition | null];
  readonly references: [ReferenceParams, Location[] | null];
  readonly highlights: [PositionParams, DocumentHighlight[] | null];
  readonly symbols: [DocumentParams, DocumentSymbol[] | null];
  readonly folding: [DocumentParams, FoldingRange[] | null];
  readonly semanticTokens: [DocumentParams, SemanticTokens];
  readonly documentLinks: [DocumentParams, DocumentLink[] | null];
  readonly semanticTokensRange: [SemanticTokensRangeParams, SemanticTokens];

  readonly selectionRanges: [SelectionRangeParams, SelectionRange[] | null];
  readonly signatureHelp: [SignatureHelpParams, SignatureHelp | null];
  readonly linkedEditing: [PositionParams, LinkedEditingRanges | null];
  readonly formatting: [DocumentFormattingParams, TextEdit[] | null];
  readonly onTypeFormatting: [DocumentOnTypeFormattingParams, TextEdit[] | null];

  readonly workspaceSymbols: [WorkspaceSymbolParams, SymbolInformation[] | null];
  readonly documentDiagnostics: [DocumentDiagnosticParams, DocumentDiagnosticReport];
  readonly workspaceDiagnostics: [WorkspaceDiagnosticParams, WorkspaceDiagnosticReport];

  readonly codeLenses: [DocumentParams, CodeLens[] | null];
  readonly inlayHints: [InlayHintParams, InlayHint[] | null];
  readonly convertTemplate: [DocumentParams, ConvertedTemplate | null];
  readonly bootstrapSequence: [BootstrapSequenceParams, BootstrapSequence | null];

  readonly noteTree: [unknown, readonly NoteFolder[]];
  readonly notesAt: [NotesAtRequest, NotesAt];
  readonly note: [NoteParams, RenderedNote | null];
  readonly noteSource: [{ readonly uri: string }, string | null];
  readonly searchNotes: [SearchParams, readonly SearchHit[]];

  readonly explainPlace: [NotesAtParams, PlaceExplanation | null];
  readonly bindableNotes: [BindableNotesParams, BindableNotes | null];
  readonly markerEdit: [MarkerEditParams, MarkerEditResult];
  readonly notesNotPlaced: [unknown, readonly UnplacedFile[]];
  readonly folderReport: [FolderReportParams, FolderReport | null];

  readonly notesInTemplate: [NotesInTemplateParams, NotesInTemplate | null];
  readonly noteUses: [NoteUsesParams, NoteUses | null];
  readonly noteFolders: [unknown, readonly string[]];

  readonly assistant: [AssistantParams, object];
  readonly writingPlace: [NotesAtParams, WritingPlaceResult | null];
  readonly draftNote: [DraftNoteParams, DraftNoteAnswer | null];
  readonly studyQueue: [StudyQueueParams, StudyQueue];
  readonly studyChange: [StudyChangeParams, StudyChanged];
  readonly studyMerge: [StudyMergeParams, StudyMerged];
  readonly studyExport: [StudyExportParams, string | null];
  readonly faultDrill: [FaultDrillParams, FaultDrill | null];
  readonly comparison: [ComparisonParams, Comparison | null];
  readonly comparisons: [ComparisonsParams, readonly ComparisonTitle[]];
  readonly templateChanges: [TemplateChangesParams, TemplateChanges | null];
  readonly environments: [DocumentParams, readonly Environment[]];
  readonly templateGraph: [TemplateGraphParams, TemplateGraph | null];
  readonly deploymentOrder: [DeploymentOrderParams, DeploymentOrder | null];
  readonly outdatedNotes: [OutdatedParams, readonly OutdatedFile[]];
}

/** What a rename changes, or why it can't be done; `null` if there is nothing to rename. */
export type RenameAnswer = WorkspaceEdit | { readonly refused: Localised } | null;

/** What answers the requests, when all that an answer needs is read. It may fail: see `allRequests`. */
export type Answers = {
  readonly [Name in keyof Requests]: (
    parameters: Requests[Name][0],
    token: CancellationToken,
  ) => Requests[Name][1] | Promise<Requests[Name][1]>;
};

/** The same behind the fence: none of them rejects. */
export type Handlers = { readonly [Name in keyof Requests]: Handler<Requests[Name][0], Requests[Name][1]> };

export interface CompletionParams extends PositionParams {
  readonly context?: CompletionContext;
}

/** The kind of the action that adds a CreationPolicy with its signal. */
export const ADD_SIGNAL_KIND = "refactor.rewrite.cfnNotes.signal";

interface Row {
  readonly method: string;
  /** What tells a client that it may ask; nothing if another row does, or the request is our own. */
  readonly capability?: ServerCapabilities;
  /** Whether a person waits for the answer, while an editor asks for the others by itself. */
  readonly isAwaited?: true;
  /** Whether a client is told so; without it each one is. */
  readonly offered?: (client: InitializeParams) => boolean;
  /** What has to be read before it is answered: the settings unless given. */
  readonly needs?: Needed | "all notes";
}

/** A row, with what is answered where the answer fails: `null` unless given. */
type RowOf<Answer> = Row & (null extends Answer ? { readonly nothing?: Answer } : { readonly nothing: Answer });

/** What Enter types. */
export const ENTER = "\n";

/**
 * Every request with its method and its capability: `startServer` registers what stands here. It is loaded before
 * `initialize` is answered, so nothing of weight may be imported.
 */
export const REQUESTS: { readonly [Name in keyof Requests]: RowOf<Requests[Name][1]> } = {
  hover: { method: "textDocument/hover", isAwaited: true, capability: { hoverProvider: true }, needs: "notes" },
  completion: {
    method: "textDocument/completion",
    isAwaited: true,
    capability: {
      completionProvider: {
        // The last one is for links in notes: in a template it opens no list.
        triggerCharacters: ["!", ":", ".", "{", "$", " ", '"', "'", "-", "/", "["],
        resolveProvider: true,
      },
    },
  },
  resolveCompletion: { method: "completionItem/resolve", needs: "notes", nothing: {} as CompletionItem },
  codeActions: {
    method: "textDocument/codeAction",
    capability: {
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          CodeActionKind.SourceFixAll,
          CodeActionKind.RefactorExtract,
          CodeActionKind.RefactorInline,
          CodeActionKind.RefactorRewrite,
          ADD_SIGNAL_KIND,
        ],
        resolveProvider: true,
      },
    },
  },
  resolveCodeAction: { method: "codeAction/resolve", nothing: {} as CodeAction },
  prepareRename: { method: "textDocument/prepareRename" },
  rename: { method: "textDocument/rename", capability: { renameProvider: { prepareProvider: true } }, needs: "notes" },

  definition: { method: "textDocument/definition", isAwaited: true, capability: { definitionProvider: true } },
  references: { method: "textDocument/references", capability: { referencesProvider: true } },
  highlights: { method: "textDocument/documentHighlight", capability: { documentHighlightProvider: true } },
  symbols: { method: "textDocument/documentSymbol", capability: { documentSymbolProvider: true } },
  folding: { method: "textDocument/foldingRange", capability: { foldingRangeProvider: true } },
  semanticTokens: {
    method: "textDocument/semanticTokens/full",
    capability: {
      semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true, range: true },
    },
    nothing: { data: [] },
  },
  documentLinks: {
    method: "textDocument/documentLink",
    capability: { documentLinkProvider: { resolveProvider: false } },
  },
  semanticTokensRange: { method: "textDocument/semanticTokens/range", nothing: { data: [] } },

  selectionRanges: { method: "textDocument/selectionRange", capability: { selectionRangeProvider: true } },
  signatureHelp: {
    method: "textDocument/signatureHelp",
    isAwaited: true,
    // A blank would show it for each `!Ref `, above the list of names.
    capability: { signatureHelpProvider: { triggerCharacters: ["[", ","], retriggerCharacters: ["-", "]"] } },
  },
  linkedEditing: { method: "textDocument/linkedEditingRange", capability: { linkedEditingRangeProvider: true } },
  formatting: {
    method: "textDocument/formatting",
    capability: { documentFormattingProvider: true },
    offered: offersFormattingAtOnce,
  },
  onTypeFormatting: {
    method: "textDocument/onTypeFormatting",
    capability: { documentOnTypeFormattingProvider: { firstTriggerCharacter: ENTER } },
    offered: offersFormattingAtOnce,
  },

  workspaceSymbols: { method: "workspace/symbol", capability: { workspaceSymbolProvider: true } },
  documentDiagnostics: {
    method: "textDocument/diagnostic",
    capability: { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } },
    offered: onlyPulls,
    nothing: { kind: "full", items: [] },
  },
  workspaceDiagnostics: { method: "workspace/diagnostic", nothing: { items: [] } },

  codeLenses: { method: "textDocument/codeLens", capability: { codeLensProvider: { resolveProvider: false } } },
  inlayHints: { method: "textDocument/inlayHint", capability: { inlayHintProvider: { resolveProvider: false } } },
  convertTemplate: { method: CONVERT_TEMPLATE },
  bootstrapSequence: { method: BOOTSTRAP_SEQUENCE },

  noteTree: { method: NOTE_TREE, needs: "all notes", nothing: [] },
  notesAt: { method: NOTES_AT, needs: "notes", nothing: NO_NOTES },
  note: { method: NOTE, needs: "notes" },
  noteSource: { method: NOTE_SOURCE, needs: "notes" },
  searchNotes: { method: SEARCH_NOTES, needs: "notes", nothing: [] },

  explainPlace: { method: EXPLAIN_PLACE, needs: "all notes" },
  bindableNotes: { method: BINDABLE_NOTES, needs: "all notes" },
  markerEdit: { method: MARKER_EDIT, needs: "all notes", nothing: { kind: "impossible" } },
  notesNotPlaced: { method: NOTES_NOT_PLACED, needs: "all notes", nothing: [] },
  folderReport: { method: FOLDER_REPORT, needs: "all notes" },

  notesInTemplate: { method: NOTES_IN_TEMPLATE, needs: "notes" },
  noteUses: { method: NOTE_USES, needs: "notes" },
  noteFolders: { method: NOTE_FOLDERS, needs: "notes", nothing: [] },

  assistant: {
    method: ASSISTANT,
    needs: "notes",
    nothing: { problem: "The language server failed; its output says why." },
  },
  writingPlace: { method: WRITING_PLACE, needs: "notes" },
  draftNote: { method: DRAFT_NOTE, needs: "notes" },
  studyQueue: { method: STUDY_QUEUE, needs: "notes", nothing: NO_QUEUE },
  studyChange: { method: STUDY_CHANGE, nothing: STORE_NOT_READ },
  studyMerge: { method: STUDY_MERGE, nothing: { ...STORE_NOT_READ, other: "foreign" } },
  studyExport: { method: STUDY_EXPORT, needs: "notes" },
  faultDrill: { method: FAULT_DRILL, needs: "notes" },
  comparison: { method: COMPARISON, needs: "notes" },
  comparisons: { method: COMPARISONS, needs: "notes", nothing: [] },
  templateChanges: { method: TEMPLATE_CHANGES, needs: "notes" },
  environments: { method: ENVIRONMENTS, nothing: [] },
  templateGraph: { method: TEMPLATE_GRAPH },
  deploymentOrder: { method: DEPLOYMENT_ORDER },
  outdatedNotes: { method: OUTDATED_NOTES, needs: "notes", nothing: [] },
};
