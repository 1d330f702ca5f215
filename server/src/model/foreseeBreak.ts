import { Kept } from "./kept.ts";
import { readerOfJson } from "./readUnit.ts";
import { allOf } from "./sameText.ts";
import { splitBrokenJson } from "./splitBrokenJson.ts";
import type { KnownBrokenSplit } from "./splits.ts";
import type { Template } from "./template.ts";
import { unitsAfter } from "./unitsAfter.ts";

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
  const { split, broken: known } = splits;
  // Where the text is broken now, or cannot be split, there is nothing to foresee.
  if (format !== "json" || split?.units !== units || known?.start === text.length) return;
  const next = splitBrokenJson(text, known && { ...known, cuts: known.units });
  if (next === undefined) return;
  const { problems, outer } = next;
  const found = unitsAfter(text, next, known, { units, ...allOf(text) }, readerOfJson);
  foreseen.set(template, { units: found, problems, outer, ...allOf(text) });
}
