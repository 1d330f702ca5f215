import type { Card } from "./cards/card.ts";
import { attach, type KeptCard } from "./store/attach.ts";
import type { CardRecord } from "./store/record.ts";
import { outlook, type Review, type Standing, standingOf } from "./store/schedule.ts";

/** What is to be asked now. */
export interface Queue {
  /** Of a portion, in order; what today's template touches first. */
  readonly cards: readonly QueuedCard[];
  /** How many cards are due, those that were never asked and may be today included. */
  readonly due: number;
  readonly progress: Progress;
}

export interface QueuedCard extends KeptCard {
  /** In milliseconds, by grade. */
  readonly outlook: ReturnType<typeof outlook>;
  /** Another card of the same note, to be merged with. */
  readonly sibling: KeptCard | undefined;
  readonly isTouched: boolean;
}

/** How far somebody is, in plain numbers. */
export interface Progress {
  readonly cards: number;
  readonly asked: number;
  /** Cards that are known for three weeks or more. */
  readonly firm: number;
  /** Reviews of cards that were asked before, in the last thirty days, and how many of these were known. */
  readonly reviews: number;
  readonly known: number;
}

export interface QueueQuestion {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly portion: number;
  isTouched(card: Card): boolean;
}

/** Cards that were never asked, of a day: more would be due all at once some days later. */
const NEW_A_DAY = 10;
const DAY = 86_400_000;
/** A day's new cards were first asked within so many milliseconds. */
const TODAY = DAY / 2;
const FIRM_DAYS = 21;

interface Candidate {
  readonly kept: KeptCard;
  readonly standing: Standing | undefined;
  readonly isTouched: boolean;
}

/** The cards that are due, those of today's template first; then new ones, as many as are good for a day. */
export function queueOf(
  cards: readonly Card[],
  records: ReadonlyMap<string, CardRecord>,
  { now, portion, isTouched }: QueueQuestion,
): Queue {
  const kept = attach(cards, records);
  const asked = kept.filter(({ record }) => record?.dropped?.on !== true);
  const candidates = asked.map((one) => ({
    kept: one,
    standing: standingOf(one.record?.reviews ?? []),
    isTouched: isTouched(one.card),
  }));
  const due = candidates.filter(({ standing }) => standing !== undefined && standing.due <= now);
  const fresh = candidates.filter(({ standing }) => standing === undefined);
  const allowed = Math.max(0, NEW_A_DAY - startedSince(kept, now - TODAY));
  const ordered = [...due.sort(byTouch), ...fresh.sort(byTouch).slice(0, Math.max(allowed * 4, portion))];
  const portioned = apart(ordered, due.length + allowed).slice(0, portion);
  return {
    cards: portioned.map(({ kept: one, isTouched: touched }) => ({
      ...one,
      outlook: outlook(one.record?.reviews ?? [], now),
      sibling: asked.find(
        ({ card }) => card !== one.card && card.noteId === one.card.noteId && card.uri === one.card.uri,
      ),
      isTouched: touched,
    })),
    due: due.length + Math.min(allowed, fresh.length),
    progress: progressOf(kept, candidates, now),
  };
}

/** Those of the template first, then the longest overdue; what was never asked stays in the order of the notes. */
function byTouch(left: Candidate, right: Candidate): number {
  return Number(right.isTouched) - Number(left.isTouched) || (left.standing?.due ?? 0) - (right.standing?.due ?? 0);
}

/** One card of a note a time: the second would say the answer of the first. */
function apart(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const notes = new Set<string>();
  return candidates
    .filter(({ kept: { card } }) => {
      const note = card.noteId === "" ? card.front : card.noteId;
      const isFirst = !notes.has(note);
      notes.add(note);
      return isFirst;
    })
    .slice(0, most);
}

function startedSince(kept: readonly KeptCard[], time: number): number {
  return kept.filter(({ record }) => (record?.reviews[0]?.[0] ?? 0) > time).length;
}

function progressOf(kept: readonly KeptCard[], candidates: readonly Candidate[], now: number): Progress {
  const again = kept
    .flatMap(({ record }): readonly Review[] => record?.reviews.slice(1) ?? [])
    .filter(([time]) => time > now - 30 * DAY);
  return {
    cards: candidates.length,
    asked: candidates.filter(({ standing }) => standing !== undefined).length,
    firm: candidates.filter(({ standing }) => standing?.isLearnt === true && standing.days >= FIRM_DAYS).length,
    reviews: again.length,
    known: again.filter(([, grade]) => grade > 1).length,
  };
}
