import { nameKey } from "../../notes/words/names.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import type { Card } from "./card.ts";
import { isKatakana, isProperName, weight } from "./cardWords.ts";
import { contentWords } from "./contentWords.ts";
import { isServiceTitle } from "./serviceTitle.ts";
import { questionText } from "./subject.ts";

/** Maximum width of definitions joined on one card. */
const MAX_TOGETHER = 500;

/** The cards without duplicates, in the order of lines. Different definitions of one name are joined; other fronts with several answers are dropped. */
export function distinctCards(cards: readonly Card[]): Card[] {
  const byFront = groupedBy(cards, (card) => `${card.kind} ${nameKey(questionText(card))}`);
  const distinct = [...byFront.values()].flatMap((same) => {
    const [first] = same;
    const said = new Map(same.map(({ back }) => [nameKey(back), back]));
    const keys = [...said.keys()];
    const name = nameKey(same[0]?.front ?? "");
    // Two definitions that begin with the name are duplicates.
    const isTold = (key: string, at: number): boolean =>
      keys.some(
        (other, by) =>
          other !== key &&
          (other.includes(key) ||
            (contentWords(key).length > 1 &&
              contentWords(key).every((word) => other.replaceAll("ー", "").includes(word))) ||
            (by < at && [key, other].every((one) => one.startsWith(name)))),
      );
    const backs = [...said].flatMap(([key, back], at) => (isTold(key, at) ? [] : [back]));
    if (first === undefined) return [];
    // Each of two may be contained in the other; the first one is kept.
    if (backs.length < 2) return [{ ...first, back: backs[0] ?? first.back }];
    const back = backs.join("\n");
    const areApart = new Set(same.map(({ path }) => path.join(" › "))).size === same.length;
    const isOne = areApart && first.kind === "term" && isProperName(first.front) && !isKatakana(first.front);
    if (isOne && weight(back) <= MAX_TOGETHER) return [{ ...first, back }];
    // A definition may be repeated in a summary; a question with two answers is ambiguous.
    return first.kind === "term" && areApart ? [first] : [];
  });
  const once = distinct.sort((left, right) => left.line - right.line);
  const byBack = groupedBy(once, ({ back }) => back);
  return once.filter(
    (card, at) =>
      !once.slice(Math.max(0, at - MAX_COMPARED), at).some((other) => saysSame(other, card)) &&
      byBack.get(card.back)?.some((other) => isOfBoth(other, card)) !== true,
  );
}

/** Whether two different terms have the same answer, which then only says what they have in common; a service and its full name are one term. */
function isOfBoth(one: Card, other: Card): boolean {
  const tells = ({ kind, front, back }: Card): boolean =>
    kind === "term" && !isServiceTitle(front) && !nameKey(back).startsWith(nameKey(front));
  return one.front !== other.front && tells(one) && tells(other);
}

/** Number of earlier cards that a card is compared with. */
const MAX_COMPARED = 3;

/** Whether two cards have the same answer for names of one thing (`## Amazon Route 53` and `**Route 53** is …` below it), or for a question on it. */
function saysSame(one: Card, other: Card): boolean {
  const [words, same] = [one.back, other.back].map((back) => nameKey(back.replace(/^・/u, "").split("\n")[0] ?? ""));
  if (other.kind !== "term" || words !== same) return false;
  const names = [one.front, other.front].map((front) => nameKey(front).replace(/(?:ies|y|s)$/, ""));
  const [name = "", otherName = ""] = names;
  return one.kind === "question" || (one.kind === "term" && (name.includes(otherName) || otherName.includes(name)));
}
