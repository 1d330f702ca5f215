import { indentWithTabs } from "../reading/lead.ts";
import type { Asked } from "./asked.ts";
import type { Piece } from "./piece.ts";
import { hasName, introduction, standsAlone } from "./sentences.ts";

/** The part of a note for somebody who points at a word of a template. */
export interface Lesson {
  /** The lead, then what the note says of the word itself, in the note's order. */
  readonly text: readonly Piece[];
  /** The line on what goes wrong most often. */
  readonly trap: Piece | undefined;
  /** The line on the exam. */
  readonly exam: Piece | undefined;
  readonly example: Piece | undefined;
  /** The piece to read on at: the sentence on the word, else the first. */
  readonly at: Piece | undefined;
  /** Whether the note names the word. */
  readonly isNamed: boolean;
}

/** The most rows of a lesson, of the dozen that the editor's box has. */
const MAX_ROWS = 9;
/** The most pieces on the word. */
const MAX_NAMING = 3;

/** Chooses by structure: the lead, what names the word, the trap, the exam's line, and an example if there is room. */
export function chooseLesson(all: readonly Piece[], asked: Asked, title: string): Lesson {
  const pieces = all.filter((piece, index) => index === 0 || !isOnOther(piece, asked.type));
  const [lead] = pieces;
  const [word] = asked.words;
  // If the title is the word, or no particular word is asked for, the whole note is on it.
  const isWhole = word === undefined || hasName(title, word);
  const naming = isWhole ? [] : best(pieces, asked);
  const chosen = new Set<Piece>(lead === undefined ? [] : [lead]);
  const exam = pieces.find((piece) => piece !== lead && piece.isExam);
  let room = MAX_ROWS - rowsOf(lead) - rowsOf(exam);
  const take = (piece: Piece): void => {
    for (const one of [...needed(piece, pieces), piece]) {
      if (chosen.has(one) || one === exam) continue;
      chosen.add(one);
      room -= rowsOf(one);
    }
  };
  const [first, ...others] = naming;
  if (first !== undefined) take(first);
  // What only an example names is shown by the example, before anything else takes the room.
  let example = isWhole || first !== undefined ? undefined : exampleFor(pieces, asked, room);
  room -= rowsOf(example);
  const trap = trapIn(pieces, asked, (piece) => chosen.has(piece) || piece === exam);
  room -= rowsOf(trap);
  for (const piece of isWhole ? pieces.filter((one) => isOfOwnText(one, pieces)) : others) {
    if (piece === trap || piece === exam || chosen.has(piece) || !standsAlone(piece)) continue;
    if (rowsOf(piece) > room) break;
    // A continuation of the trap is shown there.
    if (trap === undefined || !needed(piece, pieces).includes(trap)) take(piece);
  }
  const text = pieces.filter((piece) => chosen.has(piece));
  example ??=
    ledTo([...text, trap], pieces) ?? pieces.find((piece) => isOwnExample(piece, asked) && rowsOf(piece) <= room);
  return { text, trap, exam, example, at: first ?? example ?? text[0], isNamed: naming.length > 0 };
}

/** Whether a piece can follow the lead: the note's own text, and no part of a list that is only shown as a whole. */
function isOfOwnText(piece: Piece, pieces: readonly Piece[]): boolean {
  return piece.section === "" && introduction(piece, pieces) === undefined;
}

/** The example that a shown sentence introduces. */
function ledTo(shown: readonly (Piece | undefined)[], pieces: readonly Piece[]): Piece | undefined {
  const leading = shown.find((piece) => piece?.leadsToCode === true);
  const next = leading && pieces[pieces.indexOf(leading) + 1];
  return next?.kind === "code" ? next : undefined;
}

/** The pieces beside the lead that name the closest word of which there are any; the lead if only that does. */
function best(pieces: readonly Piece[], { words }: Asked): readonly Piece[] {
  for (const word of words) {
    const found = pieces.filter((piece) => hasName(piece.plain, word) && standsAlone(piece) && !piece.isExam);
    if (found.length === 0) continue;
    const score = (piece: Piece): number =>
      (piece.section === "" ? 4 : 0) +
      (isSubject(piece.plain, word) ? 3 : 0) +
      (piece.kind === "text" ? 0 : 2) +
      (piece === pieces[0] ? -8 : 0);
    return found.sort((left, right) => score(right) - score(left) || left.line - right.line).slice(0, MAX_NAMING);
  }
  return [];
}

function isSubject(plain: string, word: string): boolean {
  return plain.startsWith(word);
}

/** Whether a sentence begins with another resource type than this one. */
export function isOnOther({ plain, isOnType }: Piece, type: string | undefined): boolean {
  return isOnType && type !== undefined && !plain.includes(type);
}

