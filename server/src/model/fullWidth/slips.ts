import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { type StructuralLine, structuralLines } from "../split/openQuote.ts";
import { asciiEdits, hasFullWidth, inAscii } from "./characters.ts";
import { type Certainty, surer, type ValueSlip, valueSlip } from "./valueSlip.ts";

/** A line with full-width characters in place of ASCII ones, and the edits that make them ASCII. Offsets as in the text. */
export interface FullWidthSlip extends ValueSlip {
  /** The first of the characters, with those that follow at once. */
  readonly span: Span;
  /** The characters, each of them once, in the order of the text. */
  readonly characters: string;
  /** Whether the line is indented with full-width or no-break spaces. */
  readonly isIndented: boolean;
  /** Whether nothing else in the line is in another language. */
  readonly isAscii: boolean;
}

/**
 * The lines of block YAML that have full-width characters in place of ASCII ones.
 *
 * @param blanks how many blanks stand for a full-width one before a line
 */
export function fullWidthSlips(text: string, blanks: number): readonly FullWidthSlip[] {
  const slips: FullWidthSlip[] = [];
  let blockIndent = -1;
  for (const line of structuralLines(text, 0, text.length)) {
    const indent = line.first - line.start;
    if (blockIndent >= 0 && indent > blockIndent) continue;
    const written = text.slice(line.start, line.stop).replace(/[ \t\r]+$/, "");
    blockIndent = line.isBlock !== true && WIDE_BLOCK.test(written) ? indent : -1;
    if (!hasFullWidth(written)) continue;
    const slip = slipIn(written, line, blanks);
    if (slip.edits.length > 0) {
      slips.push({ ...slip, ...charactersIn(text, slip.edits), isAscii: inAscii(written) !== undefined });
    }
  }
  return slips;
}

/** The characters that edits change: the first with those that follow at once, and each of them once. */
export function charactersIn(text: string, edits: readonly Edit[]): Pick<FullWidthSlip, "span" | "characters"> {
  const all = edits.flatMap(({ start, end }) => [...text.slice(start, end)].filter(hasFullWidth));
  const start = text.indexOf(all[0] ?? "", edits[0]?.start);
  let end = start + 1;
  while (end < (edits[0]?.end ?? 0) && hasFullWidth(text.charAt(end))) end++;
  return { span: { start, end }, characters: [...new Set(all)].join("") };
}

/** What opens a block scalar once its colon or its sign is ASCII. */
const WIDE_BLOCK = /(?:：[ \u3000\u00a0]*[|>｜＞]|[:：][ \u3000\u00a0]*[｜＞])[-+\d]{0,2}$/;

const BLANKS = String.raw`[ \u3000\u00a0]*`;
const WORD = String.raw`[\w\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]`;
/** A quoted text, or a word as keys are, with `::` in it. */
const KEY = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'|[\u201c\u201d\uff02][^\u201c\u201d"\uff02]*[\u201c\u201d"\uff02]|${WORD}(?:${WORD}|[.$/\uff3f-])*(?:[:\uff1a]{2}(?:${WORD}|-)+)*`;
const COLON = String.raw`\uff1a${BLANKS}|:(?:[ \u3000\u00a0]+|$)`;
const LINE = new RegExp(
  String.raw`^(${BLANKS})((?:[-\uff0d\u30fc\u2212\u2013\u2014](?:[ \u3000\u00a0]+|$))*)(?:(${KEY})(${BLANKS})(${COLON}))?(.*)$`,
);

function slipIn(
  written: string,
  { start }: StructuralLine,
  blanks: number,
): Omit<FullWidthSlip, "span" | "characters" | "isAscii"> {
  const [, indent = "", dashes = "", key = "", gap = "", colon = "", value = ""] = LINE.exec(written) ?? [];
  const isIndented = hasFullWidth(indent);
  const edits: Edit[] = [];
  let at = start;
  const take = (part: string, ascii: string): void => {
    if (part !== ascii) edits.push({ start: at, end: at + part.length, newText: ascii });
    at += part.length;
  };
  const spaces = indent.replaceAll("\u3000", " ".repeat(blanks)).replaceAll("\u00a0", " ");
  take(indent, key + dashes + value === "" ? "" : spaces);
  if (/^[#＃]/.test(value) && key + dashes === "") {
    take(value.slice(0, 1), "#");
    return { edits, certainty: "sign", isIndented };
  }
  take(dashes, dashes.replaceAll(/[－ー−–—]/g, "-").replaceAll(/[\u3000\u00a0]/g, " "));
  edits.push(...asciiEdits(key, at));
  at += key.length;
  take(gap, hasFullWidth(gap) ? "" : gap);
  const ascii = hasFullWidth(colon) ? `:${value === "" ? "" : " "}` : colon;
  take(colon, ascii);
  // Only a key of its own has a colon and a blank behind a word.
  const own: Certainty = isIndented && colon.startsWith(":") ? "sure" : edits.length > 0 ? "sign" : "value";
  const slip = valueSlip(value, at);
  return { edits: [...edits, ...slip.edits], certainty: surer(own, slip.certainty), isIndented };
}
