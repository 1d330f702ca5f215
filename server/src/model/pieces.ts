import type { SameText } from "./sameText.ts";

/** What a piece of a text is. `header`: a top-level key whose value is the following `child` pieces. `stray`: text that belongs to nothing. */
export type PieceKind = "top" | "header" | "child" | "stray";

/** A piece of a text that can be parsed by itself. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: PieceKind;
}

/** How an earlier state of a text was split, and how much of that state the new one has in common with it. */
export interface EarlierSplit extends SameText {
  readonly cuts: readonly Cut[];
}

/** Where a piece starts. */
export interface Cut {
  readonly offset: number;
  readonly kind: PieceKind | "whole";
}

/** How a text is split: so many pieces of the earlier split at its beginning, new ones, and so many of its end. */
export interface Split {
  readonly head: number;
  readonly pieces: readonly Piece[];
  readonly tail: number;
}

/** Finds where a new split meets an earlier one, so that the rest of that one can be taken over. */
export interface Meeting {
  /**
   * How many pieces the earlier split has from here on, or 0 where it has no such cut here. Asked with growing offsets.
   *
   * @param isSame whether a cut of this kind leaves the one who splits in the state that they are in here
   */
  readonly pieces: (offset: number, isSame: (kind: Cut["kind"]) => boolean) => number;
}

/** @param length of the new text */
export function meetingWith({ cuts, start, end, moved }: EarlierSplit, length: number): Meeting {
  const from = length - end;
  let next = cutsUpTo(cuts, start);
  return {
    pieces: (offset, isSame) => {
      if (offset < from) return 0;
      while (next < cuts.length && (cuts[next]?.offset ?? 0) + moved < offset) next++;
      const cut = cuts[next];
      return cut !== undefined && cut.offset + moved === offset && isSame(cut.kind) ? cuts.length - next : 0;
    },
  };
}

/**
 * The piece before the one that the change begins in, or -1: all that decided about it is unchanged, so that splitting
 * can begin there.
 */
export function pieceBeforeChange({ cuts, start }: EarlierSplit): number {
  let index = cutsUpTo(cuts, start) - 2;
  while (index >= 0 && cuts[index]?.kind === "stray") index--;
  return index;
}

/** The first cut of so many that are taken over from the end of an earlier split, where it is now. */
export function firstOfTail({ cuts, moved }: EarlierSplit, tail: number): Cut | undefined {
  const cut = tail === 0 ? undefined : cuts[cuts.length - tail];
  return cut === undefined ? undefined : { offset: cut.offset + moved, kind: cut.kind };
}

/** How many cuts are at an offset or before it. */
function cutsUpTo(cuts: readonly Cut[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
