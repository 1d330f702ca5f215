interface Sides {
  readonly front: string;
  readonly back: string;
}

/** One card for two: the question of the first with both answers. Of a card and its reverse nothing is said twice. */
export function mergedCard({ front, back }: Sides, other: Sides): Sides {
  const lines = [back, other.front, other.back].flatMap((text) => text.split("\n"));
  return { front, back: [...new Set(lines)].filter((line) => line !== front).join("\n") };
}
