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
  /** Of these, how many were never asked. */
  readonly fresh: number;
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
  /** When the day began that it is for the learner, and when the exam's day begins if one is set; in the same way. */
  readonly dayStart: number;
  readonly exam?: number;
  readonly portion: number;
  isTouched(card: Card): boolean;
  /** Whether a card is one of those to be reviewed. */
  isWanted(card: Card): boolean;
}

/** Cards that were never asked, of a day: more would be due all at once some days later. */
const NEW_A_DAY = 10;
const DAY = 86_400_000;
const FIRM_DAYS = 21;
/** The days before the exam in which all is asked once more. */
const LAST_DAYS = 7;

interface Candidate {
  readonly kept: KeptCard;
  readonly standing: Standing | undefined;
  readonly isTouched: boolean;
}

/** The cards that are due today, those of the open template first; then new ones, as many as are good for a day. */
export function queueOf(
  cards: readonly Card[],
  records: ReadonlyMap<string, CardRecord>,
  question: QueueQuestion,
): Queue {
  const { now, portion, isTouched, isWanted } = question;
  // Of all cards: a record must not go to a card that is only like its own.
  const kept = attach(cards, records);
  const asked = kept.filter(({ card, record }) => record?.dropped?.on !== true && isWanted(card));
  const candidates = asked.map((one) => ({
    kept: one,
    standing: standingOf(one.record?.reviews ?? []),
    isTouched: isTouched(one.card),
  }));
  const due = candidates.filter((one) => isDue(one, question));
  const fresh = candidates.filter(({ standing }) => standing === undefined);
  // Of all notes: a day is one, whatever part of them is reviewed.
  const unseen = kept.filter(({ record }) => record?.dropped?.on !== true && (record?.reviews ?? []).length === 0);
  const allowed = newToday(records, unseen.length, question);
  const ordered = [...due.sort(byNeed), ...fresh.sort(byNeed).slice(0, Math.max(allowed * 4, portion))];
  const portioned = oneCardOfNote(ordered, due.length + allowed).slice(0, portion);
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
    fresh: Math.min(allowed, fresh.length),
    progress: progressOf(kept, candidates, now),
  };
}

/** Whether a card is to be asked today: one that is learnt by its day, one in its first steps by the minute. */
function isDue({ standing, kept: { record } }: Candidate, { now, dayStart, exam }: QueueQuestion): boolean {
  if (standing === undefined) return false;
  const until = standing.isLearnt ? dayStart + DAY : now + 1;
  if (standing.due < until) return true;
  // What would come again behind the exam is spread over the last days before it.
  if (exam === undefined || exam <= dayStart || standing.due < exam) return false;
  const last = record?.reviews.at(-1)?.[0] ?? 0;
  const turn = 1 + (Math.floor(last / 1000) % LAST_DAYS);
  return last < exam - LAST_DAYS * DAY && dayStart >= exam - turn * DAY;
}

/**
 * How many cards may still be asked for the first time today; before an exam, so many that all are seen in time. What
 * was begun counts also if its card is gone: another template asks other questions.
 */
function newToday(records: ReadonlyMap<string, CardRecord>, unseen: number, { dayStart, exam }: QueueQuestion): number {
  const started = [...records.values()].filter(({ reviews }) => (reviews[0]?.[0] ?? 0) >= dayStart).length;
  const days = exam === undefined ? 0 : Math.round((exam - dayStart) / DAY);
  const needed = days > 0 ? Math.ceil((unseen + started) / days) : 0;
  return Math.max(0, Math.max(NEW_A_DAY, needed) - started);
}

/** Those of the template first, then what was wrong before, then the longest overdue; what was never asked as it stands in the notes. */
function byNeed(left: Candidate, right: Candidate): number {
  return (
    Number(right.isTouched) - Number(left.isTouched) ||
    lapsesOf(right) - lapsesOf(left) ||
    (left.standing?.due ?? 0) - (right.standing?.due ?? 0)
  );
}

/** How often a card was not known, a first answer included. */
function lapsesOf({ kept: { record } }: Candidate): number {
  return (record?.reviews ?? []).filter(([, grade]) => grade === 1).length;
}

/** One card of a note a time: the second would say the answer of the first. */
function oneCardOfNote(candidates: readonly Candidate[], most: number): readonly Candidate[] {
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

/** A part of the notes to be reviewed by itself. */
export interface Deck {
  readonly uri: string;
  /** Titles from the file's down. */
  readonly path: readonly string[];
  readonly cards: number;
}

/** Titles below the file's that are decks of their own, and how many cards are worth one. */
const MAX_LEVELS = 2;
const MIN_CARDS = 3;

/** The files and their first headings, with the number of their cards, in the order of the notes. */
export function decksOf(cards: readonly Card[]): readonly Deck[] {
  const decks = new Map<string, Deck>();
  for (const { uri, path } of cards) {
    for (let level = 1; level <= Math.min(path.length, MAX_LEVELS + 1); level++) {
      const titles = path.slice(0, level);
      const key = [uri, ...titles].join("\n");
      decks.set(key, { uri, path: titles, cards: (decks.get(key)?.cards ?? 0) + 1 });
    }
  }
  return [...decks.values()].filter((deck) => deck.path.length === 1 || deck.cards >= MIN_CARDS);
}

/** Whether a card is of a deck. */
export function isOfDeck(card: Card, { uri, path }: Pick<Deck, "uri" | "path">): boolean {
  return card.uri === uri && path.every((title, level) => card.path[level] === title);
}
