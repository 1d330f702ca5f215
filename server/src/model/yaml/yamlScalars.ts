import type { ScalarNode } from "../tree/node.ts";

/** A plain scalar with its value by YAML's core schema. */
export function plainScalar(text: string, start: number, end: number): ScalarNode {
  return { kind: "scalar", value: resolved(text), text, style: "plain", start, end };
}

const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const DECIMAL = /^[-+]?\d+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+\.\d*)$/;
const EXPONENT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

function resolved(text: string): ScalarNode["value"] {
  const first = text.charCodeAt(0);
  // Most scalars begin with a letter that no number, boolean or null begins with.
  if (first > 0x39 && !MAY_BE_SPECIAL.test(text)) return text;
  if (NULL.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (DECIMAL.test(text) || FLOAT.test(text) || EXPONENT.test(text)) return Number(text);
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  if (HEXADECIMAL.test(text)) return Number.parseInt(text.slice(2), 16);
  if (NOT_FINITE.test(text))
    return /n/i.test(text.slice(1, 2)) ? Number.NaN : text.startsWith("-") ? -Infinity : Infinity;
  return text;
}

const MAY_BE_SPECIAL = /^[~nNtTfF]/;

/** A quoted scalar that begins at `start`; `undefined` if it does not end or holds an escape that does not exist. */
export function quotedScalar(text: string, start: number): ScalarNode | undefined {
  const quote = text.charCodeAt(start);
  const double = quote === 0x22;
  let at = start + 1;
  let simple = true;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (double || text.charCodeAt(at + 1) !== quote) break;
      simple = false;
      at++;
    } else if (code === 0x0a) simple = false;
    else if (code === 0x5c && double) {
      simple = false;
      at++;
    }
  }
  if (at >= text.length) return undefined;
  const raw = text.slice(start + 1, at);
  const content = simple ? raw : double ? unescaped(raw) : folded(raw.replaceAll("''", "'"));
  if (content === undefined) return undefined;
  return { kind: "scalar", value: content, text: content, style: double ? "double" : "single", start, end: at + 1 };
}

/** Line breaks of a quoted scalar: white space around them goes, one becomes a space, more become one less. */
function folded(raw: string): string {
  return raw.includes("\n") ? raw.replace(BREAKS, breaksFolded) : raw;
}

const BREAKS = /(?<![ \t])[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/g;

function breaksFolded(breaks: string): string {
  let count = 0;
  for (let at = 0; at < breaks.length; at++) if (breaks.charCodeAt(at) === 0x0a) count++;
  return count === 1 ? " " : "\n".repeat(count - 1);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text of a double-quoted scalar; line breaks are folded outside of escapes. */
function unescaped(raw: string): string | undefined {
  let text = "";
  let from = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", from)) {
    text += raw.slice(from, at);
    const kind = raw.charAt(at + 1);
    const length = LENGTHS[kind];
    if (kind === "\n" || kind === "\r") {
      // An escaped line break, with the indentation behind it, is nothing. Together with blank lines it is best left to others.
      const rest = /^\r?\n[ \t]*(?!\s)/.exec(raw.slice(at + 1));
      if (rest === null) return undefined;
      from = at + 1 + rest[0].length;
    } else if (length === undefined) {
      const character = ESCAPES[kind];
      if (character === undefined) return undefined;
      text += PROTECTED.get(character) ?? character;
      from = at + 2;
    } else {
      const digits = raw.slice(at + 2, at + 2 + length);
      const point = Number.parseInt(digits, 16);
      if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits) || point > 0x10ffff) return undefined;
      const character = String.fromCodePoint(point);
      text += PROTECTED.get(character) ?? character;
      from = at + 2 + length;
    }
  }
  text += raw.slice(from);
  const unfolded = folded(text);
  return PLACEHOLDER.test(unfolded)
    ? unfolded.replace(PLACEHOLDERS, (mark) => UNPROTECTED.get(mark) ?? mark)
    : unfolded;
}

/** Escaped white space takes no part in folding: it is set aside as characters for private use meanwhile. */
const PROTECTED: ReadonlyMap<string, string> = new Map([
  ["\n", "\uf8f1"],
  [" ", "\uf8f2"],
  ["\t", "\uf8f3"],
  ["\r", "\uf8f4"],
]);
const UNPROTECTED: ReadonlyMap<string, string> = new Map([...PROTECTED].map(([character, mark]) => [mark, character]));
const PLACEHOLDER = /[\uf8f1-\uf8f4]/;
const PLACEHOLDERS = /[\uf8f1-\uf8f4]/g;

/**
 * A block scalar whose `|` or `>` stands at `start`, with the offset of the line behind it. `undefined` for what is rare:
 * an indentation indicator, `+`, lines that are indented strangely, folded text with deeper lines.
 * @param parent column of the collection around it
 */
export function blockScalar(
  text: string,
  start: number,
  parent: number,
): { readonly node: ScalarNode; readonly next: number } | undefined {
  const header = HEADER.exec(text.slice(start, start + 200));
  if (header === null) return undefined;
  const style = text.charCodeAt(start) === 0x7c ? "literal" : "folded";
  const lines: string[] = [];
  let indent = -1;
  let lineStart = start + header[0].length;
  let end = lineStart;
  let next = lineStart;
  while (lineStart < text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    let first = lineStart;
    while (first < lineEnd && text.charCodeAt(first) === 0x20) first++;
    const code = text.charCodeAt(first);
    const contentEnd = lineEnd > lineStart && text.charCodeAt(lineEnd - 1) === 0x0d ? lineEnd - 1 : lineEnd;
    const column = first - lineStart;
    const blank = first >= contentEnd;
    if (code === 0x09 && first < contentEnd && (indent < 0 || column < indent)) return undefined;
    if (blank && (indent < 0 || column <= indent)) {
      if (indent < 0 && column > 0) return undefined;
      lines.push("");
    } else {
      if (indent < 0) {
        if (column <= parent) break;
        indent = column;
      } else if (column < indent) {
        if (column > parent) return undefined;
        break;
      }
      if (style === "folded" && (column > indent || code === 0x09)) return undefined;
      lines.push(text.slice(lineStart + indent, contentEnd));
      end = newline < 0 ? text.length : newline + 1;
    }
    lineStart = newline < 0 ? text.length : newline + 1;
    next = lineStart;
  }
  if (indent < 0) return undefined;
  while (lines.at(-1) === "") lines.pop();
  const strip = header[0].charAt(1) === "-";
  const body = style === "literal" ? lines.join("\n") : foldedLines(lines);
  const content = strip ? body : `${body}\n`;
  return { node: { kind: "scalar", value: content, text: content, style, start, end }, next };
}

const HEADER = /^[|>]-?[ ]*(?: #.*)?\r?\n/;

function foldedLines(lines: readonly string[]): string {
  let text = "";
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    if (line === "") {
      blanks++;
      continue;
    }
    text += index === 0 ? line : (blanks > 0 ? "\n".repeat(blanks) : " ") + line;
    blanks = 0;
  }
  return text;
}
