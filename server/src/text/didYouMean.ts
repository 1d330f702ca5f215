import type { Localised } from "./localised.ts";

/** “Did you mean …?” as a sentence behind another; empty if nothing is known. */
export function didYouMean(meant: string | undefined): Localised {
  if (meant === undefined) return { en: "", ja: "" };
  return { en: ` Did you mean ${meant}?`, ja: `${meant}の間違いではありませんか？` };
}
