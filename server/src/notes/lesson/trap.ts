import type { Asked } from "./asked.ts";
import type { Piece } from "./piece.ts";
import { introduction, isReadable, names } from "./sentences.ts";

/** The marked trap, else an item that warns, else a sentence that does; what names the word first. */
export function trapIn(
  pieces: readonly Piece[],
  { words, isParticular }: Asked,
  isTaken: (piece: Piece) => boolean,
): Piece | undefined {
  if (pieces.some((piece) => piece.isTrap && isTaken(piece))) return undefined;
  let trap: Piece | undefined;
  let most = 0;
  for (const piece of pieces) {
    if (isTaken(piece) || !(piece.isTrap || piece.warns) || !isReadable(piece)) continue;
    const isNamed = words.some((word) => names(piece.plain, word));
    if (!piece.isTrap) {
      if (!isNamed && (piece.section !== "" || (isParticular && isOnKey(piece)))) continue;
      if (introduction(piece, pieces) !== undefined) continue;
    }
    // The trap of a part of the note is that part's.
    const isOwnTrap = piece.isTrap && (piece.section === "" || isNamed);
    const score =
      (isOwnTrap ? 32 : 0) + (piece.section === "" ? 16 : 0) + (isNamed ? 4 : 0) + (piece.kind === "text" ? 1 : 8);
    if (score > most) [trap, most] = [piece, score];
  }
  return trap;
}

/** Whether a piece says by its beginning that it is on one key. */
function isOnKey({ markdown }: Piece): boolean {
  return /^(?:- )?`[A-Z]\w+`/.test(markdown[0] ?? "");
}
