import { said } from "../../text/localised.ts";
import { visible } from "../../text/visible.ts";
import { type CheckedDiagnostic, level } from "../files/checked.ts";
import type { Report } from "./format.ts";

const COLORS = { error: 31, warning: 33, info: 36, faint: 2, strong: 1 } as const;

/** For people: each diagnostic with its line of source and a marker under it, then a summary. */
export function text(report: Report): string {
  const { files, color, quiet } = report;
  const paint = (name: keyof typeof COLORS, what: string): string =>
    color ? `\u001b[${COLORS[name]}m${what}\u001b[0m` : what;
  const blocks = files.flatMap(({ path: name, diagnostics }) =>
    diagnostics.map((one) => {
      const path = visible(name);
      const severity = level(one.severity);
      const head = `${paint("strong", `${path}:${one.line}:${one.column}`)} ${paint(severity, severity)} ${paint("faint", one.code)}${one.fix?.safe ? " [*]" : ""}`;
      const related = one.related
        .map(({ line, column, message }) => `  ${path}:${line}:${column} ${visible(message)}\n`)
        .join("");
      return `${head}\n  ${visible(one.message)}\n${excerpt(one, paint)}${help(one, report, paint)}${related}`;
    }),
  );
  if (quiet) return blocks.join("\n");
  return `${blocks.join("\n")}${blocks.length > 0 ? "\n" : ""}${summary(report)}\n${onward(report)}`;
}

/** The widest line that is shown whole. */
const MAX_WIDTH = 120;

/** Shown as one character each, so that the marker stays below what it is about. */
const HIDDEN = /[\p{Cc}\p{Bidi_Control}]/gu;

function excerpt(
  one: CheckedDiagnostic,
  paint: (name: "faint" | "error" | "warning" | "info", what: string) => string,
): string {
  const number = String(one.line);
  const from = one.column > MAX_WIDTH - 20 ? one.column - 40 : 0;
  const shown = one.source
    .slice(from, from + MAX_WIDTH)
    .replaceAll("\t", " ")
    .replaceAll(HIDDEN, "\ufffd");
  const begin = one.column - 1 - from;
  const end = one.endLine === one.line ? one.endColumn - 1 - from : shown.length;
  const marker = " ".repeat(width(shown.slice(0, begin))) + "^".repeat(Math.max(1, width(shown.slice(begin, end))));
  const margin = " ".repeat(number.length);
  return `  ${paint("faint", `${number} |`)} ${shown}\n  ${paint("faint", `${margin} |`)} ${paint(level(one.severity), marker)}\n`;
}

/** How it can be fixed, with the fixed line if the fix is in that line, and where the rule is explained. */
function help(
  { fix, code, line, source }: CheckedDiagnostic,
  { language, ruleAddress }: Report,
  paint: (name: "faint" | "strong", what: string) => string,
): string {
  const margin = `  ${" ".repeat(String(line).length)} ${paint("faint", "=")} `;
  const word = paint("strong", said(language, "fix:", "修正:"));
  const address = ruleAddress(code);
  return [
    ...(fix === undefined ? [] : [`${margin}${word} ${visible(fix.title)}\n${mended(fix.edits, line, source, paint)}`]),
    ...(address === undefined ? [] : [`${margin}${address}\n`]),
  ].join("");
}

/** The line as the edits of a fix leave it; empty if they reach beyond it. */
function mended(
  edits: NonNullable<CheckedDiagnostic["fix"]>["edits"],
  line: number,
  source: string,
  paint: (name: "faint", what: string) => string,
): string {
  if (edits.some((edit) => edit.line !== line || edit.endLine !== line || /[\r\n]/.test(edit.newText))) return "";
  const text = edits
    .toSorted((left, right) => right.column - left.column)
    .reduce((rest, edit) => rest.slice(0, edit.column - 1) + edit.newText + rest.slice(edit.endColumn - 1), source);
  return text.length > MAX_WIDTH
    ? ""
    : `  ${paint("faint", `${line} +`)} ${text.replaceAll("\t", " ").replaceAll(HIDDEN, "\ufffd")}\n`;
}

/** Points to what explains more. */
function onward({ files, language, ruleAddress }: Report): string {
  const [one] = files.flatMap(({ diagnostics }) => diagnostics);
  if (one === undefined || ruleAddress(one.code) !== undefined) return "";
  return said(
    language,
    `cfn-notes explain ${one.code} says more about a finding.\n`,
    `「cfn-notes explain ${one.code}」のようにコードを指定すると、詳しい説明を表示します。\n`,
  );
}

/** The width of a text in a terminal's columns: Japanese characters take two. */
function width(part: string): number {
  return [...part].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character)
        ? 2
        : 1),
    0,
  );
}

function summary({ files, language, isFixing }: Pick<Report, "files" | "language" | "isFixing">): string {
  const counts = { error: 0, warning: 0, info: 0 };
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  for (const { severity } of all) counts[level(severity)]++;
  const fixable = all.filter(({ fix }) => fix?.safe).length;
  const fixed = files.reduce((sum, file) => sum + (file.fixed?.fixes ?? 0), 0);
  // What is not safe may mean something else.
  const left = isFixing ? all.filter(({ fix }) => fix !== undefined && !fix.safe).length : 0;
  const known = files.reduce((sum, file) => sum + (file.known ?? 0), 0);
  const notes = files.filter(({ isNotes }) => isNotes).length;
  const templates = files.length - notes;
  if (language === "ja") {
    const found = `エラー${counts.error}、警告${counts.warning}、情報${counts.info}`;
    const fixes = `${fixed > 0 || left > 0 ? `、修正${fixed}` : ""}${left > 0 ? `（ほかの${left}件の修正は、内容を確かめて手動で行ってください）` : ""}${fixable > 0 ? `（うち[*]の${fixable}件は--fixで修正できます）` : ""}`;
    const passedOver = known > 0 ? `、ベースラインで除外${known}` : "";
    return `テンプレート${templates}個${notes > 0 ? `とノート${notes}個` : ""}を検査しました: ${found}${fixes}${passedOver}`;
  }
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const found = [plural(counts.error, "error"), plural(counts.warning, "warning"), `${counts.info} info`].join(", ");
  const fixes = `${fixed > 0 || left > 0 ? `; ${fixed} fixed` : ""}${left > 0 ? `; ${left === 1 ? "1 fix is" : `${left} fixes are`} left to you` : ""}${fixable > 0 ? `; ${fixable} of them can be fixed with --fix [*]` : ""}`;
  const withNotes = notes > 0 ? ` and ${plural(notes, "file")} of notes` : "";
  return `${plural(templates, "template")}${withNotes} checked: ${found}${fixes}${known > 0 ? `; ${known} passed over by the baseline` : ""}`;
}
