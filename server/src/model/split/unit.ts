import type { MapNode } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import type { SegmentKind } from "./segments.ts";

/** The anchors in a unit, and names that it uses without an anchor. */
export interface Anchors {
  readonly unresolved: readonly string[];
  readonly anchors: readonly string[];
}

/** A piece of text that was parsed by itself. */
export interface Unit {
  readonly text: string;
  readonly root: MapNode | undefined;
  readonly errors: readonly SyntaxProblem[];
  /** Nearly all have none. */
  readonly anchored?: Anchors;
}

export interface PlacedUnit {
  /** What of the text it is; `whole`: all that is read of it. */
  readonly kind: SegmentKind | "whole";
  readonly offset: number;
  readonly unit: Unit;
}
