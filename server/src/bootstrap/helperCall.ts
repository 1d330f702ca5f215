import type { HoleSource } from "../model/references/scriptText.ts";
import type { Script } from "../scripts/script.ts";
import type { Span } from "../text/span.ts";
import type { HelperName, HelperOption } from "./helperScripts.ts";

/** One call of a helper script. Spans are offsets into the text that it was read from. */
export interface HelperCall extends Span {
  readonly helper: HelperName;
  /** The program's name without its directory. */
  readonly nameSpan: Span;
  readonly arguments: readonly Argument[];
  /** The script that holds the call, and the index of the call's command in it. */
  readonly script: Script;
  readonly index: number;
  readonly reached: Reached;
}

/** How a call is reached. */
export interface Reached {
  /** `direct`: in the script itself; `trap`: when it fails or ends; `file`: in a text written to a file; `hook`: action of a cfn-hup hook. */
  readonly kind: "direct" | "trap" | "file" | "hook";
  /** For `trap`: the signals in capitals. */
  readonly signals: readonly string[];
  /** The command whose quotes or here-document hold the call, for `trap`, `file` and `bash -c`. */
  readonly outer: { readonly script: Script; readonly index: number } | undefined;
}

/** An option or a positional argument of a call. */
export interface Argument extends Span {
  /** `undefined` for positional arguments and for options that the helper does not have. */
  readonly option: HelperOption | undefined;
  /** As written: `--resource`, `-e`; `undefined` for positional arguments. */
  readonly name: string | undefined;
  readonly value: Value | undefined;
}

/** A value in a script, as far as the template determines it. */
export interface Value extends Span {
  /** As the script has it, without quotes. */
  readonly raw: string;
  /** All possible texts, if they are known. */
  readonly literals: readonly string[] | undefined;
  /** The function of the template that gives the whole value. */
  readonly hole: HoleSource | undefined;
  /** The place of the only literal: the value itself, or what was assigned to the variable. */
  readonly written: Span | undefined;
}

/** The value of the first argument with that role. */
export function optionValue(call: HelperCall, role: HelperOption["role"]): Value | undefined {
  return call.arguments.find(({ option }) => option?.role === role)?.value;
}

/** Arguments without an option: for `cfn-signal` the URL of a wait handle. */
export function positionals(call: HelperCall): Value[] {
  return call.arguments.flatMap(({ name, value }) => (name === undefined && value ? [value] : []));
}

/**
 * The names in a value such as `a,b`, each with its own span if they are written out, else with that of the whole
 * value.
 */
export function listedNames({
  literals,
  written,
  start,
  end,
}: Value): { readonly name: string; readonly span: Span }[] {
  if (literals?.length !== 1) return [];
  let offset = written?.start ?? start;
  return (literals[0] ?? "").split(",").map((part) => {
    const from = offset + part.length - part.trimStart().length;
    offset += part.length + 1;
    const name = part.trim();
    return { name, span: written ? { start: from, end: from + name.length } : { start, end } };
  });
}
