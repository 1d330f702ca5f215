import { distance } from "fastest-levenshtein";
import type { Localised } from "../../../text/localised.ts";
import type { Span } from "../../../text/span.ts";
import type { FixData } from "../../engine/rule.ts";

/** Four times what a template may declare, and all resource types. */
const MAX_COMPARED_NAMES = 2000;

/** In UTF-16 units: comparing takes time with the square of the length, and no name of CloudFormation's is longer. */
const MAX_COMPARED_LENGTH = 300;

/** The name that was most likely meant; `undefined` if none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  if (name.length > MAX_COMPARED_LENGTH) return undefined;
  const lower = name.toLowerCase();
  const limit = Math.max(1, Math.min(4, Math.floor(name.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let left = MAX_COMPARED_NAMES;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    if (left-- === 0) break;
    const far = candidate.toLowerCase() === lower ? 0 : isSwapped(candidate, name) ? 1 : distance(candidate, name);
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** Whether two neighbouring characters are in the other order and all else is the same: one slip of the fingers. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** "Did you mean" as a half sentence behind a message, and its fix. */
export interface Suggestion {
  readonly en: string;
  readonly ja: string;
  readonly data: FixData | undefined;
}

/** What to say and do where `name` is unknown and one of `names` may be meant. */
export function suggestion(name: string, names: Iterable<string>, span: Span): Suggestion {
  const meant = nearest(name, names);
  return suggested(meant === name ? undefined : meant, span);
}

/** The same if it is known which name is meant, or that none is. */
export function suggested(meant: string | undefined, span: Span): Suggestion {
  return { ...didYouMean(meant), data: meant === undefined ? undefined : replacement(span, meant) };
}

/** The half sentence alone; empty if it is not known what is meant. */
export function didYouMean(meant: string | undefined): Localised {
  if (meant === undefined) return { en: "", ja: "" };
  return { en: ` Did you mean ${meant}?`, ja: `${meant}の間違いではありませんか？` };
}

/** The fix that writes a text in place of what stands there. */
export function replacement({ start, end }: Span, newText: string, title: Localised = changeTo(newText)): FixData {
  return { title, edits: [{ start, end, newText }] };
}

export function changeTo(name: string): Localised {
  return { en: `Change to ${name}`, ja: `${name}に変更` };
}
