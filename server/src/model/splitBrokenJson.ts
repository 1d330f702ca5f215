import type { Piece } from "./pieces.ts";
import type { SyntaxProblem } from "./template.ts";

/**
 * Cuts JSON that is broken somewhere by its layout: one member a line, members of an object in one column. So the
 * entry that is being typed is all that is read again and all that is wrong. Gives `undefined` where the layout is
 * another one. Linear in the text.
 *
 * @returns pieces as `splitJson` has them, and what is wrong between them, with absolute spans
 */
export function splitBrokenJson(
  text: string,
): { readonly pieces: readonly Piece[]; readonly problems: readonly SyntaxProblem[] } | undefined {
  const pieces: Piece[] = [];
  const problems: SyntaxProblem[] = [];
  let outer = -1; // column of the sections
  let inner = -1; // column of the open section's entries; -1: none open, 0: open, first entry not seen
  let member = -1; // where the piece that is open starts
  let behind = false; // behind the last brace
  let begun = -1;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
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
        openTop(first, end);
      } else if (code === QUOTE && column === outer) {
        closePiece(first, false);
        if (inner >= 0) missingBrace(first);
        openTop(first, end);
      } else if (inner === 0) {
        // A section without members is a piece of its own.
        if (code !== QUOTE || column <= outer) return undefined;
        inner = column;
        member = first;
      } else if (code === QUOTE && column === inner) {
        closePiece(first, false);
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
  }
  if (!behind) return undefined;
  return { pieces, problems };

  function openTop(first: number, end: number): void {
    const line = text.slice(first, end).trimEnd();
    const header = /^"[^"\\]*"[ \t]*:[ \t]*\{$/.test(line);
    inner = header ? 0 : -1;
    member = header ? -1 : first;
    if (header) pieces.push({ start: first, end: first + line.length, kind: "header" });
  }

  /** Ends the open piece before `next`; `last`: no member follows it. */
  function closePiece(next: number, last: boolean): void {
    if (member < 0) return;
    let end = next;
    while (end > member && isSpace(text.charCodeAt(end - 1))) end--;
    const comma = text.charCodeAt(end - 1) === COMMA;
    if (comma) end--;
    if (comma && last) fail("A comma may not stand before the closing bracket.", end, end + 1);
    else if (!comma && !last) fail("A comma is missing.", end - 1, end);
    pieces.push({ start: member, end, kind: inner > 0 ? "child" : "top" });
    member = -1;
  }

  function missingBrace(before: number): void {
    const last = pieces.at(-1);
    fail("A closing } is missing.", last?.end ?? before, before);
  }

  function fail(message: string, start: number, end: number): void {
    problems.push({ code: "syntax", span: { start: Math.max(0, start), end }, message });
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const SLASH = 0x2f;
const OPEN = 0x7b;
const CLOSE = 0x7d;

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
