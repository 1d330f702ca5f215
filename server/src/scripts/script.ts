import type { Span } from "../text/span.ts";

/** The languages whose words are understood; text in any other language is read as `bash` and yields what it yields. */
export type Dialect = "bash" | "powershell" | "cmd";

/** A word of a command as the shell would see it. Spans are offsets into the script's text. */
export interface Word extends Span {
  /** Without quotes and escapes; `$(…)` and variables stay as written. */
  readonly text: string;
  /** `single` or `double` if one pair of quotes holds the whole word. */
  readonly quote: "none" | "single" | "double" | "mixed";
}

/** The operator between a command and the one before it. */
export type Operator = "start" | ";" | "&&" | "||" | "|" | "&";

/** A construct that encloses commands. */
export interface Block {
  readonly kind:
    | "script"
    /** Between `if`/`while` and `then`/`do`. */
    | "condition"
    /** Commands that run if a condition held. */
    | "branch"
    | "else"
    | "loop"
    | "case"
    | "function"
    | "group"
    | "subshell"
    | "substitution"
    | "try"
    | "catch"
    | "finally";
  /** The function's name. */
  readonly name?: string;
  readonly parent?: Block;
  /** The operator between the construct and the command before it. */
  readonly operator: Operator;
  readonly start: number;
}

/** A simple command. */
export interface Command extends Span {
  /** Command name and arguments; empty for a mere assignment. */
  readonly words: readonly Word[];
  /** `NAME=value` in front of the command, `export NAME=value`, `$name = value`, `set NAME=value`. */
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly heredocs: readonly Heredoc[];
  readonly operator: Operator;
  /** Whether the exit code is inverted by `!`. */
  readonly negated: boolean;
  readonly block: Block;
}

export interface Assignment extends Span {
  readonly name: string;
  readonly value: Word;
}

export interface Redirect {
  readonly operator: string;
  readonly target: Word;
}

/** The body of a here-document, from its first character to the line break before its end. */
export interface Heredoc extends Span {
  readonly delimiter: string;
  /** Whether variables in it are left alone. */
  readonly quoted: boolean;
}

/** A script's commands in the order in which they are met; those of a substitution before the command that uses it. */
export interface Script {
  readonly dialect: Dialect;
  /** The text behind `#!`: `/bin/bash -xe`. */
  readonly interpreter: string | undefined;
  readonly commands: readonly Command[];
}
