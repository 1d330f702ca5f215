import type { FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { FoldingRangeKind } from "vscode-languageserver-types";
import type { Fold, PlacedFolds } from "../../features/document/folding.ts";
import { memoBy } from "../../text/memoBy.ts";

/**
 * Folding ranges in LSP's form: only those of more than one line, one for each first line.
 *
 * @param max the client's limit; beyond it the innermost ranges are left out
 */
export function foldingRanges(
  document: TextDocument,
  placed: readonly PlacedFolds[],
  max: number = Number.POSITIVE_INFINITY,
): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const disordered = new Map<number, FoldingRange>();
  let last: FoldingRange | undefined;
  for (const folds of placed) {
    const base = document.positionAt(folds.offset).line;
    for (const { first, last: end, kind } of foldLines(document, folds, base)) {
      const startLine = base + first;
      const endLine = base + end;
      // Nearly all come in the order of the text: a huge template has tens of thousands, too many for a map.
      if (last === undefined || startLine > last.startLine) {
        last = foldingRange(startLine, endLine, kind);
        ranges.push(last);
      } else if (startLine === last.startLine) widen(last, endLine);
      else {
        const earlier = disordered.get(startLine);
        if (earlier === undefined) disordered.set(startLine, foldingRange(startLine, endLine, kind));
        else widen(earlier, endLine);
      }
    }
  }
  return outermost(disordered.size === 0 ? ranges : withOtherRanges(ranges, disordered), max);
}

function foldingRange(startLine: number, endLine: number, kind: Fold["kind"]): FoldingRange {
  return kind === "comment" ? { startLine, endLine, kind: FoldingRangeKind.Comment } : { startLine, endLine };
}

function widen(range: FoldingRange, endLine: number): void {
  if (range.endLine < endLine) range.endLine = endLine;
}

function withOtherRanges(ranges: readonly FoldingRange[], others: Map<number, FoldingRange>): FoldingRange[] {
  for (const range of ranges) {
    const other = others.get(range.startLine);
    if (other === undefined) continue;
    widen(range, other.endLine);
    others.delete(range.startLine);
  }
  return [...ranges, ...others.values()].sort((a, b) => a.startLine - b.startLine);
}

/** All ranges of the depths that fit into `max`, and as many of the next depth as still fit. */
function outermost(ranges: FoldingRange[], max: number): FoldingRange[] {
  if (ranges.length <= max) return ranges;
  const depths = depthsOf(ranges);
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let left = max;
  let deepest = 0;
  while (left >= (counts[deepest] ?? 0)) left -= counts[deepest++] ?? 0;
  return ranges.filter((_, index) => {
    const depth = depths[index] ?? 0;
    return depth < deepest || (depth === deepest && left-- > 0);
  });
}

/** The number of ranges around each range; they are in the order of their first lines. */
function depthsOf(ranges: readonly FoldingRange[]): readonly number[] {
  const around: number[] = [];
  return ranges.map(({ startLine, endLine }) => {
    while (around.length > 0 && (around.at(-1) ?? 0) < startLine) around.pop();
    return around.push(endLine) - 1;
  });
}

/** A fold by its lines, counted from the line that the offset of the folds is on. */
interface FoldLines {
  readonly first: number;
  readonly last: number;
  readonly kind: Fold["kind"];
}

/** An edit moves most entries and changes one: their lines stay the same among themselves. */
const linesByFolds = memoBy(
  (folds: readonly Fold[], { document, offset, base }: { document: TextDocument; offset: number; base: number }) => {
    const text = document.getText();
    return folds.flatMap(({ start, end, kind }): readonly FoldLines[] => {
      // A block scalar or map may end behind its last line break, or on blank lines: these stay visible.
      let behind = Math.min(end + offset, text.length);
      while (behind > start + offset && BLANK.has(text.charCodeAt(behind - 1))) behind--;
      const first = document.positionAt(start + offset).line - base;
      const last = document.positionAt(behind).line - base;
      return last > first ? [{ first, last, kind }] : [];
    });
  },
);

function foldLines(document: TextDocument, { folds, offset }: PlacedFolds, base: number): readonly FoldLines[] {
  return linesByFolds(folds, { document, offset, base });
}

/** Space, line breaks, tab. */
const BLANK: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);
