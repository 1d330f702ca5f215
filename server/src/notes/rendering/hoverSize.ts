/** A screenful: characters and lines. */
const MAX_TEXT = 1600;
const MAX_LINES = 40;
/** How many lines of a note leave room for the rest, of the dozen that the editor's box has. */
const MAX_SHORT_LINES = 7;
/** Columns of a line in that box, of which a Japanese character takes two. */
const MAX_COLUMNS = 100;

export interface Cut {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/** As many whole lines as fit a screen; an open code block is closed. */
export function cutLines(lines: readonly string[]): Cut {
  let length = 0;
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    length += line.length + 1;
    if (length > MAX_TEXT || index >= MAX_LINES) {
      const kept = lines.slice(0, index);
      const room = MAX_TEXT - (length - line.length);
      if (fence !== undefined) return { lines: [...kept, fence], isCut: true };
      // A long paragraph shows its beginning, unless most of the room is taken.
      if (index >= MAX_LINES || room < MAX_TEXT / 2) return { lines: kept, isCut: true };
      return { lines: [...kept, `${line.slice(0, room).replace(/[\ud800-\udbff]$/, "")}…`], isCut: true };
    }
    fence = fenceAfter(line, fence);
  }
  return { lines, isCut: false };
}

/** The first blocks, as many as leave room for the rest, and at least one. */
export function fittingBlocks(lines: readonly string[]): Cut {
  const blocks = blocksOfLines(lines);
  let height = 0;
  let count = 0;
  for (const block of blocks) {
    height += heightOf(block);
    if (count > 0 && height > MAX_SHORT_LINES) break;
    count++;
  }
  const kept = blocks.slice(0, count).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  const shown = cutLines(count < blocks.length ? withoutIntroduction(kept) : kept);
  return { lines: shown.lines, isCut: shown.isCut || count < blocks.length };
}

/** A last line that introduces something cut off means nothing without it. */
export function withoutIntroduction(lines: readonly string[]): readonly string[] {
  const last = lines.at(-1) ?? "";
  if (!/[:：]\s*$/u.test(last)) return lines;
  const others = lines.slice(0, -1);
  const isAlone = others.length > 0 && !/[.。]/u.test(last);
  return isAlone ? others : [...others, `${last.replace(/\s*[:：]\s*$/u, "")}…`];
}

/** Blocks between empty lines; a code block is one. */
export function blocksOfLines(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of lines) {
    if (line.trim() === "" && fence === undefined) {
      isOpen = false;
      continue;
    }
    if (isOpen) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isOpen = true;
    fence = fenceAfter(line, fence);
  }
  return blocks;
}

/** The width of a character in columns; a line of Japanese has half as many characters. */
export function columnsOf(character: string): number {
  return character > "\u2e7f" ? 2 : 1;
}

export function columnsOfText(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

/** How many lines of the editor's box a text takes. */
export function rowsOfText(text: string): number {
  return Math.max(1, Math.ceil(columnsOfText(text) / MAX_COLUMNS));
}

function heightOf(block: readonly string[]): number {
  return block.reduce((height, line) => height + rowsOfText(line), 0.5);
}

/** The fence that closes the code block which is open behind a line. */
function fenceAfter(line: string, fence: string | undefined): string | undefined {
  const [sign, quote, ticks] = /^([\s>]*)(`{3,})/.exec(line) ?? [];
  if (sign === undefined || ticks === undefined) return fence;
  return fence === undefined ? `${quote}${ticks}` : undefined;
}
