import { Kept } from "./kept.ts";
import { readerOfJson } from "./readUnit.ts";
import { allOf } from "./sameText.ts";
import { splitBrokenJson } from "./splitBrokenJson.ts";
import type { KnownBrokenSplit } from "./splits.ts";
import type { Template } from "./template.ts";
import type { EarlierUnits } from "./unitPool.ts";
import { unitsAfter } from "./unitsAfter.ts";

/**
 * Splits JSON by its layout, and reads what became of the pieces; `undefined` where the layout is another one.
 *
 * @param known an earlier split of the kind
 * @param latest the state before this one, whose units are preferred for what is new
 */
export function brokenSplit(
  text: string,
  known: KnownBrokenSplit | undefined,
  latest: EarlierUnits,
): KnownBrokenSplit | undefined {
  const split = splitBrokenJson(text, known && { ...known, cuts: known.units });
  if (split === undefined) return undefined;
  const { problems, outer } = split;
  return { units: unitsAfter(text, split, known, latest, readerOfJson), problems, outer, ...allOf(text) };
}

const foreseen = new Kept<KnownBrokenSplit>();

/** How the text of a template is split once a letter breaks it, as far as that was found out. */
export function foreseenBreak(template: Template): KnownBrokenSplit | undefined {
  return foreseen.get(template);
}

/**
 * Finds out how the text of a template in JSON is split once a letter breaks it, which takes a look at each of its lines,
 * or at those that changed since it was last known: the quote that is opened next need not wait for that, then.
 */
export function foreseeBreak(template: Template): void {
  const { text, format, units, splits } = template;
  // Where the text is broken now, or cannot be split, there is nothing to foresee.
  if (format !== "json" || splits.split?.units !== units || foreseen.get(template) !== undefined) return;
  const broken = brokenSplit(text, splits.broken, { units, ...allOf(text) });
  if (broken !== undefined) foreseen.set(template, broken);
}
