import { readWord, skipBlanks } from "./lexer.ts";
import type { State } from "./shellState.ts";

const REDIRECT = /(?:\d|&|\*)?(?:>>|>&|>\||>|<<<|<<-|<<|<&|<)/y;

/** Takes a redirection with its target; `false` if none starts here. */
export function redirect(state: State): boolean {
  const { lexer, draft } = state;
  REDIRECT.lastIndex = lexer.offset;
  const operator = REDIRECT.exec(lexer.text)?.[0];
  if (operator === undefined || /^[<>]\(/.test(lexer.text.slice(lexer.offset, lexer.offset + 2))) return false;
  lexer.offset += operator.length;
  skipBlanks(lexer);
  const start = lexer.offset;
  if (lexer.text[start] === "&") lexer.offset++;
  const target = start < lexer.end && lexer.text[start] !== "\n" ? readWord(lexer) : undefined;
  if (!target) return true;
  if (lexer.dialect === "bash" && /^<<-?$/.test(operator)) {
    state.waiting.push({ heredocs: draft.heredocs, delimiter: target.text, quoted: target.quote !== "none" });
  } else {
    draft.redirects.push({ operator, target });
  }
  return true;
}

/** Reads the bodies that wait for the line which begins here. A body's end may be indented, as it is in YAML. */
export function readHeredocs(state: State): void {
  const { lexer } = state;
  for (const { heredocs, delimiter, quoted } of state.waiting.splice(0)) {
    const start = lexer.offset;
    let end = lexer.end;
    while (lexer.offset < lexer.end) {
      const lineStart = lexer.offset;
      const newline = lexer.text.indexOf("\n", lineStart);
      const lineEnd = newline < 0 || newline > lexer.end ? lexer.end : newline;
      lexer.offset = Math.min(lineEnd + 1, lexer.end);
      if (lexer.text.slice(lineStart, lineEnd).trim() !== delimiter) continue;
      end = lineStart;
      break;
    }
    heredocs.push({ start, end: Math.max(start, end), delimiter, quoted });
  }
}
