import type {
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
  TEMPLATE_CHANGES,
  type TemplateChanges,
  type TemplateChangesParams,
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
import { TOKEN_TYPES } from "../documents/tokenTypes.ts";
import { offersFormattingAtOnce, onlyPulls } from "../host/clientFeatures.ts";
import type { DocumentParams, Handler, PositionParams } from "./request.ts";

/** What is asked and what is answered. A request is a line here, a row of {@link REQUESTS}, and a handler. */
export interface Requests {
  readonly hover: Handler<PositionParams, Hover | null>;
  readonly completion: Handler<CompletionParams, CompletionList | null>;
  readonly resolveCompletion: Handler<CompletionItem, CompletionItem>;
  readonly codeActions: Handler<CodeActionParams, CodeAction[] | null>;
  readonly resolveCodeAction: Handler<CodeAction, CodeAction>;
  readonly prepareRename: Handler<PositionParams, Range | null>;
  readonly rename: Handler<RenameParams, WorkspaceEdit | null>;

  readonly definition: Handler<PositionParams, Definition | null>;
  readonly references: Handler<ReferenceParams, Location[] | null>;
  readonly highlights: Handler<PositionParams, DocumentHighlight[] | null>;
  readonly symbols: Handler<DocumentParams, DocumentSymbol[] | null>;
  readonly folding: Handler<DocumentParams, FoldingRange[] | null>;
  readonly semanticTokens: Handler<DocumentParams, SemanticTokens>;
  readonly documentLinks: Handler<DocumentParams, DocumentLink[] | null>;
  readonly semanticTokensRange: Handler<SemanticTokensRangeParams, SemanticTokens>;

  readonly selectionRanges: Handler<SelectionRangeParams, SelectionRange[] | null>;
  readonly signatureHelp: Handler<SignatureHelpParams, SignatureHelp | null>;
  readonly linkedEditing: Handler<PositionParams, LinkedEditingRanges | null>;
  readonly formatting: Handler<DocumentFormattingParams, TextEdit[] | null>;
  readonly onTypeFormatting: Handler<DocumentOnTypeFormattingParams, TextEdit[] | null>;

  readonly workspaceSymbols: Handler<WorkspaceSymbolParams, SymbolInformation[] | null>;
  readonly documentDiagnostics: Handler<DocumentDiagnosticParams, DocumentDiagnosticReport>;
  readonly workspaceDiagnostics: Handler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>;

  readonly codeLenses: Handler<DocumentParams, CodeLens[] | null>;
  readonly inlayHints: Handler<InlayHintParams, InlayHint[] | null>;
  readonly convertTemplate: Handler<DocumentParams, ConvertedTemplate | null>;
  readonly bootstrapSequence: Handler<BootstrapSequenceParams, BootstrapSequence | null>;

  readonly noteTree: Handler<unknown, readonly NoteFolder[]>;
  readonly notesAt: Handler<NotesAtRequest, NotesAt>;
  readonly note: Handler<NoteParams, RenderedNote | null>;
  readonly noteSource: Handler<{ readonly uri: string }, string | null>;
  readonly searchNotes: Handler<SearchParams, readonly SearchHit[]>;

  readonly explainPlace: Handler<NotesAtParams, PlaceExplanation | null>;
  readonly bindableNotes: Handler<BindableNotesParams, BindableNotes | null>;
  readonly markerEdit: Handler<MarkerEditParams, MarkerEditResult>;
  readonly notesNotPlaced: Handler<unknown, readonly UnplacedFile[]>;
  readonly folderReport: Handler<FolderReportParams, FolderReport | null>;

  readonly notesInTemplate: Handler<NotesInTemplateParams, NotesInTemplate | null>;
  readonly noteUses: Handler<NoteUsesParams, NoteUses | null>;
  readonly noteFolders: Handler<unknown, readonly string[]>;

  readonly assistant: Handler<AssistantParams, object>;
  readonly writingPlace: Handler<NotesAtParams, WritingPlaceResult | null>;
  readonly draftNote: Handler<DraftNoteParams, DraftNoteAnswer | null>;
  readonly studyQueue: Handler<StudyQueueParams, StudyQueue>;
  readonly studyChange: Handler<StudyChangeParams, StudyChanged>;
  readonly studyMerge: Handler<StudyMergeParams, StudyMerged>;
  readonly studyExport: Handler<StudyExportParams, string | null>;
  readonly faultDrill: Handler<FaultDrillParams, FaultDrill | null>;
  readonly comparison: Handler<ComparisonParams, Comparison | null>;
  readonly comparisons: Handler<ComparisonsParams, readonly ComparisonTitle[]>;
  readonly templateChanges: Handler<TemplateChangesParams, TemplateChanges | null>;
  readonly outdatedNotes: Handler<OutdatedParams, readonly OutdatedFile[]>;
}

export interface CompletionParams extends PositionParams {
  readonly context?: CompletionContext;
}

/** The kind of the action that adds a CreationPolicy with its signal. */
export const ADD_SIGNAL_KIND = "refactor.rewrite.cfnNotes.signal";

interface Row {
  readonly method: string;
  /** What tells a client that it may ask; nothing where another row does, or the request is our own. */
  readonly capability?: ServerCapabilities;
  /** Whether a person waits for the answer, while an editor asks for the others by itself. */
  readonly isAwaited?: true;
  /** Whether a client is told so; without it each one is. */
  readonly offered?: (client: InitializeParams) => boolean;
}

/** What Enter types. */
export const ENTER = "\n";

/**
 * Every request with its method and its capability: `startServer` registers what stands here. It is loaded before
 * `initialize` is answered, so nothing of weight may be imported.
 */
export const REQUESTS: { readonly [Name in keyof Requests]: Row } = {
  hover: { method: "textDocument/hover", isAwaited: true, capability: { hoverProvider: true } },
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
  resolveCompletion: { method: "completionItem/resolve" },
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
  resolveCodeAction: { method: "codeAction/resolve" },
  prepareRename: { method: "textDocument/prepareRename" },
  rename: { method: "textDocument/rename", capability: { renameProvider: { prepareProvider: true } } },

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
  },
  documentLinks: {
    method: "textDocument/documentLink",
    capability: { documentLinkProvider: { resolveProvider: false } },
  },
  semanticTokensRange: { method: "textDocument/semanticTokens/range" },

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
  },
  workspaceDiagnostics: { method: "workspace/diagnostic" },

  codeLenses: { method: "textDocument/codeLens", capability: { codeLensProvider: { resolveProvider: false } } },
  inlayHints: { method: "textDocument/inlayHint", capability: { inlayHintProvider: { resolveProvider: false } } },
  convertTemplate: { method: CONVERT_TEMPLATE },
  bootstrapSequence: { method: BOOTSTRAP_SEQUENCE },

  noteTree: { method: NOTE_TREE },
  notesAt: { method: NOTES_AT },
  note: { method: NOTE },
  noteSource: { method: NOTE_SOURCE },
  searchNotes: { method: SEARCH_NOTES },

  explainPlace: { method: EXPLAIN_PLACE },
  bindableNotes: { method: BINDABLE_NOTES },
  markerEdit: { method: MARKER_EDIT },
  notesNotPlaced: { method: NOTES_NOT_PLACED },
  folderReport: { method: FOLDER_REPORT },

  notesInTemplate: { method: NOTES_IN_TEMPLATE },
  noteUses: { method: NOTE_USES },
  noteFolders: { method: NOTE_FOLDERS },

  assistant: { method: ASSISTANT },
  writingPlace: { method: WRITING_PLACE },
  draftNote: { method: DRAFT_NOTE },
  studyQueue: { method: STUDY_QUEUE },
  studyChange: { method: STUDY_CHANGE },
  studyMerge: { method: STUDY_MERGE },
  studyExport: { method: STUDY_EXPORT },
  faultDrill: { method: FAULT_DRILL },
  comparison: { method: COMPARISON },
  comparisons: { method: COMPARISONS },
  templateChanges: { method: TEMPLATE_CHANGES },
  outdatedNotes: { method: OUTDATED_NOTES },
};
