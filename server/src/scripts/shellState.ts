import { liftAssignment } from "./assignments.ts";
import type { Lexer } from "./lexer.ts";
import type { Assignment, Block, Command, Heredoc, Operator, Redirect, Word } from "./script.ts";

/** Constructs nested deeper than this count as one: who asks what encloses a command walks up. */
const MAX_DEPTH = 100;

/** A command that is being read. */
export interface Draft {
  words: Word[];
  assignments: Assignment[];
  redirects: Redirect[];
  heredocs: Heredoc[];
  operator: Operator;
  negated: boolean;
}

/**
 * What is known while reading: the list that commands are added to, the open block, the here-documents that wait for
 * their bodies.
 */
export interface State {
  readonly lexer: Lexer;
  readonly commands: Command[];
  block: Block;
  depth: number;
  /** The number of open constructs. */
  nesting: number;
  draft: Draft;
  waiting: { heredocs: Heredoc[]; delimiter: string; quoted: boolean }[];
  /** The name of a function whose body has not begun. */
  functionName: string | undefined;
}

/** A command without words, behind an operator. */
export function emptyDraft(operator: Operator): Draft {
  return { words: [], assignments: [], redirects: [], heredocs: [], operator, negated: false };
}

/** Opens a construct; what is read next is its first command. */
export function push(state: State, kind: Block["kind"], name?: string): void {
  const { draft } = state;
  state.nesting++;
  if (state.nesting <= MAX_DEPTH)
    state.block = {
      kind,
      parent: state.block,
      operator: draft.operator,
      start: state.lexer.offset,
      ...(name === undefined ? {} : { name }),
    };
  state.draft = { ...emptyDraft("start"), negated: draft.negated };
}

/** Closes the innermost construct that was opened below `base`. */
export function pop(state: State, base: Block): void {
  if (state.nesting > MAX_DEPTH) state.nesting--;
  else if (state.block !== base && state.block.parent) {
    state.nesting--;
    state.block = state.block.parent;
  }
}

/** Closes one construct and opens the next, as `then` and `else` do. */
export function replace(state: State, kind: Block["kind"], base: Block): void {
  const { operator } = state.block;
  pop(state, base);
  state.draft.operator = operator;
  push(state, kind);
}

/** Ends the command that is being read; `operator` follows it. */
export function flush(state: State, operator: Operator): void {
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
