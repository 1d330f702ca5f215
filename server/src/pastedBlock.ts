import { columnBelow } from "./enterRules.ts";

/** The place at which something is pasted. */
export interface PastePlace {
  /** A line by its number, without its line break. */
  readonly lineAt: (line: number) => string;
  readonly line: number;
  readonly column: number;
  /** One level of indentation, in blanks. */
  readonly unit: number;
}

/**
 * A block of lines for the place that it is pasted at; `undefined` if it is right as it is, if there is more than a key
 * before the caret, or if there is something behind it and the block ends within a line. The first line may have lost
 * its indentation when it was copied.
 *
 * @returns the text from the beginning of the line up to the caret
 */
export function indentPasted(pasted: string, place: PastePlace): string | undefined {
  const lines = pasted.split(/\r?\n/);
  const [first = "", ...more] = lines;
  const here = place.lineAt(place.line);
  const isAbove = place.column === 0 && lines.at(-1)?.trim() === "";
  if (first.trim() === "" || more.every(isBlankLine)) return undefined;
  const below = columnBelowKey(first, here, place);
  if (here.trim() !== "" && !isAbove && below === undefined) return undefined;
  const own = ownColumn(first, more.filter((line) => !isBlankLine(line)).map(indentOf), place.unit);
  const column = below ?? columnOf(lines, own, place);
  const moved = (line: string): string =>
    isBlankLine(line) ? "" : " ".repeat(Math.max(0, column + indentOf(line) - own)) + line.trimStart();
  const value = first.trimStart();
  const start = " ".repeat(column) + value;
  const behindKey = FLOW.test(value) ? ` ${value}` : `\n${start}`;
  const beginning = below === undefined ? start : here.slice(0, place.column).trimEnd() + behindKey;
  const text = [beginning, ...more.map(moved)].join("\n");
  return text === " ".repeat(place.column) + lines.join("\n") ? undefined : text;
}

/** JSON, as consoles show it. */
const FLOW = /^[{[]/;
/** The first line of keys or items. */
const BLOCK = /^(?:- |[^\s:'"{}[\]]+:(?:\s|$))/;

/** The column for a value that is pasted behind its key; `undefined` if the caret is not there, or it is no such value. */
function columnBelowKey(first: string, here: string, { column, unit }: PastePlace): number | undefined {
  const before = here.slice(0, column);
  const isBehindKey = /:[ \t]*$/.test(before) && isBlankLine(here.slice(column));
  const isValue = FLOW.test(first.trimStart()) || BLOCK.test(first.trimStart());
  return isBehindKey && isValue ? columnBelow(before, unit) : undefined;
}

function isBlankLine(line: string): boolean {
  return line.trim() === "";
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The column that the first line had when it was copied; `columns` are those of the others. */
function ownColumn(first: string, columns: readonly number[], unit: number): number {
  const least = Math.min(...columns);
  if (indentOf(first) > 0 || least === 0) return indentOf(first);
  const [next = 0] = columns;
  const below = columnBelow(first, unit);
  // A line that is less deep than the one below the first is a sibling of the first, and so are all below a complete
  // one.
  return below === undefined || least < next ? least : Math.max(0, next - below);
}

const SECTION = /^(?:Parameters|Mappings|Conditions|Resources|Outputs|Metadata|Rules|Transform|Globals)[ \t]*:/;

/**
 * The column for the first line: a section's at the beginning, a resource's below its section, else by the lines above.
 */
function columnOf(lines: readonly string[], own: number, place: PastePlace): number {
  const [first = "", ...more] = lines;
  if (place.column === 0 && own === 0 && SECTION.test(first.trimStart())) return 0;
  const isResource = more.some((line) => /^[ \t]+Type[ \t]*:[ \t]*\w+::/.test(line));
  const below = isResource ? resourceColumn(place) : undefined;
  if (below !== undefined) return below;
  if (place.column > 0) return place.column;
  return siblingColumn(place, own, first.trimStart().startsWith("- "));
}

/** `undefined` outside of the resources. */
function resourceColumn({ lineAt, line, unit }: PastePlace): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (let above = line - 1; above >= 0; above--) {
    const text = lineAt(above);
    const indent = indentOf(text);
    if (isBlankLine(text) || text[indent] === "#") continue;
    if (indent > 0) least = Math.min(least, indent);
    else if (!text.startsWith("Resources")) return undefined;
    else return least === Number.POSITIVE_INFINITY ? unit : least;
  }
  return undefined;
}

/** As deep as it was if something above is so deep; else below the line above or beside it, an item beside items. */
function siblingColumn({ lineAt, line, unit }: PastePlace, own: number, isItem: boolean): number {
  let above = line - 1;
  while (above >= 0 && isBlankLine(lineAt(above))) above--;
  if (above < 0) return own;
  const below = columnBelow(lineAt(above), unit);
  const nearest = below ?? indentOf(lineAt(above));
  if (own === nearest) return own;
  for (let least = nearest; above >= 0 && least > 0; above--) {
    const text = lineAt(above);
    const indent = indentOf(text);
    if (isBlankLine(text) || indent > least) continue;
    least = indent;
    if (isItem && text.startsWith("- ", indent)) return indent;
    if (!isItem && indent > 0 && indent === own) return own;
  }
  return nearest;
}
