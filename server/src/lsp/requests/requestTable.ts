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
  RenameFilesParams,
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
import { NO_NOTES } from "../../protocol/notes.ts";
import type { OwnRequests } from "../../protocol/ownRequests.ts";
import { NO_QUEUE, STORE_NOT_READ } from "../../protocol/study.ts";
import type { Localised } from "../../text/localised.ts";
import { TOKEN_TYPES } from "../documents/tokenTypes.ts";
import { offersFormattingAtOnce, onlyPulls } from "../host/clientFeatures.ts";
import type { Needed } from "../turns/beginning.ts";
import type { Asked, DocumentParams, Handler, PositionParams } from "./request.ts";

/** The requests that are also made for the user's files of notes. */
export const OF_NOTE_FILES = [
  "hover",
  "completion",
  "prepareRename",
  "rename",
  "definition",
  "references",
  "codeLenses",
] as const;

/**
 * The requests with the types of their parameters and results. A request is a line here or, if it is our own, in the
 * protocol; a row of {@link REQUESTS}; and what answers it.
 */
export interface Requests extends OwnRequests {
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
  readonly willRenameFiles: [RenameFilesParams, WorkspaceEdit | null];
  readonly documentDiagnostics: [DocumentDiagnosticParams, DocumentDiagnosticReport];
  readonly workspaceDiagnostics: [WorkspaceDiagnosticParams, WorkspaceDiagnosticReport];

  readonly codeLenses: [DocumentParams, CodeLens[] | null];
  readonly inlayHints: [InlayHintParams, InlayHint[] | null];
}

/** What a rename changes, or why it can't be done; `null` if there is nothing to rename. */
export type RenameAnswer = WorkspaceEdit | { readonly refused: Localised } | null;

/**
 * The functions that answer the requests, called when all that an answer needs is read; `undefined` for what its row
 * calls `nothing`. They may fail.
 */
export type Answers = {
  readonly [Name in keyof Requests]: (
    parameters: Requests[Name][0],
    asked: Asked,
  ) => Requests[Name][1] | undefined | Promise<Requests[Name][1] | undefined>;
};

/** The same behind the fence: none of them rejects. */
export type Handlers = { readonly [Name in keyof Requests]: Handler<Requests[Name][0], Requests[Name][1]> };

export interface CompletionParams extends PositionParams {
  readonly context?: CompletionContext;
  /** One level of indentation in the editor, for a template that has none yet: up to eight blanks, or a tab. */
  readonly indent?: string;
}

/** The kind of the action that adds a CreationPolicy with its signal. */
export const ADD_SIGNAL_KIND = "refactor.rewrite.cfnNotes.signal";

interface Row {
  /** LSP's method; our own requests have the method `cfnNotes/` and the name. */
  readonly method?: string;
  /** The server capability that announces it; absent if another row has it, or the request is our own. */
  readonly capability?: ServerCapabilities;
  /** Whether a person waits for the answer, while an editor makes the other requests by itself. */
  readonly isAwaited?: true;
  /** Whether it is announced to a client; without it, to each one. */
  readonly offered?: (client: InitializeParams) => boolean;
  /** What has to be read before it is answered: the settings unless given. */
  readonly needs?: Needed | "all notes";
}

/** A row, with the answer if there is nothing or it fails: `null` unless given. */
type RowOf<Answer> = Row & (null extends Answer ? { readonly nothing?: Answer } : { readonly nothing: Answer });

/** The text that Enter types. */
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
  // Its capability is below `workspace`, in `startServer`.
  willRenameFiles: { method: "workspace/willRenameFiles", isAwaited: true },
  documentDiagnostics: {
    method: "textDocument/diagnostic",
    capability: { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } },
    offered: onlyPulls,
    nothing: { kind: "full", items: [] },
  },
  workspaceDiagnostics: { method: "workspace/diagnostic", nothing: { items: [] } },

  codeLenses: { method: "textDocument/codeLens", capability: { codeLensProvider: { resolveProvider: false } } },
  inlayHints: { method: "textDocument/inlayHint", capability: { inlayHintProvider: { resolveProvider: false } } },
  convertTemplate: {},
  bootstrapSequence: {},

  noteTree: { needs: "notes", nothing: [] },
  notesAt: { needs: "notes", nothing: NO_NOTES },
  note: { needs: "notes" },
  noteSource: { needs: "notes" },
  searchNotes: { needs: "notes", nothing: [] },

  explainPlace: { needs: "all notes" },
  bindableNotes: { needs: "all notes" },
  markerEdit: { needs: "all notes", nothing: { kind: "impossible" } },
  notesNotPlaced: { needs: "all notes", nothing: [] },
  folderReport: { needs: "all notes" },

  notesInTemplate: { needs: "notes" },
  noteUses: { needs: "notes" },
  noteFolders: { needs: "notes", nothing: [] },
  namingDocuments: { needs: "notes" },

  assistant: {
    needs: "notes",
    nothing: { problem: "The language server failed; its output says why." },
  },
  writingPlace: { needs: "notes" },
  draftNote: { needs: "notes" },
  studyQueue: { needs: "notes", nothing: NO_QUEUE },
  studyChange: { nothing: STORE_NOT_READ },
  studyMerge: { nothing: { ...STORE_NOT_READ, other: "foreign" } },
  studyExport: { needs: "notes" },
  faultDrill: { needs: "notes" },
  comparison: { needs: "notes" },
  comparisons: { needs: "notes", nothing: [] },
  templateChanges: { needs: "notes" },
  environments: { nothing: [] },
  templateGraph: {},
  deploymentOrder: {},
  outdatedNotes: { needs: "notes", nothing: [] },
};

export function methodOf(name: keyof Requests): string {
  return REQUESTS[name].method ?? `cfnNotes/${name}`;
}
