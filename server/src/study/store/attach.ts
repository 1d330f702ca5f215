import { groupedBy } from "../../text/groupedBy.ts";
import type { Card } from "../cards/card.ts";
import { comparableWords } from "./cardKey.ts";
import type { CardRecord } from "./record.ts";

/** A card of the current notes with its record. */
export interface KeptCard {
  readonly card: Card;
  readonly record: CardRecord | undefined;
}

/** Minimum similarity at which a card is taken for an edited version of a stored one. */
const MIN_SHARE = 0.55;
/** Maximum number of cards that share a letter pair; more frequent pairs are ignored. */
const MAX_SHARED = 200;

/**
 * Finds the record of each card, whatever became of its file, its headings and its words: by the same words, then by
 * the same question below the same headings, then by likeness. A record belongs to one card; those without one stay as
 * they are.
 */
export function attach(cards: readonly Card[], records: ReadonlyMap<string, CardRecord>): readonly KeptCard[] {
  const free = new Set(records.values());
  const found = new Map<Card, CardRecord>();
  const pair = (keyOf: (one: Pick<Card, "kind" | "front" | "back" | "where">) => string): void => {
    const byKey = groupedBy(free, keyOf);
    for (const card of cards) {
      const record = found.has(card) ? undefined : byKey.get(keyOf(card))?.shift();
      if (record === undefined) continue;
      found.set(card, record);
      free.delete(record);
    }
  };
  pair((one) => `${one.kind} ${one.where.join("/")} ${comparableWords(one)}`);
  pair((one) => `${one.kind} ${comparableWords(one)}`);
  // The answer may have been written anew.
  pair((one) => `${one.kind} ${one.where.join("/")} ${comparableWords({ front: one.front, back: "" })}`);
  pairAlike(cards, free, found);
  return cards.map((card) => ({ card, record: found.get(card) }));
}

/** Matches the remaining cards and records, most similar pairs first. */
function pairAlike(cards: readonly Card[], free: Set<CardRecord>, found: Map<Card, CardRecord>): void {
  if (free.size === 0) return;
  const left = cards.filter((card) => !found.has(card));
  const held = left.flatMap((card) => [...pairsOf(card)].map((pair, _, { length: size }) => ({ pair, card, size })));
  const index = groupedBy(held, ({ pair }) => pair);
  const alike: { card: Card; record: CardRecord; likeness: number }[] = [];
  for (const record of free) {
    const pairs = pairsOf(record);
    const shared = new Map<Card, { count: number; size: number }>();
    for (const pair of pairs) {
      const having = index.get(pair) ?? [];
      if (having.length > MAX_SHARED) continue;
      for (const { card, size } of having) shared.set(card, { count: (shared.get(card)?.count ?? 0) + 1, size });
    }
    for (const [card, { count, size }] of shared) {
      const likeness = (2 * count) / (size + pairs.size);
      if (likeness >= MIN_SHARE) alike.push({ card, record, likeness });
    }
  }
  for (const { card, record } of alike.sort((first, second) => second.likeness - first.likeness)) {
    if (found.has(card) || !free.has(record)) continue;
    found.set(card, record);
    free.delete(record);
  }
}

/** The letter bigrams of a text with the card's kind, as only cards of the same kind are compared. */
function pairsOf(one: Pick<Card, "kind" | "front" | "back">): ReadonlySet<string> {
  const text = comparableWords(one);
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) pairs.add(`${one.kind}${text.slice(index, index + 2)}`);
  return pairs;
}
