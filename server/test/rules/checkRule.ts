import assert from "node:assert/strict";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { type Diagnostic, diagnostics } from "../../src/features/diagnostics.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { RULES } from "../../src/rules/engine/all.ts";
import type { Severity } from "../../src/rules/shared/rule.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { drawn, withSpans } from "../marked.ts";

const catalogue = loadCatalogue();

/** Everything that is found in a text, on a fixed day. */
export function found(
  text: string,
  language: "en" | "ja" = "en",
  severities: ReadonlyMap<string, Severity | "off"> = new Map(),
  ignored: readonly string[] = [],
): readonly Diagnostic[] {
  return diagnostics(parse(text), {
    rules: RULES,
    catalogue,
    language,
    today: "2026-11-24",
    severities,
    ignored,
    bootstrapGraph,
  });
}

/** Severities of the rules that are off unless one is chosen. */
export const CHOSEN: ReadonlyMap<string, Severity> = new Map(
  RULES.flatMap((rule) => (rule.isOff === true ? [[rule.code, rule.severity] as const] : [])),
);

/** Words that only a sentence in English has. */
const ENGLISH = /\b(?:the|is|are|must|can|cannot|instead|needs?|only|here|which|did you mean)\b/i;

/** What AWS answers, word for word. */
const AWS_SAYS = /「[ -~…]*」/g;

/** What is reported under a code stands exactly at the marked places, and is said in both languages. */
export function checkRule(code: string, source: string, message?: RegExp, severity?: Severity): void {
  const { text } = withSpans(source);
  const all = found(text, "en", CHOSEN).filter((one) => one.code === code);
  assert.equal(
    drawn(
      text,
      all.map(({ span }) => span),
    ),
    source,
  );
  const japanese = found(text, "ja", CHOSEN).filter((one) => one.code === code);
  for (const one of japanese) {
    assert.match(one.message, /[ぁ-んァ-ヶ一-龠]/);
    assert.doesNotMatch(one.message.replace(AWS_SAYS, ""), ENGLISH);
  }
  if (message !== undefined) for (const one of all) assert.match(one.message, message);
  if (severity !== undefined) for (const one of all) assert.equal(one.severity, severity);
}

/** The text after the fixes of a code's findings. */
export function fixed(code: string, text: string): string {
  const edits = found(text)
    .filter((one) => one.code === code)
    .flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => b.start - a.start);
  return edits.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** A template of resources (or whatever is given) without its usual beginning. */
export type Row = readonly [
  code: string,
  name: string,
  source: string,
  message?: RegExp | undefined,
  severity?: Severity,
];

export function checkRows(rows: readonly Row[]): void {
  for (const [code, name, source, message, severity] of rows) {
    it(`${code}: ${name}`, () => checkRule(code, source, message, severity));
  }
}
