import { distance } from "fastest-levenshtein";
import { SearchMatches } from "./searchMatches.ts";

export interface IndexToken {
  readonly text: string;
  /** Whether longer tokens that begin so count, too, the less the longer they are. */
  readonly isPrefix: boolean;
  /** How many letters may be wrong. */
  readonly typos: number;
}

/** Of each field: the documents that hold a token, each followed by how often it does. */
type Postings = (number[] | undefined)[];

/** BM25+: how soon more of a token adds little, how much a field's length counts, and what any match is worth. */
const SATURATION = 1.2;
const LENGTH = 0.7;
const ANY = 0.5;
const PREFIX = 0.375;
const TYPO = 0.45;
/** A prefix is looked for among the tokens that have so many characters in common with it. */
const PREFIX_LENGTH = 2;
const TOKENS_PER_STEP = 500;
/** Documents that are removed take room until they are this share of all. */
const MAX_REMOVED_SHARE = 0.25;

/**
 * Which documents hold which tokens, in a few fields each. What a question of one letter finds in thousands of documents is
 * added up in flat arrays by the documents' numbers: an object for each would keep V8 busy with freeing them.
 */
export class SearchIndex {
  readonly #boosts: readonly number[];
  readonly #postings = new Map<string, Postings>();
  readonly #byBeginning = new Map<string, string[]>();
  /** Of each document that is there: how many different tokens each field has. */
  readonly #lengths: (readonly number[] | undefined)[] = [];
  /** The same of all documents together. */
  readonly #totals: number[];
  #count = 0;
  #removed: number[] = [];
  readonly #free: number[] = [];

  /** @param boosts how much a match in each field counts */
  constructor(boosts: readonly number[]) {
    this.#boosts = boosts;
    this.#totals = boosts.map(() => 0);
  }

  /** Numbers of documents are below it. */
  get size(): number {
    return this.#lengths.length;
  }

  /** Adds a document by the tokens of each field, and gives its number. */
  add(fields: readonly (readonly string[])[]): number {
    const document = this.#free.pop() ?? this.#lengths.length;
    this.#lengths[document] = fields.map((tokens, field) => this.#addField(document, field, tokens));
    this.#count++;
    return document;
  }

  remove(document: number): void {
    for (const [field, length] of this.#lengths[document]?.entries() ?? []) this.#addLength(field, -length);
    this.#lengths[document] = undefined;
    this.#removed.push(document);
    this.#count--;
  }

  /** Gives free the room of documents that are removed, in steps, once these are many. */
  *clean(): Generator<void, void> {
    if (this.#removed.length <= this.#lengths.length * MAX_REMOVED_SHARE) return;
    const removed = this.#removed;
    this.#removed = [];
    const gone = new Set(removed);
    let steps = 0;
    for (const [token, postings] of this.#postings) {
      if (++steps % TOKENS_PER_STEP === 0) yield;
      for (const [field, pairs] of postings.entries()) postings[field] = pairs && without(pairs, gone);
      if (postings.every((pairs) => pairs === undefined)) this.#forget(token);
    }
    // The lowest are taken first: what scores alike comes in the order in which it was added.
    this.#free.push(...removed);
    this.#free.sort((left, right) => right - left);
  }

  /** What each document holds of a token, and of those like it. */
  matches(token: IndexToken, boost: number): SearchMatches {
    const matches = new SearchMatches(this.size);
    for (const [text, weight] of this.like(token)) this.#score(text, weight * boost, matches);
    return matches;
  }

  /** The tokens that count as a token, each with how much it does. */
  *like({ text, isPrefix, typos }: IndexToken): Generator<readonly [string, number]> {
    if (this.#postings.has(text)) yield [text, 1];
    const longer = isPrefix ? this.#beginningWith(text) : [];
    for (const other of longer) {
      const more = other.length - text.length;
      if (more > 0) yield [other, (PREFIX * other.length) / (other.length + 0.3 * more)];
    }
    if (typos === 0) return;
    const known = new Set(longer).add(text);
    for (const other of this.#postings.keys()) {
      if (Math.abs(other.length - text.length) > typos || known.has(other)) continue;
      const wrong = distance(text, other);
      if (wrong <= typos) yield [other, (TYPO * other.length) / (other.length + wrong)];
    }
  }

  /** Those of some documents that hold a token in a field. */
  holders(token: string, field: number, among: ReadonlySet<number>): number[] {
    const pairs = this.#postings.get(token)?.[field] ?? [];
    const found: number[] = [];
    for (let at = 0; at < pairs.length; at += 2) {
      const document = pairs[at];
      if (document !== undefined && among.has(document)) found.push(document);
    }
    return found;
  }

  #addField(document: number, field: number, tokens: readonly string[]): number {
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [token, count] of counts) {
      const postings = this.#postingsOf(token);
      const pairs = postings[field];
      if (pairs === undefined) postings[field] = [document, count];
      else pairs.push(document, count);
    }
    this.#addLength(field, counts.size);
    return counts.size;
  }

  #addLength(field: number, length: number): void {
    this.#totals[field] = (this.#totals[field] ?? 0) + length;
  }

