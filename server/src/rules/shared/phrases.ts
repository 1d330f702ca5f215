import type { Localised } from "../../text/localised.ts";

/** Names of which all are meant. */
export function both(names: readonly string[]): Localised {
  return { en: names.join(" and "), ja: names.join("と") };
}

/** A number, or the least and the most. */
export function fromTo(least: number, most: number): string | Localised {
  return least === most ? String(least) : { en: `${least} to ${most}`, ja: `${least}〜${most}` };
}
