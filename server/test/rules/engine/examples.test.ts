import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { type Diagnostic, diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { type DescribedRule, describedRules } from "./describedRules.ts";
import { exampleContext, ruleExamples } from "./ruleExamples.ts";

const rules = await describedRules();

const foundIn = (text: string): readonly Diagnostic[] => diagnostics(parse(text), exampleContext);

/** What to write where a page has no example of a kind. */
function missing(page: string, kind: "Bad" | "Good"): string {
  return `${page}: no ${kind} example that can be run. Write one as CONTRIBUTING says (“Adding a rule”), below “## Examples”:
${kind}:
\`\`\`yaml
Resources:
  Bucket:
    Type: AWS::S3::Bucket
\`\`\``;
}

function check(rule: DescribedRule): void {
  const { code, others, title, text, page } = rule;
  const codes = [code, ...others];
  const { bad, good } = ruleExamples(rule);
  assert.notEqual(bad.length, 0, missing(page, "Bad"));
  assert.notEqual(good.length, 0, missing(page, "Good"));
  const texts = [text.en, text.ja, title.en, title.ja];
  for (const { at, template } of bad) {
    const found = foundIn(template);
    const names = found.map((one) => one.code);
    assert.ok(
      names.some((one) => codes.includes(one)),
      `${at}: ${code} is not reported in this bad example, but ${names.join(", ") || "nothing"}:\n${template}`,
    );
    assert.ok(
      codes.includes("syntax") || !names.includes("syntax"),
      `${at}: this bad example is not valid YAML or JSON:\n${template}`,
    );
    texts.push(...found.filter((one) => codes.includes(one.code)).map(({ message }) => message));
  }
  for (const { at, template } of good) {
    const names = foundIn(template).map((one) => one.code);
    const wrong = names.filter((one) => [...codes, "syntax"].includes(one));
    assert.deepEqual(wrong, [], `${at}: ${wrong.join(", ")} is reported in this good example:\n${template}`);
  }
  const unfilled = texts.flatMap((one) => /(?<!\$)\{[a-z]\w*\}/.exec(prose(one)) ?? []);
  assert.deepEqual(unfilled, [], `${page}: nothing is put in for this in a message`);
  const todo = [page, page.replace(/\.md$/, ".ts")].filter(existsSync).flatMap(unwritten);
  assert.equal(todo.length, 0, `Still to be written:\n${todo.join("\n")}`);
}

/** The lines of a file that `npm run new-rule` has left to be written, each with its place. */
function unwritten(file: string): readonly string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => (line.includes("TODO") ? [`${file}:${at + 1}: ${line.trim()}`] : []));
}

describe("the examples of a rule's page", () => {
  for (const rule of rules) it(`show what ${rule.code} reports`, () => check(rule));
});

/** What people read of a rule's page: without examples and code. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]+`|“[^”]*”/g, "");

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;
/** Names of AWS's are English in Japanese texts too, and have up to four words. */
const ENGLISH_SENTENCE = /[A-Za-z]+(?:,? [A-Za-z]+){4}|\b(?:the|is|are|that|Bad|Good)\b/;

describe("a rule's page says the same in both languages", () => {
  for (const { code, page, title, text } of rules)
    it(`and each by itself: ${code}`, () => {
      for (const english of [title.en, prose(text.en)])
        assert.doesNotMatch(english, JAPANESE, `${page}: Japanese in “${english}”.`);
      for (const japanese of [title.ja, prose(text.ja)]) {
        assert.match(
          japanese,
          JAPANESE,
          `${page}: no Japanese in “${japanese}”, which stands among the Japanese texts.`,
        );
        assert.doesNotMatch(japanese, ENGLISH_SENTENCE, `${page}: English in “${japanese}”.`);
      }
    });
});
