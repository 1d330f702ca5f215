import { namedLine } from "../../text/namedLine.ts";
import type { Piece } from "./piece.ts";

/**
 * A piece as it is stored: without the usual values, and without the text that its file has. `escaped`: in that text,
 * what Markdown may take for signs has a backslash.
 */
type PackedPiece = { readonly line: number; readonly height?: number; readonly escaped?: true } & Partial<Piece>;

/**
 * The pieces of a built-in note as the build has prepared them: a line for each note, with the note's line in front. A
 * hover only picks from them, without parsing Markdown. `undefined` if they are not there.
 *
 * @param lines of the note's file
 */
export function preparedPieces(prepared: string, line: number, lines: readonly string[]): readonly Piece[] | undefined {
  const made = namedLine(prepared, String(line));
  if (made === undefined) return undefined;
  const packed = JSON.parse(made) as readonly PackedPiece[];
  return packed.map((piece) => unpacked(piece, lines));
}

/** Pieces as one line of such a text. */
export function packedPieces(line: number, pieces: readonly Piece[], lines: readonly string[]): string {
  return `${line} ${JSON.stringify(pieces.map((piece) => packed(piece, lines)))}\n`;
}

function packed(piece: Piece, lines: readonly string[]): PackedPiece {
  const { line, kind, markdown } = piece;
  const stored = { line, ...(kind !== "text" && { kind }) };
  const inFile = { ...stored, ...(markdown.length !== 1 && { height: markdown.length }) };
  const forms: readonly PackedPiece[] = [inFile, { ...inFile, escaped: true }];
  const text = forms.find((form) => isSame(unpacked(form, lines).markdown, markdown)) ?? { ...stored, markdown };
  const usual = unpacked(text, lines);
  const others = Object.entries(piece).filter(([name, value]) => !isSame(value, usual[name as keyof Piece]));
  return { ...text, ...Object.fromEntries(others) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Written out, so that all have one shape for V8. */
function unpacked(piece: PackedPiece, lines: readonly string[]): Piece {
  const { line, kind = "text", height = 1, escaped = false } = piece;
  const written = piece.markdown ?? lines.slice(line, line + height).map((text) => text.replace(TRAP, ""));
  const markdown = escaped ? written.map((text) => text.replace(SIGN_OR_CODE, withBackslash)) : written;
  return {
    kind,
    line,
    markdown,
    plain: piece.plain ?? plainFrom(written, kind),
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

/** Bold stays bold. */
const SIGN_OR_CODE = /`[^`]*`|\*\*|[\\*_{}[\]|~$]/g;

function withBackslash(found: string): string {
  return found.length > 1 ? found : `\\${found}`;
}

const TRAP = / *<!-- trap -->$/;

/** What most pieces are without markup; the others' plain text is stored. */
function plainFrom(markdown: readonly string[], kind: Piece["kind"]): string {
  if (kind === "code") return markdown.slice(1, -1).join("\n");
  return markdown
    .join("\n")
    .replace(/^(?:- |\d+\. |\| )|\*\*|`| \|$/g, "")
    .replaceAll(" | ", " ");
}
