import { columnBelow } from "../../enterRules.ts";
import { completionPlaces } from "../../model/focus/completionPlace.ts";
import type { Template } from "../../model/template.ts";
import { startOfLine } from "../../text/span.ts";
import type { FormatEdit } from "../format/edit.ts";

/**
 * The indentation of the line that Enter has begun at `offset`: one level deeper behind a key without a value and behind
 * `|`, in the column of the key behind `- Key: value`. Only if nothing stands on that line.
 *
 * @param tabSize one level, in blanks
 */
export function onEnter(template: Template, offset: number, tabSize: number): FormatEdit | undefined {
  const { text, format } = template;
  const start = startOfLine(text, offset);
  if (format !== "yaml" || start === 0 || /\S/.test(lineFrom(text, start))) return undefined;
  const above = text.lastIndexOf("\n", start - 2) + 1;
  const line = lineFrom(text, above);
  const column = columnBelow(line, tabSize);
  if (column === undefined || isInTextOrBrackets(template, above + line.trimEnd().length)) return undefined;
  const newText = " ".repeat(column);
  const span = { start, end: start + lineFrom(text, start).length };
  return text.slice(span.start, span.end) === newText ? undefined : { span, newText };
}

/** Without its line break. */
function lineFrom(text: string, start: number): string {
  const newline = text.indexOf("\n", start);
  return text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, "");
}

/** Whether the line above is in a text or in brackets. */
function isInTextOrBrackets(template: Template, offset: number): boolean {
  return completionPlaces(template, offset).some(({ accepts, style }) => accepts.text === true || style !== "block");
}
