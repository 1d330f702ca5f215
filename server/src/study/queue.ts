import type { Card } from "./cards/card.ts";
import { attach, type KeptCard } from "./store/attach.ts";
import { comparableWords } from "./store/cardKey.ts";
import type { CardRecord } from "./store/record.ts";
import { outlook, type Review, type Standing, standingOf } from "./store/schedule.ts";

/** The review queue. */
export interface Queue {
  /** The next cards, in order; those on the open template first. */
  readonly cards: readonly QueuedCard[];
  /** Number of due cards, including today's new ones. */
  readonly due: number;
  /** Number of new cards among them. */
  readonly fresh: number;
  readonly progress: Progress;
}

export interface QueuedCard extends KeptCard {
  /** Time until the next review in milliseconds, by grade. */
  readonly outlook: ReturnType<typeof outlook>;
  /** Another card of the same note that it can be merged with. */
  readonly sibling: KeptCard | undefined;
  readonly isTouched: boolean;
}

/** Learning statistics. */
export interface Progress {
  readonly cards: number;
  readonly asked: number;
  /** Cards with a stability of three weeks or more. */
  readonly firm: number;
  /** Reviews of known cards in the last thirty days, and how many of them were answered correctly. */
  readonly reviews: number;
  readonly known: number;
}

export interface QueueQuestion {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Start of the learner's day, and of the exam's day if one is set, in the same unit. */
  readonly dayStart: number;
  readonly exam?: number;
  readonly portion: number;
  isTouched(card: Card): boolean;
  /** Whether a card was given before and not answered: it comes first if it is due. */
  isGiven(card: Card): boolean;
  /** Whether a card belongs to the reviewed part of the notes. */
  isWanted(card: Card): boolean;
}

/** Maximum number of new cards a day; more would all become due on the same later day. */
const MAX_NEW_A_DAY = 10;
const DAY_MS = 86_400_000;
const MIN_FIRM_DAYS = 21;
/** Number of days before the exam in which every card is repeated. */
const LAST_DAYS = 7;

interface Candidate {
  readonly kept: KeptCard;
  readonly standing: Standing | undefined;
  readonly isTouched: boolean;
}