  #postingsOf(token: string): Postings {
    const known = this.#postings.get(token);
    if (known !== undefined) return known;
    const postings: Postings = this.#boosts.map(() => undefined);
    this.#postings.set(token, postings);
    const beginning = token.slice(0, PREFIX_LENGTH);
    const alike = this.#byBeginning.get(beginning);
    if (alike === undefined) this.#byBeginning.set(beginning, [token]);
    else alike.push(token);
    return postings;
  }

  #forget(token: string): void {
    this.#postings.delete(token);
    const beginning = token.slice(0, PREFIX_LENGTH);
    const left = this.#byBeginning.get(beginning)?.filter((other) => other !== token) ?? [];
    if (left.length === 0) this.#byBeginning.delete(beginning);
    else this.#byBeginning.set(beginning, left);
  }

  #beginningWith(prefix: string): string[] {
    const beginning = prefix.slice(0, PREFIX_LENGTH);
    const alike =
      beginning.length < PREFIX_LENGTH
        ? [...this.#byBeginning].flatMap(([key, tokens]) => (key.startsWith(prefix) ? tokens : []))
        : (this.#byBeginning.get(beginning) ?? []);
    return alike.filter((token) => token.startsWith(prefix));
  }

  #score(token: string, weight: number, matches: SearchMatches): void {
    const lengths = this.#lengths;
    for (const [field, pairs] of this.#postings.get(token)?.entries() ?? []) {
      if (pairs === undefined) continue;
      const holders = this.#countOf(pairs);
      const rarity = Math.log(1 + (this.#count - holders + 0.5) / (holders + 0.5));
      const worth = weight * rarity * (this.#boosts[field] ?? 1);
      const average = (this.#totals[field] ?? 0) / this.#count;
      for (let at = 0; at < pairs.length; at += 2) {
        const document = pairs[at] ?? -1;
        const count = pairs[at + 1] ?? 0;
        const length = lengths[document]?.[field];
        if (length === undefined) continue;
        const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / average);
        matches.add(document, worth * (ANY + (count * (SATURATION + 1)) / (count + norm)), field);
      }
    }
  }

  /** How many documents of a posting list are still there. */
  #countOf(pairs: readonly number[]): number {
    if (this.#removed.length === 0) return pairs.length / 2;
    let count = 0;
    for (let at = 0; at < pairs.length; at += 2) if (this.#lengths[pairs[at] ?? -1] !== undefined) count++;
    return count;
  }
}

function without(pairs: readonly number[], gone: ReadonlySet<number>): number[] | undefined {
  const kept = pairs.filter((_, at) => !gone.has(pairs[at - (at % 2)] ?? -1));
  return kept.length === 0 ? undefined : kept;
}
