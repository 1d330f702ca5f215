import type { CodeAction, CodeActionParams, InitializeParams, Position, Range } from "vscode-languageserver";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import { addContext } from "../../features/refactor/addContext.ts";
import { addOutput } from "../../features/refactor/addOutput.ts";
import type { RefactoringAction } from "../../features/refactorings.ts";
import type { LanguageService } from "../../languageService.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { RENAME_AT_COMMAND, RENAME_WITH_MAPPING_COMMAND } from "../../protocol/template.ts";
import type { Edit } from "../../text/edit.ts";
import { said } from "../../text/localised.ts";
import { hasCommand } from "../host/clientFeatures.ts";
import { type OpenTemplate, rangeOf } from "./documents.ts";

/** What a client supports for refactorings. */
export interface RefactorClient {
  /** Whether it requests edits when the action is chosen (`codeAction/resolve`). */
  readonly resolves: boolean;
  /** Whether it can begin a rename at a place. */
  readonly renames: boolean;
  /** Whether it has the command that renames and writes a mapping. */
  readonly maps: boolean;
}

export function refactorClient(client: InitializeParams): RefactorClient {
  const { dataSupport, resolveSupport } = client.capabilities.textDocument?.codeAction ?? {};
  return {
    resolves: dataSupport === true && resolveSupport?.properties.includes("edit") === true,
    renames: hasCommand(client, RENAME_AT_COMMAND),
    maps: hasCommand(client, RENAME_WITH_MAPPING_COMMAND),
  };
}

/** Identifies an action whose edits were left out. */
interface ResolveData {
  readonly uri: string;
  readonly range: Range;
  readonly kind: string;
  readonly title: string;
}

/** The kind of the action that renames a resource and writes its mapping. */
export const RENAME_KIND = "refactor.rewrite.renameWithMapping";

/** Refactorings at a selection; while somebody only moves the caret, none. */
export function refactorActions(
  open: OpenTemplate,
  { range, context }: CodeActionParams,
  service: LanguageService,
  language: NoteLanguage,
  client: RefactorClient,
  wanted: (kind: string) => boolean,
): CodeAction[] {
  const selection = { start: open.document.offsetAt(range.start), end: open.document.offsetAt(range.end) };
  const moves = context.triggerKind === CodeActionTriggerKind.Automatic && selection.start === selection.end;
  if (moves && context.only === undefined) return [];
  // These can be added at nearly every resource: a light bulb at each would mean nothing.
  const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic || context.only !== undefined;
  const asked = (kind: string): boolean =>
    wanted(kind) && (isAsked || ![addOutput.kind, addContext.kind].includes(kind as typeof addOutput.kind));
  const actions = service.refactorings(open.template, selection, asked).map((found): CodeAction => {
    const { kind, title, edits } = found;
    const action: CodeAction = { title: title[language], kind };
    if (typeof edits === "function" && client.resolves) {
      const data: ResolveData = { uri: open.document.uri, range, kind, title: title.en };
      return { ...action, data };
    }
    return withEdit(action, found, open, client);
  });
  const rename =
    client.maps && wanted(RENAME_KIND) ? renameAction(open, range.start, selection.start, language) : undefined;
  return rename === undefined ? actions : [...actions, rename];
}

/** An action with its edits, if it can still be done. */
export function resolvedAction(
  action: CodeAction,
  open: OpenTemplate,
  service: LanguageService,
  client: RefactorClient,
): CodeAction {
  const { range, kind, title } = action.data as ResolveData;
  const selection = { start: open.document.offsetAt(range.start), end: open.document.offsetAt(range.end) };
  const found = service
    .refactorings(open.template, selection, (one) => one === kind)
    .find((one) => one.title.en === title);
  return found === undefined ? action : withEdit(action, found, open, client);
}

/** The action with its edits, and the rename that follows them if a name was made up. */
function withEdit(
  action: CodeAction,
  { edits, named }: RefactoringAction,
  open: OpenTemplate,
  client: RefactorClient,
): CodeAction {
  const edit = workspaceEdit(open, typeof edits === "function" ? edits() : edits);
  if (named === undefined || !client.renames) return { ...action, edit };
  const { text, offset } = named();
  const place = [open.document.uri, positionIn(text, offset)];
  return { ...action, edit, command: { title: action.title, command: RENAME_AT_COMMAND, arguments: place } };
}

/** The URI of the document that an action without edits is about. */
export function uriToResolve({ data }: CodeAction): string | undefined {
  return (data as ResolveData | undefined)?.uri;
}

function workspaceEdit({ document }: OpenTemplate, edits: readonly Edit[]): NonNullable<CodeAction["edit"]> {
  const changes = edits.map((one) => ({ range: rangeOf(document, one), newText: one.newText }));
  return { changes: { [document.uri]: changes } };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}

/** The action of renaming, at the logical id of a resource in its declaration. */
function renameAction(
  { document, template }: OpenTemplate,
  position: Position,
  offset: number,
  language: NoteLanguage,
): CodeAction | undefined {
  const focus = focusAt(template, offset);
  if (focus?.kind !== "name" || focus.entry.section !== "Resources") return undefined;
  const title = said(
    language,
    "Rename with a Stack Refactoring Mapping…",
    "スタックリファクタリング用の対応表を作って名前を変更…",
  );
  return {
    title,
    kind: RENAME_KIND,
    command: { title, command: RENAME_WITH_MAPPING_COMMAND, arguments: [document.uri, position] },
  };
}
