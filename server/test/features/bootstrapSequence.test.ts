import assert from "node:assert/strict";
import fc from "fast-check";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { type BootstrapSequence, bootstrapSequence } from "../../src/features/bootstrapSequence.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { runs } from "../effort.ts";
import { drawn, withCaret } from "../marked.ts";

function at(source: string, name?: string): BootstrapSequence & { readonly text: string } {
  const { text, offset } = name === undefined ? withCaret(source) : { text: source, offset: 0 };
  return { text, ...bootstrapSequence(bootstrapGraph(parse(text)), name ?? offset) };
}

/** The steps, indented, each with its lane where that is not the machine's. */
function told({ picture }: BootstrapSequence, language: "en" | "ja" = "en"): string[] {
  return (picture?.steps ?? []).map(({ lane, depth, title, detail, astray }) => {
    const text = [title[language], detail[language]].filter((part) => part !== "").join(" – ");
    return `${"  ".repeat(depth)}${lane === "machine" ? "" : `${lane}: `}${astray ? "! " : ""}${text}`;
  });
}

const GROUP = `Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy:
      ResourceSignal: { Count: 2, Timeout: PT15M }
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: 1 }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Metadata:
      AWS::CloudFormation::Init:
        configSets: { full: [ install, setup ] }
        install:
          packages: { yum: { httpd: [], php: [] } }
        setup:
          files: { /etc/motd: { content: x } }
          services: { systemd: { httpd: { enabled: true } } }
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            trap 'cfn-signal -e $? --stack \${AWS::StackName} --resource Group --region x' EXIT
            cfn-init --stack \${AWS::StackName} --resource Launch -c full --region x
            cfn-hup
            cfn-signal -e 0 --stack \${AWS::StackName} --resource Other --region x
  Bucket:
    Type: AWS::S3::Bucket
`;

const CONDITION = `Resources:
  Handle: { Type: AWS::CloudFormation::WaitConditionHandle }
  Ready:
    Type: AWS::CloudFormation::WaitCondition
    Properties: { Handle: !Ref Handle, Count: 2, Timeout: "600" }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub |
          cfn-signal -e $? '\${Handle}'
`;

const sequences: [string, BootstrapSequence, readonly string[]][] = [
  [
    "a group with its launch template",
    at(GROUP, "Group"),
    [
      "stack: Create Group – AWS::AutoScaling::AutoScalingGroup",
      "Run the user data of Launch – on each instance",
      "  cfn-init – configSet full",
      "    install",
      "      packages – httpd, php",
      "    setup",
      "      files – /etc/motd",
      "      services – httpd",
      "  cfn-hup – watches the metadata for updates from now on",
      "  ! Signal Other – reports success, does not reach Group",
      "  Signal Group – reports success or failure, when the script ends",
      "stack: CREATE_COMPLETE – after 2 signals",
      "stack: CREATE_FAILED – after 15 min without enough signals, or on a failure: the stack rolls back",
    ],
  ],
  [
    "a wait condition",
    at(CONDITION, "Ready"),
    [
      "stack: Create Ready – AWS::CloudFormation::WaitCondition",
      "elsewhere: Signal Ready – reports success or failure, from Web",
      "stack: CREATE_COMPLETE – after 2 signals",
      "stack: CREATE_FAILED – after 10 min without enough signals, or on a failure: the stack rolls back",
    ],
  ],
  [
    "an instance that nothing waits for",
    at(CONDITION, "Web"),
    [
      "stack: Create Web – AWS::EC2::Instance",
      "Run the user data",
      "  Signal Handle – reports success or failure",
      "stack: CREATE_COMPLETE – at once: nothing waits for a signal",
    ],
  ],
];

const places: [string, string, string | undefined][] = [
  ["the resource itself", GROUP.replace("ResourceSignal", "Resource<|>Signal"), "Group"],
  ["its name", GROUP.replace("  Group:", "  Gro<|>up:"), "Group"],
  ["a launch template that it runs", GROUP.replace("cfn-hup", "cfn<|>-hup"), "Group"],
  ["a resource without scripts", GROUP.replace("AWS::S3", "AWS<|>::S3"), undefined],
  ["outside of resources", GROUP.replace("Resources:", "Res<|>ources:"), undefined],
];

describe("bootstrap sequence", () => {
  for (const [name, sequence, expected] of sequences) it(name, () => assert.deepEqual(told(sequence), expected));

  for (const [name, source, expected] of places)
    it(`is asked for at ${name}`, () => assert.equal(at(source).picture?.logicalId, expected));

  it("tells the same in Japanese", () => {
    assert.deepEqual(told(at(GROUP, "Group"), "ja").slice(-3), [
      "  Groupにシグナルを送信 – 成功または失敗を通知、スクリプトの終了時",
      "stack: CREATE_COMPLETE – シグナル2個を受信した後",
      "stack: CREATE_FAILED – 15分以内にシグナルがそろわないか、失敗の通知でロールバック",
    ]);
  });

  it("has steps that point at their place", () => {
    const { text, picture } = at(GROUP, "Group");
    const spans = (picture?.steps ?? [])
      .filter(({ kind }) => ["create", "config", "complete"].includes(kind))
      .flatMap(({ span }) => span ?? []);
    const expected = GROUP.replace("  Group:", "  «Group»:")
      .replace("CreationPolicy", "«CreationPolicy»")
      .replace("        install:", "        «install»:")
      .replace("        setup:", "        «setup»:");
    assert.equal(drawn(text, spans), expected);
  });

  it("lists what has a sequence", () => {
    const { resources } = at(CONDITION, "Nope");
    assert.deepEqual(
      resources.map(({ logicalId }) => logicalId),
      ["Ready", "Web"],
    );
  });

  it("survives what is left of a template", () => {
    fc.assert(
      fc.property(fc.nat(GROUP.length), fc.nat(80), (start, length) => {
        const text = GROUP.slice(0, start) + GROUP.slice(start + length);
        for (const place of ["Group", start]) {
          const { picture } = bootstrapSequence(bootstrapGraph(parse(text)), place);
          for (const { span } of picture?.steps ?? [])
            assert.ok(!span || (span.start <= span.end && span.end <= text.length));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
