import { countWhile } from "../../text/countWhile.ts";
/** A line of a text; offsets are absolute. */
export interface TextLine {
  readonly start: number;
  /** How many blanks it begins with. */
  readonly indent: number;
  /** Behind its last character that is no white space. */
  readonly textEnd: number;
  /** Before its line break. */
  readonly end: number;
  /** The beginning of the next line; `end` for the last line. */
  readonly next: number;
  readonly isBlank: boolean;
}

export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (newline >= 0 && text.charCodeAt(end - 1) === 0x0d && end > start) end--;
    let indent = 0;
    while (start + indent < end && text.charCodeAt(start + indent) === 0x20) indent++;
    let textEnd = end;
    while (textEnd > start && isWhite(text.charCodeAt(textEnd - 1))) textEnd--;
    lines.push({ start, indent, textEnd, end, next, isBlank: textEnd === start });
    start = next;
  }
  return lines;
}

/** The index of the line that holds an offset. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  return Math.max(0, countWhile(lines, ({ start }) => start <= offset) - 1);
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
