import type { Card, CardKind } from "../cards/card.ts";
import type { Review } from "./schedule.ts";

/**
 * What is kept of a card once it was asked, dropped or edited. It holds the card's own words, so that the card is
 * found again in notes that were edited or moved, and so that nothing is lost with a note.
 */
export interface CardRecord {
  /** Made from the card's text when it was first stored; never changes. */
  readonly key: string;
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  readonly where: readonly string[];
  /** Oldest first. */
  readonly reviews: readonly Review[];
  /** Times of reviews that were taken back: another copy of the schedule may still have them. */
  readonly takenBack?: readonly number[];
  /** Whether it was suspended, and when that was decided last. */
  readonly dropped?: { readonly time: number; readonly on: boolean };
  /** The user's edited version. */
  readonly edit?: { readonly time: number; readonly front: string; readonly back: string };
}

/** A change to a card by the user. */
export interface CardChange {
  /** The card as it is in the notes now; `key` if it has a record. */
  readonly card: Pick<Card, "kind" | "front" | "back" | "where"> & { readonly key?: string };
  /** Milliseconds since 1970; two changes of a card at the same time count as one. */
  readonly time: number;
  readonly grade?: Review[1];
  /** Whether the grade of that time is taken back. */
  readonly takesBack?: boolean;
  readonly dropped?: boolean;
  readonly edit?: { readonly front: string; readonly back: string };
}

/** Applies a change to a record; idempotent. */
export function changedRecord(
  record: CardRecord,
  { card, time, grade, takesBack, dropped, edit }: CardChange,
): CardRecord {
  const { front, back, where } = card;
  const reviews: readonly Review[] = grade === undefined ? [] : [[time, grade]];
  return united(
    { ...record, front, back, where },
    {
      ...record,
      reviews,
      ...(takesBack === true && { takenBack: [time] }),
      ...(dropped === undefined ? {} : { dropped: { time, on: dropped } }),
      ...(edit === undefined ? {} : { edit: { time, ...edit } }),
    },
  );
}

/** Merges two records of a card: all reviews that neither takes back, and the later value of everything else. */
export function united(left: CardRecord, right: CardRecord): CardRecord {
  // Of two reviews the longer one was written by a later version, with more fields.
  const longestLast = [...left.reviews, ...right.reviews].sort((first, second) => first.length - second.length);
  const reviews = new Map(longestLast.map((review) => [review[0], review]));
  const takenBack = new Set([...(left.takenBack ?? []), ...(right.takenBack ?? [])]);
  const dropped = later(left.dropped, right.dropped);
  const edit = later(left.edit, right.edit);
  return {
    // Unknown fields are kept, as a later version may have added them.
    ...right,
    ...left,
    reviews: [...reviews.values()].filter(([time]) => !takenBack.has(time)).sort(([first], [second]) => first - second),
    ...(takenBack.size > 0 && { takenBack: [...takenBack].sort((first, second) => first - second) }),
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
