import type { Diagnostic, TextEdit } from "vscode-languageserver";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteFileContent, NoteLanguage } from "../../notes/reading/note.ts";
import { type ComparedTemplate, contradictedIn } from "../../notes/stale/contradictedIn.ts";
import { noteProblems } from "../../notes/uses/noteProblems.ts";
import type { LineSpan } from "../../notes/uses/writtenIn.ts";
import { NOTE_CODES, type NoteCodeName } from "../../rules/engine/noteCodes.ts";
import type { Severity } from "../../rules/shared/rule.ts";
import { said } from "../../text/localised.ts";
import { visible } from "../../text/visible.ts";
import { SEVERITIES } from "../diagnostics/severities.ts";
import { rangeOfLine } from "./noteRanges.ts";
import type { NoteStore } from "./noteStore.ts";
import { ownFiles } from "./ownFiles.ts";
import type { DeclaredNames } from "./placedNotes.ts";

const MAX_PER_FILE = 100;

/** The problems of an open file of notes, and its statements that open templates contradict, in LSP's form. */
export function noteDiagnostics(
  file: NoteFileContent,
  uri: string,
  index: NoteIndex,
  store: NoteStore,
  names: DeclaredNames,
  templates: readonly ComparedTemplate[],
  language: NoteLanguage,
): Diagnostic[] {
  const { vocabulary } = index;
  const bindings = index.bindingsIn(file.uri);
  const files = ownFiles(index, store);
  const found = noteProblems(file, {
    bindings,
    vocabulary,
    files,
    isOwn: (one) => store.wouldHold(one),
    declared: names,
  });
  const diagnostic = (code: NoteCodeName, span: LineSpan, message: string): Diagnostic => ({
    range: rangeOfLine(span),
    severity: SEVERITIES[NOTE_CODES[code].severity],
    source: "cfn-notes",
    code,
    message: visible(message),
  });
  const problems = found.slice(0, MAX_PER_FILE).map(({ code, span, text, first, fix }) => ({
    ...diagnostic(code, span, text[language]),
    ...(fix && { data: { range: rangeOfLine(fix.span), newText: fix.newText } satisfies TextEdit }),
    ...(first && {
      relatedInformation: [
        { location: { uri, range: rangeOfLine(first) }, message: visible(file.lines[first.line] ?? "") },
      ],
    }),
  }));
  const contradicted = contradictedIn(file, index, templates, false).slice(0, MAX_PER_FILE);
  return [
    ...problems,
    ...contradicted.map(({ code, span, text, written }) => ({
      ...diagnostic(code, span, text[language]),
      relatedInformation: [
        {
          location: { uri: written.uri, range: rangeOfLine(written) },
          message: said(language, "The template says so.", "テンプレートの値です。"),
        },
      ],
    })),
  ];
}

/** Diagnostics with the severities that are configured for their codes, without those that are off. */
export function withSeverities(
  found: readonly Diagnostic[],
  severities: ReadonlyMap<string, Severity | "off">,
): Diagnostic[] {
  return found.flatMap((one) => {
    const own = severities.get(String(one.code));
    if (own === "off") return [];
    return [own === undefined ? one : { ...one, severity: SEVERITIES[own] }];
  });
}
