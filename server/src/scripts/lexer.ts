import type { Dialect, Word } from "./script.ts";

/** Reads words of a script, one character after the other; no character is read twice. */
export interface Lexer {
  readonly text: string;
  readonly end: number;
  readonly dialect: Dialect;
  offset: number;
  /** The back-quote while a back-quoted substitution is read, which ends there. */
  stop: "`" | undefined;
  /** Reads commands up to the closing character and returns behind it; set by the parser of commands. */
  readonly substitution: (close: ")" | "`") => void;
}

const ESCAPE: Readonly<Record<Dialect, string>> = { bash: "\\", powershell: "`", cmd: "^" };
const BREAKS: Readonly<Record<Dialect, string>> = {
  bash: " \t\r\n;&|<>()",
  powershell: " \t\r\n;&|<>){}",
  cmd: " \t\r\n&|<>",
};

/** Skips blanks and line continuations; line breaks stay. */
export function skipBlanks(lexer: Lexer): void {
  const { text, end } = lexer;
  while (lexer.offset < end) {
    const character = text[lexer.offset];
    if (character === " " || character === "\t" || character === "\r") lexer.offset++;
    else if (character === ESCAPE[lexer.dialect] && lineBreakAt(lexer, lexer.offset + 1) > 0)
      lexer.offset += 1 + lineBreakAt(lexer, lexer.offset + 1);
    else return;
  }
}

/** Skips a comment if one starts here. */
export function skipComment(lexer: Lexer): boolean {
  const { text, dialect, offset } = lexer;
  if (dialect === "cmd") {
    if (!/^(?:rem(?=\s|$)|::)/i.test(text.slice(offset, offset + 4))) return false;
  } else if (dialect === "powershell" && text.startsWith("<#", offset)) {
    const close = text.indexOf("#>", offset + 2);
    lexer.offset = close < 0 || close + 2 > lexer.end ? lexer.end : close + 2;
    return true;
  } else if (text[offset] !== "#") return false;
  const newline = text.indexOf("\n", offset);
  lexer.offset = newline < 0 || newline > lexer.end ? lexer.end : newline;
  return true;
}

/** Reads the word that starts here; `undefined`, with one character skipped, if none does. */
export function readWord(lexer: Lexer): Word | undefined {
  const { text, end, dialect } = lexer;
  const start = lexer.offset;
  let value = "";
  let quotes = 0;
  let bare = 0;
  let quote: "single" | "double" = "double";
  while (lexer.offset < end) {
    const at = lexer.offset;
    const character = text.charAt(at);
    if (character === lexer.stop) break;
    if (character === '"' || (character === "'" && dialect !== "cmd")) {
      quotes++;
      quote = character === '"' ? "double" : "single";
      value += readQuoted(lexer, character);
    } else if (character === ESCAPE[dialect]) {
      const breakLength = lineBreakAt(lexer, at + 1);
      if (breakLength > 0) {
        lexer.offset += 1 + breakLength;
      } else {
        bare++;
        value += text.charAt(at + 1);
        lexer.offset = Math.min(at + 2, end);
      }
    } else if (opensSubstitution(lexer, at)) {
      bare++;
      value += readSubstitution(lexer);
    } else if (text.startsWith("${", at) && dialect !== "cmd") {
      bare++;
      value += readBraces(lexer);
    } else if (BREAKS[dialect].includes(character)) {
      break;
    } else {
      bare++;
      value += character;
      lexer.offset++;
    }
  }
  if (lexer.offset === start) {
    lexer.offset++;
    return undefined;
  }
  const whole = quotes === 1 && bare === 0;
  return { start, end: lexer.offset, text: value, quote: whole ? quote : quotes > 0 ? "mixed" : "none" };
}

function readQuoted(lexer: Lexer, quote: string): string {
  const { text, end, dialect } = lexer;
  if (dialect === "powershell" && lexer.offset > 0 && text[lexer.offset - 1] === "@")
    return readHereString(lexer, quote);
  const escapeSign = quote === '"' ? ESCAPE[dialect] : undefined;
  let value = "";
  lexer.offset++;
  while (lexer.offset < end) {
    const at = lexer.offset;
    const character = text.charAt(at);
    if (character === lexer.stop) return value;
    if (character === quote) {
      lexer.offset++;
      if (dialect === "bash" || text[lexer.offset] !== quote) return value;
      value += quote;
      lexer.offset++;
    } else if (character === escapeSign && dialect !== "cmd") {
      const next = text.charAt(at + 1);
      const breakLength = lineBreakAt(lexer, at + 1);
      if (breakLength === 0) value += dialect === "bash" && !'"\\$`'.includes(next) ? character + next : next;
      lexer.offset = Math.min(at + 1 + (breakLength || 1), end);
    } else if (dialect === "cmd" && character === "\n") {
      return value;
    } else if (
      quote === '"' &&
      (text.startsWith("$(", at) || (character === "`" && dialect === "bash")) &&
      dialect !== "cmd"
    ) {
      value += readSubstitution(lexer);
    } else {
      value += character;
      lexer.offset++;
    }
  }
  return value;
}

/** PowerShell's `@"` … `"@`: it ends at a quote that starts a line. */
function readHereString(lexer: Lexer, quote: string): string {
  const { text, end, offset } = lexer;
  const close = new RegExp(`\\n[ \\t]*${quote}@`, "g");
  close.lastIndex = offset + 1;
  const found = close.exec(text);
  const stop = found && found.index < end ? found.index : end;
  lexer.offset = found && found.index < end ? Math.min(found.index + found[0].length, end) : end;
  return text.slice(offset + 1, stop);
}

function opensSubstitution(lexer: Lexer, at: number): boolean {
  const { text, dialect } = lexer;
  if (dialect === "cmd") return false;
  if (text.startsWith("$(", at)) return true;
  if (dialect === "bash") return text[at] === "`" || text.startsWith("<(", at) || text.startsWith(">(", at);
  return text[at] === "(";
}

function readSubstitution(lexer: Lexer): string {
  const start = lexer.offset;
  const character = lexer.text[start];
  lexer.offset += character === "`" || character === "(" ? 1 : 2;
  lexer.substitution(character === "`" ? "`" : ")");
  return lexer.text.slice(start, lexer.offset);
}

/** `${name:-default}` is kept as written. */
function readBraces(lexer: Lexer): string {
  const { text, end, offset } = lexer;
  let at = offset + 2;
  while (at < end && text[at] !== "}" && text[at] !== "\n") at++;
  lexer.offset = Math.min(at + 1, end);
  return text.slice(offset, lexer.offset);
}

/** The length of the line break at `offset`, 0 if there is none. */
function lineBreakAt({ text, end }: Lexer, offset: number): number {
  const length = text[offset] === "\r" && text[offset + 1] === "\n" ? 2 : text[offset] === "\n" ? 1 : 0;
  return offset + length <= end ? length : 0;
}
