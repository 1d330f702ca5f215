import type { BrokenLayout } from "./splitBrokenJson.ts";
import type { EarlierUnits } from "./unitPool.ts";

/** How a text was split or, if it could not be, how the last one before it was that could. */
export interface Segmentations {
  readonly split?: KnownSegmentation | undefined;
  readonly broken?: KnownBrokenSegmentation | undefined;
}

export interface KnownSegmentation extends EarlierUnits {
  readonly format: "yaml" | "json";
  /** Whether any of its units has anchors. */
  readonly anchored: boolean;
}

/** A split of broken JSON by its layout, with the units of its segments. */
export interface KnownBrokenSegmentation extends EarlierUnits, BrokenLayout {}
