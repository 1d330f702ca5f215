import { openQuote } from "./openQuote.ts";
import {
  firstOfTail,
  type PreviousSegmentation,
  resyncWith,
  type Segment,
  type Segmentation,
  type SegmentKind,
  type SegmentStart,
  segmentBeforeChange,
} from "./segments.ts";

/**
 * Cuts block YAML into its top-level pairs and the entries of its sections, without parsing it.
 * Blank lines and comments stay with the segment before. Gives `undefined` if the text does not
 * split: it has to be parsed as a whole then. Linear in the text, or with an earlier split in what changed.
 */
export function splitYaml(text: string, earlier?: PreviousSegmentation): Segmentation | undefined {
  const resync = earlier === undefined ? undefined : resyncWith(earlier, text.length);
  const restart = earlier === undefined ? undefined : restartIn(text, earlier);
  const starts: RawStart[] = [];
  let sectionIndent = restart?.sectionIndent ?? -1; // indent of the open section's entries; -1: none open, 0: open, first entry not seen
  let begun = restart !== undefined;
  let tail = 0;
  for (let start = restart?.offset ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0); start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    let first = start;
    while (first < end && text.charCodeAt(first) === 0x20) first++;
    const code = first < end ? text.charCodeAt(first) : 0x0d;
    const last = starts.at(-1);
    if (
      (code === 0x09 || code === 0x3000 || code === 0xa0) &&
      sectionIndent === 0 &&
      last !== undefined &&
      !restIsBlank(text, first, end)
    ) {
      // A first entry that is indented with a tab, a full-width or a no-break space: what is below it is not the section's.
      starts[starts.length - 1] = { start: last.start, kind: "top" };
      sectionIndent = -1;
    }
    if (code === 0x0d || code === 0x23 || code === 0x09 || code === 0x3000 || code === 0xa0) {
      start = end + 1;
      continue;
    }
    const indent = first - start;
    if (!begun) {
      if (indent > 0) return undefined;
      if (code === 0x25) return undefined;
      if (isMarker(text, start, "---")) {
        if (starts.length > 0 || !restIsBlank(text, start + 3, end)) return undefined;
        starts.push({ start, kind: "top" });
        start = end + 1;
        continue;
      }
    }
    if (indent === 0) {
      if (begun && (isMarker(text, start, "---") || isMarker(text, start, "..."))) return undefined;
      const colon = keyEnd(text, start, end);
      if (colon >= 0) {
        const marked = !begun && starts.length === 1;
        tail = marked ? 0 : (resync?.segmentsFrom(start, isTop) ?? 0);
        if (tail > 0) break;
        const header = text.charCodeAt(colon) === 0x3a && restIsBlank(text, colon + 1, end);
        // A leading `---` line stays with the first pair.
        if (marked) starts[0] = { start: starts[0]?.start ?? 0, kind: header ? "header" : "top" };
        else starts.push({ start, kind: header ? "header" : "top" });
        sectionIndent = header ? 0 : -1;
      } else {
        if (!begun) return undefined;
        if (last?.kind === "child" && openQuote(text, last.start, start) !== undefined) {
          // Quoted text goes on in column 0.
        } else if (last?.kind === "child" || last?.kind === "stray") {
          starts.push({ start, kind: "stray" });
          if (!continuesSection(code)) sectionIndent = -1;
        } else if (last?.kind === "header") {
          // A list at column 0 under its key, or junk: the pair is one segment.
          starts[starts.length - 1] = { start: last.start, kind: "top" };
          sectionIndent = -1;
        }
      }
      begun = true;
    } else if (sectionIndent >= 0) {
      if (sectionIndent === 0) {
        if (keyEnd(text, first, end) >= 0) {
          tail = resync?.segmentsFrom(start, isChild) ?? 0;
          if (tail > 0) break;
          sectionIndent = indent;
          starts.push({ start, kind: "child" });
        } else {
          if (last !== undefined) starts[starts.length - 1] = { start: last.start, kind: "top" };
          sectionIndent = -1;
        }
      } else if (indent === sectionIndent && keyEnd(text, first, end) >= 0) {
        tail = resync?.segmentsFrom(start, isChild) ?? 0;
        if (tail > 0) break;
        starts.push({ start, kind: "child" });
      } else if (indent < sectionIndent) {
        if (last?.kind !== "child" || openQuote(text, last.start, start) === undefined)
          starts.push({ start, kind: "stray" });
      }
    }
    start = end + 1;
  }
  if (!begun && tail === 0) return undefined;
  const behind = earlier === undefined ? undefined : firstOfTail(earlier, tail);
  return { head: restart?.head ?? 0, segments: segmentsOf(starts, behind, text.length), tail };
}

