import assert from "node:assert/strict";
import { type DiagnosticsContext, diagnostics } from "../../../src/features/diagnostics.ts";
import { searchEntries, searchResources } from "../../../src/model/incremental/searchEntries.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { textOf, valueAt } from "../../../src/model/tree/node.ts";
import { conditionModel } from "../../../src/rules/shared/resolving/conditionModel.ts";
import type {
  BootstrapRule,
  Described,
  EntryRule,
  ResourceRule,
  Rule,
  TemplateRule,
} from "../../../src/rules/shared/rule.ts";
import { exampleContext } from "./ruleExamples.ts";

const BASE = { code: "toy", severity: "warning", cfnLint: [], title: { en: "Toy", ja: "おもちゃ" } } as const;

/** Rules that report one thing that they can see: what they say shows whether it is that of today. */
const says = (text: unknown) => ({ en: `It is ${text}.`, ja: `${text}です。` });

const entryRule = (see: (context: Parameters<EntryRule["check"]>[1]) => unknown): Described<EntryRule> => ({
  ...BASE,
  scope: "entry",
  types: ["AWS::EC2::Instance"],
  check(entry, context) {
    context.report(entry.key, says(see(context)));
  },
});

const bootstrapRule = (see: (graph: Parameters<BootstrapRule["check"]>[0]) => unknown): Described<BootstrapRule> => ({
  ...BASE,
  scope: "bootstrap",
  check(graph) {
    for (const { id, entry } of graph.active) if (id === "Web") graph.report(entry, entry.key, says(see(graph)));
  },
});

const resourceRule: Described<ResourceRule> = {
  ...BASE,
  scope: "resource",
  check({ type, sources, properties }, { report }) {
    for (const { text } of sources) report(text.toEntrySpan({ start: 0, end: 2 }), says(`${type} ${properties?.kind}`));
  },
};

const named = searchEntries(({ value }) => textOf(valueAt(valueAt(value, "Properties"), "QueueName")));
const topics = searchResources(["AWS::SNS::Topic"], ({ name }) => name);

/** Reports at each entry with a name of a queue. */
const templateRule = (
  see: (template: Parameters<TemplateRule["check"]>[0], context: Parameters<TemplateRule["check"]>[1]) => unknown,
): Described<TemplateRule> => ({
  ...BASE,
  scope: "template",
  check(template, context) {
    for (const { entry } of named(template, "Resources"))
      context.report(entry, entry.key, says(see(template, context)));
  },
});

const TEMPLATE = `Parameters:
  Stage: {Type: String, Default: test}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: first}
  Web:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: |
          #!/bin/bash
          cfn-init -s stack -r Web
  Other:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          cfn-init -s stack -r Other
`;

/** A rule, an edit of what it looks at, and one of what it does not. */
const CASES: readonly [name: string, rule: Rule, seen: readonly [string, string], unseen: readonly [string, string]][] =
  [
    [
      "a parameter",
      entryRule(({ declarations }) => declarations.parameters.get("Stage")?.default),
      ["Default: test", "Default: live"],
      ["Queue:", "Topic:"],
    ],
    [
      "all resources",
      entryRule(({ declarations }) => [...declarations.resources.keys()].join(" ")),
      ["Queue:", "Topic:"],
      ["Default: test", "Default: live"],
    ],
    [
      "a parameter that a rule on bootstrapping reads",
      bootstrapRule(({ declarations }) => declarations.parameters.get("Stage")?.default),
      ["Default: test", "Default: live"],
      ["QueueName: first", "QueueName: second"],
    ],
    [
      "a resource that has nothing to do with bootstrapping",
      bootstrapRule(({ resources }) => {
        const properties = resources.get("Queue")?.summary.properties;
        return textOf(valueAt(properties, "QueueName"));
      }),
      ["QueueName: first", "QueueName: second"],
      ["Default: test", "Default: live"],
    ],
    [
      "a resource of another cluster",
      bootstrapRule(({ resources }) => resources.get("Other")?.summary.calls.length),
      ["-r Other", "-r Other; cfn-init -s stack -r Other"],
      ["QueueName: first", "QueueName: second"],
    ],
    [
      "whether a resource may exist",
      bootstrapRule(({ mayExist }) => mayExist("TopicA")),
      ["  Queue:\n", '  Fn::ForEach::Topics: [Name, [A], {"Topic${Name}": {Type: AWS::SNS::Topic}}]\n  Queue:\n'],
      ["QueueName: first", "QueueName: second"],
    ],
    [
      "the resources with Init metadata",
      bootstrapRule((graph) => graph.withInit().join(" ")),
      ["  Other:\n", "  Other:\n    Metadata: {AWS::CloudFormation::Init: {config: {}}}\n"],
      ["QueueName: first", "QueueName: second"],
    ],
    [
      "what scripts may signal",
      bootstrapRule(({ mayAlsoSignal }) => mayAlsoSignal),
      ["-r Other", "-r Other; cfn-signal -e 0 --stack ${AWS::StackName} --resource $NAME"],
      ["QueueName: first", "QueueName: second"],
    ],
    ["the resource itself", resourceRule, ["cfn-init -s stack -r Web", "cfn-init -s other"], ["-r Other", "-r Web"]],
  ];

