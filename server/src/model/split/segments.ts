import { countWhile } from "../../text/countWhile.ts";
import type { TextDelta } from "./textDelta.ts";

/** The kind of a segment. `header`: a top-level key whose value is the following `child` segments. `stray`: text that belongs to nothing. */
export type SegmentKind = "top" | "header" | "child" | "stray";

/** A segment of a text that can be parsed by itself. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: SegmentKind;
}

/** The split of an earlier text, and what the new text has in common with that. */
export interface PreviousSegmentation extends TextDelta {
  readonly starts: readonly SegmentStart[];
}

export interface SegmentStart {
  readonly offset: number;
  readonly kind: SegmentKind | "whole";
}

/** The split of a text: so many segments of the earlier split at its beginning, new ones, and so many of its end. */
export interface Segmentation {
  readonly head: number;
  readonly segments: readonly Segment[];
  readonly tail: number;
}

/** Finds the point at which a new split meets an earlier one, so that the rest of that one can be taken over. */
export interface ResyncPoint {
  /**
   * How many segments the earlier split has from here on, or 0 if it has no such start here. Asked with growing
   * offsets.
   *
   * @param isSame whether a start of this kind leaves the splitter in its present state
   */
  readonly segmentsFrom: (offset: number, isSame: (kind: SegmentStart["kind"]) => boolean) => number;
}

/** @param length of the new text */
export function resyncWith({ starts, start, end, moved }: PreviousSegmentation, length: number): ResyncPoint {
  const from = length - end;
  let next = startsUpTo(starts, start);
  return {
    segmentsFrom: (offset, isSame) => {
      if (offset < from) return 0;
      while (next < starts.length && (starts[next]?.offset ?? 0) + moved < offset) next++;
      const known = starts[next];
      return known !== undefined && known.offset + moved === offset && isSame(known.kind) ? starts.length - next : 0;
    },
  };
}

/**
 * The segment before the one that the change begins in, or -1: all that decided about it is unchanged, so that
 * splitting can begin there.
 */
export function segmentBeforeChange({ starts, start }: PreviousSegmentation): number {
  let index = startsUpTo(starts, start) - 2;
  while (index >= 0 && starts[index]?.kind === "stray") index--;
  return index;
}

/** The first start of so many that are taken over from the end of an earlier split, at its new offset. */
export function firstOfTail({ starts, moved }: PreviousSegmentation, tail: number): SegmentStart | undefined {
  const start = tail === 0 ? undefined : starts[starts.length - tail];
  return start === undefined ? undefined : { offset: start.offset + moved, kind: start.kind };
}

/** How many starts are at an offset or before it. */
function startsUpTo(starts: readonly SegmentStart[], offset: number): number {
  return countWhile(starts, (start) => start.offset <= offset);
}
