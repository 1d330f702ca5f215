import type { Span } from "../text/span.ts";
import { bracket } from "./brackets.ts";
import { readWord, skipBlanks, skipComment } from "./lexer.ts";
import type { Block, Dialect, Script } from "./script.ts";
import { emptyDraft, flush, type State } from "./shellState.ts";
import { takeWord } from "./takeWord.ts";

/** Substitutions nested deeper than this are read as plain text. */
const MAX_DEPTH = 40;

/** Commands in a script beyond this number are not looked at. */
const MAX_COMMANDS = 100_000;

/**
 * The commands of a script, or of the part of `text` in `range`. Offsets are those of `text`.
 * Any text is accepted: what is no command of the dialect is read as words as far as it goes. Time is linear in the length.
 */
export function parseScript(
  text: string,
  dialect: Dialect = "bash",
  range: Span = { start: 0, end: text.length },
): Script {
  const state: State = {
    lexer: {
      text,
      end: range.end,
      dialect,
      offset: range.start,
      stop: undefined,
      substitution: (close) => substitution(state, close),
    },
    commands: [],
    block: { kind: "script", operator: "start", start: range.start },
    depth: 0,
    nesting: 0,
    draft: emptyDraft("start"),
    waiting: [],
    functionName: undefined,
  };
  while (state.lexer.offset < range.end) {
    readUntil(state, undefined);
    // Only a stray closing character ends it early.
    state.lexer.offset++;
  }
  flush(state, ";");
  const head = text.slice(range.start, Math.min(range.end, range.start + 300));
  return { dialect, interpreter: /^\s*#!([^\r\n]*)/.exec(head)?.[1]?.trim(), commands: state.commands };
}

function substitution(state: State, close: ")" | "`"): void {
  if (state.depth >= MAX_DEPTH) return;
  const { draft, block, functionName, nesting } = state;
  state.depth++;
  state.draft = emptyDraft("start");
  state.block = { kind: "substitution", parent: block, operator: "start", start: state.lexer.offset };
  const { stop } = state.lexer;
  state.lexer.stop = close === "`" ? close : stop;
  readUntil(state, close);
  flush(state, ";");
  state.lexer.stop = stop;
  if (state.lexer.offset < state.lexer.end) state.lexer.offset++;
  state.depth--;
  state.draft = draft;
  state.block = block;
  state.nesting = nesting;
  state.functionName = functionName;
}

/** Reads commands up to `close`, which is left unread. */
function readUntil(state: State, close: string | undefined): void {
  const { lexer } = state;
  const base = state.block;
  while (lexer.offset < lexer.end && state.commands.length < MAX_COMMANDS) {
    skipBlanks(lexer);
    if (lexer.offset >= lexer.end) break;
    const character = lexer.text.charAt(lexer.offset);
    if (character === close && (character !== ")" || !closesWithin(state, base))) break;
    if (atStartOfComment(state) && skipComment(lexer)) continue;
    if (separator(state, character) || bracket(state, character, base) || redirect(state)) continue;
    const word = readWord(lexer);
    if (word) takeWord(state, word, base);
  }
}

/** cmd knows comments only if a command can start. */
function atStartOfComment({ lexer, draft }: State): boolean {
  return lexer.dialect !== "cmd" || draft.words.length === 0;
}

/** Whether a `)` belongs to a subshell or `case` pattern that was opened below `base`. */
function closesWithin(state: State, base: Block): boolean {
  return state.block !== base && (state.block.kind === "subshell" || state.block.kind === "case");
}

function separator(state: State, character: string): boolean {
  const { lexer } = state;
  const { text, dialect } = lexer;
  if (character === "\n") {
    lexer.offset++;
    flush(state, ";");
    readHeredocs(state);
  } else if (character === ";" && dialect !== "cmd") {
    while (text[lexer.offset] === ";") lexer.offset++;
    flush(state, ";");
  } else if (text.startsWith("&&", lexer.offset) || text.startsWith("||", lexer.offset)) {
    lexer.offset += 2;
    flush(state, character === "&" ? "&&" : "||");
  } else if (character === "|") {
    lexer.offset += text[lexer.offset + 1] === "&" ? 2 : 1;
    flush(state, "|");
  } else if (character === "&" && text[lexer.offset + 1] !== ">") {
    lexer.offset++;
    // PowerShell's call operator stands before a command, not behind one.
    if (dialect !== "powershell" || state.draft.words.length > 0) flush(state, dialect === "cmd" ? ";" : "&");
  } else return false;
  return true;
}

const REDIRECT = /(?:\d|&|\*)?(?:>>|>&|>\||>|<<<|<<-|<<|<&|<)/y;

/** Takes a redirection with its target; `false` if none starts here. */
function redirect(state: State): boolean {
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
function readHeredocs(state: State): void {
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
