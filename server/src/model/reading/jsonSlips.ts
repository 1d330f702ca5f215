import { applied, type Edit } from "../../text/edit.ts";
import { asciiEdits, hasFullWidth } from "../fullWidth/characters.ts";
import { charactersIn } from "../fullWidth/slips.ts";
import type { Template } from "../template.ts";
import { isSyntaxError, type SyntaxProblem } from "../tree/syntaxProblem.ts";
import { parse } from "./parse.ts";

/** A short string whose quotes may be others than ASCII ones; a string of JSON; a string in other quotes. */
const STRING =
  /["“”„＂][\w:./ -]*["“”„＂](?=[ \t\u3000\u00a0]*(?:[:,\]}：，、］｝\r\n]|$))|"(?:[^"\\\r\n]|\\.)*"|["“”„＂][^"“”„＂\r\n]*["“”„＂]/g;

/**
 * The problems of broken JSON; those that full-width characters outside of its strings cause are named so, once for
 * each line.
 * `undefined` if making them ASCII does not help.
 */
export function jsonFullWidthProblems({ text, errors }: Template): readonly SyntaxProblem[] | undefined {
  if (!hasFullWidth(text)) return undefined;
  const lines = editedLines(text);
  const edits = lines.flatMap((line) => line.edits);
  if (edits.length === 0) return undefined;
  const mended = parse(applied(text, edits)).errors;
  const left = mended.filter(isSyntaxError).length;
  if (left >= errors.filter(isSyntaxError).length) return undefined;
  const wide = lines.map((line): SyntaxProblem => {
    const { span, characters } = charactersIn(text, line.edits);
    return { code: "full-width", span, argument: characters, mend: { edits: line.edits, safe: left === 0 } };
  });
  const isElsewhere = (problem: SyntaxProblem): boolean =>
    (!isSyntaxError(problem) && mended.length > left) ||
    (left > 0 && !lines.some(({ start, end }) => problem.span.start >= start && problem.span.start <= end));
  return [...wide, ...errors.filter(isElsewhere)].sort((a, b) => a.span.start - b.span.start);
}

interface EditedLine {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

function editedLines(text: string): readonly EditedLine[] {
  const lines: EditedLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const edits = hasFullWidth(line) ? lineEdits(line, start) : [];
    if (edits.length > 0) lines.push({ start, end, edits });
    start = end + 1;
  }
  return lines;
}

/** The text between strings in ASCII, and their quotes. */
function lineEdits(line: string, start: number): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const found of line.matchAll(STRING)) {
    const [whole] = found;
    edits.push(...asciiEdits(line.slice(at, found.index), start + at));
    at = found.index + whole.length;
    for (const offset of [found.index, at - 1])
      if (line[offset] !== '"') edits.push({ start: start + offset, end: start + offset + 1, newText: '"' });
  }
  return [...edits, ...asciiEdits(line.slice(at), start + at)];
}
