import { createEmptyCard, fsrs, type Card as Memory, Rating, State } from "ts-fsrs";

/** How well an answer was known: again, hard, good, easy. */
export type Grade = 1 | 2 | 3 | 4;

/** One review: when (milliseconds since 1970), and how well it was known. */
export type Review = readonly [time: number, grade: Grade];

/** The state of a card in its schedule. */
export interface Standing {
  /** When it is to be asked again, in milliseconds since 1970. */
  readonly due: number;
  /** Days until it will be known with the wanted likelihood. */
  readonly days: number;
  readonly lapses: number;
  /** Whether it has left its first steps. */
  readonly isLearnt: boolean;
}

/** Without chance: the same reviews give the same days on every machine. */
const scheduler = fsrs({ enable_fuzz: false, request_retention: 0.9, maximum_interval: 3650 });

const RATINGS = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/** The state of a card after its reviews, oldest first; `undefined` for one that was never asked. */
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

/** When a card would be asked again after each grade, in milliseconds from now. */
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
