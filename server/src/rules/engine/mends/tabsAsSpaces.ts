import type { Edit } from "../../../text/edit.ts";

/**
 * The edits that indent lines with spaces instead of tabs: as wide as one level, or as editors show them if what is
 * below a key would not stand deeper than it.
 *
 * @param unit one level of indentation
 */
export function tabsAsSpaces(text: string, unit: string): readonly Edit[] {
  const own = unit === "\t" ? 2 : unit.length;
  const lines = text.split("\n");
  const size = [own, 4, 8].find((width) => width >= own && keepsDepth(lines, width)) ?? own;
  return [...text.matchAll(/^ *\t[ \t]*/gm)].map(({ 0: white, index }) => ({
    start: index,
    end: index + white.length,
    newText: " ".repeat(columnOf(white, size)),
  }));
}

/** Whether each line with a tab right below a key without a value stands deeper than that key; an item need not. */
function keepsDepth(lines: readonly string[], size: number): boolean {
  let above: number | undefined;
  for (const line of lines) {
    const white = /^[ \t]*/.exec(line)?.[0] ?? "";
    const words = line.slice(white.length).trimEnd();
    if (words === "" || words.startsWith("#")) continue;
    const column = columnOf(white, size);
    if (above !== undefined && white.includes("\t") && column <= above - (words.startsWith("- ") ? 1 : 0)) return false;
    const dashes = /^(?:- +)*/.exec(words)?.[0].length ?? 0;
    above = words.endsWith(":") ? column + dashes : undefined;
  }
  return true;
}

function columnOf(white: string, size: number): number {
  let column = 0;
  for (const sign of white) column += sign === "\t" ? size - (column % size) : 1;
  return column;
}
