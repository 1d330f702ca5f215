import { hole } from "./value.ts";

/** The possible texts of a pseudo parameter. Each is read once, from the end of the last one. */
const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  ["AWS::Partition", /\baws(?:-cn|-us-gov)?\b/g],
  ["AWS::Region", /\b[a-z]{2}-(?:gov-|iso-|isob-)?[a-z]{4,9}-\d\b/g],
  ["AWS::AccountId", /\b\d{12}\b/g],
  ["AWS::URLSuffix", /\bamazonaws\.com(?:\.cn)?\b/g],
];

const MAX_TRIED_TEXTS = 60;

/**
 * Whether a text becomes another one when it is deployed: `arn:${AWS::Partition}:…` is mostly `arn:aws:…`. What is a
 * matter of choice, such as the stack's name, does not count.
 */
export function mayBecome(text: string, other: string): boolean {
  let tried: readonly string[] = [text];
  for (const [name, shape] of SHAPES) {
    const place = hole(name);
    if (!text.includes(place)) continue;
    // The other text may have it, too.
    const values = new Set([
      ...(other.includes(place) ? [place] : []),
      ...[...other.matchAll(shape)].map(([found]) => found),
    ]);
    tried = tried.flatMap((one) => [...values].map((value) => one.replaceAll(place, value))).slice(0, MAX_TRIED_TEXTS);
  }
  return tried.includes(other);
}
