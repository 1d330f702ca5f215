import type { Card } from "./card.ts";
import { isProperName, isTerm, tells, withoutSigns } from "./cardWords.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** What a card asks, as it is shown: with what it is about in front, where its own words do not say it. */
export function askedText(card: Pick<Card, "kind" | "front" | "where">): string {
  const subject = subjectOf(card);
  return subject === undefined ? card.front : `${subject} › ${card.front}`;
}

/** The nearest title above that says what a card is about. It is no part of the card's own words: these find it again. */
export function subjectOf({ kind, front, where }: Pick<Card, "kind" | "front" | "where">): string | undefined {
  if (/^(?:question|name|template)$/.test(kind) || (/^(?:term|list)$/.test(kind) && isProperName(front)))
    return undefined;
  const [file = "", ...titles] = where;
  const nearest = titles.map(withoutSigns).findLast((title) => isTerm(title, where) && !tells(title, front));
  if (nearest !== undefined) return tells(front, nearest) ? undefined : nearest;
  return isServiceTitle(file) && !tells(front, file) ? file : undefined;
}
