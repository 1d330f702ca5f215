// How well typed text fits a label, as VS Code's list of suggestions scores it. Only order and matching matter here,
// so no positions are kept for highlighting.

const NONE = Number.NEGATIVE_INFINITY;
/** What a gap between matched characters costs. */
const GAP = 5;
const SEPARATORS = new Set("_-. /\\'\":$<>()[]{}");
/** Longer texts are cut. */
const MAX_LENGTH = 128;

/**
 * The score of a label (or filter text), higher is better; `undefined` where it does not match. Typing mistakes that swap
 * two neighbours are forgiven.
 * @param {string} typed
 * @param {string} label
 * @returns {number | undefined}
 */
export function gracefulScore(typed, label) {
  let best = fuzzyScore(typed, label);
  if (typed.length < 3) return best;
  const last = Math.min(7, typed.length - 1);
  for (let at = 1; at < last; at++) {
    if (typed[at] === typed[at + 1]) continue;
    const swapped = `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
    const score = fuzzyScore(swapped, label);
    if (score !== undefined && (best === undefined || score - 3 > best)) best = score - 3;
  }
  return best;
}

/**
 * The same without forgiveness.
 * @param {string} typedText
 * @param {string} labelText
 * @returns {number | undefined}
 */
export function fuzzyScore(typedText, labelText) {
  const typed = typedText.slice(0, MAX_LENGTH);
  const label = labelText.slice(0, MAX_LENGTH);
  const small = typed.toLowerCase();
  const smallLabel = label.toLowerCase();
  const range = matchRange(small, smallLabel);
  if (range === undefined) return undefined;
  const width = label.length + 1;
  const scores = new Float64Array((typed.length + 1) * width);
  /** How many characters in a row match up to here. */
  const runs = new Uint8Array(scores.length);
  /** How many columns to the left the match of this row is: 0 where it is here. */
  const steps = new Uint8Array(scores.length);
  const word = { label, small: smallLabel };
  let strong = false;
  let column = 0;
  for (let row = 1; row <= typed.length; row++) {
    const first = range.first[row - 1] ?? 0;
    const last = range.last[row - 1] ?? 0;
    const end = row < typed.length ? (range.last[row] ?? 0) : label.length;
    for (let at = first; at < end; at++) {
      column = at + 1;
      const cell = row * width + column;
      let here = NONE;
      if (at <= last && small[row - 1] === smallLabel[at]) {
        const begins = runs[cell - width - 1] === 0;
        const { score, isStrong } = characterScore(word, at, row - 1, typed[row - 1] === label[at], begins);
        if (row === 1 && isStrong) strong = true;
        here = score + (scores[cell - width - 1] ?? 0);
      }
      const left = at > first ? gapped(cell - 1) : NONE;
      const farLeft = at > first + 1 && (runs[cell - 1] ?? 0) > 0 ? gapped(cell - 2) : NONE;
      if (farLeft !== NONE && farLeft >= left && farLeft >= here) set(cell, farLeft, 2, 0);
      else if (left !== NONE && left >= here) set(cell, left, 1, 0);
      else set(cell, here, 0, (runs[cell - width - 1] ?? 0) + 1);
    }
  }
  if (!strong) return undefined;
  const cell = typed.length * width + column;
  let lastColumn = column;
  while (lastColumn >= 1 && (steps[typed.length * width + lastColumn] ?? 0) > 0)
    lastColumn -= steps[typed.length * width + lastColumn] ?? 0;
  const whole = label.length === typed.length ? 2 : 0;
  return (scores[cell] ?? 0) + whole - (lastColumn - typed.length);

  /** @param {number} cell */
  function gapped(cell) {
    return (scores[cell] ?? 0) - ((runs[cell] ?? 0) > 0 ? GAP : 0);
  }

  /** @param {number} cell @param {number} score @param {number} step @param {number} run */
  function set(cell, score, step, run) {
    scores[cell] = score;
    steps[cell] = step;
    runs[cell] = run;
  }
}

/**
 * Where each typed character can match at the earliest and at the latest.
 * @param {string} typed
 * @param {string} label
 */
function matchRange(typed, label) {
  if (typed.length === 0 || typed.length > label.length) return undefined;
  const first = [];
  for (let at = 0; first.length < typed.length; at++) {
    if (at >= label.length) return undefined;
    if (label[at] === typed[first.length]) first.push(at);
  }
  /** @type {number[]} */
  const last = [];
  for (let at = label.length - 1, row = typed.length - 1; row >= 0; at--) {
    if (label[at] === typed[row]) last[row--] = at;
  }
  return { first, last };
}

/**
 * @param {{ label: string, small: string }} word
 * @param {number} at in the label
 * @param {number} index in what is typed
 * @param {boolean} sameCase
 * @param {boolean} begins whether the character before did not match
 */
function characterScore({ label, small }, at, index, sameCase, begins) {
  const upper = isUpper(at) && (at === 0 || !isUpper(at - 1));
  const behind = at > 0 && SEPARATORS.has(small[at - 1] ?? "");
  const own = SEPARATORS.has(small[at] ?? "") && (at === 0 || !behind);
  let score = 1;
  if (at === index || upper) score = sameCase ? 7 : 5;
  else if (own || behind) score = 5;
  const isStrong = score > 1;
  const gapPlace = isUpper(at) || behind;
  if (index === 0) score -= at > 0 ? (gapPlace ? 3 : 5) : 0;
  else if (begins) score += gapPlace ? 2 : 0;
  else score += gapPlace ? 0 : 1;
  if (at + 1 === label.length) score -= gapPlace ? 3 : 5;
  return { score, isStrong };

  /** @param {number} position */
  function isUpper(position) {
    return label[position] !== small[position];
  }
}