/** The cards that are due today, those on the open template first, then the day's new cards. */
export function queueOf(
  cards: readonly Card[],
  records: ReadonlyMap<string, CardRecord>,
  question: QueueQuestion,
): Queue {
  const { now, portion, isTouched, isWanted, isGiven } = question;
  // All cards are matched, so that no record goes to a merely similar card.
  const kept = attach(cards, records);
  const asked = withoutCopies(kept.filter(({ card, record }) => record?.dropped?.on !== true && isWanted(card)));
  const candidates = asked.map((one) => ({
    kept: one,
    standing: standingOf(one.record?.reviews ?? []),
    isTouched: isTouched(one.card),
  }));
  const due = candidates.filter((one) => isDue(one, question));
  const fresh = candidates.filter(({ standing }) => standing === undefined);
  // The daily limit holds for all notes, whatever part of them is reviewed.
  const unseen = kept.filter(({ record }) => record?.dropped?.on !== true && (record?.reviews ?? []).length === 0);
  const allowed = newToday(records, unseen.length, question);
  const isLeft = ({ kept: { card } }: Candidate): boolean => isGiven(card);
  const ordered = [
    ...[...due, ...fresh].filter(isLeft),
    ...due.sort(byNeed),
    ...fresh.sort(byOrigin).slice(0, Math.max(allowed * 4, portion)),
  ];
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

/** The cards without those that another file has word for word: of these the one that was reviewed last, else the first. */
function withoutCopies(cards: readonly KeptCard[]): readonly KeptCard[] {
  const last = ({ record }: KeptCard): number => record?.reviews.at(-1)?.[0] ?? 0;
  const one = new Map<string, KeptCard>();
  for (const kept of cards) {
    const key = `${kept.card.kind} ${comparableWords(kept.card)}`;
    const other = one.get(key);
    if (other === undefined || last(kept) > last(other)) one.set(key, kept);
  }
  const chosen = new Set(one.values());
  return cards.filter((kept) => chosen.has(kept));
}

/** Whether a card is due: a learnt card by the day, one in its learning steps by the minute. */
function isDue({ standing, kept: { record } }: Candidate, { now, dayStart, exam }: QueueQuestion): boolean {
  if (standing === undefined) return false;
  const until = standing.isLearnt ? dayStart + DAY_MS : now + 1;
  if (standing.due < until) return true;
  // Cards that would be due after the exam are spread over the last days before it.
  if (exam === undefined || exam <= dayStart || standing.due < exam) return false;
  const last = record?.reviews.at(-1)?.[0] ?? 0;
  const turn = 1 + (Math.floor(last / 1000) % LAST_DAYS);
  return last < exam - LAST_DAYS * DAY_MS && dayStart >= exam - turn * DAY_MS;
}

/**
 * How many cards may still be asked for the first time today; before an exam, so many that all are seen in time. What
 * was begun counts also if its card is gone: another template asks other questions.
 */
function newToday(records: ReadonlyMap<string, CardRecord>, unseen: number, { dayStart, exam }: QueueQuestion): number {
  const started = [...records.values()].filter(({ reviews }) => (reviews[0]?.[0] ?? 0) >= dayStart).length;
  const days = exam === undefined ? 0 : Math.round((exam - dayStart) / DAY_MS);
  const needed = days > 0 ? Math.ceil((unseen + started) / days) : 0;
  return Math.max(0, Math.max(MAX_NEW_A_DAY, needed) - started);
}

/** Order of review: cards on the template, then those answered wrongly before, then the longest overdue; new cards in the order of the notes. */
function byNeed(left: Candidate, right: Candidate): number {
  return (
    Number(right.isTouched) - Number(left.isTouched) ||
    lapsesOf(right) - lapsesOf(left) ||
    (left.standing?.due ?? 0) - (right.standing?.due ?? 0)
  );
}

/** New cards: what no note says, the values that a property takes, is asked behind what notes say. */
function byOrigin(left: Candidate, right: Candidate): number {
  const ofValues = ({ kept: { card } }: Candidate): number => Number(card.noteId === "" && card.kind === "list");
  return ofValues(left) - ofValues(right) || byNeed(left, right);
}

/** Number of wrong answers, including the first one. */
function lapsesOf({ kept: { record } }: Candidate): number {
  return (record?.reviews ?? []).filter(([, grade]) => grade === 1).length;
}

/** At most one card of each note, and none on a part that another one asks to list: one might give away the answer to the other. */
function oneCardOfNote(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const notes = new Set<string>();
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    const { card } = candidate.kept;
    const note = card.noteId === "" ? card.front : card.noteId;
    if (notes.has(note) || chosen.some(({ kept }) => lists(kept.card, card) || lists(card, kept.card))) continue;
    notes.add(note);
    chosen.push(candidate);
  }
  return chosen;
}

/** Whether the answer of a card lists what another one of its file asks about. */
function lists({ kind, back, uri }: Card, other: Card): boolean {
  return kind === "list" && uri === other.uri && back.includes(other.front);
}

function progressOf(kept: readonly KeptCard[], candidates: readonly Candidate[], now: number): Progress {
  const again = kept
    .flatMap(({ record }): readonly Review[] => record?.reviews.slice(1) ?? [])
    .filter(([time]) => time > now - 30 * DAY_MS);
  return {
    cards: candidates.length,
    asked: candidates.filter(({ standing }) => standing !== undefined).length,
    firm: candidates.filter(({ standing }) => standing?.isLearnt === true && standing.days >= MIN_FIRM_DAYS).length,
    reviews: again.length,
    known: again.filter(([, grade]) => grade > 1).length,
  };
}

/** A part of the notes that can be reviewed on its own. */
export interface Deck {
  readonly uri: string;
  /** Titles, beginning with the file's. */
  readonly path: readonly string[];
  readonly cards: number;
}

/** Number of heading levels that make decks, and minimum number of cards of a deck. */
const MAX_LEVELS = 2;
const MIN_CARDS = 3;

/** The decks (files and their top headings) with their number of cards, in the order of the notes. */
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

/** Whether a card belongs to a deck. */
export function isOfDeck(card: Card, { uri, path }: Pick<Deck, "uri" | "path">): boolean {
  return card.uri === uri && path.every((title, level) => card.path[level] === title);
}
