import { nameKey } from "../../notes/words/names.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import type { Card } from "./card.ts";
import { isKatakana, isProperName, weight } from "./cardWords.ts";
import { contentWords } from "./saidAgain.ts";
import { isServiceTitle } from "./serviceTitle.ts";
import { questionText } from "./subject.ts";

/** Columns of what parts of a text say together of one name. */
const LONGEST_TOGETHER = 500;

/** Each question once, in the order of the lines, and none that has two answers below the same title, unless parts of the text say together what one name means. */
export function distinctCards(cards: readonly Card[]): Card[] {
  const byFront = groupedBy(cards, (card) => `${card.kind} ${nameKey(questionText(card))}`);
  const distinct = [...byFront.values()].flatMap((same) => {
    const [first] = same;
    const said = new Map(same.map(({ back }) => [nameKey(back), back]));
    const keys = [...said.keys()];
    const name = nameKey(same[0]?.front ?? "");
    // Two sentences on what something is say the same.
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
    // Each of two may be told by the other: a fuller one has the words of a first one.
    if (backs.length < 2) return [{ ...first, back: backs[0] ?? first.back }];
    const back = backs.join("\n");
    const areApart = new Set(same.map(({ path }) => path.join(" › "))).size === same.length;
    const isOne = areApart && first.kind === "term" && isProperName(first.front) && !isKatakana(first.front);
    if (isOne && weight(back) <= LONGEST_TOGETHER) return [{ ...first, back }];
    // What a term means may be told again in a summary; what a table or a question has twice may be of two things.
    return first.kind === "term" && areApart ? [first] : [];
  });
  const once = distinct.sort((left, right) => left.line - right.line);
  const byBack = groupedBy(once, ({ back }) => back);
  return once.filter(
    (card, at) =>
      !once.slice(Math.max(0, at - NEAR), at).some((other) => saysSame(other, card)) &&
      byBack.get(card.back)?.some((other) => isOfBoth(other, card)) !== true,
  );
}

/** Whether a text, the answer of two cards, tells of two things what is common to them; `EC2` and its full name are one thing. */
function isOfBoth(one: Card, other: Card): boolean {
  const tells = ({ kind, front, back }: Card): boolean =>
    kind === "term" && !isServiceTitle(front) && !nameKey(back).startsWith(nameKey(front));
  return one.front !== other.front && tells(one) && tells(other);
}

/** Cards of a title and of what stands right below it. */
const NEAR = 3;

/** Whether two names of one thing have the same words, `## Amazon Route 53` and `**Route 53** is …` below it, or a question begins its answer with them. */
function saysSame(one: Card, other: Card): boolean {
  const [words, same] = [one.back, other.back].map((back) => nameKey(back.replace(/^・/u, "").split("\n")[0] ?? ""));
  if (other.kind !== "term" || words !== same) return false;
  const names = [one.front, other.front].map((front) => nameKey(front).replace(/(?:ies|y|s)$/, ""));
  const [name = "", otherName = ""] = names;
  return one.kind === "question" || (one.kind === "term" && (name.includes(otherName) || otherName.includes(name)));
}
