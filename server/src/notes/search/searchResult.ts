import type { IndexToken, SearchIndex } from "./searchIndex.ts";
import { SearchMatches } from "./searchMatches.ts";

/** Tokens that all have to be there: a way to say something. */
export interface IndexForm {
  readonly tokens: readonly IndexToken[];
  /** How much it counts. */
  readonly boost: number;
}

interface FoundWord {
  readonly forms: readonly IndexForm[];
  readonly matches: SearchMatches;
  /** The forms that each document holds, as bits. */
  readonly held: Uint8Array;
}

/** More forms of a word have no bit. */
const MAX_FORMS = 8;

/** What the documents of an index hold of a query's words, of which each may be said in a few forms. */
export class SearchResult {
  readonly #index: SearchIndex;
  readonly #words: readonly FoundWord[];
  readonly #all: SearchMatches;
  /** How many of the words each document holds. */
  readonly #held: Uint8Array;

  constructor(index: SearchIndex, words: readonly (readonly IndexForm[])[]) {
    this.#index = index;
    this.#words = words.map((forms) => foundWord(index, forms.slice(0, MAX_FORMS)));
    this.#all = new SearchMatches(index.size);
    this.#held = new Uint8Array(index.size);
    for (const { matches } of this.#words) this.#all.or(matches);
    this.#weigh();
  }

  /** The documents that hold at least so many of the words, best first. */
  best(least: number): number[] {
    const { scores } = this.#all;
    const found: number[] = [];
    for (let document = 0; document < scores.length; document++) {
      if ((this.#held[document] ?? 0) >= least) found.push(document);
    }
    return found.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
  }

  score(document: number): number {
    return this.#all.scores[document] ?? 0;
  }

  /** Whether a field of a document holds some of the words. */
  isIn(document: number, field: number): boolean {
    return ((this.#all.fields[document] ?? 0) & (1 << field)) !== 0;
  }

  /** The tokens that a field of each of some documents holds of the words. */
  tokensIn(field: number, documents: readonly number[]): ReadonlyMap<number, readonly string[]> {
    const found = new Map(documents.map((document): [number, Set<string>] => [document, new Set()]));
    const among = new Set(documents);
    for (const { forms, held } of this.#words) {
      for (const [number, { tokens }] of forms.entries()) {
        for (const [token] of tokens.flatMap((one) => [...this.#index.like(one)])) {
          for (const document of this.#index.holders(token, field, among)) {
            if (((held[document] ?? 0) & (1 << number)) !== 0) found.get(document)?.add(token);
          }
        }
      }
    }
    return new Map([...found].map(([document, tokens]) => [document, [...tokens]]));
  }

  /** What holds more of the query counts more. */
  #weigh(): void {
    const held = this.#held;
    const { scores } = this.#all;
    const weights = new Uint16Array(held.length);
    for (const { forms, held: formsHeld } of this.#words) {
      const counts = new Map<number, number>();
      for (let document = 0; document < held.length; document++) {
        const bits = formsHeld[document] ?? 0;
        if (bits === 0) continue;
        const count = counts.get(bits) ?? tokensOf(forms, bits);
        counts.set(bits, count);
        held[document] = (held[document] ?? 0) + 1;
        weights[document] = (weights[document] ?? 0) + count;
      }
    }
    for (let document = 0; document < held.length; document++) {
      scores[document] = (scores[document] ?? 0) * (weights[document] ?? 0);
    }
  }
}

function foundWord(index: SearchIndex, forms: readonly IndexForm[]): FoundWord {
  const matches = new SearchMatches(index.size);
  const held = new Uint8Array(index.size);
  for (const [number, form] of forms.entries()) {
    const found = formMatches(index, form);
    if (found === undefined) continue;
    matches.or(found);
    for (let document = 0; document < held.length; document++) {
      if ((found.scores[document] ?? 0) > 0) held[document] = (held[document] ?? 0) | (1 << number);
    }
  }
  return { forms, matches, held };
}

function formMatches(index: SearchIndex, { tokens, boost }: IndexForm): SearchMatches | undefined {
  const [first, ...others] = tokens;
  const matches = first && index.matches(first, boost);
  for (const token of others) matches?.and(index.matches(token, boost));
  return matches;
}

/** How many different tokens some forms have. */
function tokensOf(forms: readonly IndexForm[], bits: number): number {
  const held = forms.filter((_, number) => (bits & (1 << number)) !== 0);
  return new Set(held.flatMap(({ tokens }) => tokens.map(({ text }) => text))).size;
}
