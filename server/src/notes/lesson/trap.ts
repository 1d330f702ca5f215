import { memoBy } from "../../text/memoBy.ts";
import type { Asked } from "./asked.ts";
import type { Piece } from "./pieces.ts";
import { GOES_ON, introduction, isReadable, names } from "./sentences.ts";

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
    if (isTaken(piece) || !(piece.isTrap || isWarning(piece)) || !isReadable(piece)) continue;
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

const isWarning: (piece: Piece) => boolean = memoBy(
  ({ plain }: Piece) => WARNS.test(plain) && !GOES_ON.test(plain) && !SAYS_OF_OTHERS.test(plain),
);

/** What cannot be, what fails and what is lost. */
const WARNS =
  /(?:ません|ない(?:で|と|ので|まま)|できない|失敗|ロールバック|エラー|しまう|だけです|失われ|消え|残り(?:ます|続)|拒否|止まる|止まり|注意|必ず|より先に|\b(?:not|never|fails?|failed|cannot|can't|only|lost|refuses?|refused|rolls? back|stays?|stops?|must|unless|without|too (?:few|large|late|long|many|short|small))\b|n't\b)/iu;

/** What others say is no warning, and may be what is wrong. */
const SAYS_OF_OTHERS = /^(?:study|older)\b[^.]* says? that\b|^(?:学習ノート|古い[^。]*)では[^。]*とされています/iu;
