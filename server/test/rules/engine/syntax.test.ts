import assert from "node:assert/strict";
import { applied } from "../../../src/text/edit.ts";
import { found } from "../checkRule.ts";

/** A line that can't be read, with what is said of it. */
const LINES: readonly (readonly [line: string, en: RegExp, ja: RegExp])[] = [
  ["A: {b: c} d", /has ended before this/, /引用符で囲んで/],
  ["A: 'b'c", /has ended before this/, /引用符で囲んで/],
  ["A: {Name: !Sub /${P}/x}", /has ended before this/, /引用符で囲んで/],
  ["A: [b: c", /closing \] is missing/, /閉じる\]がないか/],
  ["A: {a: b, c}}", /has no opening one/, /開き括弧がありません/],
  ["A: [a, b]]", /has no opening one/, /開き括弧がありません/],
  ["A: [a,, b]", /next to this comma/, /カンマの前後/],
  ["A: [, b]", /next to this comma/, /カンマの前後/],
  ['A: {"a" "b"}', /comma or a colon is missing/, /区切り/],
  ["A: @b", /cannot begin with @/, /@で始めるには|@ で始めるには/],
  ["A: b: c", /second `: `/, /2つ目の/],
  ["A: &x *y", /alias/, /エイリアス/],
  ["A: *x", /x/, /アンカー/],
  ["A: |x", /After \|/, /ブロックスカラー/],
  ['A: "\\q"', /not a valid escape/, /エスケープ/],
];

/** Words of the parser's and of English sentences. */
const ENGLISH = /[a-z]{2,}(?:[ -][a-z]{2,})+|\b(?:the|is|unexpected|missing|token|node|flow)\b/i;

describe("broken lines", () => {
  for (const [line, en, ja] of LINES) {
    it(`says what is wrong with ${line}`, () => {
      const text = `Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      ${line}\n`;
      const messages = (language: "en" | "ja") =>
        found(text, language).flatMap(({ code, message }) => (code === "syntax" ? [message] : []));
      const [english] = messages("en");
      const [japanese] = messages("ja");
      assert.match(english ?? "", en);
      assert.match(japanese ?? "", ja);
      assert.doesNotMatch(japanese ?? "", ENGLISH);
    });
  }
});

describe("indentation with tabs", () => {
  for (const [title, text, mended] of [
    [
      "of a whole file",
      "Resources:\n\tT:\n\t\tType: AWS::SNS::Topic\n",
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "of lines among others, as deep as those",
      "Resources:\n    T:\n        Type: AWS::SNS::Topic\n\tU:\n    \tType: AWS::SNS::Topic\n",
      "Resources:\n    T:\n        Type: AWS::SNS::Topic\n    U:\n        Type: AWS::SNS::Topic\n",
    ],
  ] as const)
    it(`${title} is mended at once`, () => {
      const [problem, ...others] = found(text);
      assert.deepEqual([problem?.code, problem?.fix?.safe, others], ["syntax", false, []]);
      const after = applied(text, problem?.fix?.edits ?? []);
      assert.equal(after, mended);
      assert.deepEqual(found(after), []);
    });
});

describe("several YAML documents in one file", () => {
  const ONE = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n";
  const OTHER = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {Nothing: 1}\n";
  for (const [title, text, expected] of [
    ["are told at the line that begins the second one", `---\n${ONE}---\n${OTHER}---\n${OTHER}`, ["syntax ---"]],
    ["are told below a line of dots, too", `${ONE}...\n# Next\n---\n${OTHER}`, ["syntax ---"]],
    ["are told where the template is not the first", `name: x\n---\n${ONE}`, ["syntax ---"]],
    ["are not more than one where only comments follow", `# First\n---\n${ONE}---\n# No more\n...\n`, []],
  ] as const)
    it(title, () =>
      assert.deepEqual(
        found(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
        expected,
      ),
    );
});

it("a line may end with a carriage return alone", () => {
  const text = "Resources:\r  T:\r    Type: AWS::SNS::Topic\r    Properties:\r      TopicNam: a\r";
  assert.deepEqual(
    found(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
    ["unknown-property TopicNam"],
  );
});
