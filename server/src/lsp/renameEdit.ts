import type { ClientCapabilities, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Localised } from "../catalogue/catalogue.ts";
import type { LanguageService } from "../languageService.ts";
import type { Span } from "../text/span.ts";
import { type OpenTemplate, rangeOf } from "./documents.ts";
import type { Extent, NestedStacks, PlacedTemplate, SharedName } from "./nestedStacks.ts";

/** The spans of a template that become the new name. */
interface Renamed {
  readonly at: PlacedTemplate;
  readonly spans: readonly Span[];
}

export interface RenameParts {
  readonly service: LanguageService;
  readonly nested: NestedStacks;
  readonly capabilities: ClientCapabilities;
}

/**
 * What a rename at a caret changes: in the template, and for parameters and outputs also in all templates of the
 * workspace that nest it, or that it nests. A refusal says why it can't be done; `undefined` where nothing can be renamed.
 */
export async function renameEdit(
  open: OpenTemplate,
  offset: number,
  newName: string,
  { service, nested, capabilities }: RenameParts,
): Promise<WorkspaceEdit | { readonly refused: Localised } | undefined> {
  nested.forget();
  const shared = await sharedNameAt(open, offset, service, nested);
  const { at, from } =
    shared === undefined
      ? { at: { ...open, version: open.document.version }, from: offset }
      : { at: shared.child, from: shared.declaration.start };
  const own = service.rename(at.template, from, newName);
  if (own === undefined || "refused" in own) return own;
  const renamed: Renamed[] = [{ at, spans: own.spans }];
  if (shared !== undefined) {
    const { uses, read } = await nested.usesOf(shared);
    if (read !== "all") return { refused: NOT_ALL_READ[read] };
    for (const { parent, spans } of uses) addSpans(renamed, parent, spans);
  }
  return workspaceEdit(renamed, newName, capabilities.workspace?.workspaceEdit?.documentChanges === true);
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

/** The parameter or output at a caret that templates share by nesting, be it in its own template or in one that nests it. */
export async function sharedNameAt(
  open: OpenTemplate,
  offset: number,
  service: LanguageService,
  nested: NestedStacks,
): Promise<SharedName | undefined> {
  const found = await nested.namedAt(open, offset);
  if (found !== undefined) return found.shared;
  const entry = service.entryNamedAt(open.template, offset);
  const isShared = entry?.section === "Parameters" || entry?.section === "Outputs";
  return isShared ? nested.ownName(open, entry) : undefined;
}

/** A template may nest itself. */
function addSpans(renamed: Renamed[], at: PlacedTemplate, spans: readonly Span[]): void {
  const index = renamed.findIndex((one) => one.at.document.uri === at.document.uri);
  const known = renamed[index];
  if (known === undefined) renamed.push({ at, spans });
  else renamed[index] = { at: known.at, spans: [...known.spans, ...spans] };
}

/** With versions where the client takes them: what was changed meanwhile is not to be edited at wrong places. */
function workspaceEdit(renamed: readonly Renamed[], newText: string, hasVersions: boolean): WorkspaceEdit {
  const editsOf = ({ at, spans }: Renamed): TextEdit[] =>
    spans.map((span) => ({ range: rangeOf(at.document, span), newText }));
  if (!hasVersions) return { changes: Object.fromEntries(renamed.map((one) => [one.at.document.uri, editsOf(one)])) };
  return {
    documentChanges: renamed.map((one) => ({
      textDocument: { uri: one.at.document.uri, version: one.at.version ?? null },
      edits: editsOf(one),
    })),
  };
}
