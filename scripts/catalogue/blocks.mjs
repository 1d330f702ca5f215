import { deflateRawSync } from "node:zlib";

/** The dictionary of a part, in bytes: as much as deflate looks back. */
const DICTIONARY = 32_000;

/**
 * Joins lines into blocks that are deflated one by one: a type's first use inflates one block, not all. What the blocks of a
 * part have in common is in a dictionary, which makes them an eighth smaller: the beginning of each.
 * @param {string[]} lines ASCII
 * @param {number} size characters from which a block is closed
 * @returns {{ blocks: Buffer[], firsts: number[], characters: number, dictionary: Buffer | undefined }} `firsts`: the number of
 * each block's first line; no dictionary for a single block
 */
export function blocksOf(lines, size) {
  const texts = [];
  const firsts = [];
  /** @type {string[]} */
  let open = [];
  let length = 0;
  for (const [number, line] of lines.entries()) {
    if (open.length === 0) firsts.push(number);
    open.push(line);
    length += line.length + 1;
    if (length >= size || number === lines.length - 1) {
      texts.push(open.join("\n"));
      open = [];
      length = 0;
    }
  }
  const share = Math.floor(DICTIONARY / texts.length);
  const dictionary =
    texts.length < 2 ? undefined : Buffer.from(texts.map((text) => text.slice(0, share)).join(""), "latin1");
  return {
    blocks: texts.map((text) => deflated(Buffer.from(text, "latin1"), dictionary)),
    firsts,
    characters: lines.reduce((sum, line) => sum + line.length + 1, 0),
    dictionary: dictionary && deflated(dictionary),
  };
}

/**
 * @param {Buffer} content
 * @param {Buffer} [dictionary]
 */
function deflated(content, dictionary) {
  return deflateRawSync(content, { level: 9, memLevel: 9, ...(dictionary && { dictionary }) });
}
