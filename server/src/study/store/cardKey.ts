import { nameKey } from "../../notes/words/names.ts";
import type { Card } from "../cards/card.ts";

/** The normalised text of a card: without case, spaces and punctuation. */
export function comparableWords({ front, back }: Pick<Card, "front" | "back">): string {
  return `${withoutSigns(front)}|${withoutSigns(back)}`;
}

/** The key of a newly stored card, a hash of its kind and text: 13 letters and digits. */
export function newKey(card: Pick<Card, "kind" | "front" | "back">): string {
  return `${card.kind}-${hashOf(comparableWords(card))}`;
}

function withoutSigns(text: string): string {
  return nameKey(text).replace(/[^\p{L}\p{N}|]+/gu, "");
}

/** A 53-bit hash of a text (two multiplications per character), in base 36. */
function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
