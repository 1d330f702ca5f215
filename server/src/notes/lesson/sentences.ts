import type { Piece } from "./piece.ts";

/** Whether a text has a name that is not part of a longer name. */
export function hasName(text: string, name: string): boolean {
  // Behind the end of the text an empty name would be found for ever.
  for (let at = text.indexOf(name); at >= 0; at = at < text.length ? text.indexOf(name, at + 1) : -1)
    if (!isOfName(text.charCodeAt(at - 1)) && !isOfName(text.charCodeAt(at + name.length))) return true;
  return false;
}

/** An ASCII letter or digit, as a UTF-16 unit; `NaN`, at an end of the text, is none. */
function isOfName(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

/** Code is no sentence, and a line that only introduces what is below says nothing by itself. */
export function standsAlone({ kind, plain, leadsOn }: Piece): boolean {
  return kind !== "code" && plain !== "" && !leadsOn;
}

/** The line that introduces the list or table that a piece is part of. */
export function introduction({ kind, block }: Piece, pieces: readonly Piece[]): Piece | undefined {
  if (kind !== "item" && kind !== "row") return undefined;
  const before = pieces[pieces.findIndex((piece) => piece.block === block) - 1];
  return before !== undefined && before.kind === "text" && before.leadsOn ? before : undefined;
}
