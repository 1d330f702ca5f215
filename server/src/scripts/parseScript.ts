import type { Span } from "../text/span.ts";
import { type Lexer, readWord, skipBlanks, skipComment } from "./lexer.ts";
import type { Assignment, Block, Command, Dialect, Heredoc, Operator, Redirect, Script, Word } from "./script.ts";

/** Substitutions nested deeper than this are read as plain text. */
const DEEPEST = 40;

/** Commands in a script beyond this number are not looked at. */
const MOST_COMMANDS = 100_000;

interface Draft {
  words: Word[];
  assignments: Assignment[];
  redirects: Redirect[];
  heredocs: Heredoc[];
  operator: Operator;
  negated: boolean;
}

/** What is known while reading: where commands go, which block is open, which here-documents wait for their bodies. */
interface State {
  readonly lexer: Lexer;
  readonly commands: Command[];
  block: Block;
  depth: number;
  draft: Draft;
  waiting: { heredocs: Heredoc[]; delimiter: string; quoted: boolean }[];
  /** The name of a function whose body has not begun. */
  functionName: string | undefined;
}

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

function emptyDraft(operator: Operator): Draft {
  return { words: [], assignments: [], redirects: [], heredocs: [], operator, negated: false };
}

function substitution(state: State, close: ")" | "`"): void {
  if (state.depth >= DEEPEST) return;
  const { draft, block, functionName } = state;
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
  state.functionName = functionName;
}

/** Reads commands up to `close`, which is left unread. */
function readUntil(state: State, close: string | undefined): void {
  const { lexer } = state;
  const base = state.block;
  while (lexer.offset < lexer.end && state.commands.length < MOST_COMMANDS) {
    skipBlanks(lexer);
    if (lexer.offset >= lexer.end) break;
    const character = lexer.text.charAt(lexer.offset);
    if (character === close && (character !== ")" || !closesWithin(state, base))) break;
    if (atStartOfComment(state) && skipComment(lexer)) continue;
    if (separator(state, character) || bracket(state, character, base) || redirect(state)) continue;
    const word = readWord(lexer);
    if (word) take(state, word, base);
  }
}

/** cmd knows comments only where a command can start. */
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

function bracket(state: State, character: string, base: Block): boolean {
  const { dialect } = state.lexer;
  if (dialect === "powershell") return powershellBrace(state, character, base);
  if (character === "(") return openParenthesis(state);
  if (character !== ")") return false;
  if (dialect === "cmd") {
    flush(state, ";");
    if (state.block !== base) pop(state, base);
  } else if (state.block.kind === "case" && state.draft.words.length > 0) {
    dropPattern(state);
  } else {
    flush(state, ";");
    if (state.block.kind === "subshell") pop(state, base);
  }
  state.lexer.offset++;
  return true;
}

/** The words before the `)` were a pattern, or several with `|` between them. */
function dropPattern(state: State): void {
  let { operator } = state.draft;
  while (operator === "|" && state.commands.at(-1)?.block === state.block) {
    operator = state.commands.pop()?.operator ?? "start";
  }
  state.draft = emptyDraft("start");
}

function openParenthesis(state: State): boolean {
  const { lexer, draft } = state;
  const first = draft.words[0]?.text.toLowerCase();
  if (lexer.dialect === "cmd") {
    if (first !== undefined && !["if", "else", "for", ")"].includes(first)) return false;
    flush(state, "start");
    push(state, first === "else" ? "else" : first === "for" ? "loop" : first === "if" ? "branch" : "group");
  } else if (draft.words.length === 1 && /^\(\s*\)/.test(lexer.text.slice(lexer.offset, lexer.offset + 20))) {
    state.functionName = draft.words[0]?.text;
    state.draft = emptyDraft("start");
    lexer.offset = lexer.text.indexOf(")", lexer.offset);
  } else if (draft.words.length === 0 && draft.assignments.length === 0) {
    push(state, "subshell");
  } else if (draft.words.length === 0) {
    // The list of an array: NAME=( … ).
    lexer.offset++;
    lexer.substitution(")");
    return true;
  }
  lexer.offset++;
  return true;
}

function powershellBrace(state: State, character: string, base: Block): boolean {
  if (character === "{") {
    const first = state.draft.words[0]?.text.toLowerCase() ?? "";
    const name = state.draft.words[1]?.text;
    flush(state, "start");
    push(state, POWERSHELL_BLOCKS.get(first) ?? "group", first === "function" ? name : undefined);
  } else if (character === "}") {
    flush(state, ";");
    pop(state, base);
  } else if (character === ")") {
    flush(state, ";");
  } else return false;
  state.lexer.offset++;
  return true;
}

const POWERSHELL_BLOCKS: ReadonlyMap<string, Block["kind"]> = new Map([
  ["if", "branch"],
  ["elseif", "branch"],
  ["else", "else"],
  ["switch", "case"],
  ["function", "function"],
  ["filter", "function"],
  ["for", "loop"],
  ["foreach", "loop"],
  ["while", "loop"],
  ["do", "loop"],
  ["try", "try"],
  ["catch", "catch"],
  ["trap", "catch"],
  ["finally", "finally"],
]);

