import type { Report, ReportItem } from "../../change/report.ts";
import { SEVERITIES } from "../../change/telling.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import { said } from "../../text/localised.ts";
import { type DiffedFile, escapedMarkdown, fileHeading, sectionsText } from "./diffFormats.ts";
import { type ChangedTemplate, noteBeginning, notesOnChange } from "./notesOnChange.ts";
import type { TemplatePair } from "./templatePair.ts";

interface ReviewedFile extends DiffedFile, ChangedTemplate {
  readonly was: TemplatePair["was"];
}

/** By this a workflow finds the comment again. */
const MARK = "<!-- cfn-notes review -->";

/** In each section; GitHub takes 65,536 characters. */
const MAX_ITEMS = 30;
const MAX_FILES = 20;
/** Characters of one note. */
const MAX_NOTE_LENGTH = 600;

/** A change as one comment on it: the effects per file, then the notes on what changed. */
export function reviewComment(given: readonly ReviewedFile[], notes: NoteIndex, language: "en" | "ja"): string {
  const files = given.toSorted((a, b) => worstOf(a) - worstOf(b));
  const told = files.slice(0, MAX_FILES);
  const left = files.slice(MAX_FILES).map(({ file }) => escapedMarkdown(file));
  const parts = [
    MARK,
    said(language, "## What deploying this would do", "## デプロイすると起きること"),
    ...filesText(told, language),
    ...(left.length === 0 ? [] : [`${said(language, "Also changed: ", "ほかの変更: ")}${left.join(", ")}`]),
    ...notesText(files, notes, language),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A file by the worst that happens in it: the lower, the worse. */
function worstOf({ report }: ReviewedFile): number {
  const all = report.sections.flatMap(({ items }) => items.map((item) => ORDER.indexOf(item.severity)));
  return Math.min(...all);
}

const ORDER: readonly ReportItem["severity"][] = [
  "data-loss",
  "promise",
  ...SEVERITIES.slice(1),
  "running",
  "permission",
];

/** Each file with the effects; those with the same text, such as YAML and JSON of one template, together. */
function filesText(files: readonly ReviewedFile[], language: "en" | "ja"): readonly string[] {
  const titles = new Map<string, string[]>();
  for (const one of files) {
    const intro = one.was === "gone" ? `${GONE[language]}\n\n` : "";
    const text = intro + sectionsText({ report: shortReport(one.report, language) }).trimEnd();
    titles.set(text, [...(titles.get(text) ?? []), titleWithPast(one, language)]);
  }
  return [...titles].map(([text, all]) => `### ${all.join(", ")}\n\n${text}`);
}

function titleWithPast(one: ReviewedFile, language: "en" | "ja"): string {
  const { was } = one;
  const past =
    was === undefined
      ? ""
      : was === "new"
        ? said(language, " (new)", "（新規）")
        : was === "gone"
          ? said(language, " (removed)", "（削除）")
          : said(language, ` (was ${was.file})`, `（旧${was.file}）`);
  return escapedMarkdown(fileHeading(one) + past);
}

const GONE = {
  en: "Its stack stays until somebody deletes it. This is what would happen then:",
  ja: "スタックは、削除するまで残ります。削除すると次のようになります。",
} as const;

function shortReport({ sections, effects }: Report, language: "en" | "ja"): Report {
  return {
    effects,
    sections: sections.map(({ title, items: all }) => {
      const items = withTheSame(
        all.filter(({ isUnaffected }) => isUnaffected !== true),
        language,
      );
      const left = items.length - MAX_ITEMS;
      const more = { text: said(language, `and ${left} more`, `ほか${left}件`), place: undefined, lines: [] };
      const rest: readonly ReportItem[] = left > 0 ? [{ ...more, severity: "quiet" }] : [];
      return { title, items: [...items.slice(0, MAX_ITEMS), ...rest] };
    }),
  };
}

/** Notes in their own words. */
function notesText(files: readonly ReviewedFile[], index: NoteIndex, language: "en" | "ja"): readonly string[] {
  const quotes = notesOnChange(files, index).map((one) => {
    const lines = noteBeginning(one, MAX_NOTE_LENGTH).split("\n");
    return [`**${escapedMarkdown(one.note.title)}**`, "", ...lines].map((line) => `> ${line}`.trimEnd()).join("\n");
  });
  return quotes.length === 0 ? [] : [`**${said(language, "Notes", "ノート")}**`, ...quotes];
}

/** Names that one line has. */
const MAX_NAMES = 30;

/** Items without those with the same text as an earlier one, which names them. */
function withTheSame(items: readonly ReportItem[], language: "en" | "ja"): readonly ReportItem[] {
  const groups = groupedBy<ReportItem, unknown>(items, (item) =>
    item.id === undefined ? item : itemIdentity(item, item.id),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const text = sameText(
      others.map(({ id = "" }) => id),
      language,
    );
    return { ...first, lines: [...first.lines, { text, place: undefined }] };
  });
}

function itemIdentity({ severity, text, lines }: ReportItem, id: string): string {
  return JSON.stringify([severity, text.slice(id.length), lines.map((one) => one.text)]);
}

function sameText(ids: readonly string[], language: "en" | "ja"): string {
  const names = ids.slice(0, MAX_NAMES);
  const left = ids.length - names.length;
  const more = left > 0 ? said(language, ` and ${left} more`, `、ほか${left}件`) : "";
  return said(language, `the same for ${names.join(", ")}${more}`, `同じ変更: ${names.join("、")}${more}`);
}
