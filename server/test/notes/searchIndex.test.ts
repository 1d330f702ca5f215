import { deepEqual, ok } from "node:assert/strict";
import { type IndexToken, SearchIndex } from "../../src/notes/search/searchIndex.ts";
import { SearchResult } from "../../src/notes/search/searchResult.ts";

const token = (text: string, options: Partial<IndexToken> = {}): IndexToken => ({
  text,
  isPrefix: false,
  typos: 0,
  ...options,
});

/** Each word in one form of one token. */
const searched = (index: SearchIndex, ...words: readonly IndexToken[]): SearchResult =>
  new SearchResult(
    index,
    words.map((word) => [{ tokens: [word], boost: 1 }]),
  );

describe("SearchIndex", () => {
  const filled = (): SearchIndex => {
    const index = new SearchIndex([4, 1]);
    index.add([["signal"], ["cfn", "signal", "wait"]]);
    index.add([["wait"], ["cfn", "hup"]]);
    index.add([[], ["signals", "cfn"]]);
    return index;
  };
  const check = (name: string, words: readonly IndexToken[], least: number, expected: readonly number[]): void => {
    it(name, () => deepEqual(searched(filled(), ...words).best(least), expected));
  };
  check("a title counts more than a text", [token("wait")], 1, [1, 0]);
  check("all words", [token("cfn"), token("wait")], 2, [1, 0]);
  check("some words, more of them first", [token("hup"), token("signal"), token("cfn")], 1, [0, 1, 2]);
  check("longer words that begin so, behind the whole ones", [token("signal", { isPrefix: true })], 1, [0, 2]);
  check("a beginning of one letter", [token("h", { isPrefix: true })], 1, [1]);
  check("a wrong letter", [token("signel", { typos: 1 })], 1, [0]);
  check("nothing", [token("rollback")], 1, []);

  it("a form needs each of its tokens, and says where", () => {
    const tokens = [token("cfn"), token("wait")];
    const result = new SearchResult(filled(), [[{ tokens, boost: 1 }], [{ tokens: [token("signal")], boost: 1 }]]);
    deepEqual(result.best(2), [0]);
    deepEqual([result.isIn(0, 0), result.isIn(2, 1)], [true, false]);
    deepEqual(
      [...result.tokensIn(1, [0, 2])],
      [
        [0, ["cfn", "wait", "signal"]],
        [2, []],
      ],
    );
  });

  it("forgets what is removed, and uses its number again once that is cleaned", () => {
    const index = filled();
    index.remove(0);
    deepEqual(searched(index, token("signal")).best(1), []);
    for (const _ of index.clean());
    deepEqual(
      [...index.like(token("sig", { isPrefix: true }))].map(([text]) => text),
      ["signals"],
    );
    deepEqual(index.add([["signal"], []]), 0);
    deepEqual(searched(index, token("signal")).best(1), [0]);
  });

  it("finds after random changes what a new index finds", () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const index = new SearchIndex([2, 1]);
    const there = new Map<number, readonly (readonly string[])[]>();
    for (let step = 0; step < 600; step++) {
      const words = (): string[] => Array.from({ length: next(6) }, () => `w${next(30)}`);
      if (next(3) > 0 || there.size === 0) {
        const fields = [words(), words()];
        const document = index.add(fields);
        ok(!there.has(document));
        there.set(document, fields);
      } else {
        const document = [...there.keys()][next(there.size)] ?? -1;
        index.remove(document);
        there.delete(document);
      }
      for (const _ of index.clean());
    }
    const anew = new SearchIndex([2, 1]);
    const numbers = new Map([...there].map(([document, fields]) => [anew.add(fields), document]));
    for (let word = 0; word < 30; word++) {
      const found = searched(index, token(`w${word}`, { isPrefix: true }));
      const expected = searched(anew, token(`w${word}`, { isPrefix: true }));
      const scores = expected
        .best(1)
        .map((document) => [numbers.get(document) ?? -1, expected.score(document)] as const);
      deepEqual(found.best(1).sort(), scores.map(([document]) => document).sort());
      for (const [document, score] of scores) ok(Math.abs(found.score(document) - score) < 1e-9);
    }
  });
});
