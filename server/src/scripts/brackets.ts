import type { Block } from "./script.ts";
import { emptyDraft, flush, pop, push, type State } from "./shellState.ts";

/** Takes a bracket that opens or closes a construct; `false` if `character` is none. */
export function bracket(state: State, character: string, base: Block): boolean {
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
