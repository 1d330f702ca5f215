/**
 * What Enter does behind a line of YAML. It has no dependencies: the client gives it to the editor, whose Enter then
 * needs no server.
 */
export interface EnterRule {
  /** Matches the line up to the caret. */
  readonly behind: RegExp;
  /** How many levels deeper than that line the next one begins. */
  readonly levels: 0 | 1;
  /** How many blanks deeper it begins besides: those that the line's dashes take. */
  readonly blanks: number;
}

/** A key in quotes, or plain: a colon in it is followed by something, a `#` is not preceded by a blank. */
const KEY = String.raw`(?:"[^"]*"|'[^']*'|[^\s"'#{}[\]!&*|>%@\x60,:-](?:[^\s:]|:(?=\S)|[ \t]+(?=[^\s:#]))*)`;
/** Tags and anchors in front of a value. */
const TAGS = String.raw`(?:[ \t]+[!&][^\s{[]*)*`;
const COMMENT = String.raw`[ \t]*(?:[ \t]#.*)?$`;
/** Nothing, or what a value on the next lines begins with, or the header of a text. */
const OPEN = String.raw`${TAGS}(?:[ \t]+[|>][-+0-9]*)?${COMMENT}`;
/** Nobody writes wider dashes. */
const MAX_DASHES_WIDTH = 8;

/** In this order: the first that matches counts. */
export const ENTER_RULES: readonly EnterRule[] = [
  { behind: new RegExp(`^ *${KEY}[ \t]*:${OPEN}`), levels: 1, blanks: 0 },
  ...Array.from({ length: MAX_DASHES_WIDTH - 1 }, (_, index) => behindDashes(index + 2)).flat(),
];

/** In UTF-16 units. */
const MAX_LINE_LENGTH = 1000;

/**
 * The column of the line below another one; `undefined` if Enter gives it the same indentation.
 *
 * @param unit one level, in blanks
 */
export function columnBelow(line: string, unit: number): number | undefined {
  const rule = line.length > MAX_LINE_LENGTH ? undefined : ENTER_RULES.find(({ behind }) => behind.test(line));
  return rule && line.search(/\S/) + rule.levels * unit + rule.blanks;
}

/** @param width of the dashes with the blanks behind them */
function behindDashes(width: number): readonly EnterRule[] {
  const dashes = `^ *-[- ]{${width - 2}}`;
  return [
    { behind: new RegExp(`${dashes} (?! )${KEY}[ \t]*:${OPEN}`), levels: 1, blanks: width },
    // `- Key: value`: the map goes on.
    { behind: new RegExp(`${dashes} (?! )${KEY}[ \t]*:[ \t]`), levels: 0, blanks: width },
    // `- !If`, `- |`: the value follows.
    { behind: new RegExp(`${dashes}(?= [!&|>])${OPEN}`), levels: 0, blanks: width },
  ];
}

const MAX_LINES_ABOVE = 5000;
/** The dashes of a line and, behind them and a key, the header of a text. */
const HEADER = new RegExp(String.raw`^ *((?:- +)*)(?:${KEY}[ \t]*:|-)${TAGS}[ \t]+[|>][-+0-9]*${COMMENT}`);

/**
 * Whether a line belongs to a text below `|` or `>`, in which nothing is a key.
 *
 * @param lineAt a line by its number, without its line break
 * @param column of the line's beginning if it is blank
 */
export function isInBlockText(lineAt: (line: number) => string, line: number, column: number): boolean {
  let indent = indentOf(lineAt(line)) ?? column;
  for (let above = line - 1; above >= Math.max(0, line - MAX_LINES_ABOVE) && indent > 0; above--) {
    const text = lineAt(above);
    const own = indentOf(text);
    if (own === undefined || own >= indent || text[own] === "#") continue;
    const header = HEADER.exec(text);
    // Below `- Key: |` the next key of the map stands in the column of this one.
    if (header !== null && indent > own + (header[1] ?? "").length) return true;
    indent = own;
  }
  return false;
}

/** `undefined` for a blank line. */
function indentOf(line: string): number | undefined {
  const first = line.search(/\S/);
  return first < 0 ? undefined : first;
}

/** Whether a column of a line of JSON is before the quote that ends the line's last string, which is no begun object. */
export function endsString(line: string, column: number): boolean {
  if (line.length > MAX_LINE_LENGTH || !/^"[ \t]*,?[ \t]*$/.test(line.slice(column))) return false;
  const strings = line.slice(0, column).replace(/\\./g, "__").split('"');
  return strings.length % 2 === 0 && !/^[{[][ \t]*$|\\$/.test(strings.at(-1) ?? "");
}
