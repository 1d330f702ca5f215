import type { MapNode } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import type { SegmentKind } from "./segments.ts";

/** The anchors in a unit, and the aliases without an anchor in it. */
export interface Anchors {
  readonly unresolved: readonly string[];
  readonly anchors: readonly string[];
}

/** A piece of text that was parsed by itself. */
export interface Unit {
  readonly text: string;
  readonly root: MapNode | undefined;
  readonly errors: readonly SyntaxProblem[];
  /** Absent in nearly all units. */
  readonly anchored?: Anchors;
}

export interface PlacedUnit {
  /** The part of the text that it is; `whole`: all of it. */
  readonly kind: SegmentKind | "whole";
  readonly offset: number;
  readonly unit: Unit;
}
