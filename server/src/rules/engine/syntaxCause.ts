import { jsonFullWidthProblems } from "../../model/reading/jsonSlips.ts";
import { openQuote } from "../../model/split/openQuote.ts";
import type { PlacedUnit } from "../../model/split/unit.ts";
import type { Template } from "../../model/template.ts";
import { isSyntaxError, type SyntaxCode, type SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import { deepBlock } from "../../model/yaml/deepBlock.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { withMend } from "./mends/syntaxMend.ts";
import { tabsAsSpaces } from "./mends/tabsAsSpaces.ts";

/**
 * The problems of the readers that are worth showing: after one mistake a reader may stumble over all that follows it.
 * For each part of YAML that was read by itself, only the cause is left, or the first problem if that can't be told;
 * lines behind a broken part that belong to no unit are not reported by themselves. In JSON it is the first problem of
 * each line.
 */
export function syntaxCauses(template: Template): readonly SyntaxProblem[] {
  const { text, format, errors } = template;
  if (!errors.some(isSyntaxError)) return errors;
  if (format === "json") return firstOfLines(template);
  const parts = brokenParts(template);
  const causes: SyntaxProblem[] = [];
  let last: SyntaxProblem | undefined;
  for (const part of parts) {
    const own = errors.filter(
      (problem) => isSyntaxError(problem) && problem.span.start >= part.start && problem.span.start <= part.end,
    );
    const wide = own.filter(({ code }) => code === "full-width");
    if (wide.length > 0) {
      causes.push(...wide);
      last = undefined;
      continue;
    }
    const cause = causeIn(template, part) ?? deepBlock(text, own[0], part.end) ?? own[0];
    // A file that is indented with tabs, or written for another tool, is reported once.
    const isSame = cause !== undefined && cause.code === last?.code && REPEATED.has(cause.code);
    if (cause !== undefined && !isSame) causes.push(withMend(cause, template));
    last = cause;
  }
  const isBroken = ({ span }: SyntaxProblem): boolean =>
    parts.some(({ start, end }) => span.start >= start && span.start <= end);
  return [...causes, ...errors.filter((problem) => !isBroken(problem))].sort((a, b) => a.span.start - b.span.start);
}

/** A JSON reader recovers in the next line: the first problem of each line is left. */
function firstOfLines(template: Template): readonly SyntaxProblem[] {
  const { text, errors } = template;
  let end = -1;
  const found = (jsonFullWidthProblems(template) ?? errors).filter((problem) => {
    const { span } = problem;
    if (!isSyntaxError(problem)) return true;
    if (span.start <= end) return false;
    const newline = text.indexOf("\n", span.start);
    end = newline < 0 ? text.length : newline;
    return true;
  });
  return found.map((problem) => withMend(problem, template));
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Units with syntax errors, each with the lines behind it that belong to no unit. */
function brokenParts({ units }: Template): readonly Part[] {
  const parts: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { kind, offset, unit } of units) {
    const end = offset + unit.text.length;
    const last = parts.at(-1);
    if (kind === "stray" && isOpen && last !== undefined) last.end = end;
    else if (kind === "stray" || hasSyntaxError(unit)) parts.push({ start: offset, end });
    isOpen = kind === "stray" || hasSyntaxError(unit);
  }
  return parts;
}

function hasSyntaxError({ errors }: PlacedUnit["unit"]): boolean {
  return errors.some(isSyntaxError);
}

const REPEATED: ReadonlySet<SyntaxCode> = new Set(["tabs", "other-language"]);

/**
 * Instructions of template languages: `{% if x %}` and `{# comment #}` of Jinja and its like, `{{#each}}` of
 * Handlebars, `<% if x %>` of ERB; `@@name@@`, which scripts replace, as a value.
 */
const INSTRUCTION = /^[ \t]*(?:- )?(\{[%#].*|\{\{[#/^].*|<%.*|[\w:]{1,255}: @@[\w.-]{1,255}@@.*)$/m;

function causeIn(template: Template, { start, end }: Part): SyntaxProblem | undefined {
  const { text } = template;
  const part = text.slice(start, end);
  const instruction = INSTRUCTION.exec(part);
  if (instruction !== null) {
    const at = start + instruction.index + instruction[0].indexOf(instruction[1] ?? "");
    return problem(at, at + (instruction[1] ?? "").trimEnd().length, "other-language");
  }
  const tab = /^ *(\t[ \t]*)\S/m.exec(part);
  if (tab !== null) {
    const at = start + tab.index + tab[0].indexOf("\t");
    // A script in the text may mean its tabs.
    const mend = { edits: tabsAsSpaces(text, indentUnit(template)), safe: false };
    return { ...problem(at, at + (tab[1]?.length ?? 1), "tabs"), mend };
  }
  const quote = openQuote(text, start, end, true);
  return quote === undefined ? undefined : problem(quote, quote + 1, "unclosed-quote");
}

function problem(start: number, end: number, code: SyntaxCode): SyntaxProblem {
  return { code, span: { start, end } };
}
