import type { Template } from "../../../model/template.ts";
import type { SyntaxProblem } from "../../../model/tree/syntaxProblem.ts";
import { indentUnit } from "../../../model/yaml/indentUnit.ts";
import { twoFunctions } from "./twoFunctions.ts";

/** A problem with its fix, where the line alone says what is meant: a colon that was forgotten, a comma too many. */
export function withMend(problem: SyntaxProblem, template: Template): SyntaxProblem {
  const { code, span } = problem;
  const { text } = template;
  if (code === "trailing-comma") return { ...problem, mend: { edits: [{ ...span, newText: "" }], safe: true } };
  if (code === "bad-tag") return twoFunctions(problem, text, indentUnit(template)) ?? problem;
  const word = wordBefore(problem, text);
  if (word === undefined) return problem;
  const end = span.start + word.length;
  return {
    code: "colon-forgotten",
    span: { start: span.start, end },
    argument: problem.argument ?? word,
    mend: { edits: [{ start: end, end, newText: ":" }], safe: false },
  };
}

/** The word that a colon is missing behind. */
function wordBefore({ code, span }: SyntaxProblem, text: string): string | undefined {
  const written = text.slice(span.start, span.end);
  if (code === "colon-forgotten") return written;
  if (code === "colon-missing") return keyOf(written, text.slice(span.end, span.end + 200));
  const [line = ""] = /^.*/.exec(written) ?? [];
  return (code === "stray-line" || code === "not-a-key") && BLOCKS.has(line.trimEnd()) ? line.trimEnd() : undefined;
}

/** The key of a line without a colon: it has a value beside it, or certainly begins a block. */
function keyOf(line: string, behind: string): string | undefined {
  const [, key, value] = KEY_AND_VALUE.exec(line) ?? [];
  if (value !== undefined) return key;
  return BLOCKS.has(line) || (/^\w+$/.test(line) && TYPE_BELOW.test(behind)) ? line : undefined;
}

/** A word and one value without blanks, or a function's tag with its argument. */
const KEY_AND_VALUE = /^([A-Za-z]\w*) +((?![#&*|>@`%])[^\s!"'[{]\S*|!\w+ [^\s!]\S*)$/;
/** The first attribute of a resource in the next line. */
const TYPE_BELOW = /^[ \t]*\r?\n *Type: *["']?\w+::\w/;
const BLOCKS: ReadonlySet<string> = new Set(
  "Resources Parameters Outputs Mappings Conditions Metadata Properties".split(" "),
);
