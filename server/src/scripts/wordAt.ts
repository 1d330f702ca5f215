import type { Span } from "../text/span.ts";

/** A word of a script, a command line or any other text. */
export interface TextWord extends Span {
  /** The characters of the span. */
  readonly text: string;
  /** Its usual name: the last part of a path, without `.exe`: `cfn-signal` for `/opt/aws/bin/cfn-signal`. */
  readonly name: string;
  readonly nameSpan: Span;
}

/** Longest word that is looked at: minified or encoded text has "words" of megabytes. */
const MAX_WORD_LENGTH = 1000;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_\-./\\:@+~*]/u;
const VARIABLE = /\$[?!$#@*\d]|\$(?:env:)?\w+|%\w+%/giy;
const EDGES = /^[.:,@+*]+|[.:,@+\\*-]+$/g;

/**
 * The word under (or right before) `offset`: a command, path, option, name or variable such as `$?` or `%ERRORLEVEL%`.
 * Quotes, brackets, `=`, commas and other punctuation end a word. Works on any text and looks only at the line around `offset`.
 */
export function wordAt(text: string, offset: number): TextWord | undefined {
  if (offset < 0 || offset > text.length) return undefined;
  return variableAt(text, offset) ?? plainWordAt(text, offset);
}

function variableAt(text: string, offset: number): TextWord | undefined {
  for (let start = offset; start >= Math.max(0, offset - 40); start--) {
    const character = text[start];
    if (character === "\n") break;
    if (character !== "$" && character !== "%") continue;
    VARIABLE.lastIndex = start;
    const found = VARIABLE.exec(text)?.[0];
    if (found !== undefined && start + found.length >= offset) {
      const span = { start, end: start + found.length };
      return { ...span, text: found, name: found, nameSpan: span };
    }
  }
  return undefined;
}

function plainWordAt(text: string, offset: number): TextWord | undefined {
  let start = offset;
  while (start > 0 && offset - start < MAX_WORD_LENGTH && isWordCharacter(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && end - offset < MAX_WORD_LENGTH && isWordCharacter(text, end)) end++;
  const word = text.slice(start, end);
  const leading = /^[.:,@+*]+(?![./\\])/.exec(word)?.[0].length ?? 0;
  const trimmed = word.slice(leading).replace(EDGES, (edge, at: number) => (at === 0 ? edge : ""));
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return undefined;
  start += leading;
  const span = { start, end: start + trimmed.length };
  if (offset > span.end) return undefined;
  return { ...span, text: trimmed, ...nameInWord(trimmed, start) };
}

function isWordCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return WORD_CHARACTER.test(text.charAt(index));
  // Halves of surrogate pairs belong to whatever letter they make; CJK punctuation and full-width forms end a word.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return WORD_CHARACTER.test(text.charAt(index));
}

function nameInWord(word: string, start: number): { name: string; nameSpan: Span } {
  const slash = Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\"));
  const last = word.slice(slash + 1);
  const name = last.replace(/\.exe$/i, "") || word;
  const from = name === word ? start : start + slash + 1;
  return { name, nameSpan: { start: from, end: from + name.length } };
}
