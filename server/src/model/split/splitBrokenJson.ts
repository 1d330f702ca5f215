import { shifted, startOfLine } from "../../text/span.ts";
import type { SyntaxCode, SyntaxProblem } from "../tree/syntaxProblem.ts";
import {
  type PreviousSegmentation,
  resyncWith,
  type Segment,
  type Segmentation,
  segmentBeforeChange,
} from "./segments.ts";

/** The result of a split by layout besides its segments, which are like those of `splitJson`. */
export interface BrokenLayout {
  /** The problems between segments, with absolute spans. */
  readonly problems: readonly SyntaxProblem[];
  /** The column of the sections. */
  readonly outer: number;
}

export interface BrokenSegmentation extends Segmentation, BrokenLayout {}

/**
 * Splits JSON that is broken somewhere by its layout: one member a line, members of an object in one column. So only
 * the entry that is being typed is read again, and only that one is broken. Gives `undefined` if the layout is another
 * one. Linear in the text, or with an earlier split in what changed.
 */
export function splitBrokenJson(
  text: string,
  earlier?: PreviousSegmentation & BrokenLayout,
): BrokenSegmentation | undefined {
  const resync = earlier && resyncWith(earlier, text.length);
  const segments: Segment[] = [];
  let head = 0;
  let tail = 0;
  const problems: SyntaxProblem[] = [];
  let outer = -1; // column of the sections
  let inner = -1; // column of the open section's entries; -1: none open, 0: open, first entry not seen
  let member = -1; // start of the open segment
  let behind = false; // behind the last brace
  let begun = -1;
  let next = 0;
  if (earlier !== undefined) restart(earlier, segmentBeforeChange(earlier));
  // Most lines are deeper than entries, and only matter as comments, of which the earlier split had none.
  const changed = earlier === undefined ? text.length : text.length - earlier.end;
  const skipsDeeper = !hasCommentLine(text, next, lineEnd(text, changed));
  let shallow: { readonly column: number; readonly behind: (from: number) => number } | undefined;
  for (let start = next; start < text.length; ) {
    const end = lineEnd(text, start);
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    const code = text.charCodeAt(first);
    const column = first - start;
    if (first < end) {
      if (behind || (code === SLASH && isComment(text, first))) return undefined;
      if (begun < 0) {
        if (code !== OPEN || text.slice(first + 1, end).trim() !== "") return undefined;
        begun = first;
      } else if (outer < 0) {
        if (code !== QUOTE) return undefined;
        outer = column;
        if (meets(start, first, false)) break;
        openTop(first, end);
      } else if (code === QUOTE && column === outer) {
        closePiece(first, false);
        if (inner >= 0) missingBrace(first);
        if (meets(start, first, false)) break;
        openTop(first, end);
      } else if (inner === 0) {
        // A section without members is a segment of its own.
        if (code !== QUOTE || column <= outer) return undefined;
        if (meets(start, first, true)) break;
        inner = column;
        member = first;
      } else if (code === QUOTE && column === inner) {
        closePiece(first, false);
        if (meets(start, first, true)) break;
        member = first;
      } else if (code === CLOSE && inner > 0 && column === outer) {
        closePiece(first, true);
        if (!/^\}[ \t]*,?[ \t\r]*$/.test(text.slice(first, end))) return undefined;
        inner = -1;
      } else if (code === CLOSE && column < outer) {
        closePiece(first, true);
        if (inner >= 0) missingBrace(first);
        behind = true;
      }
    }
    start = end + 1;
    if (!skipsDeeper || inner <= 0) continue;
    if (shallow?.column !== inner) shallow = { column: inner, behind: shallowLines(text, inner) };
    start = shallow.behind(start);
  }
  if (!behind) return undefined;
  return { head, segments, tail, problems, outer };

  /** Takes over everything before a segment, with the state behind its first line. */
  function restart(before: PreviousSegmentation & BrokenLayout, index: number): void {
    const start = before.starts[index];
    if (start === undefined) return;
    head = index;
    for (const problem of before.problems) if (problem.span.start < start.offset) problems.push(problem);
    const end = lineEnd(text, start.offset);
    begun = 0;
    outer = before.outer;
    if (start.kind === "child") {
      inner = start.offset - text.lastIndexOf("\n", start.offset) - 1;
      member = start.offset;
    } else openTop(start.offset, end);
    next = end + 1;
  }

  /** Takes over the rest of the earlier split if it began a segment here, too. */
  function meets(line: number, first: number, child: boolean): boolean {
    // The end of the line before must be unchanged, too, or the column may be another one.
    if (earlier === undefined || resync === undefined || line <= text.length - earlier.end) return false;
    tail = earlier.outer === outer ? resync.segmentsFrom(first, (kind) => (kind === "child") === child) : 0;
    if (tail === 0) return false;
    const { moved } = earlier;
    for (const problem of earlier.problems) {
      const span = shifted(problem.span, moved);
      if (span.start >= first) problems.push({ ...problem, span });
    }
    behind = true;
    return true;
  }

  function openTop(first: number, end: number): void {
    const line = text.slice(first, end).trimEnd();
    const header = /^"[^"\\]*"[ \t]*:[ \t]*\{$/.test(line);
    inner = header ? 0 : -1;
    member = header ? -1 : first;
    if (header) segments.push({ start: first, end: first + line.length, kind: "header" });
  }

  /** Ends the open segment before `next`; `last`: no member follows it. */
  function closePiece(next: number, last: boolean): void {
    if (member < 0) return;
    let end = next;
    while (end > member && isSpace(text.charCodeAt(end - 1))) end--;
    const comma = text.charCodeAt(end - 1) === COMMA;
    if (comma) end--;
    if (comma && last) fail("trailing-comma", end, end + 1);
    else if (!comma && !last) fail("comma-missing", end - 1, end);
    segments.push({ start: member, end, kind: inner > 0 ? "child" : "top" });
    member = -1;
  }

  function missingBrace(before: number): void {
    const last = segments.at(-1);
    fail("unclosed-bracket", last?.end ?? before, before, "}");
  }

  function fail(code: SyntaxCode, start: number, end: number, argument?: string): void {
    problems.push({ code, span: { start: Math.max(0, start), end }, ...(argument !== undefined && { argument }) });
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const SLASH = 0x2f;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Whether a comment is the first thing on a line; `from` is the start of a line. */
function hasCommentLine(text: string, from: number, to: number): boolean {
  const lines = text.slice(from, to);
  for (const mark of ["//", "/*"]) {
    for (let at = lines.indexOf(mark); at >= 0; at = lines.indexOf(mark, at + 2)) {
      let before = at;
      while (before > 0 && isBlank(lines.charCodeAt(before - 1))) before--;
      if (before === 0 || lines.charCodeAt(before - 1) === 0x0a) return true;
    }
  }
  return false;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

/** Finds the start of the first line at or behind an offset with something in a column up to `deepest`. */
function shallowLines(text: string, deepest: number): (from: number) => number {
  const line = new RegExp(`^[ \\t\\r\\ufeff]{0,${deepest}}[^ \\t\\r\\ufeff\\n]`, "gm");
  return (from) => {
    line.lastIndex = from;
    return line.test(text) ? startOfLine(text, line.lastIndex) : text.length;
  };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xfeff;
}

function isSpace(code: number): boolean {
  return isBlank(code) || code === 0x0a;
}

function isComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === SLASH || next === 0x2a;
}
