import type { MapNode } from "./node.ts";
import type { SegmentKind } from "./segments.ts";
import type { SyntaxProblem } from "./syntaxProblem.ts";

/** A piece of text that was parsed by itself. */
export interface Unit {
  readonly text: string;
  readonly root: MapNode | undefined;
  readonly errors: readonly SyntaxProblem[];
}

export interface PlacedUnit {
  /** What of the text it is; `whole`: all that is read of it. */
  readonly kind: SegmentKind | "whole";
  readonly offset: number;
  readonly unit: Unit;
}
