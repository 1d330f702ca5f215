import { createEmptyCard, fsrs, type Card as Memory, Rating, State } from "ts-fsrs";

/** The grade of an answer: again, hard, good, easy. */
export type Grade = 1 | 2 | 3 | 4;

/** One review: time (milliseconds since 1970) and grade. */
export type Review = readonly [time: number, grade: Grade];

/** The scheduling state of a card. */
export interface Standing {
  /** Due time in milliseconds since 1970. */
  readonly due: number;
  /** Stability: days until recall falls to the desired retention. */
  readonly days: number;
  readonly lapses: number;
  /** Whether it has left the learning steps. */
  readonly isLearnt: boolean;
}

/** Without fuzz, so that the same reviews give the same due times on every machine. */
const scheduler = fsrs({ enable_fuzz: false, request_retention: 0.9, maximum_interval: 3650 });

const RATINGS = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/** The state of a card after its reviews, oldest first; `undefined` for a new card. */
export function standingOf(reviews: readonly Review[]): Standing | undefined {
  const last = replayed(reviews);
  if (last === undefined) return undefined;
  return {
    due: last.due.getTime(),
    days: last.scheduled_days,
    lapses: last.lapses,
    isLearnt: last.state === State.Review,
  };
}

/** The interval after each grade, in milliseconds from now. */
export function outlook(reviews: readonly Review[], now: number): Readonly<Record<Grade, number>> {
  const card: Memory = replayed(reviews) ?? createEmptyCard(new Date(now));
  const after = (grade: Grade): number => scheduler.next(card, new Date(now), RATINGS[grade]).card.due.getTime() - now;
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

function replayed(reviews: readonly Review[]): Memory | undefined {
  const [first] = reviews;
  if (first === undefined) return undefined;
  let card: Memory = createEmptyCard(new Date(first[0]));
  for (const [time, grade] of reviews) card = scheduler.next(card, new Date(time), RATINGS[grade]).card;
  return card;
}
