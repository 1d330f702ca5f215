/**
 * How many items at the beginning a test is true for; it must be false for all items behind the first for which it is
 * false.
 */
export function countWhile<Item>(items: ArrayLike<Item>, isTrue: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
