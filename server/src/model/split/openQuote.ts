/** How a line goes on behind a quoted text that ends there. */
const BEHIND = /[ \t]*(?:$|\r?\n|#|[,\]}]|:(?:[ \t\r\n]|$))/y;

/** A line with a key, unlike any continuation of a text. */
const KEY_LINE = /\n[ \t]*(?:- +)*["']?[\w.:-]+["']?:(?:[ \t\r\n]|$)/;

const BLOCK_HEADER = /[|>][-+\d]{0,2}[ \t]*(?:#.*)?\r?(?=\n|$)/y;

/**
 * The offset of the quote that opens a text of block YAML which is not closed before `end`.
 *
 * @param guess whether a quote counts as open, too, that is closed lines below by what rather opens another text
 */
export function openQuote(text: string, start: number, end: number, guess = false): number | undefined {
  for (const { open } of structuralLines(text, start, end, guess)) if (open !== undefined) return open;
  return undefined;
}

/** A line of block YAML that begins with something of the structure: a key, a dash, a value, a comment. */
export interface StructuralLine extends Line {
  readonly start: number;
  /** Its first character that is no blank. */
  readonly first: number;
  /** Before its line break. */
  readonly stop: number;
}

/**
 * The lines of block YAML, without those of block scalars, the further ones of quoted texts, and blank ones. What follows a quote
 * that stays open is read as if its line had ended it.
 */
export function* structuralLines(text: string, start: number, end: number, guess = false): Generator<StructuralLine> {
  let blockIndent = -1;
  for (let line = start; line < end; ) {
    let first = line;
    while (text.charCodeAt(first) === 0x20) first++;
    const newline = text.indexOf("\n", first);
    const stop = newline < 0 ? end : Math.min(newline, end);
    const indent = first - line;
    if (/^[ \t\r]*$/.test(text.slice(first, stop)) || (blockIndent >= 0 && indent > blockIndent)) {
      line = stop + 1;
      continue;
    }
    const found = lineFrom(text, first, end, guess);
    yield { ...found, start: line, first, stop };
    blockIndent = found.isBlock ? indent : -1;
    const next = found.open === undefined ? text.indexOf("\n", found.at) : stop;
    line = next < 0 ? end : next + 1;
  }
}

interface Line {
  /** The offset of a quote whose text is not closed. */
  readonly open?: number;
  /** Whether a block scalar begins at its end. */
  readonly isBlock?: boolean;
  /** Its end, or the end of a quoted text that began in it. */
  readonly at: number;
}

function lineFrom(text: string, first: number, end: number, guess: boolean): Line {
  let begins = true;
  let depth = 0;
  let at = first;
  while (at < end) {
    const character = text[at] ?? "";
    const next = text[at + 1] ?? "\n";
    if (character === "\n") break;
    if (character === "#" && (at === first || /\s/.test(text[at - 1] ?? ""))) break;
    if (begins && (character === '"' || character === "'")) {
      const close = closing(text, at, end, character);
      if (close < 0 || (guess && isOther(text, at, close))) return { open: at, at };
      at = close;
      begins = false;
    } else if (begins && (character === "|" || character === ">")) {
      BLOCK_HEADER.lastIndex = at;
      if (BLOCK_HEADER.test(text)) return { isBlock: true, at };
      begins = false;
    } else if (begins && (character === "!" || character === "&")) {
      while (at + 1 < end && !/\s/.test(text[at + 1] ?? "")) at++;
    } else if (begins && (character === "[" || character === "{")) depth++;
    else if (depth > 0 && (character === "]" || character === "}")) {
      depth--;
      begins = false;
    } else if (/\s/.test(next) && (character === ":" || (begins && (character === "-" || character === "?"))))
      begins = true;
    else if (depth > 0 && (character === "," || character === ":")) begins = true;
    else if (character !== " " && character !== "\t") begins = false;
    at++;
  }
  return { at };
}

function closing(text: string, open: number, end: number, quote: string): number {
  for (let at = open + 1; at < end; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

/** Whether the quote that closes a text lines below rather opens another one. */
function isOther(text: string, open: number, close: number): boolean {
  if (!KEY_LINE.test(text.slice(open, close))) return false;
  BEHIND.lastIndex = close + 1;
  return !BEHIND.test(text);
}
