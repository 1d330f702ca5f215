import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import { FAULTS, type Fault } from "./faults.ts";

/** What a check of a template found, as far as a drill needs it. */
export interface Found {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  /** The message in English: two findings are one where code and message are the same. */
  readonly english: string;
  readonly topic: string | undefined;
}

/** A copy of a template with one fault in it. */
export interface Drill {
  readonly text: string;
  readonly hint: Localised;
  /** What was written at the place, and what is now; the lines around them whole. */
  readonly before: string;
  readonly after: string;
  /** The finding that the copy has and the template has not. */
  readonly finding: Found;
}

/** Checks a text as a template, in steps. */
export type Check = (text: string) => Generator<void, readonly Found[]>;

/** How a drill is made. */
export interface DrillOptions {
  /** The same one makes the same drill. */
  readonly seed: number;
  readonly faults?: readonly Fault[];
  /** So many faults are tried. */
  readonly tries?: number;
}

const MOST_TRIES = 60;

/**
 * Puts one fault into a copy of a template: one of which checking tells exactly one finding more, and none less.
 *
 * @returns `undefined` where none of the faults that were tried is such a one
 */
export function* drill(
  text: string,
  check: Check,
  { seed, faults = FAULTS, tries: most = MOST_TRIES }: DrillOptions,
): Generator<void, Drill | undefined> {
  const before = yield* check(text);
  const random = randomNumbers(seed);
  const places = faults
    .map((fault) => ({ fault, matches: matchesOf(fault, text) }))
    .filter(({ matches }) => matches.length > 0);
  for (let tries = 0; tries < most && places.length > 0; tries++) {
    const at = Math.floor(random() * places.length);
    const place = places[at];
    const [match] = place?.matches.splice(Math.floor(random() * place.matches.length), 1) ?? [];
    if (place === undefined || match === undefined) continue;
    if (place.matches.length === 0) places.splice(at, 1);
    const changed = place.fault.written(match);
    if (changed === undefined || changed === match[0]) continue;
    const faulty = text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
    const { added, gone } = difference(before, yield* check(faulty));
    const [finding] = added;
    if (finding !== undefined && added.length === 1 && gone.length === 0 && place.fault.codes.includes(finding.code))
      return { text: faulty, hint: place.fault.hint, finding, ...linesAt(text, faulty, match, changed.length) };
  }
  return undefined;
}

/** The lines of a change, before and after it. */
function linesAt(
  text: string,
  faulty: string,
  { index, 0: { length } }: RegExpExecArray,
  changed: number,
): { readonly before: string; readonly after: string } {
  const start = text.lastIndexOf("\n", Math.max(0, text[index] === "\n" ? index : index - 1)) + 1;
  const lines = (whole: string, end: number): string => {
    const until = whole.indexOf("\n", Math.max(start, end));
    return whole.slice(start, until < 0 ? undefined : until).trim();
  };
  return { before: lines(text, index + length), after: changed === 0 ? "" : lines(faulty, index + changed) };
}

/** What one check found and the other did not. Where a finding stands does not count: edits move it. */
export function difference(
  before: readonly Found[],
  after: readonly Found[],
): { readonly added: readonly Found[]; readonly gone: readonly Found[] } {
  return { added: without(after, before), gone: without(before, after) };
}

function without(all: readonly Found[], taken: readonly Found[]): readonly Found[] {
  const counts = new Map<string, number>();
  for (const one of taken) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return all.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0;
    counts.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

function keyOf({ code, english }: Found): string {
  return `${code} ${english}`;
}

/** So many places of a fault are enough to choose from. */
const MOST_MATCHES = 300;

function matchesOf({ pattern }: Fault, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (matches.push(match) >= MOST_MATCHES) break;
  }
  return matches;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
