import { countWhile } from "../../text/countWhile.ts";
import { memoBy } from "../../text/memoBy.ts";
import { startOfLine, startOfNextLine } from "../../text/span.ts";
import { contentSpan, type ScalarNode } from "../tree/node.ts";

/** The offsets of a scalar's characters in the text that it was parsed from. */
export interface ScalarSource {
  /** The offset in the unit of the character at `textOffset`; that of the end for the text's length. */
  toSource(textOffset: number): number;
  /** The offset in the scalar's text for `offset` of the unit; `undefined` outside the content. */
  toText(offset: number): number | undefined;
}

/**
 * Maps between a scalar's text (unquoted, unescaped, without indentation, folded) and its source.
 * `unitText` is the text that the node was parsed from. Linear in the scalar on first use, then constant.
 */
export function scalarSource(node: ScalarNode, unitText: string): ScalarSource {
  const content = contentSpan(node);
  const block = node.style === "literal" || node.style === "folded";
  // One line without escapes: the two differ only by their beginning.
  if (!block && content.end - content.start === node.text.length) return shiftedSource(content.start, node.text.length);
  return alignedSource(node, unitText);
}

const alignedSource = memoBy((node: ScalarNode, unitText: string): ScalarSource => {
  const { start, end } = contentSpan(node);
  return mappedSource(aligned(node, unitText, start, end), end);
});

function shiftedSource(start: number, length: number): ScalarSource {
  return {
    toSource: (textOffset) => start + Math.max(0, Math.min(textOffset, length)),
    toText: (offset) => (offset < start || offset > start + length ? undefined : offset - start),
  };
}

function mappedSource(offsets: Uint32Array, end: number): ScalarSource {
  const length = offsets.length - 1;
  return {
    toSource: (textOffset) => offsets[Math.max(0, Math.min(textOffset, length))] ?? end,
    toText: (offset) => {
      if (offset < (offsets[0] ?? 0) || offset > end) return undefined;
      const low = Math.min(
        countWhile(offsets, (one) => one < offset),
        length,
      );
      // In the indentation of a line, or in an escape: the character before it, unless the next one begins right here.
      return (offsets[low] ?? end) > offset && low > 0 ? low - 1 : low;
    },
  };
}

/** For each character of the text, and its end, the offset in the source. */
function aligned(node: ScalarNode, source: string, start: number, end: number): Uint32Array {
  const { text, style } = node;
  const offsets = new Uint32Array(text.length + 1);
  if (style === "literal") alignLiteral(text, source, start, end, offsets);
  else alignFolded(text, style, source, style === "folded" ? startOfNextLine(source, start) : start, end, offsets);
  return offsets;
}

/** In a literal scalar each line of the text is a line of the source behind the same indentation. */
function alignLiteral(text: string, source: string, start: number, end: number, offsets: Uint32Array): void {
  const indent = blockIndent(source, start, end);
  let lineStart = startOfNextLine(source, start);
  let at = lineStart;
  for (let t = 0; t <= text.length; ) {
    at = lineStart;
    for (let blanks = 0; blanks < indent && source.charCodeAt(at) === 0x20; blanks++) at++;
    while (t < text.length && text.charCodeAt(t) !== 0x0a) offsets[t++] = Math.min(at++, end);
    offsets[t++] = Math.min(at, end);
    lineStart = startOfNextLine(source, at);
  }
}

function blockIndent(source: string, start: number, end: number): number {
  const explicit = /^[|>][-+]?([1-9])/.exec(source.slice(start, start + 4))?.[1];
  const lines = source.slice(startOfNextLine(source, start), end);
  const first = /^( *)[^ \r\n]/m.exec(lines)?.[1]?.length ?? 0;
  if (explicit === undefined) return first;
  // The indicator counts from the parent's indentation, which is that of the line with the `|` at most.
  const header = source.slice(startOfLine(source, start), start);
  return Math.min(first, (/^ */.exec(header)?.[0].length ?? 0) + Number(explicit));
}

/** Walks text and source side by side; runs of white space may differ, everything else is the same or an escape. */
function alignFolded(
  text: string,
  style: ScalarNode["style"],
  source: string,
  start: number,
  end: number,
  offsets: Uint32Array,
): void {
  let s = start;
  for (let t = 0; t < text.length; t++) {
    const code = text.charCodeAt(t);
    if (isSpace(code)) {
      // A fold: white space of the text stands for the same amount of it in the source, or for more.
      if (style === "double" && source.charCodeAt(s) === 0x5c && source.charCodeAt(s + 1) !== 0x0a) {
        offsets[t] = s;
        s += escapeLength(source, s);
        continue;
      }
      if (s > start && !isSpace(source.charCodeAt(s)) && t > 0 && isSpace(text.charCodeAt(t - 1))) offsets[t] = s - 1;
      else offsets[t] = s;
      if (isSpace(source.charCodeAt(s))) s++;
      continue;
    }
    while (s < end && (isSpace(source.charCodeAt(s)) || isLineContinuation(style, source, s))) s++;
    offsets[t] = Math.min(s, end);
    if (style === "double" && source.charCodeAt(s) === 0x5c) {
      const length = escapeLength(source, s);
      // A character beyond the basic plane is two units of the text and one escape.
      if (length === 10 && code >= 0xd800 && code < 0xdc00) offsets[++t] = s;
      s += length;
    } else if (style === "single" && code === 0x27) s += 2;
    else s++;
  }
  offsets[text.length] = Math.min(s, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isLineContinuation(style: ScalarNode["style"], source: string, at: number): boolean {
  return style === "double" && source.charCodeAt(at) === 0x5c && /[\r\n]/.test(source.charAt(at + 1));
}

const LONG_ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function escapeLength(source: string, at: number): number {
  return LONG_ESCAPES[source.charAt(at + 1)] ?? 2;
}
