import type { Template } from "../../model/template.ts";
import type { FormatEdit } from "./edit.ts";
import { heldLines } from "./heldLines.ts";
import { reindented } from "./reindented.ts";
import { linesOf, type TextLine } from "./textLines.ts";
import { valueGaps } from "./valueGaps.ts";

const MAX_BLANK_LINES = 2;

/**
 * Edits of the white space of a YAML text.
 *
 * @param tabSize one level of indentation; `undefined`: it stays as it is
 */
export function yamlLayout(template: Template, tabSize: number | undefined): readonly FormatEdit[] {
  const { text } = template;
  const lines = linesOf(text);
  const held = heldLines(template, lines);
  const indents = tabSize === undefined ? undefined : reindented(template, lines, held, tabSize);
  const gaps = valueGaps(template, lines);
  const edits: FormatEdit[] = [];
  const put = (start: number, end: number, newText: string): void => {
    if (text.slice(start, end) !== newText) edits.push({ span: { start, end }, newText });
  };
  const last = lines.findLastIndex((line, index) => !line.isBlank || held.has(index));
  const first = lines.findIndex((line) => !line.isBlank);
  let blank = MAX_BLANK_LINES;
  for (const [index, line] of lines.entries()) {
    if (index > last) break;
    const isHeld = held.has(index);
    blank = line.isBlank && !isHeld ? blank + 1 : 0;
    if (blank > MAX_BLANK_LINES || (blank > 0 && index < first)) put(line.start, line.next, "");
    else if (line.isBlank && !isHeld) put(line.start, line.end, "");
    else {
      putIndent(line, indents?.get(index), put);
      for (const { start, end, newText } of indents?.gaps(index) ?? []) put(start, end, newText);
      const gap = gaps.get(index);
      if (gap !== undefined) edits.push(gap);
      if (!isHeld) put(line.textEnd, line.end, "");
    }
  }
  const end = lines[last];
  if (end !== undefined && !held.has(last)) putEnd(text, end, put);
  return edits;
}

function putIndent(
  line: TextLine,
  indent: number | undefined,
  put: (start: number, end: number, newText: string) => void,
): void {
  if (indent !== undefined) put(line.start, line.start + line.indent, " ".repeat(indent));
}

function putEnd(
  text: string,
  { end, next }: TextLine,
  put: (start: number, end: number, newText: string) => void,
): void {
  if (next === end) put(end, text.length, text.includes("\r\n") ? "\r\n" : "\n");
  else put(next, text.length, "");
}