/** A start as it is while the lines behind it are not read: a `header` may turn out to have no entries. */
interface RawStart {
  readonly start: number;
  readonly kind: SegmentKind;
}

function isTop(kind: SegmentStart["kind"]): boolean {
  return kind === "top" || kind === "header";
}

function isChild(kind: SegmentStart["kind"]): boolean {
  return kind === "child";
}

/**
 * The point at which splitting can begin so that what changed is split anew, with the state that the earlier split had
 * there.
 */
function restartIn(
  text: string,
  earlier: PreviousSegmentation,
): { readonly head: number; readonly offset: number; readonly sectionIndent: number } | undefined {
  const head = segmentBeforeChange(earlier);
  const start = earlier.starts[head];
  // The first segment may begin with a line of its own (`---`).
  if (head < 1 || start === undefined) return undefined;
  let first = start.offset;
  while (text.charCodeAt(first) === 0x20) first++;
  return { head, offset: start.offset, sectionIndent: start.kind === "child" ? first - start.offset : -1 };
}

/** @param behind the start behind the last one */
function segmentsOf(starts: readonly RawStart[], behind: SegmentStart | undefined, length: number): readonly Segment[] {
  return starts.map(({ start, kind }, index) => {
    const next = starts[index + 1];
    const alone = kind === "header" && (next ?? behind)?.kind !== "child";
    return { start, end: next?.start ?? behind?.offset ?? length, kind: alone ? "top" : kind };
  });
}

function isMarker(text: string, start: number, marker: string): boolean {
  if (!text.startsWith(marker, start)) return false;
  const next = text.charCodeAt(start + 3);
  return Number.isNaN(next) || next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09;
}

function restIsBlank(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  const code = text.charCodeAt(at);
  return at >= end || code === 0x0d || (code === 0x23 && at > from);
}

function continuesSection(code: number): boolean {
  return code === 0x5d || code === 0x7d || code === 0x2c || code === 0x2d || /\w/.test(String.fromCharCode(code));
}

/** The offset of the colon when the line from `start` is `key:`, else -1. A key is a plain or quoted scalar. */
function keyEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code === 0x22 || code === 0x27) return quotedKeyEnd(text, start, end, code);
  // Indicators that cannot begin a plain key; `- `, `? ` and `: ` never do.
  if (PLAIN_EXCLUDED.has(code)) return -1;
  if ((code === 0x2d || code === 0x3f || code === 0x3a) && isSpaceOrEnd(text, start + 1, end)) return -1;
  for (let at = start; at < end; at++) {
    const next = text.charCodeAt(at);
    if (next === 0x3a && isSpaceOrEnd(text, at + 1, end)) return at;
    // A full-width colon is none; but if it is taken for one, nothing is lost but what stands below it.
    if (next === 0xff1a && restIsBlank(text, at + 1, end)) return at;
    if (next === 0x23 && at > start && text.charCodeAt(at - 1) === 0x20) return -1;
  }
  return -1;
}

function quotedKeyEnd(text: string, start: number, end: number, quote: number): number {
  let at = start + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c && quote === 0x22) at++;
    else if (code === quote) {
      if (quote === 0x27 && text.charCodeAt(at + 1) === 0x27) at++;
      else break;
    }
  }
  at++;
  while (at < end && text.charCodeAt(at) === 0x20) at++;
  return at < end && text.charCodeAt(at) === 0x3a && isSpaceOrEnd(text, at + 1, end) ? at : -1;
}

function isSpaceOrEnd(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0d || code === 0x09;
}

/** `! & * | > % @ \` [ ] { } , #` */
const PLAIN_EXCLUDED: ReadonlySet<number> = new Set([..."!&*|>%@`[]{},#"].map((character) => character.charCodeAt(0)));
