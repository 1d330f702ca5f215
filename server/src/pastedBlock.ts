import { columnBelow } from "./enterRules.ts";

/** Where something is pasted. */
export interface PastePlace {
  /** A line by its number, without its line break. */
  readonly lineAt: (line: number) => string;
  readonly line: number;
  readonly column: number;
  /** One level of indentation, in blanks. */
  readonly unit: number;
}

/**
 * A block of lines for the place that it is pasted at; `undefined` where it is right as it is, or where more stands on the
 * line. The first line may have lost its indentation when it was copied.
 *
 * @returns what to insert if the editor adds the indentation of the place's line to further lines, as for snippets
 */
export function indentPasted(pasted: string, place: PastePlace): string | undefined {
  const lines = pasted.split(/\r?\n/);
  const [first = "", ...more] = lines;
  const columns = more.filter((line) => line.trim() !== "").map(indentOf);
  if (first.trim() === "" || columns.length === 0 || place.lineAt(place.line).trim() !== "") return undefined;
  const own = ownColumn(first, columns, place.unit);
  const added = (place.column > 0 ? place.column : columnOf(lines, own, place)) - place.column;
  // Nothing can be taken from what the editor adds.
  if (Math.min(...columns) < own) return undefined;
  const moved = more.map((line) =>
    line.trim() === "" ? "" : " ".repeat(added + indentOf(line) - own) + line.trimStart(),
  );
  const text = [" ".repeat(added) + first.trimStart(), ...moved].join("\n");
  return text === lines.join("\n") && place.column === 0 ? undefined : text;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The column of the first line where it was copied. */
function ownColumn(first: string, columns: readonly number[], unit: number): number {
  const least = Math.min(...columns);
  if (indentOf(first) > 0 || least === 0) return indentOf(first);
  const [next = 0] = columns;
  const below = columnBelow(first, unit);
  // A line that is less deep than the one below the first is a sibling of the first, and so are all below a complete one.
  return below === undefined || least < next ? least : Math.max(0, next - below);
}

const SECTION = /^(?:Parameters|Mappings|Conditions|Resources|Outputs|Metadata|Rules|Transform|Globals)[ \t]*:/;

/** At the beginning of a line: a section stays there, a resource goes below its section, all else stays as deep as it was. */
function columnOf([first = "", ...more]: readonly string[], own: number, { lineAt, line, unit }: PastePlace): number {
  if (SECTION.test(first.trimStart())) return 0;
  if (!more.some((one) => /^[ \t]+Type[ \t]*:[ \t]*\S+::/.test(one))) return own;
  let least = Number.POSITIVE_INFINITY;
  for (let above = line - 1; above >= 0; above--) {
    const text = lineAt(above);
    const indent = indentOf(text);
    if (text.trim() === "" || text[indent] === "#") continue;
    if (indent > 0) least = Math.min(least, indent);
    else if (!text.startsWith("Resources")) return own;
    else return least === Number.POSITIVE_INFINITY ? unit : least;
  }
  return own;
}
