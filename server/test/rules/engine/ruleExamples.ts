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
  "user-data-size": [script(17_000), script(16_000)],
};

function script(length: number): string {
  return `Resources:\n  Server:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0123456789abcdef0\n      UserData:\n        Fn::Base64: "#!/bin/bash ${"x".repeat(length)}"\n`;
}

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
  missing: new Set(["./net.yaml"]),
  regions: ["ap-northeast-3"],
  exportedElsewhere: new Map([["vpc-id", "network.yaml"]]),
  bootstrapGraph,
};

/** The examples in a rule's page, as whole templates, with the place of each. */
export function ruleExamples({ code, page, examples }: Pick<DescribedRule, "code" | "page" | "examples">): {
  readonly bad: readonly PlacedExample[];
  readonly good: readonly PlacedExample[];
} {
  const [longBad, longGood] = LONG[code] ?? [];
  const frame = examples.find(({ kind }) => kind === "Bad")?.source ?? "";
  const placed = (wanted: string, long: string | undefined): readonly PlacedExample[] => [
    ...(long === undefined ? [] : [{ at: page, template: long }]),
    ...examples
      .filter(({ kind }) => kind === wanted)
      .map(({ source, line }) => ({ at: `${page}:${line}`, template: whole(source, frame, `${page}:${line}`) })),
  ];
  return { bad: placed("Bad", longBad), good: placed("Good", longGood) };
}

/** A template, and the file and line where it is written. */
export interface PlacedExample {
  readonly at: string;
  readonly template: string;
}

const indentOf = (line: string): number => line.search(/\S/);
const keyOf = (line: string): string => line.trim().split(/:(?:\s|$)/, 1)[0] ?? "";

/**
 * An example as a whole template. One that is indented takes the place of the first key in `frame` that has the same name and
 * indentation, and of all that stands behind it in the same map or list.
 */
function whole(example: string, frame: string, at: string): string {
  const [first = ""] = example.split("\n");
  const indent = indentOf(first);
  if (indent === 0) return example;
  const lines = frame.trimEnd().split("\n");
  const from = lines.findIndex((line) => indentOf(line) === indent && keyOf(line) === keyOf(first));
  assert.notEqual(
    from,
    -1,
    `${at}: the example begins with “${first}”, which the first bad example does not have at that indentation. Write it the same there, or write a whole template.`,
  );
  const behind = lines.slice(from).findIndex((line) => indentOf(line) >= 0 && indentOf(line) < indent);
  return [...lines.slice(0, from), example.trimEnd(), ...(behind < 0 ? [] : lines.slice(from + behind)), ""].join("\n");
}
