import assert from "node:assert/strict";
import fc from "fast-check";
import { type Awaited, awaited, awaitedText } from "../../src/bootstrap/awaited.ts";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { scriptReferences } from "../../src/bootstrap/places/scriptReferences.ts";
import { scriptWordAt } from "../../src/bootstrap/places/scriptWordText.ts";
import { sequence } from "../../src/bootstrap/sequence.ts";
import { entryAt } from "../../src/model/focus/focusAt.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { runs } from "../effort.ts";
import { drawn, withCaret } from "../marked.ts";
import { findings, graphOf } from "./found.ts";

const TEMPLATE = `Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy:
      ResourceSignal: { Count: 2, Timeout: PT15M }
    Properties:
      MinSize: 2
      MaxSize: 4
      MixedInstancesPolicy:
        LaunchTemplate:
          LaunchTemplateSpecification: { LaunchTemplateId: !Ref Launch, Version: 1 }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Metadata:
      AWS::CloudFormation::Init:
        configSets:
          full: [ packages, { ConfigSet: rest } ]
          rest: [ setup ]
        packages:
          packages: { yum: { httpd: [], php: [] } }
        setup:
          files:
            /etc/cfn/hooks.d/x.conf:
              content: |
                [x]
                path=Resources.Launch.Metadata.AWS::CloudFormation::Init.setup
          services: { systemd: { httpd: { enabled: true } } }
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            TARGET=Group
            /opt/aws/bin/cfn-init -v --stack \${AWS::StackName} --resource Launch -c full,rest --region \${AWS::Region}
            /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource "$TARGET" --region \${AWS::Region}
`;

/** Everything that a name in a script or configSet stands for, drawn where it is used. */
function references(source: string): string {
  const { graph } = graphOf(source);
  const spans = scriptReferences(graph).map(({ entry, span, name, targetEntry, target }) => {
    const absolute = { start: span.start + entry.offset, end: span.end + entry.offset };
    assert.equal(source.slice(absolute.start, absolute.end), name);
    assert.equal(source.slice(target.start + targetEntry.offset, target.end + targetEntry.offset), name);
    return absolute;
  });
  return drawn(source, spans);
}

/** All that waits in a template, in the order of the text. */
function allAwaited(graph: ReturnType<typeof bootstrapGraph>): Awaited[] {
  return graph.active.flatMap((resource) => awaited(graph, resource) ?? []);
}

describe("bootstrap graph", () => {
  it("follows a group to its launch template", () => {
    const { graph } = graphOf(TEMPLATE);
    assert.deepEqual(graph.resources.get("Group")?.runs, ["Launch"]);
    assert.deepEqual(graph.resources.get("Launch")?.runners, ["Group"]);
    assert.deepEqual(
      graph.calls.map(({ call, targets, runners, stack }) => [call.helper, targets, runners, stack]),
      [
        ["cfn-init", ["Launch"], ["Group"], "own"],
        ["cfn-signal", ["Group"], ["Group"], "own"],
      ],
    );
  });

  it("follows the name of a launch template", () => {
    const { graph } = graphOf(
      "Resources:\n  G: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { LaunchConfigurationName: web } }\n  L: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { LaunchConfigurationName: web, UserData: x } }\n",
    );
    assert.deepEqual(graph.resources.get("L")?.runners, ["G"]);
  });

  it("refers to resources, configSets, configs and metadata", () => {
    const expected = TEMPLATE.replace("[ packages, { ConfigSet: rest } ]", "[ «packages», { ConfigSet: «rest» } ]")
      .replace("rest: [ setup ]", "rest: [ «setup» ]")
      .replace(
        "path=Resources.Launch.Metadata.AWS::CloudFormation::Init.setup",
        "path=Resources.«Launch».«Metadata».«AWS::CloudFormation::Init».«setup»",
      )
      .replace("TARGET=Group", "TARGET=«Group»")
      .replace("--resource Launch -c full,rest", "--resource «Launch» -c «full»,«rest»");
    assert.equal(references(TEMPLATE), expected);
  });

  it("says who signals, how many and how long", () => {
    const { graph } = graphOf(TEMPLATE);
    assert.deepEqual(
      allAwaited(graph).map((wait) => [wait.resource.id, awaitedText(wait).en, awaitedText(wait).ja]),
      [
        [
          "Group",
          "waits for 2 signals in 15 min, sent by cfn-signal on Group",
          "15分以内にシグナル2個を待機（Groupのcfn-signalが送信）",
        ],
      ],
    );
  });

  for (const [options, expected] of [
    ["--success true", "waits for 1 signal in 15 min, sent by cfn-signal on Web"],
    ["-e 0", "waits for 1 signal in 15 min, sent by cfn-signal on Web"],
    ["--success false", "waits for 1 signal in 15 min, but nothing here signals it"],
  ] as const)
    it(`waits for a signal that may be one of success: ${options}`, () => {
      const { graph } = graphOf(`Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Timeout: PT15M}}
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          cfn-signal ${options} --stack \${AWS::StackName} --resource Web --region \${AWS::Region}
`);
      assert.deepEqual(
        allAwaited(graph).map((wait) => awaitedText(wait).en),
        [expected],
      );
    });

  it("tells the sequence in order", () => {
    const { graph } = graphOf(TEMPLATE);
    const told = sequence(graph, "Group");
    assert.deepEqual(
      told?.steps.map(
        ({ kind, name, depth, items }) => `${" ".repeat(depth)}${kind} ${name}${items ? ` [${items}]` : ""}`,
      ),
      [
        "create Group",
        "userData Launch",
        " init full, rest",
        "  config packages",
        "   section packages [httpd,php]",
        "  config setup",
        "   section files [/etc/cfn/hooks.d/x.conf]",
        "   section services [httpd]",
        "  config setup",
        "   section files [/etc/cfn/hooks.d/x.conf]",
        "   section services [httpd]",
        " signal Group",
        "complete Group",
        "timeout Group",
      ],
    );
    assert.deepEqual([told?.timeout, told?.count], [900, [2, 2]]);
    for (const { kind, name, span } of told?.steps ?? []) {
      if (kind === "config" || kind === "create") assert.equal(span && TEMPLATE.slice(span.start, span.end), name);
    }
    assert.equal(sequence(graph, "Nope"), undefined);
  });
});