/** What a rule on the whole template may read so that an edit elsewhere leaves what it found, and more. */
const OF_TEMPLATE: typeof CASES = [
  [
    "what a search finds",
    templateRule((template) => named(template, "Resources").map(({ found }) => found)),
    ["QueueName: first", "QueueName: second"],
    ["-r Other", "-r Web"],
  ],
  [
    "what a search for types finds, which found nothing",
    templateRule((template) => topics(template).map(({ found }) => found)),
    ["Other:\n    Type: AWS::EC2::Instance", "Other:\n    Type: AWS::SNS::Topic"],
    ["Other:\n    Type: AWS::EC2::Instance", "Other:\n    Type: AWS::S3::Bucket"],
  ],
  [
    "a resource that is looked up",
    templateRule(({ declarations }) => declarations.resources.get("Web")?.type),
    ["Web:\n    Type: AWS::EC2::Instance", "Web:\n    Type: AWS::S3::Bucket"],
    ["Other:\n    Type: AWS::EC2::Instance", "Other:\n    Type: AWS::S3::Bucket"],
  ],
  [
    "a parameter",
    templateRule(({ declarations }) => declarations.parameters.get("Stage")?.default),
    ["Default: test", "Default: live"],
    ["-r Other", "-r Web"],
  ],
];

/** The rule as a test sees it: how often it is asked. */
function counted(rule: Rule): { readonly rule: Rule; readonly asked: () => number } {
  let asked = 0;
  const check = (...args: never[]): void => {
    asked++;
    (rule.check as (...all: never[]) => void)(...args);
  };
  return { rule: { ...rule, check } as Rule, asked: () => asked };
}

function check(given: Rule, [from, to]: readonly [string, string], isSeen: boolean): void {
  const { rule, asked } = counted(given);
  const context: DiagnosticsContext = { ...exampleContext, rules: [rule] };
  const before = parse(TEMPLATE);
  diagnostics(before, context);
  const first = asked();
  const text = TEMPLATE.replace(from, () => to);
  const found = diagnostics(parse(text, before), context);
  const again = asked() - first;
  assert.deepEqual(found, diagnostics(parse(text), context));
  if (isSeen) assert.ok(again > 0, "The rule was not asked again.");
  else assert.ok(again < first, `The rule was asked ${again} times again, and ${first} times before.`);
}

/** Whether the template's condition can be true, which is computed once for all rules that ask. */
const canBeLive = ({ declarations }: Parameters<EntryRule["check"]>[1]) =>
  conditionModel(declarations).possible([{ condition: "Live", holds: true }]);

