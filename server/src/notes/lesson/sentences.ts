import { memoBy } from "../../text/memoBy.ts";
import type { Piece } from "./pieces.ts";

/** Whether a text has a name where no longer name holds it. */
export function names(text: string, name: string): boolean {
  // Behind the end of the text an empty name would be found for ever.
  for (let at = text.indexOf(name); at >= 0; at = at < text.length ? text.indexOf(name, at + 1) : -1)
    if (!isOfName(text.charCodeAt(at - 1)) && !isOfName(text.charCodeAt(at + name.length))) return true;
  return false;
}

/** An ASCII letter or digit, as a UTF-16 unit; `NaN`, at an end of the text, is none. */
function isOfName(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

/** Code is no sentence, and a line that only leads to what is below says nothing by itself. */
export const isReadable: (piece: Piece) => boolean = memoBy(
  ({ kind, plain }: Piece) => kind !== "code" && plain !== "" && !LEADS_ON.test(plain),
);

const LEADS_ON =
  /[:：]$|(?:次|以下|下記)の(?:点|とおり|通り|もの|順|表|例|[0-9０-９一二三四五]つ)|次に(?:示|挙げ)|\bas follows\b|\bthe following\b|\b(?:list|table|example)s? below\b|\bin this order\b|\bcheck these\b/iu;

/** A sentence that goes on from the one before it means nothing alone. */
export const GOES_ON: RegExp =
  /^(?:これ|それ|この|その|そう|どちら|両方|ほか|そのため|だから|ただし|また(?!は)|なお|一方|逆に|It\b|Its\b|They\b|This\b|That\b|These\b|Those\b|So\b|But\b|Then\b|Both\b|Neither\b|Otherwise\b|Without it\b|With it\b|Unlike\b|Instead\b)/u;

/** The line that leads on to the list or table that a piece is part of. */
export function introduction({ kind, block }: Piece, pieces: readonly Piece[]): Piece | undefined {
  if (kind !== "item" && kind !== "row") return undefined;
  const before = pieces[pieces.findIndex((piece) => piece.block === block) - 1];
  return before !== undefined && before.kind === "text" && LEADS_ON.test(before.plain) ? before : undefined;
}
