/** Numbers from 0 to 1 that are always the same for a seed. @param {number} seed @returns {() => number} */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** What people type or paste, whole and half. */
const TYPED = [
  ..."x:- #\"'{}[],|>\t\\?&*%",
  ...[
    "\n",
    "\r\n",
    "  ",
    ": ",
    "- ",
    "!Sub ",
    "!GetAtt A.B",
    "&a ",
    "*a",
    "<<: *a",
    "${A}",
    "日本",
    "🙂",
    "---\n",
    "...\n",
  ],
  ...[
    "\n  Key: value",
    "\nResources:\n",
    "\n  New:\n    Type: AWS::S3::Bucket\n",
    '"Key": ',
    '{"Ref": "X"}',
    "\n\n",
    "# note",
  ],
];

/**
 * A text after one random edit: something inserted, removed, pasted from elsewhere, or lines moved in or out.
 * @param {string} text
 * @param {() => number} random
 * @returns {string}
 */
export function randomEdit(text, random) {
  const start = Math.floor(random() * (text.length + 1));
  /** @param {number} most */
  const length = (most) => Math.floor(random() * most);
  const kind = random();
  if (kind < 0.35) return spliced(text, start, 0, TYPED[length(TYPED.length)] ?? "");
  if (kind < 0.6) return spliced(text, start, 1 + length(kind < 0.5 ? 3 : 200), "");
  if (kind < 0.75) {
    const from = length(text.length);
    return spliced(text, start, 0, text.slice(from, from + length(600)));
  }
  return indented(text, start, 1 + length(8), kind < 0.88 ? 2 : -2);
}

/** @param {string} text @param {number} start @param {number} remove @param {string} insert */
function spliced(text, start, remove, insert) {
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** So many lines from an offset on, moved by so many spaces. @param {string} text @param {number} offset @param {number} count @param {number} by */
function indented(text, offset, count, by) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lines = text.slice(start).split("\n");
  const moved = lines.map((line, index) =>
    index >= count ? line : by > 0 ? " ".repeat(by) + line : line.replace(/^ {1,2}/, ""),
  );
  return text.slice(0, start) + moved.join("\n");
}
