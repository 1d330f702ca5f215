import type { Report } from "../../change/report.ts";
import type { Template } from "../../model/template.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { withoutBareFacts } from "../../notes/overtaken/withOvertaken.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { notesOn } from "../../notes/showing/notesOn.ts";
import { offsetOf } from "../../text/offsetOf.ts";
import { said } from "../../text/said.ts";
import { type DiffedFile, escaped, markdown } from "./diffFormats.ts";

interface ReviewedFile extends DiffedFile {
  readonly uri: string;
  readonly template: Template;
}

/** By this a workflow finds the comment again. */
const MARK = "<!-- cfn-notes review -->";

/** So much of each section is told; GitHub takes 65,536 characters. */
const MOST_ITEMS = 30;
const MOST_FILES = 20;
const MOST_NOTES = 3;
/** Characters of one note. */
const LONGEST_NOTE = 600;

/** What a change does, as one comment on it: per file what happens, then the notes on what changed. */
export function reviewComment(files: readonly ReviewedFile[], notes: NoteIndex, language: "en" | "ja"): string {
  const told = files.slice(0, MOST_FILES).map((one) => ({ ...one, report: shortened(one.report, language) }));
  const left = files.slice(MOST_FILES).map(({ file }) => escaped(file));
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
      const left = items.length - MOST_ITEMS;
      const more = { text: said(language, `and ${left} more`, `ほか${left}件`), place: undefined, lines: [] };
      return {
        title,
        items: [...items.slice(0, MOST_ITEMS), ...(left > 0 ? [{ ...more, severity: "quiet" as const }] : [])],
      };
    }),
  };
}

/** What a note has to say where nothing worse happens is known to whoever changed it. */
const WORTH_A_NOTE: ReadonlySet<string | undefined> = new Set([
  "data-loss",
  "delete",
  "replace",
  "may-replace",
  "interruption",
]);

/** Notes in their own words: those of people before built-in ones, and those on what is worst first. */
function notesText(files: readonly ReviewedFile[], index: NoteIndex, language: "en" | "ja"): readonly string[] {
  const found = files.flatMap(({ uri, template, report }) =>
    report.sections.flatMap(({ items }) =>
      items.flatMap((item) =>
        [item, ...item.lines].flatMap(({ place, severity }) => {
          if (place === undefined) return [];
          const bound = notesOn(index, { uri, template }, offsetOf(template.text, place.line, place.column) + 1);
          return bound.slice(0, 1).filter(({ file }) => !file.builtIn || WORTH_A_NOTE.has(severity));
        }),
      ),
    ),
  );
  const once = [...new Map(found.map((one) => [one.note.id, one])).values()];
  const chosen = once.toSorted((a, b) => Number(a.file.builtIn) - Number(b.file.builtIn)).slice(0, MOST_NOTES);
  if (chosen.length === 0) return [];
  const quotes = chosen.map(({ note, file }) => {
    const parts = withoutBareFacts(passageOf(note, file), note, file).split("\n\n");
    const first = parts.find((part) => /^(?!<!--|!\[)\S/.test(part)) ?? "";
    const text = first.length > LONGEST_NOTE ? `${first.slice(0, LONGEST_NOTE)}…` : first;
    return [`**${escaped(note.title)}**`, "", ...text.split("\n")].map((line) => `> ${line}`.trimEnd()).join("\n");
  });
  return [`**${said(language, "Notes", "ノート")}**`, ...quotes];
}
