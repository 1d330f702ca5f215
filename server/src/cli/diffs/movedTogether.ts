import type { TemplatePair } from "./templatePair.ts";

/** More new files are not held against those that are gone, nor against more of these. */
const MAX_FILES = 50;
/** As in Git: the share of lines that both have. */
const MIN_SHARE = 0.5;

/** Changed and new templates with those that are gone: one that was moved or renamed is one that changed. */
export function movedTogether(found: readonly TemplatePair[], gone: readonly TemplatePair[]): readonly TemplatePair[] {
  const isNew = found.filter(({ was }) => was === "new").slice(0, MAX_FILES);
  const lines = new Map([
    ...isNew.map((one) => [one, distinctLines(one.after.text)] as const),
    ...gone.slice(0, MAX_FILES).map((one) => [one, distinctLines(one.before.text)] as const),
  ]);
  const alike = isNew
    .flatMap((one) =>
      gone.slice(0, MAX_FILES).map((old) => ({ one, old, share: shareOf(lines.get(one), lines.get(old)) })),
    )
    .filter(({ share }) => share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share);
  const moved = new Map<TemplatePair, TemplatePair>();
  const left = new Set(gone);
  for (const { one, old } of alike) if (!moved.has(one) && left.delete(old)) moved.set(one, old);
  return [...found.map((one) => together(one, moved.get(one))), ...left];
}

function together(one: TemplatePair, old: TemplatePair | undefined): TemplatePair {
  if (old === undefined) return one;
  const nested = { before: old.nested.before, after: one.nested.after };
  return { before: old.before, after: one.after, nested, was: { file: old.after.file } };
}

function distinctLines(text: string): ReadonlySet<string> {
  return new Set(text.split("\n").map((line) => line.trim()));
}

function shareOf(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  let both = 0;
  for (const line of one) if (other.has(line)) both++;
  return both / Math.max(one.size, other.size, 1);
}
