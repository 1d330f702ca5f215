/**
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 * @returns {number | undefined} `undefined` of no values
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * So many elements of a list, evenly spread over it.
 * @template Element
 * @param {readonly Element[]} list
 * @param {number} count
 * @returns {Element[]}
 */
export function spread(list, count) {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, index) => list[Math.floor(((index + 0.5) * list.length) / count)]).flatMap(
    (element) => (element === undefined ? [] : [element]),
  );
}

/** A figure with three digits. @param {number | undefined} value */
export function shortNumber(value) {
  if (value === undefined || !Number.isFinite(value)) return "–";
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
