import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { declarationsOfChildren } from "../../../src/model/references/childTemplates.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { applied } from "../../../src/text/edit.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { drawn, withSpans } from "../../marked.ts";
import { exampleContext } from "../engine/ruleExamples.ts";

const catalogue = loadCatalogue();
const CHILD = parse(`Parameters:
  Cidr: {Type: String}
  Zones: {Type: String, Default: ""}
  Size: {Type: String, Default: small, AllowedValues: [small, large]}
Resources: {}
Outputs:
  SubnetId: {Value: a}
  VpcId: {Value: b}
`).declarations;
const LOOPING = parse(`Transform: AWS::LanguageExtensions
Resources: {}
Outputs:
  Fn::ForEach::Subnets:
    - Zone
    - [A, B]
    - Subnet\${Zone}: {Value: a}
`).declarations;
const MACRO = parse("Transform: Mine\nResources: {}\n").declarations;

/** What the rules mark in a template whose children are CHILD, LOOPING and MACRO. */
function check(source: string, messages: readonly RegExp[] = [], fixedText?: string): void {
  const { text } = withSpans(source);
  const found = diagnostics(parse(text), {
    rules: RULES.filter(({ code }) => code === "nested-stack-parameter" || code === "nested-stack-output"),
    catalogue,
    language: "en",
    today: "2026-11-24",
    severities: new Map(),
    children: new Map([
      ["network.yaml", CHILD],
      ["looping.yaml", LOOPING],
      ["macro.yaml", MACRO],
    ]),
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
  if (fixedText !== undefined) assert.equal(applied(text, found[0]?.fix?.edits ?? []), fixedText);
}

type Row = readonly [name: string, source: string, messages?: readonly RegExp[], fixedText?: string];

describe("nested-stack-parameter", () => {
  const stack = (properties: string): string =>
    `Resources:\n  Network:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n${properties}`;
  const application = (properties: string): string =>
    `Transform: AWS::Serverless-2016-10-31\n${stack(properties).replace("CloudFormation::Stack", "Serverless::Application")}`;
  const table: readonly Row[] = [
    ["all given", stack("      TemplateURL: network.yaml\n      Parameters:\n        Cidr: 10.0.0.0/16\n")],
    [
      "an unknown one",
      stack("      TemplateURL: network.yaml\n      Parameters:\n        Cidr: x\n        «Zone»: a\n"),
      [/no parameter Zone \(“Parameters: \[Zone\] do not exist in the template”\)\. Did you mean Zones\?/],
    ],
    [
      "a missing one",
      stack("      TemplateURL: network.yaml\n      «Parameters»:\n        Zones: a\n"),
      [/needs a value for Cidr/],
      stack('      TemplateURL: network.yaml\n      Parameters:\n        Zones: a\n        Cidr: ""\n'),
    ],
    [
      "one whose name is misspelt, once",
      stack("      TemplateURL: network.yaml\n      Parameters:\n        «Cdir»: x\n"),
      [/Did you mean Cidr\?/],
      stack("      TemplateURL: network.yaml\n      Parameters:\n        Cidr: x\n"),
    ],
    [
      "a longer word for a value",
      stack("      TemplateURL: network.yaml\n      Parameters:\n        Cidr: x\n        Size: «largest»\n"),
      [/Did you mean large\?/],
    ],
    [
      "a value that is not allowed",
      stack("      TemplateURL: network.yaml\n      Parameters:\n        Cidr: x\n        Size: «smal»\n"),
      [
        /Size of the nested template does not allow smal \(“Parameter 'Size' must be one of AllowedValues”\)\. Allowed: small, large\. Did you mean small\?/,
      ],
    ],
    [
      "a value that is allowed, and those that only the deployment knows",
      stack("      TemplateURL: network.yaml\n      Parameters: {Cidr: x, Size: large}\n") +
        stack("      TemplateURL: network.yaml\n      Parameters: {Cidr: x, Size: !Ref Size}\n")
          .slice("Resources:\n".length)
          .replace("Network", "Other"),
    ],
    ["no parameters at all", stack("      «TemplateURL»: network.yaml\n"), [/needs a value for Cidr/]],
    ["a template that is not there", stack("      TemplateURL: other.yaml\n")],
    ["a URL", stack("      TemplateURL: https://x.s3.amazonaws.com/network.yaml\n")],
    [
      "parameters by a function",
      stack("      TemplateURL: network.yaml\n      Parameters: !If [A, {Zone: b}, !Ref AWS::NoValue]\n"),
    ],
    ["a SAM application with all", application("      Location: network.yaml\n      Parameters: {Cidr: a}\n")],
    [
      "a SAM application with an unknown one",
      application("      Location: network.yaml\n      Parameters: {Cidr: a, «Zone»: b}\n"),
      [/Did you mean Zones\?/],
    ],
    ["a SAM application without any", application("      «Location»: network.yaml\n"), [/needs a value for Cidr/]],
    [
      "a SAM application of the repository",
      application("      Location: {ApplicationId: 'arn:aws:serverlessrepo:::x', SemanticVersion: 1.0.0}\n"),
    ],
  ];
  for (const [name, source, messages, fixedText] of table) it(name, () => check(source, messages, fixedText));
});

describe("a template that nests itself", () => {
  const stack = (path: string, condition = ""): string =>
    `Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n${condition}    Properties: {TemplateURL: ${path}}\n`;
  const table: readonly [
    name: string,
    path: string,
    child: string,
    nested: string,
    found: number,
    condition?: string,
  ][] = [
    ["by its own path", "./a.yaml", "file:///x/a.yaml", "", 1],
    ["through another one", "sub/b.yaml", "file:///x/sub/b.yaml", stack("../a.yaml"), 1],
    ["under a condition", "a.yaml", "file:///x/a.yaml", "", 0, "    Condition: Deeper\n"],
    ["not: another one", "sub/b.yaml", "file:///x/sub/b.yaml", stack("./a.yaml"), 0],
  ];
  for (const [name, path, uri, nested, count, condition] of table)
    it(name, () => {
      const template = parse(stack(path, condition));
      const child = nested === "" ? template : parse(nested);
      const all = diagnostics(template, {
        ...exampleContext,
        children: declarationsOfChildren(new Map([[path, { uri, template: child }]]), "file:///x/a.yaml"),
      });
      const cycles = all.filter(({ code }) => code === "dependency-cycle");
      assert.equal(cycles.length, count);
      for (const { message } of cycles) assert.match(message, /^Child nests this very template/);
    });
});

describe("nested-stack-output", () => {
  const reading = (value: string, location = "TemplateURL: network.yaml"): string =>
    `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      ${location}
      Parameters: {${location.includes("network") ? "Cidr: a" : ""}}
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${value}
`;
  const table: readonly Row[] = [
    ["an output that is there", reading("!GetAtt Network.Outputs.VpcId")],
    [
      "one that is not",
      reading("!GetAtt Network.Outputs.«Subnet»"),
      [/^network\.yaml has no output Subnet\.$|Did you mean SubnetId\?/],
    ],
    ["one that is not in Sub", reading("!Sub a-${Network.Outputs.«SubnetID»}"), [/Did you mean SubnetId\?/]],
    ["a list", reading("!GetAtt [Network, Outputs.«SubnetID»]"), [/Did you mean SubnetId\?/]],
    [
      "the long form",
      reading('{"Fn::GetAtt": ["Network", "Outputs.«Zones»"]}'),
      [/has no output Zones \(“Output .Zones. not found in stack”\)\./],
    ],
    ["an output of an output", reading("!GetAtt Network.Outputs.VpcId").replace("DisplayName", "TopicName")],
    ["in the parent's outputs", `${reading("a")}Outputs:\n  O:\n    Value: !GetAtt Network.Outputs.«Vpc»\n`],
    ["a name that a loop fills in", reading("!Sub ${Network.Outputs.Subnet&{Zone}}")],
    ["what a loop of the child makes", reading("!GetAtt Network.Outputs.SubnetA", "TemplateURL: looping.yaml")],
    ["what no loop of the child makes", reading("!GetAtt Network.Outputs.«Vpc»", "TemplateURL: looping.yaml")],
    ["a child with a macro", reading("!GetAtt Network.Outputs.Anything", "TemplateURL: macro.yaml")],
    ["a child that is not there", reading("!GetAtt Network.Outputs.Anything", "TemplateURL: other.yaml")],
    ["a computed child", reading("!GetAtt Network.Outputs.Anything", "TemplateURL: !Sub ${Bucket}/network.yaml")],
    [
      "another resource's attribute",
      reading("!GetAtt Custom.Outputs.Anything").replace("Resources:\n", "Resources:\n  Custom: {Type: Custom::A}\n"),
    ],
    [
      "a SAM application",
      reading("!GetAtt Network.Outputs.«SubnetID»", "Location: network.yaml").replace(
        "CloudFormation::Stack",
        "Serverless::Application",
      ),
      [/Did you mean SubnetId\?/],
    ],
  ];
  for (const [name, source, messages] of table) it(name, () => check(source, messages));
});
