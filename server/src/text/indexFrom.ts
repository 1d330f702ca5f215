/** The index of the first item from `from` to before `end` that a test holds for; `end` if there is none. */
export function indexFrom<Item>(
  items: readonly Item[],
  from: number,
  test: (item: Item) => boolean,
  end: number = items.length,
): number {
  for (let at = from; at < end; at++) if (test(items[at] as Item)) return at;
  return end;
}
