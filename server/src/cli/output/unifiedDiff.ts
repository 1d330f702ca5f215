import type { FixedText } from "../files/checked.ts";

/** So many lines stand around a change. */
const CONTEXT = 3;

/** One line of both texts, or of one. */
interface Row {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** The difference of two texts as `diff -u` and `git apply` write and read it. */
export function unifiedDiff(path: string, { before, after }: Pick<FixedText, "before" | "after">): string {
  const rows = difference(linesOf(before), linesOf(after));
  const hunks = hunksOf(rows).map(({ from, to }) => hunk(rows, from, to));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

/** What both begin and end with is the same; what is between is compared line by line (longest common subsequence). */
function difference(before: readonly string[], after: readonly string[]): readonly Row[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [end, newEnd] = [before.length, after.length];
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end--;
    newEnd--;
  }
  const same = (line: string): Row => ({ sign: " ", line });
  return [
    ...before.slice(0, start).map(same),
    ...compared(before.slice(start, end), after.slice(start, newEnd)),
    ...before.slice(end).map(same),
  ];
}

/** Beyond so many pairs of lines the old ones are given as removed, the new ones as added. */
const MOST_PAIRS = 4_000_000;

function compared(before: readonly string[], after: readonly string[]): readonly Row[] {
  const removed = (line: string): Row => ({ sign: "-", line });
  const added = (line: string): Row => ({ sign: "+", line });
  if (before.length * after.length > MOST_PAIRS) return [...before.map(removed), ...after.map(added)];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--)
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      rows.push({ sign: " ", line: old });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      rows.push(removed(old));
      i++;
    } else if (fresh !== undefined) {
      rows.push(added(fresh));
      j++;
    }
  }
  return rows;
}

/** Ranges of rows around changes; those that meet are one. */
function hunksOf(rows: readonly Row[]): readonly { readonly from: number; readonly to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [index, { sign }] of rows.entries()) {
    if (sign === " ") continue;
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(rows.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function hunk(rows: readonly Row[], from: number, to: number): string {
  const count = (part: readonly Row[], without: "-" | "+"): number =>
    part.filter(({ sign }) => sign !== without).length;
  const range = (without: "-" | "+"): string => {
    const [start, length] = [count(rows.slice(0, from), without), count(rows.slice(from, to), without)];
    return `${length === 0 ? start : start + 1},${length}`;
  };
  const lines = rows
    .slice(from, to)
    .map(({ sign, line }) => `${sign}${line}${line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n"}`);
  return `@@ -${range("+")} +${range("-")} @@\n${lines.join("")}`;
}
