import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { drawn, withSpans } from "../../marked.ts";

const catalogue = loadCatalogue();

/** What the rule marks where network.yaml exports `vpc-id` and `${AWS::StackName}-x`. */
function check(source: string): void {
  const { text } = withSpans(source);
  const found = diagnostics(parse(text), {
    rules: RULES.filter(({ code }) => code === "shared-export"),
    catalogue,
    language: "en",
    today: "2026-11-24",
    severities: new Map(),
    exportedElsewhere: new Map([
      ["vpc-id", "network.yaml"],
      ["${AWS::StackName}-x", "network.yaml"],
    ]),
    bootstrapGraph,
  });
  const spans = found.map(({ span }) => span);
  assert.equal(drawn(text, spans), source);
  for (const { message } of found) assert.match(message, /^network\.yaml exports vpc-id too/);
}

describe("shared-export", () => {
  const output = (name: string): string => `Outputs:\n  A:\n    Value: x\n    Export: {Name: ${name}}\n`;
  it("marks a name that another template exports", () => check(output("«vpc-id»")));
  it("passes a name of its own", () => check(output("subnet-id")));
  it("passes a name that holds the stack's", () => check(output('!Sub "${AWS::StackName}-x"')));
});
