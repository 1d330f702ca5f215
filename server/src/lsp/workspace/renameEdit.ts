import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { entryNamedAt } from "../../features/navigation.ts";
import { SAM_CONFIG } from "../../features/projectFiles/projectSettings.ts";
import { overridesOf } from "../../features/projectFiles/samOverrides.ts";
import type { LanguageService } from "../../languageService.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { type Localised, said } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { CHANGED_MEANWHILE, type FileEdits, versionedEdit } from "../documents/versionedEdit.ts";
import type { Extent, NestedStacks, PlacedTemplate, SharedName } from "./nestedStacks.ts";

export interface RenameParts {
  readonly service: LanguageService;
  readonly nested: NestedStacks;
  readonly capabilities: ClientCapabilities;
  /**
   * The changes of a rename in notes, which the user confirms; tells what is left as it is. `undefined` if they keep
   * changing.
   */
  readonly notesNaming: (name: string, newName: string, template: string) => Promise<readonly FileEdits[] | undefined>;
  /** A file beside a document, as it is saved. */
  readonly readBeside: (
    uri: string,
    name: string,
  ) => Promise<{ readonly uri: string; readonly text: string } | undefined>;
  readonly language: NoteLanguage;
}

/**
 * The changes of a rename at a caret: in the template, and for parameters and outputs also in all templates of the
 * workspace that nest it, or that it nests, and for parameters in the `samconfig.toml` beside it. A refusal says why it can't be done; `undefined` if nothing can be renamed.
 */
export async function renameEdit(
  open: OpenTemplate,
  offset: number,
  newName: string,
  { service, nested, capabilities, notesNaming, readBeside, language }: RenameParts,
): Promise<WorkspaceEdit | { readonly refused: Localised } | undefined> {
  nested.forget();
  const shared = await sharedNameAt(open, offset, nested);
  const { at, from } =
    shared === undefined
      ? { at: { ...open, version: open.document.version }, from: offset }
      : { at: shared.child, from: shared.declaration.start };
  const own = service.rename(at.template, from, newName);
  if (own === undefined || "refused" in own) return own;
  const renamed = [renamedIn(at, own.spans, newName)];
  if (shared !== undefined) {
    const { uses, read } = await nested.usesOf(shared);
    if (read !== "all") return { refused: NOT_ALL_READ[read] };
    for (const { parent, spans } of uses) renamed.push(renamedIn(parent, spans, newName));
    if (!(await nested.areCurrent([at, ...uses.map(({ parent }) => parent)]))) return { refused: CHANGED_MEANWHILE };
  }
  const entry = entryNamedAt(at.template, own.spans[0]?.start ?? from);
  const inNotes = entry === undefined ? [] : await notesNaming(entry.name, newName, at.document.uri);
  if (inNotes === undefined) return { refused: CHANGED_MEANWHILE };
  const config = entry?.section === "Parameters" ? await readBeside(at.document.uri, SAM_CONFIG) : undefined;
  if (entry !== undefined && config !== undefined) renamed.push(...overridden(config, entry.name, newName));
  const edit = versionedEdit(renamed, capabilities);
  return inNotes.length === 0 ? edit : withNotes(edit, inNotes, language);
}

/** SAM refuses to give a value to a parameter that a template does not have. */
function overridden(
  { uri, text }: { readonly uri: string; readonly text: string },
  name: string,
  newName: string,
): FileEdits[] {
  const spans = overridesOf(name, text);
  if (spans.length === 0) return [];
  const document = TextDocument.create(uri, "toml", 0, text);
  const edits = spans.map((span) => ({ range: rangeOf(document, span), newText: newName }));
  return [{ uri, version: undefined, edits }];
}

/** Whether a client asks for confirmation of edits that require it. */
export function asksBefore({ workspace }: ClientCapabilities): boolean {
  return (
    workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.changeAnnotationSupport !== undefined
  );
}

const IN_NOTES = "notes";

/** Notes are somebody's own words: each change of them has to be confirmed. */
function withNotes(edit: WorkspaceEdit, notes: readonly FileEdits[], language: NoteLanguage): WorkspaceEdit {
  const annotation: ChangeAnnotation = {
    label: said(language, "Names in notes", "ノートの中の名前"),
    description: said(language, "Changes the text of your notes", "自分のノートの文章を変更します"),
    needsConfirmation: true,
  };
  const annotated = ({ range, newText }: TextEdit): AnnotatedTextEdit => ({ range, newText, annotationId: IN_NOTES });
  const changes = notes.map(({ uri, version, edits }) => ({
    textDocument: { uri, version: version ?? null },
    edits: edits.map(annotated),
  }));
  return {
    documentChanges: [...(edit.documentChanges ?? []), ...changes],
    changeAnnotations: { [IN_NOTES]: annotation },
  };
}

/** A rename that leaves out a template breaks its deployment. */
const NOT_ALL_READ: Readonly<Record<Exclude<Extent, "all">, Localised>> = {
  some: {
    en: "Not renamed: not all files of the workspace could be read, and another template may nest this one. Open a smaller folder with the templates that belong together.",
    ja: "名前を変更しませんでした。ワークスペースのファイルをすべては読み取れず、ほかのテンプレートがこのテンプレートをネストしている可能性があります。関連するテンプレートだけを含む、より小さいフォルダーを開いてください。",
  },
  late: {
    en: "Not renamed: the templates of the workspace are still being read. Try again in a moment.",
    ja: "名前を変更しませんでした。ワークスペースのテンプレートをまだ読み込んでいます。少し待ってから、もう一度試してください。",
  },
};

/** The parameter or output at a caret that templates share by nesting, in its own template or in one that nests it. */
export async function sharedNameAt(
  open: OpenTemplate,
  offset: number,
  nested: NestedStacks,
): Promise<SharedName | undefined> {
  const found = await nested.namedAt(open, offset);
  if (found !== undefined) return found.shared;
  const entry = entryNamedAt(open.template, offset);
  const isShared = entry?.section === "Parameters" || entry?.section === "Outputs";
  return isShared ? nested.ownName(open, entry) : undefined;
}

/** Computed at once, since an edit changes the document during a wait. */
function renamedIn({ document, version }: PlacedTemplate, spans: readonly Span[], newText: string): FileEdits {
  return { uri: document.uri, version, edits: spans.map((span) => ({ range: rangeOf(document, span), newText })) };
}
