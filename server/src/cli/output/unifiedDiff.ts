import { formatPatch, OMIT_HEADERS, type StructuredPatch, structuredPatch } from "diff";
import type { FixedText } from "../files/checked.ts";

/** Lines around a change. */
const CONTEXT = 3;

/** If more lines differ, they are given as removed and added all together: comparing takes time with their square. */
const MAX_DIFFERENT_LINES = 2000;

/** The difference of two texts as `diff -u` and `git apply` write and read it. */
export function unifiedDiff(path: string, { before, after }: Pick<FixedText, "before" | "after">): string {
  const options = { context: CONTEXT, maxEditLength: MAX_DIFFERENT_LINES };
  const patch = structuredPatch("", "", before, after, undefined, undefined, options) ?? wholeFilePatch(before, after);
  return `--- a/${path}\n+++ b/${path}\n${patch.hunks.length === 0 ? "" : formatPatch(patch, OMIT_HEADERS)}`;
}

function wholeFilePatch(before: string, after: string): StructuredPatch {
  const removed = structuredPatch("", "", before, "");
  const added = structuredPatch("", "", "", after).hunks.flatMap(({ lines }) => lines);
  const hunks = removed.hunks.map((hunk) => ({
    ...hunk,
    newStart: 1,
    newLines: added.filter((line) => line.startsWith("+")).length,
    lines: [...hunk.lines, ...added],
  }));
  return { ...removed, hunks };
}
