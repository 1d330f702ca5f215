import { type CallNode, textOf } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";

/** A function by its name; a `Ref` with what it refers to. */
export function functionText({ name, argument }: CallNode): string {
  const target = name === "Ref" ? textOf(argument) : undefined;
  return target === undefined ? name : `Ref ${target}`;
}

/** Names of which all are meant. */
export function both(names: readonly string[]): Localised {
  return { en: names.join(" and "), ja: names.join("と") };
}

/** A number, or the least and the most. */
export function fromTo(least: number, most: number): string | Localised {
  return least === most ? String(least) : { en: `${least} to ${most}`, ja: `${least}〜${most}` };
}
