import assert from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";
import type { SyntaxCode } from "../../src/model/tree/syntaxProblem.ts";

/** What is wrong with a text; a problem's argument follows its code. */
function check(text: string, expected: SyntaxCode | `${SyntaxCode} ${string}`): void {
  const found = parse(text).errors.map(({ code, argument }) => [code, argument ?? []].flat().join(" "));
  assert.ok(found.includes(expected), `${expected} is not among: ${found.join(", ")}`);
}

const YAML: readonly [string, Parameters<typeof check>[1]][] = [
  ["a: b: c\n", "second-colon"],
  ["a: 'x\n", "sign-missing"],
  ["a:\n\tb: 1\n", "tabs"],
  ["- a\nb: c\n", "bad-indentation"],
  ["a: *x\n", "unknown-anchor x"],
  ["a: &x &y b\n", "bad-anchor"],
  ["a: &x 1\nb: &y *x\n", "bad-alias"],
  ['a: "\\q"\n', "bad-escape \\q"],
  ["a: @x\n", "needs-quotes @"],
  ["a: !x !y b\n", "bad-tag"],
  ["a:\n    b: 1\n  c: 2\n", "bad-indentation"],
  ["a: [\n    - b\n  ]\n", "block-in-brackets"],
  ["? [x]\n: b\n", "key-not-text"],
  ["{{ name }}Api: a\n", "other-language"],
  ["a: {{ name }}\n", "other-language"],
  ["a: {{resolve:ssm:x}}\n", "unquoted-dynamic-reference"],
  [`a: ${"[".repeat(400)}\n`, "too-deep"],
];

const BEHIND_ENTRIES: typeof YAML = [
  ["Alb", "not-a-key"],
  [" Alb", "stray-line"],
];

const JSON_TEXTS: readonly [string, Parameters<typeof check>[1]][] = [
  ['{"a": "x}', "unclosed-quote"],
  ['{"a": {', "unclosed-bracket }"],
  ['{"a": [1', "unclosed-bracket ]"],
  ['{"a": 1 "b": 2}', "comma-missing"],
  ['{"a": 1,}', "trailing-comma"],
  ['{,"a": 1}', "comma-without-value"],
  ['{"a"}', "colon-missing"],
  ['{"a":}', "value-missing"],
  ['{"a": tru}', "json-value"],
  ['{"a": 1}}', "text-behind-end"],
  ['{"a": 1, "a": 2}', "duplicate-key a"],
];

describe("syntax problems", () => {
  for (const [text, code] of YAML) {
    it(`YAML: ${JSON.stringify(text.slice(0, 40))}`, () =>
      check(`Resources:\n  A:\n    ${text.trimEnd().replaceAll("\n", "\n    ")}\n`, code));
  }
  for (const [line, code] of BEHIND_ENTRIES)
    it(`behind an entry: ${JSON.stringify(line)}`, () =>
      check(`Resources:\n  A:\n    Type: AWS::SNS::Topic\n${line}\n  B:\n    Type: AWS::SNS::Topic\n`, code));
  for (const [text, code] of JSON_TEXTS)
    it(`JSON: ${text}`, () => check(`{"Resources": {}, "Metadata": ${text}}`, code));
});
