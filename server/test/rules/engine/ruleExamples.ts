import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import type { DiagnosticsContext } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import type { DescribedRule } from "./describedRules.ts";

/** What the examples that name other templates say of them. */
const NETWORK = parse(`Parameters:
  Cidr: {Type: String}
  Zones: {Type: String, Default: ""}
Resources: {}
Outputs:
  SubnetId: {Value: a}
`).declarations;

/** Examples that would fill a page, by the rule's code. */
const LONG: Readonly<Record<string, readonly [bad: string, good: string]>> = {
  "template-limits": [topics(501), topics(500)],
};

function topics(count: number): string {
  return `Resources:\n${Array.from({ length: count }, (_, index) => `  Topic${index}:\n    Type: AWS::SNS::Topic\n`).join("")}`;
}

/** Examples are checked on a fixed day, beside a nested template and one that exports `vpc-id`. */
export const exampleContext: DiagnosticsContext = {
  rules: RULES,
  catalogue: loadCatalogue(),
  language: "en",
  today: "2026-11-24",
  // Some rules are off unless a severity is chosen.
  severities: new Map(RULES.flatMap((rule) => (rule.isOff === true ? [[rule.code, rule.severity] as const] : []))),
  children: new Map([["network.yaml", NETWORK]]),
  exportedElsewhere: new Map([["vpc-id", "network.yaml"]]),
  bootstrapGraph,
};

/** The examples in a rule's comment, as whole templates. */
export function ruleExamples({ code, text }: Pick<DescribedRule, "code" | "text">): {
  readonly bad: readonly string[];
  readonly good: readonly string[];
} {
  const [longBad, longGood] = LONG[code] ?? [];
  const examples = examplesIn(text.en);
  const frame = examples.find(({ kind }) => kind === "Bad")?.source ?? "";
  const sources = (wanted: string): readonly string[] =>
    examples.filter(({ kind }) => kind === wanted).map(({ source }) => whole(source, frame));
  return {
    bad: [...(longBad === undefined ? [] : [longBad]), ...sources("Bad")],
    good: [...(longGood === undefined ? [] : [longGood]), ...sources("Good")],
  };
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
