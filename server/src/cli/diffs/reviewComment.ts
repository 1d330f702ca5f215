import type { Report } from "../../change/report.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { said } from "../../text/said.ts";
import { type DiffedFile, escaped, markdown } from "./diffFormats.ts";
import { beginningOf, type ChangedTemplate, notesOnChange } from "./notesOnChange.ts";

type ReviewedFile = DiffedFile & ChangedTemplate;

/** By this a workflow finds the comment again. */
const MARK = "<!-- cfn-notes review -->";

/** In each section; GitHub takes 65,536 characters. */
const MAX_ITEMS = 30;
const MAX_FILES = 20;
/** Characters of one note. */
const MAX_NOTE_LENGTH = 600;

/** What a change does, as one comment on it: per file what happens, then the notes on what changed. */
export function reviewComment(files: readonly ReviewedFile[], notes: NoteIndex, language: "en" | "ja"): string {
  const told = files.slice(0, MAX_FILES).map((one) => ({ ...one, report: shortened(one.report, language) }));
  const left = files.slice(MAX_FILES).map(({ file }) => escaped(file));
  const parts = [
    MARK,
    said(language, "## What deploying this would do", "## デプロイすると起きること"),
    markdown(told, language).trimEnd(),
    ...(left.length === 0 ? [] : [`${said(language, "Also changed: ", "ほかの変更: ")}${left.join(", ")}`]),
    ...notesText(files, notes, language),
  ];
  return `${parts.join("\n\n")}\n`;
}

function shortened({ sections, effects }: Report, language: "en" | "ja"): Report {
  return {
    effects,
    sections: sections.map(({ title, items }) => {
      const left = items.length - MAX_ITEMS;
      const more = { text: said(language, `and ${left} more`, `ほか${left}件`), place: undefined, lines: [] };
      return {
        title,
        items: [...items.slice(0, MAX_ITEMS), ...(left > 0 ? [{ ...more, severity: "quiet" as const }] : [])],
      };
    }),
  };
}

/** Notes in their own words. */
function notesText(files: readonly ReviewedFile[], index: NoteIndex, language: "en" | "ja"): readonly string[] {
  const quotes = notesOnChange(files, index).map((one) => {
    const lines = beginningOf(one, MAX_NOTE_LENGTH).split("\n");
    return [`**${escaped(one.note.title)}**`, "", ...lines].map((line) => `> ${line}`.trimEnd()).join("\n");
  });
  return quotes.length === 0 ? [] : [`**${said(language, "Notes", "ノート")}**`, ...quotes];
}
