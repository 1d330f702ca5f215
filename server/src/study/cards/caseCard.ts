import type { Card } from "./card.ts";
import { standsAlone, weight } from "./cardWords.ts";
import { isStatement } from "./explanation.ts";

/** Columns of a case that tells what it is about. */
const LEAST_CASE = 20;
const LONGEST_CASE = 120;
const JAPANESE = /^・?([^、。]+(?:場合|とき|際)(?:は|に|には)?)、([^。]+。?)$/u;
const ENGLISH = /^((?:If|When) [^,.:]+), ([^.]+\.?)$/;
const POINTS_BACK = /\bthen \w|\b(?:this|these|that|those|it|them|both)\b|両方|[こそ]の|[こそ]れ/iu;
/** Numbers of an example above: `each of the 10 targets`. */
const OF_EXAMPLE = /\b(?:the|these|those) \d+ \w/i;
const GOES_ON =
  /^(?:[a-z]+ed\b|if\b|when\b|[\w-]+, |like\b|such as\b|その|それ|これ|この|さらに|また)|場合|たい(?:です)?。?$|(?:どれ|何|ます|です)か。?$/u;

/** What comes of a case, where a sentence says nothing else: `Xした場合、Y。`. */
export function caseCard(sentence: string): readonly Pick<Card, "kind" | "front" | "back">[] {
  const [, front = "", back = ""] = JAPANESE.exec(sentence) ?? ENGLISH.exec(sentence) ?? [];
  const size = weight(front);
  if (
    size < LEAST_CASE ||
    size > LONGEST_CASE ||
    GOES_ON.test(back) ||
    POINTS_BACK.test(front) ||
    OF_EXAMPLE.test(sentence) ||
    !isStatement(back) ||
    !standsAlone(front)
  )
    return [];
  return [{ kind: "case", front, back }];
}
