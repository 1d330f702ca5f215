import { endOfLine, startOfLine } from "../../text/span.ts";
import { quotedEnd } from "./openLevel.ts";

/** The top-level key above a line, and the last line above it with the least indentation: its entry. */
export function startLines(text: string, caretLine: number): { header: number; entry: number } {
  let header = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let entry = caretLine;
  let least = Number.POSITIVE_INFINITY;
  for (let at = caretLine; at > 0; ) {
    const previous = startOfLine(text, at - 1);
    const end = endOfLine(text, previous);
    const first = firstCharacter(text, previous, end);
    const code = text.charCodeAt(first);
    if (first < end && code !== 0x23) {
      const indent = first - previous;
      if (indent === 0 && !(code === 0x2d && isBlankOrEnd(text, first + 1, end))) {
        header = previous;
        break;
      }
      if (indent < least) {
        least = indent;
        entry = previous;
      }
    }
    at = previous;
  }
  return { header, entry: Math.max(entry, header) };
}

/** The indentation of the next line below that has content; -1 if there is none. */
export function indentBelow(text: string, from: number): number {
  const start = lineBelow(text, from);
  return start < 0 ? -1 : firstCharacter(text, start, endOfLine(text, start)) - start;
}

/** The start of the next line that has content; -1 if there is none. */
export function lineBelow(text: string, from: number): number {
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at < text.length; at = text.indexOf("\n", at) + 1) {
    const end = endOfLine(text, at);
    const first = firstCharacter(text, at, end);
    if (first < end && text.charCodeAt(first) !== 0x23) return at;
  }
  return -1;
}

/** The offset of the colon if a key stands at `start`, else -1. */
export function keyColon(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let at = start;
  if (code === 0x22 || code === 0x27) {
    const quoted = quotedEnd(text, start, end);
    if (!quoted.closed) return -1;
    at = quoted.end;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    return text.charCodeAt(at) === 0x3a && isBlankOrEnd(text, at + 1, end) ? at : -1;
  }
  if (/[!&*|>%@`[\]{},#]/.test(text.charAt(start))) return -1;
  for (; at < end; at++) {
    const next = text.charCodeAt(at);
    // `Fn::` and `AWS::` at the end of a line are being typed.
    if (next === 0x3a && isBlankOrEnd(text, at + 1, end)) return text.charCodeAt(at - 1) === 0x3a ? -1 : at;
    if (next === 0x23 && isBlank(text.charCodeAt(at - 1))) return -1;
  }
  return -1;
}

/** The end of the key before a colon. */
export function keyEndBefore(text: string, start: number, colon: number): number {
  let end = colon;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

export function plainEnd(text: string, start: number, end: number): number {
  const comment = text.slice(start, end).search(/\s#/);
  let stop = comment < 0 ? end : start + comment;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

export function tokenEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function firstCharacter(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

export function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}

export function isBlankOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at));
}