function needed(piece: Piece, pieces: readonly Piece[]): readonly Piece[] {
  const introduced = introduction(piece, pieces);
  if (introduced !== undefined) return [introduced];
  const before = pieces[pieces.indexOf(piece) - 1];
  const isPart = before !== undefined && before.kind === "text" && before.block === piece.block;
  return isPart && piece.kind === "text" && piece.goesOn ? [...needed(before, pieces), before] : [];
}

/** An example to show besides: one that names the word, or the note's own if nothing in particular is asked for. */
function isOwnExample({ kind, plain, section }: Piece, { words }: Asked): boolean {
  if (kind !== "code") return false;
  return words.length === 0 ? section === "" : words.some((word) => hasName(plain, word));
}

/** The example that names the closest word; of a long one the lines around it. */
function exampleFor(pieces: readonly Piece[], { words }: Asked, room: number): Piece | undefined {
  for (const word of words) {
    const found = pieces.find((piece) => piece.kind === "code" && hasName(piece.plain, word));
    if (found !== undefined) return rowsOf(found) <= Math.min(room, MAX_EXAMPLE_LINES) ? found : excerptOf(found, word);
  }
  return undefined;
}

/** The most lines of code that are read at a glance. */
const MAX_EXAMPLE_LINES = 6;
const MAX_LINES_BELOW = 5;

/** The line of an example that names a word, with the keys above it and the first lines below it. */
function excerptOf(example: Piece, word: string): Piece {
  const [fence = "", ...lines] = example.markdown;
  const end = lines.pop() ?? "";
  const key = lines.findIndex((line) => isKeyIn(line, word));
  const at = key >= 0 ? key : lines.findIndex((line) => hasName(line, word));
  const above: string[] = [];
  let indent = indentWithTabs(lines[at] ?? "");
  for (const line of lines.slice(0, at).reverse()) {
    if (line.trim() === "" || indentWithTabs(line) >= indent) continue;
    above.unshift(line);
    indent = indentWithTabs(line);
  }
  // A key with nothing below it is shown with those beside it.
  const isLeaf = indentWithTabs(lines[at + 1] ?? "") <= indentWithTabs(lines[at] ?? "");
  const least = indentWithTabs(lines[at] ?? "") + (isLeaf ? 0 : 1);
  const until = lines.findIndex((line, index) => index > at && indentWithTabs(line) < least);
  const below = lines.slice(at + 1, until < 0 ? undefined : until).slice(0, MAX_LINES_BELOW);
  const markdown = [fence, ...above, lines[at] ?? "", ...below, end];
  return { ...example, line: example.line + 1 + at, markdown };
}

/** Whether a line of YAML or JSON begins with a key. A regular expression would be compiled for each word. */
function isKeyIn(line: string, key: string): boolean {
  const at = line.indexOf(key);
  return at >= 0 && BEFORE_KEY.test(line.slice(0, at)) && BEHIND_KEY.test(line.slice(at + key.length));
}

const BEFORE_KEY = /^[\s-]*"?$/;
const BEHIND_KEY = /^"?:/;

function rowsOf(piece: Piece | undefined): number {
  if (piece === undefined) return 0;
  // A fence's two lines take the room of one.
  if (piece.kind === "code") return piece.markdown.length - 1;
  return Math.max(piece.markdown.length, piece.rows);
}

/** The marked trap, else an item that warns, else a sentence that does; those that name the word first. */
function trapIn(
  pieces: readonly Piece[],
  { words, isParticular }: Asked,
  isTaken: (piece: Piece) => boolean,
): Piece | undefined {
  if (pieces.some((piece) => piece.isTrap && isTaken(piece))) return undefined;
  let trap: Piece | undefined;
  let most = 0;
  for (const piece of pieces) {
    if (isTaken(piece) || !(piece.isTrap || piece.warns) || !standsAlone(piece)) continue;
    const isNamed = words.some((word) => hasName(piece.plain, word));
    if (!piece.isTrap) {
      if (!isNamed && (piece.section !== "" || (isParticular && isOnKey(piece)))) continue;
      if (introduction(piece, pieces) !== undefined) continue;
    }
    // A trap in a section of the note belongs to that section.
    const isOwnTrap = piece.isTrap && (piece.section === "" || isNamed);
    const score =
      (isOwnTrap ? 32 : 0) + (piece.section === "" ? 16 : 0) + (isNamed ? 4 : 0) + (piece.kind === "text" ? 1 : 8);
    if (score > most) [trap, most] = [piece, score];
  }
  return trap;
}

/** Whether a piece begins with one key's name. */
function isOnKey({ markdown }: Piece): boolean {
  return /^(?:- )?`[A-Z]\w+`/.test(markdown[0] ?? "");
}
