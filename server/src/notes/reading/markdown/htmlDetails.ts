import type { StateBlock } from "markdown-it";

const OPENING = /^<details(?:\s[^<>]*)?>\s*/i;
/** The most lines of a summary, which is a title. */
const MAX_SUMMARY = 3;
const MAX_DETAILS = 8;

/**
 * `<details>` up to its `</details>`, as the container that `:::details` makes; one that is not closed goes to the end.
 */
export function htmlDetails(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const opening = OPENING.exec(lineText(state, startLine));
  const depth = typeof state.env["details"] === "number" ? state.env["details"] : 0;
  if (opening === null || depth >= MAX_DETAILS) return false;
  if (silent) return true;
  const { last, cut } = detailsEnd(state, startLine, endLine, opening[0].length);
  const { title, line, at } = summary(state, startLine, last, opening[0].length);
  const open = state.push("container_open", "div", 1);
  open.map = [startLine, last + 1];
  open.info = "details";
  open.content = title;
  open.meta = { alert: false };
  open.block = true;
  runInside(state, { line, at, last, cut }, () => {
    state.env["details"] = depth + 1;
    state.md.block.tokenize(state, line, last + 1);
    state.env["details"] = depth;
  });
  const close = state.push("container_close", "div", -1);
  close.info = "details";
  close.block = true;
  state.line = Math.min(last + 1, endLine);
  return true;
}

interface Inside {
  readonly line: number;
  readonly at: number;
  readonly last: number;
  /** The end of the last line's text. */
  readonly cut: number;
}

/** Calls `read` with the block's text cut down to what is between the tags. */
function runInside(state: StateBlock, { line, at, last, cut }: Inside, read: () => void): void {
  const { parentType, lineMax } = state;
  const begin = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0] as const;
  const end = state.eMarks[last] ?? 0;
  if (at > 0) {
    state.bMarks[line] = at;
    state.tShift[line] = 0;
    state.sCount[line] = state.blkIndent;
  }
  state.eMarks[last] = Math.max(cut, state.bMarks[last] ?? 0);
  state.lineMax = last + 1;
  read();
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = begin;
  state.eMarks[last] = end;
  state.parentType = parentType;
  state.lineMax = lineMax;
}

/** The line with the closing tag and the end of its text before the tag. */
function detailsEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  skip: number,
): { last: number; cut: number } {
  let inner = 0;
  for (let line = startLine; line < endLine; line++) {
    const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + (line === startLine ? skip : 0);
    const text = state.src.slice(begin, state.eMarks[line]);
    for (const { 0: tag, index } of text.matchAll(/<\/?details(?:\s[^<>]*)?>/gi)) {
      if (!tag.startsWith("</")) inner++;
      else if (inner-- === 0) return { last: line, cut: begin + index };
    }
  }
  return { last: endLine - 1, cut: state.eMarks[endLine - 1] ?? 0 };
}

/** The title, and the line and offset at which the text behind it begins. */
function summary(
  state: StateBlock,
  startLine: number,
  last: number,
  skip: number,
): { title: string; line: number; at: number } {
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0) + skip;
  const until = state.eMarks[Math.min(last, startLine + MAX_SUMMARY)] ?? from;
  const found = /^\s*<summary(?:\s[^<>]*)?>([\s\S]*?)<\/summary>/i.exec(state.src.slice(from, until));
  if (found === null) return { title: "", line: startLine, at: from };
  const at = from + found[0].length;
  let line = startLine;
  while (line < last && (state.eMarks[line] ?? 0) < at) line++;
  return { title: (found[1] ?? "").replace(/\s+/g, " ").trim(), line, at };
}

/** A line without its indentation. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
