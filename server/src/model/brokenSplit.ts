import { readerOfJson } from "./readUnit.ts";
import type { KnownBrokenSegmentation } from "./segmentations.ts";
import { splitBrokenJson } from "./splitBrokenJson.ts";
import { identityDelta } from "./textDelta.ts";
import type { EarlierUnits } from "./unitPool.ts";
import { unitsAfter } from "./unitsAfter.ts";

/**
 * Splits JSON by its layout, and reads what became of the segments; `undefined` where the layout is another one.
 *
 * @param known an earlier split of the kind
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