const words: [string, string, string | undefined][] = [
  ["the helper's name", "cfn-si<|>gnal -e", "Signals **Group** (CreationPolicy: 2 signals in 15 min)."],
  ["the path before it", "/opt/aws/bin/cfn-si<|>gnal -e", "Signals **Group** (CreationPolicy: 2 signals in 15 min)."],
  ["the option", '--reso<|>urce "$TARGET"', "Signals **Group** (CreationPolicy: 2 signals in 15 min)."],
  ["its value", '--resource "$TAR<|>GET"', "Signals **Group** (CreationPolicy: 2 signals in 15 min)."],
  ["the configSets", "-c fu<|>ll,rest", "Runs `packages` → `setup` → `setup` of **Launch** (configSet full, rest)."],
  [
    "another option",
    "--resource Launch -c full,rest --re<|>gion",
    "`--region` · The Region whose CloudFormation endpoint is called. Without it the call goes to us-east-1.",
  ],
  ["a policy", "Creation<|>Policy:", "**Group** waits for 2 signals in 15 min, sent by cfn-signal on Group."],
  ["a configSet", "fu<|>ll: [", "Runs `packages` → `setup` of **Launch**."],
  [
    "the path of a hook",
    "path=Resources.Lau<|>nch",
    "Runs when `Metadata.AWS::CloudFormation::Init.setup` of **Launch** changes.",
  ],
  ["another word", "TAR<|>GET=Group", undefined],
];

describe("scriptWordAt", () => {
  for (const [name, marked, expected] of words) {
    it(name, () => {
      const plain = marked.replace("<|>", "");
      const { text, offset } = withCaret(TEMPLATE.replace(plain, () => marked));
      const { graph } = graphOf(text);
      const entry = entryAt(graph.template, offset);
      const word = entry && scriptWordAt(graph, entry, offset);
      const sentence = word?.text.en.split("\n\n").at(-1);
      assert.equal(sentence, expected);
    });
  }
});

describe("bootstrap rules on any text", () => {
  it("survive every truncation", () => {
    for (let length = 0; length < TEMPLATE.length; length += 3) {
      const text = TEMPLATE.slice(0, length);
      const { graph } = graphOf(text);
      findings(text);
      scriptReferences(graph);
      const entry = entryAt(graph.template, length - 1);
      if (entry !== undefined) scriptWordAt(graph, entry, length - 1);
      for (const id of graph.resources.keys()) sequence(graph, id);
    }
  });

  it("survive random damage", () => {
    const piece = fc.constantFrom(
      "(",
      "[",
      "{",
      "}",
      "]",
      "*",
      "$",
      "\\",
      "\n",
      "  ",
      "!If ",
      "!Ref ",
      ":",
      "-",
      '"',
      "'",
      "|",
      "",
      "\t",
      "é",
    );
    const damage = fc.array(fc.tuple(fc.nat(TEMPLATE.length), fc.nat(12), piece), { maxLength: 8 });
    fc.assert(
      fc.property(damage, (edits) => {
        let text = TEMPLATE;
        for (const [at, length, inserted] of edits) text = text.slice(0, at) + inserted + text.slice(at + length);
        const { graph } = graphOf(text);
        for (const { span } of findings(text)) assert.ok(span.start <= span.end && span.end <= text.length);
        for (const id of graph.resources.keys()) sequence(graph, id);
        scriptReferences(graph);
        allAwaited(graph).map(awaitedText);
      }),
      { numRuns: runs(300) },
    );
  });

  it("see the same after an edit as from scratch", () => {
    const before = parse(TEMPLATE);
    bootstrapGraph(before);
    const edited = TEMPLATE.replace("MinSize: 2", "MinSize: 21").replace("--resource Launch", "--resource Group");
    const shape = (graph: ReturnType<typeof bootstrapGraph>) =>
      graph.calls.map(({ targets, targetSpan, owner }) => [targets, targetSpan, owner.entry.offset]);
    assert.deepEqual(shape(bootstrapGraph(parse(edited, before))), shape(bootstrapGraph(parse(edited))));
  });
});
