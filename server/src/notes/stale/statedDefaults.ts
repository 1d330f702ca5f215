/** The default in a row of a table of parameters, with its columns in the line. */
export interface StatedDefault {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** Heads of the column of defaults. */
const DEFAULT = /^\W*(?:default(?: value)?|デフォルト値?|既定値?|初期値)\W*$/i;
/** Texts for no default, or none that is one value. */
const NO_VALUE = /^\W*(?:none|n\/a|no|null|empty|blank|required|optional|なし|無し|空|必須|任意|-)?\W*$|\.\.\.|…/i;
const SEPARATOR = /^[\s|:-]+$/;

/** The default in a row of a table, if the table has a column for it and the row one value there. */
export function statedDefault(lines: readonly string[], line: number): StatedDefault | undefined {
  const row = lines[line] ?? "";
  if (!row.includes("|") || row.length > MAX_LINE) return undefined;
  let separator = line - 1;
  while (separator > 0 && lines[separator]?.includes("|") === true && !SEPARATOR.test(lines[separator] ?? ""))
    separator--;
  const header = lines[separator - 1];
  if (header === undefined || !SEPARATOR.test(lines[separator] ?? "") || !header.includes("|")) return undefined;
  const column = cellsOf(header).findIndex(({ text }) => DEFAULT.test(text));
  const cell = cellsOf(row)[column];
  if (cell === undefined) return undefined;
  const code = /^(\s*)(?:`([^`]+)`|"([^"]+)"|([^\s`"]+))\s*$/.exec(cell.text);
  const said = code?.[2] ?? code?.[3] ?? code?.[4];
  if (code === null || said === undefined || NO_VALUE.test(said)) return undefined;
  const start = cell.start + cell.text.indexOf(said);
  return { line, start, end: start + said.length, said };
}

const MAX_LINE = 1000;

/** The cells of a row, with their offsets in it. */
function cellsOf(row: string): readonly { readonly text: string; readonly start: number }[] {
  const from = /^\s*\|?/.exec(row)?.[0].length ?? 0;
  const cells: { text: string; start: number }[] = [];
  let start = from;
  for (const text of row.slice(from).split(/(?<!\\)\|/)) {
    cells.push({ text, start });
    start += text.length + 1;
  }
  return cells;
}

/** Whether both are the same to a person: quotes, capitals, blanks and the unit of a number aside. */
export function isSameDefault(said: string, written: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\\(?=[|*_<>])/g, "")
      .replace(/^["'`*]+|["'`*]+$|\s+/g, "")
      .toLowerCase();
  const [one, other] = [plain(said), plain(written)];
  return one === other || (/^\d+(?:\.\d+)?[a-z]*$/.test(one) && Number.parseFloat(one) === Number(other));
}
