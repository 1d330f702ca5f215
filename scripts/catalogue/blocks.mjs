import { gzipSync } from "node:zlib";

/**
 * Joins lines into blocks that are zipped one by one: a type's first use inflates one block, not all.
 * @param {string[]} lines
 * @param {number} size characters from which a block is closed
 * @returns {{ blocks: Buffer[], firsts: number[], characters: number }} `firsts`: the number of each block's first line
 */
export function blocksOf(lines, size) {
  const blocks = [];
  const firsts = [];
  /** @type {string[]} */
  let open = [];
  let length = 0;
  for (const [number, line] of lines.entries()) {
    if (open.length === 0) firsts.push(number);
    open.push(line);
    length += line.length + 1;
    if (length >= size || number === lines.length - 1) {
      blocks.push(zipped(open.join("\n")));
      open = [];
      length = 0;
    }
  }
  return { blocks, firsts, characters: lines.reduce((sum, line) => sum + line.length + 1, 0) };
}

/** @param {string} text */
function zipped(text) {
  const block = gzipSync(Buffer.from(text, "latin1"), { level: 9, memLevel: 9 });
  // The header's byte for the operating system differs between machines.
  block[9] = 255;
  return block;
}
