import type { SyntaxProblem } from "../../../model/tree/syntaxProblem.ts";
import { startOfLine } from "../../../text/span.ts";

/**
 * `Key: !Base64 !Sub …`: a value has one tag only, so that the outer function has to be a key of its own.
 *
 * @param unit one level of indentation
 */
export function twoFunctions({ span }: SyntaxProblem, text: string, unit: string): SyntaxProblem | undefined {
  const inner = /^!\w{1,30}(?= )/.exec(text.slice(span.start, span.start + 40))?.[0];
  const line = startOfLine(text, span.start);
  const before = BEFORE.exec(text.slice(line, span.start));
  if (inner === undefined) return undefined;
  if (before === null) return inBrackets(span.start, line, text, inner);
  const [, dashes = "", key = "", name = ""] = before;
  const outer = OF_ONE.get(name);
  if (outer === undefined) return undefined;
  const column = dashes.length;
  const indent = " ".repeat(column) + (key === "" ? "" : unit);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const start = line + column + key.trimEnd().length;
  const newText = key === "" ? `${outer}: ` : `${newline}${indent}${outer}: `;
  const edits = [
    { start, end: span.start, newText },
    ...linesBelow(text, span.start, column).map((at) => ({ start: at, end: at, newText: unit })),
  ];
  return { code: "two-functions", span, argument: `${outer}: ${inner} …`, mend: { edits, safe: false } };
}

/** The same within brackets, where a map is written in braces. */
function inBrackets(start: number, line: number, text: string, inner: string): SyntaxProblem | undefined {
  const name = /[[,] *!(\w{1,30}) +$/.exec(text.slice(line, start))?.[1] ?? "";
  const outer = OF_ONE.get(name);
  const value = /^!\w+ (?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}"']+)/.exec(text.slice(start, start + MAX_VALUE))?.[0];
  if (outer === undefined || value === undefined) return undefined;
  const end = start + value.length;
  const open = { start: text.lastIndexOf("!", start - 1), end: start, newText: `{${outer}: ` };
  const mend = { edits: [open, { start: end, end, newText: "}" }], safe: false };
  const span = { start, end: start + inner.length };
  return { code: "two-functions", span, argument: `{${outer}: ${inner} …}`, mend };
}

/** In UTF-16 units: no name or text that a function takes in a line is longer. */
const MAX_VALUE = 1000;

/** The dashes of items, a key, and the tag in front of the second one. */
const BEFORE = /^( *(?:- +)*)(["']?[\w:-]+["']?: +)?!(\w+) +$/;

/** Functions that take one value, which may be another function. */
const OF_ONE: ReadonlyMap<string, string> = new Map(
  ["Base64", "GetAZs", "ImportValue", "Length", "ToJsonString"].map((name) => [name, `Fn::${name}`]),
);

/** Where the lines begin that go on with the value: all that are deeper than its key. */
function linesBelow(text: string, offset: number, column: number): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf("\n", offset) + 1; at > 0 && at < text.length; at = text.indexOf("\n", at) + 1) {
    let deep = 0;
    while (text[at + deep] === " ") deep++;
    const isBlank = /[\r\n]/.test(text[at + deep] ?? "\n");
    if (!isBlank && deep <= column) break;
    if (!isBlank) starts.push(at);
  }
  return starts;
}
