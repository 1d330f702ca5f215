import type { Card, CardKind } from "../cards/card.ts";
import type { Review } from "./schedule.ts";

/**
 * What is kept of a card once it was asked, dropped or edited. It holds the card's own words, so that the card is
 * found again in notes that were edited or moved, and so that nothing is lost with a note.
 */
export interface CardRecord {
  /** Made from the card's words when it was first kept; never changes. */
  readonly key: string;
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  readonly where: readonly string[];
  /** Oldest first. */
  readonly reviews: readonly Review[];
  /** The last word on whether it is asked at all. */
  readonly dropped?: { readonly time: number; readonly on: boolean };
  /** What the user made of it. */
  readonly edit?: { readonly time: number; readonly front: string; readonly back: string };
}

/** One thing that somebody did with a card. */
export interface CardChange {
  /** The card as it is in the notes now; `key` if a record is known for it. */
  readonly card: Pick<Card, "kind" | "front" | "back" | "where"> & { readonly key?: string };
  /** Milliseconds since 1970; two changes of one card at one time are one. */
  readonly time: number;
  readonly grade?: Review[1];
  readonly dropped?: boolean;
  readonly edit?: { readonly front: string; readonly back: string };
}

/** A record with a change in it; a change that is there already changes nothing. */
export function changedRecord(record: CardRecord, { card, time, grade, dropped, edit }: CardChange): CardRecord {
  const { front, back, where } = card;
  const reviews: readonly Review[] = grade === undefined ? [] : [[time, grade]];
  return united(
    { ...record, front, back, where },
    {
      ...record,
      reviews,
      ...(dropped === undefined ? {} : { dropped: { time, on: dropped } }),
      ...(edit === undefined ? {} : { edit: { time, ...edit } }),
    },
  );
}

/** What two copies of a file know of one card: all reviews, and the later word on everything else. */
export function united(left: CardRecord, right: CardRecord): CardRecord {
  // The longer of two reviews is one of a later version, which knows more of it.
  const longestLast = [...left.reviews, ...right.reviews].sort((first, second) => first.length - second.length);
  const reviews = new Map(longestLast.map((review) => [review[0], review]));
  const dropped = later(left.dropped, right.dropped);
  const edit = later(left.edit, right.edit);
  return {
    // Also what neither knows, since a later version may have added it.
    ...right,
    ...left,
    reviews: [...reviews.values()].sort(([first], [second]) => first - second),
    ...(dropped === undefined ? {} : { dropped }),
    ...(edit === undefined ? {} : { edit }),
  };
}

function later<Word extends { readonly time: number }>(
  left: Word | undefined,
  right: Word | undefined,
): Word | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return right.time > left.time ? right : left;
}
