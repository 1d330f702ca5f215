import { assignmentOf } from "./assignments.ts";
import type { Block, Word } from "./script.ts";
import { emptyDraft, flush, pop, push, replace, type State } from "./shellState.ts";

/** Adds a word to the command that is being read, or acts on it if it is a reserved word or an assignment. */
export function takeWord(state: State, word: Word, base: Block): void {
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
