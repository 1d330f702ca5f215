import { completionPlaces } from "../model/completionPlace.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";

/** A code action that adds a comment. */
export interface DisableAction {
  readonly title: string;
  readonly edit: Span & { readonly newText: string };
}

/**
 * "Disable CODE for this line" and "for this file": the comments that `suppressions` reads. None in JSON, which has no
 * comments, and none for a line where a comment would be part of a text.
 */
export function disableCode(
  template: Template,
  { code, span }: { readonly code: string; readonly span: Span },
  language: "en" | "ja",
): readonly DisableAction[] {
  // What cannot be read is no matter of taste.
  if (template.format === "json" || code === "syntax") return [];
  const line = lineEdit(template, code, span.start);
  const ja = language === "ja";
  return [
    ...(line === undefined
      ? []
      : [{ title: ja ? `この行では${code}を無効にする` : `Disable ${code} for this line`, edit: line }]),
    {
      title: ja ? `このファイルでは${code}を無効にする` : `Disable ${code} for this file`,
      edit: fileEdit(template.text, code),
    },
  ];
}

const LINE = /# cfn-notes-disable-line(?: [\w-]+(?:, [\w-]+)*)?$/;
const FILE = /^# cfn-notes-disable-file [\w-]+(?:, [\w-]+)*$/;

function lineEdit(template: Template, code: string, offset: number): DisableAction["edit"] | undefined {
  const { text } = template;
  const end = lineEnd(text, offset);
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, end);
  if (completionPlaces(template, end).some(({ accepts }) => accepts.text === true)) return undefined;
  const newText = LINE.test(line) ? `, ${code}` : `${/\s$/.test(line) ? "" : " "}# cfn-notes-disable-line ${code}`;
  const edit = { start: end, end, newText };
  // In the middle of a text over several lines a comment ends it, or belongs to it.
  const after = parse(text.slice(0, end) + newText + text.slice(end), template);
  return after.errors.length > template.errors.length ? undefined : edit;
}

function fileEdit(text: string, code: string): DisableAction["edit"] {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const end = lineEnd(text, start);
  if (FILE.test(text.slice(start, end))) return { start: end, end, newText: `, ${code}` };
  return { start, end: start, newText: `# cfn-notes-disable-file ${code}${text.includes("\r\n") ? "\r\n" : "\n"}` };
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}
