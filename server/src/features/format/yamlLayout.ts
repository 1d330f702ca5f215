import type { Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import type { FormatEdit } from "./edit.ts";
import { reindented } from "./reindented.ts";
import { lineAt, type TextLine, textLines } from "./textLines.ts";
import { valueGaps } from "./valueGaps.ts";

const MAX_BLANK_LINES = 2;

/**
 * Edits of the white space of a YAML text.
 *
 * @param tabSize one level of indentation; `undefined`: it stays as it is
 */
export function yamlLayout(template: Template, tabSize: number | undefined): readonly FormatEdit[] {
  const { text } = template;
  const lines = textLines(text);
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

/** Lines at whose ends white space is part of a text of several lines, and blank lines that are part of one. */
function heldLines(template: Template, lines: readonly TextLine[]): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { key, value, entries, offset } of template.sections) {
    hold(key, offset);
    if (value !== undefined) hold(value, offset);
    for (const entry of entries) {
      hold(entry.key, entry.offset);
      hold(entry.value, entry.offset);
    }
  }
  return held;

  function hold(node: Node, by: number): void {
    if (node.kind === "list") for (const item of node.items) hold(item, by);
    else if (node.kind === "call") hold(node.argument, by);
    else if (node.kind === "map") {
      for (const { key, value, merged } of node.pairs) {
        if (merged) continue;
        hold(key, by);
        hold(value, by);
      }
    } else {
      const first = lineAt(lines, node.start + by);
      const last = lastLine(node.start + by, node.end + by, node.style === "literal" || node.style === "folded");
      // The first line of a block scalar is its header; the last one of others is followed by something else.
      for (let line = node.style === "literal" || node.style === "folded" ? first + 1 : first; line < last; line++)
        held.add(line);
    }
  }

  /**
   * The line behind the last line of a text: for a block scalar the blank lines at its end are no part of it, unless it
   * keeps them.
   */
  function lastLine(start: number, end: number, isBlock: boolean): number {
    const line = lineAt(lines, end);
    if (!isBlock) return line;
    const behind = lines[line]?.start === end ? line : line + 1;
    if (/^[|>]\d?\+/.test(template.text.slice(start, start + 4))) return behind;
    let last = behind;
    while (last > 0 && lines[last - 1]?.isBlank === true) last--;
    return last;
  }
}
