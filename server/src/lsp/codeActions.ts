import type { CodeAction, CodeActionParams, TextEdit } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver-types";
import type { SignalAction } from "../features/addSignal.ts";
import type { Diagnostic, DiagnosticFix } from "../features/diagnostics.ts";
import type { LanguageService } from "../languageService.ts";
import type { NoteLanguage } from "../notes/note.ts";
import type { Span } from "../text/span.ts";
import { type OpenTemplate, rangeOf } from "./documents.ts";
import { type RefactorClient, refactorActions } from "./refactorActions.ts";
import { ADD_SIGNAL_KIND } from "./requests/requestTable.ts";

/** Fixes of the diagnostics in the range, "fix all", and refactorings at its start. */
export function codeActions(
  open: OpenTemplate,
  params: CodeActionParams,
  diagnostics: readonly Diagnostic[],
  service: LanguageService,
  language: NoteLanguage,
  client: RefactorClient,
): CodeAction[] {
  const { document, template } = open;
  const { range, context } = params;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  const disableActions = (near: readonly Diagnostic[]): CodeAction[] => {
    const codes = [...new Map(near.map((one) => [one.code, one])).values()].slice(0, MOST_CODES);
    return codes.flatMap((diagnostic) => disabling(open, diagnostic, service, language, context));
  };
  if (wanted(CodeActionKind.QuickFix)) {
    const near = diagnostics.filter(({ span }) => span.end >= start && span.start <= end);
    for (const diagnostic of near) {
      if (diagnostic.fix !== undefined) actions.push(quickFix(open, diagnostic, diagnostic.fix, context));
      const declared = service.declareMissing(template, diagnostic);
      if (declared === undefined) continue;
      const fix = { title: declared.title[language], edits: [declared.edit], safe: false, preferred: false };
      actions.push(quickFix(open, diagnostic, fix, context));
    }
    actions.push(...disableActions(near));
  }
  if (wanted(CodeActionKind.SourceFixAll)) {
    const edits = allSafeEdits(diagnostics);
    if (edits.length > 0) {
      const title = language === "ja" ? "安全な修正をすべて適用" : "Apply all safe fixes";
      actions.push({
        title,
        kind: CodeActionKind.SourceFixAll,
        edit: { changes: { [document.uri]: textEdits(open, edits) } },
      });
    }
  }
  actions.push(...refactorActions(open, params, service, language, client, wanted));
  // A lamp in every instance that only says "disabled" helps nobody: that is for the command, which asks for this kind.
  const added = wanted(ADD_SIGNAL_KIND) ? service.addSignal(template, start, language) : undefined;
  if (added !== undefined && ("edits" in added || context.only !== undefined)) actions.push(signalAction(open, added));
  return actions;
}

/** For so many codes in a selection. */
const MOST_CODES = 5;

function disabling(
  open: OpenTemplate,
  diagnostic: Diagnostic,
  service: LanguageService,
  language: NoteLanguage,
  { diagnostics }: CodeActionParams["context"],
): CodeAction[] {
  return service.disableCode(open.template, diagnostic, language).map(({ title, edit }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(({ code }) => code === diagnostic.code),
    edit: { changes: { [open.document.uri]: textEdits(open, [edit]) } },
  }));
}

function signalAction(open: OpenTemplate, added: SignalAction): CodeAction {
  const { title } = added;
  if (!("edits" in added)) return { title, kind: ADD_SIGNAL_KIND, disabled: { reason: added.disabled } };
  return {
    title,
    kind: ADD_SIGNAL_KIND,
    edit: {
      changes: {
        [open.document.uri]: textEdits(
          open,
          added.edits.map(({ span, newText }) => ({ ...span, newText })),
        ),
      },
    },
  };
}

type Edit = Span & { readonly newText: string };

function textEdits({ document }: OpenTemplate, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));
}

function quickFix(
  open: OpenTemplate,
  { code, span }: Diagnostic,
  fix: DiagnosticFix,
  { diagnostics }: CodeActionParams["context"],
): CodeAction {
  const range = rangeOf(open.document, span);
  const shown = diagnostics.filter(
    (other) =>
      other.code === code &&
      other.range.start.line === range.start.line &&
      other.range.start.character === range.start.character,
  );
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: shown,
    isPreferred: fix.preferred,
    edit: { changes: { [open.document.uri]: textEdits(open, fix.edits) } },
  };
}

/** The edits of all safe fixes that do not touch each other; of two that do, the first in the text. */
function allSafeEdits(diagnostics: readonly Diagnostic[]): readonly Edit[] {
  const safe = diagnostics.flatMap(({ fix }) => (fix?.safe === true && fix.edits.length > 0 ? [fix.edits] : []));
  const inOrder = safe
    .map((edits) => ({ edits, start: Math.min(...edits.map(({ start }) => start)) }))
    .sort((a, b) => a.start - b.start);
  const taken: Edit[] = [];
  for (const { edits } of inOrder) if (!edits.some((edit) => touchesAny(edit, taken))) insert(edits, taken);
  return taken;
}

/** Whether one of `taken`, sorted and apart from each other, touches `edit`. */
function touchesAny(edit: Edit, taken: readonly Edit[]): boolean {
  const at = firstFrom(edit.start, taken);
  return [taken[at - 1], taken[at]].some(
    (other) => other !== undefined && edit.start <= other.end && other.start <= edit.end,
  );
}

function insert(edits: readonly Edit[], taken: Edit[]): void {
  for (const edit of edits) taken.splice(firstFrom(edit.start, taken), 0, edit);
}

/** The index of the first edit that starts at `offset` or behind it. */
function firstFrom(offset: number, edits: readonly Edit[]): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
