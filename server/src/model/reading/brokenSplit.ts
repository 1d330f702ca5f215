import type { KnownBrokenSegmentation } from "../split/segmentations.ts";
import { splitBrokenJson } from "../split/splitBrokenJson.ts";
import { identityDelta } from "../split/textDelta.ts";
import type { EarlierUnits } from "../split/unitPool.ts";
import { unitsAfter } from "../split/unitsAfter.ts";
import { readerOfJson } from "./readUnit.ts";

/**
 * Splits JSON by its layout, and reads the segments; `undefined` if the layout is another one.
 *
 * @param known an earlier split of this kind
 * @param latest the state before this one, whose units are preferred for what is new
 */
export function brokenSplit(
  text: string,
  known: KnownBrokenSegmentation | undefined,
  latest: EarlierUnits,
): KnownBrokenSegmentation | undefined {
  const split = splitBrokenJson(text, known && { ...known, starts: known.units });
  if (split === undefined) return undefined;
  const { problems, outer } = split;
  return { units: unitsAfter(text, split, known, latest, readerOfJson), problems, outer, ...identityDelta(text) };
}
