import { type Span, startOfLine } from "../../text/span.ts";

/** How far away, in characters, parts of a text are looked for. */
const MAX_DISTANCE = 2000;

/**
 * The parts of a text (`within`, absolute) around the caret, the outermost first: its line, what stands between spaces,
 * a segment of an ARN, one of a path, `${Name}`, the name, a part of it between dots, a word. Each is only valid if it
 * lies in the one before.
 */
export function wordsAround(text: string, within: Span, offset: number): readonly Span[] {
  const line = lineAround(text, within, offset);
  const token = between(text, line, offset, SPACE);
  const parts = [line, token, between(text, token, offset, COLON), between(text, token, offset, SLASH)];
  const variable = variableAround(text, line, offset);
  const name = variable === undefined ? token : { start: variable.start + 2, end: variable.end - 1 };
  if (variable !== undefined) parts.push(variable);
  if (variable === undefined || (offset >= name.start && offset <= name.end)) {
    if (variable !== undefined) parts.push(name);
    parts.push(
      between(text, name, offset, DOT),
      between(text, name, offset, NO_NAME),
      between(text, name, offset, NO_WORD),
    );
  }
  return parts;
}

const SPACE = /\s/;
const COLON = /[\s:]/;
const SLASH = /[\s:/]/;
const DOT = /[\s:/."'=,;()]/;
const NO_NAME = /[^\p{L}\p{N}_-]/u;
const NO_WORD = /[^\p{L}\p{N}_]/u;

function lineAround(text: string, { start, end }: Span, offset: number): Span {
  const from = Math.max(start, startOfLine(text, offset), offset - MAX_DISTANCE);
  const newline = text.indexOf("\n", offset);
  const to = Math.min(end, newline < 0 ? end : newline, offset + MAX_DISTANCE);
  const blank = /^\s*/.exec(text.slice(from, offset))?.[0].length ?? 0;
  return { start: from + blank, end: to };
}

/** What stands around the caret between two separators; those in `${…}` are none. */
function between(text: string, { start, end }: Span, offset: number, separator: RegExp): Span {
  const held = new Set<number>();
  for (const { start: from, end: to } of variablesIn(text, { start, end })) {
    if (offset <= from || offset >= to) for (let at = from; at < to; at++) held.add(at);
    else if (separator === COLON || separator === SLASH) for (let at = from; at < to; at++) held.add(at);
  }
  const isApart = (at: number): boolean => !held.has(at) && separator.test(text.charAt(at));
  let from = offset;
  while (from > start && !isApart(from - 1)) from--;
  let to = offset;
  while (to < end && !isApart(to)) to++;
  return { start: from, end: to };
}

function variableAround(text: string, within: Span, offset: number): Span | undefined {
  return variablesIn(text, within).find(({ start, end }) => offset > start && offset < end);
}

/** `${…}`, also half of one that the span cuts. */
function variablesIn(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\$\{[^}\n]*\}/g)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
}
