import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import { type Diagnostic, diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/parse.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { type DescribedRule, describedRules } from "./describedRules.ts";

const rules = await describedRules();
const catalogue = loadCatalogue();

/** What the examples that name other templates say of them. */
const NETWORK = parse(`Parameters:
  Cidr: {Type: String}
  Zones: {Type: String, Default: ""}
Resources: {}
Outputs:
  SubnetId: {Value: a}
`).outline;

/** Examples that would fill a page, by the rule's code. */
const LONG: Readonly<Record<string, readonly [bad: string, good: string]>> = {
  "template-limits": [topics(501), topics(500)],
};

function topics(count: number): string {
  return `Resources:\n${Array.from({ length: count }, (_, index) => `  Topic${index}:\n    Type: AWS::SNS::Topic\n`).join("")}`;
}

/** What is found in a text, on a fixed day, beside a nested template and one that exports `vpc-id`. */
function foundIn(text: string): readonly Diagnostic[] {
  return diagnostics(parse(text), {
    rules: RULES,
    catalogue,
    language: "en",
    today: "2026-11-24",
    severities: new Map(),
    children: new Map([["network.yaml", NETWORK]]),
    exportedElsewhere: new Map([["vpc-id", "network.yaml"]]),
    bootstrapGraph,
  });
}

const EXAMPLE = /^(Bad|Good)\b[^\n]*\n```(?:yaml|json)\n([\s\S]*?)^```$/gm;

/** The examples of a rule's comment: templates, or parts of one that are to be put into the first bad one. */
function examplesIn(text: string): readonly { readonly kind: string; readonly source: string }[] {
  return [...text.matchAll(EXAMPLE)].map(([, kind = "", source = ""]) => ({ kind, source }));
}

const indentOf = (line: string): number => line.search(/\S/);
const keyOf = (line: string): string => line.trim().split(/:(?:\s|$)/, 1)[0] ?? "";

/**
 * An example as a whole template. One that is indented takes the place of the first key in `frame` that has the same name and
 * indentation, and of all that stands behind it in the same map or list.
 */
function whole(example: string, frame: string): string {
  const [first = ""] = example.split("\n");
  const indent = indentOf(first);
  if (indent === 0) return example;
  const lines = frame.trimEnd().split("\n");
  const from = lines.findIndex((line) => indentOf(line) === indent && keyOf(line) === keyOf(first));
  assert.notEqual(
    from,
    -1,
    `The example begins with “${first}”, which the first bad example does not have at that indentation. Write it the same there, or write a whole template.`,
  );
  const behind = lines.slice(from).findIndex((line) => indentOf(line) >= 0 && indentOf(line) < indent);
  return [...lines.slice(0, from), example.trimEnd(), ...(behind < 0 ? [] : lines.slice(from + behind)), ""].join("\n");
}

/** What to write where a comment has no example of a kind. */
function missing(kind: "Bad" | "Good"): string {
  return `The rule’s comment has no ${kind} example that can be run. Write one as CONTRIBUTING.md says (“Adding a rule”):
 * ${kind}:
 * \`\`\`yaml
 * Resources:
 *   Bucket:
 *     Type: AWS::S3::Bucket
 * \`\`\``;
}

function check({ code, others, title, text }: DescribedRule): void {
  const [longBad, longGood] = LONG[code] ?? [];
  const examples = examplesIn(text);
  const codes = [code, ...others];
  const bad = [...(longBad === undefined ? [] : [longBad]), ...sources("Bad")];
  const good = [...(longGood === undefined ? [] : [longGood]), ...sources("Good")];
  assert.notEqual(bad.length, 0, missing("Bad"));
  assert.notEqual(good.length, 0, missing("Good"));
  const texts = [text, title.en, title.ja];
  for (const template of bad) {
    const found = foundIn(template);
    const names = found.map((one) => one.code);
    assert.ok(
      names.some((one) => codes.includes(one)),
      `${code} is not reported in this bad example, but ${names.join(", ") || "nothing"}:\n${template}`,
    );
    assert.ok(!names.includes("syntax"), `This bad example is not valid YAML or JSON:\n${template}`);
    texts.push(...found.filter((one) => codes.includes(one.code)).map(({ message }) => message));
  }
  for (const template of good) {
    const names = foundIn(template).map((one) => one.code);
    const wrong = names.filter((one) => [...codes, "syntax"].includes(one));
    assert.deepEqual(wrong, [], `${wrong.join(", ")} is reported in this good example:\n${template}`);
  }
  const todo = texts.flatMap((one) => one.split("\n")).filter((line) => line.includes("TODO"));
  assert.deepEqual(todo, [], `Still to be written in the rule’s comment, title or messages:\n${todo.join("\n")}`);

  function sources(wanted: string): readonly string[] {
    const frame = examples.find(({ kind }) => kind === "Bad")?.source ?? "";
    return examples.filter(({ kind }) => kind === wanted).map(({ source }) => whole(source, frame));
  }
}

describe("the examples of a rule's comment", () => {
  for (const rule of rules) it(`show what ${rule.code} reports`, () => check(rule));
});
