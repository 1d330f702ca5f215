import type { Piece } from "./pieces.ts";

/** Matches a name where no longer name holds it. */
export function namer(word: string): RegExp {
  const name = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![A-Za-z0-9])${name}(?![A-Za-z0-9])`);
}

/** Code is no sentence, and a line that only leads to what is below says nothing by itself. */
export function isReadable({ kind, plain }: Piece): boolean {
  return kind !== "code" && plain !== "" && !LEADS_ON.test(plain);
}

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