const REDIRECT = /(?:\d|&|\*)?(?:>>|>&|>\||>|<<<|<<-|<<|<&|<)/y;

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

function take(state: State, word: Word, base: Block): void {
  const { draft } = state;
  const { dialect } = state.lexer;
  const first = draft.words.length === 0 && draft.assignments.length === 0;
  if (dialect === "bash" && word.quote === "none") {
    if (first && reserved(state, word.text, base)) return;
    if (word.text === "in" && draft.words[0]?.text === "case" && draft.words.length === 2) {
      flush(state, "start");
      push(state, "case");
      return;
    }
    if (draft.words[0]?.text === "function") {
      state.functionName = word.text;
      state.draft = emptyDraft("start");
      return;
    }
  }
  if (dialect === "bash" && draft.words.length === 0) {
    const assignment = assignmentOf(state.lexer.text, word);
    if (assignment) {
      draft.assignments.push(assignment);
      return;
    }
  }
  draft.words.push(word);
}

/** `NAME=value`, with the value as a word of its own. */
function assignmentOf(text: string, word: Word): Assignment | undefined {
  const name = /^([A-Za-z_]\w*)\+?=/.exec(word.text);
  if (!name?.[1] || !text.startsWith(name[0], word.start)) return undefined;
  const start = word.start + name[0].length;
  const quoted = /^(["']).*\1$/s.exec(text.slice(start, word.end));
  const quote = quoted ? (quoted[1] === '"' ? "double" : "single") : word.quote === "none" ? "none" : "mixed";
  return {
    start: word.start,
    end: word.end,
    name: name[1],
    value: { start, end: word.end, text: word.text.slice(name[0].length), quote },
  };
}

/** Takes a reserved word of the shell's grammar. */
function reserved(state: State, text: string, base: Block): boolean {
  switch (text) {
    case "if":
    case "while":
    case "until":
      push(state, "condition");
      return true;
    case "then":
      replace(state, "branch", base);
      return true;
    case "elif":
      replace(state, "condition", base);
      return true;
    case "else":
      replace(state, "else", base);
      return true;
    case "do":
      if (state.block.kind === "condition") replace(state, "loop", base);
      else push(state, "loop");
      return true;
    case "{":
      push(state, state.functionName === undefined ? "group" : "function", state.functionName);
      state.functionName = undefined;
      return true;
    case "fi":
    case "done":
    case "esac":
    case "}":
      pop(state, base);
      state.draft = emptyDraft(";");
      return true;
    case "!":
      state.draft.negated = true;
      return true;
    default:
      return false;
  }
}

function push(state: State, kind: Block["kind"], name?: string): void {
  const { draft } = state;
  state.block = {
    kind,
    parent: state.block,
    operator: draft.operator,
    start: state.lexer.offset,
    ...(name === undefined ? {} : { name }),
  };
  state.draft = { ...emptyDraft("start"), negated: draft.negated };
}

function pop(state: State, base: Block): void {
  if (state.block !== base && state.block.parent) state.block = state.block.parent;
}

function replace(state: State, kind: Block["kind"], base: Block): void {
  const { operator } = state.block;
  pop(state, base);
  state.draft.operator = operator;
  push(state, kind);
}

/** Ends the command that is being read; `operator` stands behind it. */
function flush(state: State, operator: Operator): void {
  const { draft, lexer } = state;
  if (lexer.dialect !== "bash") liftAssignment(draft, lexer);
  const parts = [...draft.assignments, ...draft.words, ...draft.redirects.map(({ target }) => target)];
  if (parts.length === 0) {
    // A line break behind `&&` does not end the list.
    if (operator !== ";") draft.operator = operator;
    return;
  }
  const start = parts.reduce((least, part) => Math.min(least, part.start), Number.POSITIVE_INFINITY);
  const end = parts.reduce((most, part) => Math.max(most, part.end), 0);
  state.commands.push({ ...draft, start, end, block: state.block });
  state.draft = emptyDraft(operator);
}

/** `$name = value` of PowerShell and `set NAME=value` of cmd. */
function liftAssignment(draft: Draft, { dialect, text }: Lexer): void {
  const [first, second, value] = draft.words;
  if (!first || !second) return;
  if (dialect === "powershell") {
    const name = /^(?:\[[\w.[\]]+\])?\$(?:env:|script:|global:)?(\w+)$/i.exec(first.text)?.[1];
    if (name === undefined || second.text !== "=" || !value) return;
    draft.assignments.push({ start: first.start, end: value.end, name, value });
    draft.words = draft.words.slice(2);
  } else if (first.text.toLowerCase() === "set") {
    const assignment = assignmentOf(text, second) ?? quotedAssignment(second);
    if (assignment) draft.assignments.push(assignment);
  }
}

/** cmd's `set "NAME=value"`. */
function quotedAssignment(word: Word): Assignment | undefined {
  const parts = /^(\w+)=(.*)$/s.exec(word.text);
  if (word.quote !== "double" || parts?.[1] === undefined || parts[2] === undefined) return undefined;
  const start = word.start + 1 + parts[1].length + 1;
  return {
    start: word.start,
    end: word.end,
    name: parts[1],
    value: { start, end: word.end - 1, text: parts[2], quote: "none" },
  };
}
