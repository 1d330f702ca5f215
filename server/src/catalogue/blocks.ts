import type { CatalogueData, PackedPart } from "./packed.ts";

/** Gives the line of a number; a block is inflated when its first line is asked for and then kept. */
export function lineReader(data: CatalogueData, part: PackedPart): (line: number) => string | undefined {
  const blocks = new Map<number, readonly string[]>();
  return (line) => {
    const number = blockOf(part.firsts, line);
    let lines = blocks.get(number);
    if (!lines) {
      lines = data.block(part.block + number).split("\n");
      blocks.set(number, lines);
    }
    return lines[line - (part.firsts[number] ?? 0)];
  };
}

/** The last block whose first line is not behind `line`. */
function blockOf(firsts: readonly number[], line: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
