import type { CodeAction, CodeActionParams, TextEdit } from "vscode-languageserver";
import { CodeActionKind, CodeActionTriggerKind } from "vscode-languageserver-types";
import type { SignalAction } from "../../features/addSignal.ts";
import { declareMissing } from "../../features/declareMissing.ts";
import type { Diagnostic, DiagnosticFix } from "../../features/diagnostics.ts";
import { disableCode } from "../../features/disableCode.ts";
import type { LanguageService } from "../../languageService.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { type Edit, editsApart } from "../../text/edit.ts";
import { said } from "../../text/localised.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { type RefactorClient, refactorActions } from "../documents/refactorActions.ts";
import { ADD_SIGNAL_KIND } from "./requestTable.ts";

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
    const codes = [...new Map(near.map((one) => [one.code, one])).values()].slice(0, MAX_CODES);
    return codes.flatMap((diagnostic) => disabling(open, diagnostic, language, context));
  };
  if (wanted(CodeActionKind.QuickFix)) {
    const near = diagnostics.filter(({ span }) => span.end >= start && span.start <= end);
    for (const diagnostic of near) {
      const { fix: found } = diagnostic;
      if (found !== undefined) actions.push(quickFix(open, diagnostic, service.usualFix(template, found), context));
      const declared = declareMissing(template, diagnostic);
      for (const { title, edit } of declared === undefined ? service.otherAttributes(template, diagnostic) : [declared])
        actions.push(
          quickFix(open, diagnostic, { title: title[language], edits: [edit], safe: false, preferred: false }, context),
        );
    }
    actions.push(...fixesOfKind(open, near, diagnostics, language), ...disableActions(near));
  }
  if (wanted(CodeActionKind.SourceFixAll)) {
    const edits = editsApart(diagnostics.flatMap(({ fix }) => (fix?.safe === true ? [fix.edits] : [])));
    if (edits.length > 0) {
      const title = said(language, "Apply all safe fixes", "安全な修正をすべて適用");
      actions.push({
        title,
        kind: CodeActionKind.SourceFixAll,
        edit: { changes: { [document.uri]: textEdits(open, edits) } },
      });
    }
  }
  actions.push(...refactorActions(open, params, service, language, client, wanted));
  // A light bulb in every line of every instance means nothing, and one that only says "disabled" helps nobody: these
  // are for the command, which asks for this kind.
  const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic || context.only !== undefined;
  const added = isAsked && wanted(ADD_SIGNAL_KIND) ? service.addSignal(template, start, language) : undefined;
  if (added !== undefined && ("edits" in added || context.only !== undefined)) actions.push(signalAction(open, added));
  return actions;
}

/** In a selection. */
const MAX_CODES = 5;

/** Fixes of the same mistake at all other places of the file. */
function fixesOfKind(
  open: OpenTemplate,
  near: readonly Diagnostic[],
  diagnostics: readonly Diagnostic[],
  language: NoteLanguage,
): CodeAction[] {
  const codes = new Set(near.filter(({ fix }) => fix?.safe === true).map(({ code }) => code));
  return [...codes].slice(0, MAX_CODES).flatMap((code) => {
    const fixes = diagnostics.flatMap((one) => (one.code === code && one.fix?.safe === true ? [one.fix.edits] : []));
    if (fixes.length < 2) return [];
    const title = said(
      language,
      `Fix all ${fixes.length} of ${code} in this file`,
      `このファイルの${code}をすべて修正（${fixes.length}件）`,
    );
    const edit = { changes: { [open.document.uri]: textEdits(open, editsApart(fixes)) } };
    return [{ title, kind: CodeActionKind.QuickFix, edit }];
  });
}

function disabling(
  open: OpenTemplate,
  diagnostic: Diagnostic,
  language: NoteLanguage,
  { diagnostics }: CodeActionParams["context"],
): CodeAction[] {
  return disableCode(open.template, diagnostic, language).map(({ title, edit }) => ({
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
