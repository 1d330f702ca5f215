import { countWhile } from "../../text/countWhile.ts";
import type { CatalogueData, PackedPart } from "../types/packed.ts";

/**
 * Gives the line of a number. A block is inflated when a line of it is asked for;
 * the `kept` blocks that were inflated last stay in memory.
 */
export function lineReader(data: CatalogueData, part: PackedPart, kept: number): (line: number) => string | undefined {
  const blocks = new Map<number, readonly string[]>();
  return (line) => {
    const number = blockOf(part.firsts, line);
    let lines = blocks.get(number);
    if (!lines) {
      lines = data.block(part.block + number).split("\n");
      const [oldest] = blocks.keys();
      if (blocks.size >= kept && oldest !== undefined) blocks.delete(oldest);
      blocks.set(number, lines);
    }
    return lines[line - (part.firsts[number] ?? 0)];
  };
}

/** The last block whose first line is not behind `line`. */
function blockOf(firsts: readonly number[], line: number): number {
  return Math.max(0, countWhile(firsts, (first) => first <= line) - 1);
}
