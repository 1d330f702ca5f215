import { namedLine } from "../../text/namedLine.ts";
import type { Piece } from "./piece.ts";

/** A piece as it is stored: without the usual values. */
export type PackedPiece = { readonly line: number; readonly plain: string } & Partial<Piece>;

/**
 * The pieces of a built-in note as the build has prepared them: a line for each note, with the note's line in front. A
 * hover only picks from them, without parsing Markdown. `undefined` if they are not there.
 */
export function preparedPieces(prepared: string, line: number): readonly Piece[] | undefined {
  const made = namedLine(prepared, String(line));
  if (made === undefined) return undefined;
  const packed = JSON.parse(made) as readonly PackedPiece[];
  return packed.map(unpacked);
}

/** Pieces as one line of such a text. */
export function packedPieces(line: number, pieces: readonly Piece[]): string {
  return `${line} ${JSON.stringify(pieces.map(packed))}\n`;
}

function packed(piece: Piece): PackedPiece {
  const usual: Piece = unpacked({ line: piece.line, plain: piece.plain });
  const differs = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(usual[name as keyof Piece]);
  const { line, plain, ...others } = piece;
  return { line, plain, ...Object.fromEntries(Object.entries(others).filter(differs)) };
}

/** Written out, so that all have one shape for V8. */
function unpacked(piece: PackedPiece): Piece {
  return {
    kind: piece.kind ?? "text",
    line: piece.line,
    markdown: piece.markdown ?? [piece.plain],
    plain: piece.plain,
    head: piece.head ?? [],
    block: piece.block ?? 0,
    section: piece.section ?? "",
    isTrap: piece.isTrap ?? false,
    isCorrection: piece.isCorrection ?? false,
    leadsOn: piece.leadsOn ?? false,
    goesOn: piece.goesOn ?? false,
    leadsToCode: piece.leadsToCode ?? false,
    isExam: piece.isExam ?? false,
    warns: piece.warns ?? false,
    isOnType: piece.isOnType ?? false,
    rows: piece.rows ?? 1,
  };
}
