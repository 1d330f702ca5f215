import type { Report, ReportItem, ReportLine } from "../../change/report.ts";
import { said } from "../../text/localised.ts";
import { visible } from "../../text/visible.ts";
import { annotation } from "../formats/github.ts";

/** The change of one file. */
export interface DiffedFile {
  /** The name of the template. */
  readonly file: string;
  /** The logical id by which another template nests it. */
  readonly stack?: string | undefined;
  readonly report: Report;
}

type Format = (files: readonly DiffedFile[], language: "en" | "ja") => string;

/** For people at a terminal. */
const text: Format = (files, language) =>
  files
    .map((one) => (isEmpty(one) ? `${fileHeading(one)}: ${NOTHING[language]}\n` : fileText(one, language)))
    .join("\n");

export function fileHeading({ file, stack }: DiffedFile): string {
  return visible(stack === undefined ? file : `${file} (${stack})`);
}

function fileText(one: DiffedFile, language: "en" | "ja"): string {
  const place = ({ place: at }: ReportLine): string =>
    at === undefined ? "" : said(language, ` (line ${at.line})`, `（${at.line}行目）`);
  const sections = one.report.sections.map(({ title, items }) => {
    const lines = items.flatMap((item) => [
      `  ${SIGNS[item.severity]} ${visible(item.text)}${place(item)}`,
      ...item.lines.map((line) => `      ${visible(line.text)}${place(line)}`),
    ]);
    return `${title}\n${lines.join("\n")}\n`;
  });
  return `${fileHeading(one)}\n${sections.join("\n")}`;
}

/** As the signs of a diff: what goes, what comes, what is another one afterwards, what only changes. */
const SIGNS: Readonly<Record<ReportItem["severity"], string>> = {
  "data-loss": "!",
  delete: "-",
  replace: "±",
  "may-replace": "±",
  interruption: "~",
  update: "~",
  add: "+",
  quiet: "·",
  promise: "!",
  permission: "!",
  running: "·",
};

/** For a comment or a page. */
const markdown: Format = (files, language) =>
  files
    .map(
      (one) =>
        `### ${escapedMarkdown(fileHeading(one))}\n\n${isEmpty(one) ? `${NOTHING[language]}\n` : sectionsText(one)}`,
    )
    .join("\n");

/** All sections of a file. */
export function sectionsText({ report }: Pick<DiffedFile, "report">): string {
  return report.sections
    .map(({ title, items }) => {
      const lines = items.flatMap((item) => [
        `- ${WORST.has(item.severity) ? `**${escapedMarkdown(item.text)}**` : escapedMarkdown(item.text)}`,
        ...item.lines.map((line) => `  - ${escapedMarkdown(line.text)}`),
      ]);
      return `**${title}**\n\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

const WORST: ReadonlySet<ReportItem["severity"]> = new Set(["data-loss", "delete", "replace", "promise"]);

/** A template's text is no Markdown. */
export function escapedMarkdown(line: string): string {
  return visible(line).replaceAll(/[\\`*_[\]<>&|~#@]/g, (sign) => `\\${sign}`);
}

/** For GitHub Actions: what is worth an annotation of a pull request. */
const github: Format = (files) =>
  files
    .flatMap(({ file, report }) =>
      report.sections.flatMap(({ items }) =>
        items.flatMap((item) => {
          const level = LEVELS[item.severity];
          const message = [item.text, ...item.lines.map((line) => line.text)].join("\n");
          return level === undefined ? [] : [annotation(level, file, item.place ?? item.gone, message)];
        }),
      ),
    )
    .join("");

const LEVELS: Readonly<Partial<Record<ReportItem["severity"], "warning" | "notice">>> = {
  "data-loss": "warning",
  delete: "warning",
  replace: "warning",
  "may-replace": "notice",
  interruption: "notice",
  promise: "warning",
  permission: "notice",
  running: "notice",
};

function isEmpty({ report }: DiffedFile): boolean {
  return report.sections.length === 0;
}

const NOTHING = { en: "no change", ja: "変更なし" } as const;

export const DIFF_FORMATS: ReadonlyMap<string, Format> = new Map([
  ["text", text],
  ["markdown", markdown],
  ["github", github],
]);