describe("findings that are kept", () => {
  it("are made anew by those rules alone that looked at a resource which changes", () => {
    const looks = counted(entryRule(({ declarations }) => declarations.resources.get("Queue")?.type));
    const other = counted(entryRule(({ declarations }) => declarations.parameters.get("Stage")?.default));
    const context = { ...exampleContext, rules: [looks.rule, other.rule] };
    const before = parse(TEMPLATE);
    diagnostics(before, context);
    const [first, otherFirst] = [looks.asked(), other.asked()];
    const found = diagnostics(parse(TEMPLATE.replace("AWS::SQS::Queue", "AWS::SNS::Topic"), before), context);
    assert.deepEqual([looks.asked() - first > 0, other.asked() - otherFirst], [true, 0]);
    assert.match(found.map(({ message }) => message).join(), /AWS::SNS::Topic/);
  });

  it("are made anew where a condition changes that another rule asked about in their stead", () => {
    const some = entryRule((context) =>
      context.declarations.resources.get("Queue")?.type === "AWS::SQS::Queue" ? canBeLive(context) : "unknown",
    );
    const context = { ...exampleContext, rules: [some, entryRule(canBeLive)] };
    const text = TEMPLATE.replace("Resources:", "Conditions:\n  Live: !Equals [a, a]\nResources:");
    let template = parse(text);
    diagnostics(template, context);
    for (const [from, to] of [
      ["AWS::SQS::Queue", "AWS::SNS::Topic"],
      ["!Equals [a, a]", "!Equals [a, b]"],
    ] as const) {
      template = parse(template.text.replace(from, to), template);
      assert.deepEqual(diagnostics(template, context), diagnostics(parse(template.text), context));
    }
  });

  it("are kept where entries move, and stand where these are then", () => {
    const { rule, asked } = counted(templateRule(() => "there"));
    const context = { ...exampleContext, rules: [rule] };
    const before = parse(TEMPLATE);
    diagnostics(before, context);
    const moved = parse(TEMPLATE.replace("Resources:", "Resources:\n\n"), before);
    assert.deepEqual(diagnostics(moved, context), diagnostics(parse(moved.text), context));
    assert.equal(asked(), 2);
  });

  for (const [name, see] of [
    ["the text", ({ text }) => text.length],
    ["a section", ({ sections }) => sections.length],
    ["what other templates export", (_, { exportedElsewhere }) => exportedElsewhere("x")],
    ["what nested templates declare", (_, { childDeclarations }) => childDeclarations("x")],
    ["what is missing", (_, { isMissing }) => isMissing("x")],
    ["the graph of bootstrapping", (_, { bootstrap }) => bootstrap().active.length],
  ] as const satisfies readonly (readonly [string, Parameters<typeof templateRule>[0]])[])
    it(`are made anew after each edit where a rule looked at ${name}`, () => {
      check(templateRule(see), ["-r Other", "-r Web"], true);
    });

  it("are made anew after each edit where they stand at no entry", () => {
    const rule: Described<TemplateRule> = {
      ...BASE,
      scope: "template",
      check(template, { report }) {
        for (const { entry } of named(template, "Resources")) report(undefined, entry.key, says("there"));
      },
    };
    check(rule, ["-r Other", "-r Web"], true);
  });

  for (const [name, rule, seen, unseen] of [...CASES, ...OF_TEMPLATE]) {
    it(`are made anew where an edit changes ${name}`, () => check(rule, seen, true));
    it(`are kept where it does not: ${name}`, () => check(rule, unseen, false));
  }

  it("are of those resources alone that are there by default", () => {
    const text = `Parameters:
  Stage: {Type: String, Default: test}
Conditions:
  Live: !Equals [!Ref Stage, live]
Resources:
  Always: {Type: AWS::SNS::Topic}
  Sometimes: {Type: AWS::SNS::Topic, Condition: Live}
`;
    const onlyTopic: Described<TemplateRule> = {
      ...BASE,
      scope: "template",
      isResolved: true,
      check(template, context) {
        const [topic, ...others] = topics(template);
        if (topic !== undefined && others.length === 0) context.report(topic.entry, topic.entry.key, says("alone"));
      },
    };
    const context: DiagnosticsContext = { ...exampleContext, rules: [onlyTopic] };
    const messages = (state: Parameters<typeof diagnostics>[0]): readonly string[] =>
      diagnostics(state, context).map(({ message }) => message);
    const first = parse(text);
    assert.deepEqual(messages(first), ["By default: It is alone."]);
    const second = parse(text.replace("Default: test", "Default: live"), first);
    assert.deepEqual(messages(second), []);
    assert.deepEqual(messages(parse(text, second)), ["By default: It is alone."]);
  });
});
