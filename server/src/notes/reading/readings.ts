import { memoBy, memoByText } from "../../text/memoBy.ts";
import { readingsOf, wordsKey } from "../words/canonical.ts";
import type { Services } from "../words/services.ts";
import type { Term } from "./terms.ts";

/** One reading of a term: the name that it is taken for, as a key. */
export interface Reading {
  readonly key: string;
  readonly words: readonly string[];
  /** What is left out: nothing, a service's name in front, or words that add little. */
  readonly loss: 0 | 1 | 2;
  /** Whether a word was left out that ends other names, such as `policy`. */
  readonly isWeakened: boolean;
  /** The namespaces of a service in front. */
  readonly services: ReadonlySet<string> | undefined;
}

const ARTICLES = new Set(["aws", "amazon", "the", "a", "an"]);
/** Words at the end that add nothing to a name. */
const EMPTY_TAILS = new Set(
  "based basic basics concept concepts detail details example examples explained feature features handson hosting introduction memo note notes overview setting settings summary について 概要 基本 ハンズオン まとめ メモ 例 補足".split(
    " ",
  ),
);
/** Words at the end that a name may do without, though others need them. */
const WEAK_TAILS = new Set(
  "address attribute attributes command config configuration function functions group list method mode number option options parameter period policies policy process property resource rule rules section service time type types".split(
    " ",
  ),
);
/** Words in front that a name may do without. */
const HEADS = new Set(["default", "new", "custom", "basic", "managed", "standard"]);
const MAX_TAILS = 2;

const MAX_KNOWN = 4000;
/** Memoised: the same names come again and again in somebody's notes. */
const readingsBy = memoBy((services: Services) => memoByText((name) => read(name, services), MAX_KNOWN));

/** The readings of a term, the whole of it first. */
export function readingsOfTerm({ name }: Term, services: Services): readonly Reading[] {
  return readingsBy(services)(name);
}

function read(name: string, services: Services): readonly Reading[] {
  const found = new Map<string, Reading>();
  const add = (
    words: readonly string[],
    loss: Reading["loss"],
    namespaces: Reading["services"],
    isWeakened = false,
  ): void => {
    const key = wordsKey(words);
    if (key !== "" && !found.has(key)) found.set(key, { key, words, loss, isWeakened, services: namespaces });
  };
  for (const words of readingsOf(name)) {
    const start = words.findIndex((word) => !ARTICLES.has(word));
    const plain = start < 0 ? words : words.slice(start);
    add(words, 0, undefined);
    add(plain, 0, undefined);
    const leading = services.leading(plain);
    const namespaces = leading && new Set(leading.service.namespaces);
    const inner = leading ? plain.slice(leading.length) : [];
    if (inner.length > 0) add(inner, 1, namespaces);
    for (const whole of [plain, inner]) {
      let isWeakened = false;
      for (let dropped = 1; dropped <= MAX_TAILS && dropped < whole.length; dropped++) {
        const last = whole.at(-dropped) ?? "";
        if (!WEAK_TAILS.has(last) && !EMPTY_TAILS.has(last)) break;
        isWeakened ||= WEAK_TAILS.has(last);
        add(whole.slice(0, -dropped), 2, whole === inner ? namespaces : undefined, isWeakened);
      }
      if (whole.length > 1 && HEADS.has(whole[0] ?? ""))
        add(whole.slice(1), 2, whole === inner ? namespaces : undefined);
    }
  }
  return [...found.values()].sort((left, right) => left.loss - right.loss);
}
