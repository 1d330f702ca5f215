import assert from "node:assert/strict";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { diagnostics } from "../../src/features/diagnostics.ts";
import { parse } from "../../src/model/parse.ts";
import { nestedStackParameter } from "../../src/rules/nestedStackParameter.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { drawn, withSpans } from "../marked.ts";

const catalogue = loadCatalogue();
const CHILD = parse(`Parameters:
  Cidr: {Type: String}
  Zones: {Type: String, Default: ""}
Resources: {}
`).outline;

/** What the rule marks in a nested stack with these properties, whose template is CHILD. */
function check(properties: string, messages: readonly RegExp[] = []): void {
  const source = `Resources:\n  Network:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n${properties}`;
  const { text } = withSpans(source);
  const found = diagnostics(parse(text), {
    rules: [nestedStackParameter],
    catalogue,
    language: "en",
    today: "2026-11-24",
    severities: new Map(),
    children: new Map([["network.yaml", CHILD]]),
    bootstrapGraph,
  });
  assert.equal(
    drawn(
      text,
      found.map(({ span }) => span),
    ),
    source,
  );
  for (const [index, message] of messages.entries()) assert.match(found[index]?.message ?? "", message);
}

describe("nested-stack-parameter", () => {
  const table: readonly [string, string, (readonly RegExp[])?][] = [
    ["all given", "      TemplateURL: network.yaml\n      Parameters:\n        Cidr: 10.0.0.0/16\n"],
    [
      "an unknown one",
      "      TemplateURL: network.yaml\n      Parameters:\n        Cidr: x\n        «Zone»: a\n",
      [/no parameter Zone\. Did you mean Zones\?/],
    ],
    [
      "a missing one",
      "      TemplateURL: network.yaml\n      «Parameters»:\n        Zones: a\n",
      [/needs a value for Cidr/],
    ],
    ["no parameters at all", "      «TemplateURL»: network.yaml\n", [/needs a value for Cidr/]],
    ["a template that is not there", "      TemplateURL: other.yaml\n"],
    ["a URL", "      TemplateURL: https://x.s3.amazonaws.com/network.yaml\n"],
    [
      "parameters by a function",
      "      TemplateURL: network.yaml\n      Parameters: !If [A, {Zone: b}, !Ref AWS::NoValue]\n",
    ],
  ];
  for (const [name, properties, messages] of table) it(name, () => check(properties, messages));
});
