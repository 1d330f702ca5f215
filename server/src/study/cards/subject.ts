import type { Card } from "./card.ts";
import { isKatakana, isProperName, isTerm, standsAlone, tells, withoutSigns } from "./cardWords.ts";
import { isServiceTitle } from "./serviceTitle.ts";

type Asked = Pick<Card, "kind" | "front" | "back" | "where" | "path">;

/** What a card asks, as it is shown: with what it is about in front, where its own words do not say it. */
export function askedText(card: Asked): string {
  return [...subjectOf(card), card.front].join(" › ");
}

/**
 * The nearest title above that says what a card is about, and the service that this belongs to unless the title is a name by itself.
 * They are no part of the card's own words: these find it again.
 */
function subjectOf({ kind, front, back, where, path }: Asked): readonly string[] {
  // `ロケーション` and `セキュリティポリシー` are words of many services.
  const isName = (title: string): boolean => isProperName(title) && !isKatakana(title);
  if (/^(?:question|name|template)$/.test(kind) || (/^(?:term|list)$/.test(kind) && isName(front))) return [];
  // A file may be about one thing: `Connection Draining.md`.
  const isOfOne = where.length === 1 && isName(where[0] ?? "") && /\s/.test(where[0] ?? "");
  const titles = where
    .slice(isOfOne ? 0 : 1)
    .map(withoutSigns)
    .filter((title) => !tells(title, front) && standsAlone(title));
  const nearest = titles.findLast((title) => isTerm(title, where) || isServiceTitle(title));
  const isNamed = nearest !== undefined && (isServiceTitle(nearest) || isName(nearest));
  if (nearest !== undefined && isNamed) return tells(front, nearest) ? [] : [bare(nearest)];
  const isFair = (title: string): boolean => !/^(?:word|number|cell)$/.test(kind) || !tells(title, back);
  const service = path.map(withoutSigns).findLast((title) => isServiceTitle(title) && isFair(title));
  const isSaid = service !== undefined && tells(nearest ?? "", service);
  return [isSaid ? undefined : service, nearest]
    .filter((title) => title !== undefined)
    .filter((title) => !tells(front, title) && !tells(title, front))
    .map(bare);
}

/** Without what explains a title: `(2019年4月1日現在)`. */
function bare(title: string): string {
  return title.replace(/\s*[（(][^（()）]*[）)]$/u, "");
}
