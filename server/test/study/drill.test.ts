import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { noteCatalogue } from "../../src/hoverService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { type NoteIndex, noteIndex } from "../../src/notes/noteIndex.ts";
import { passageOf } from "../../src/notes/reading/passage.ts";
import { topics } from "../../src/notes/topics/all.ts";
import type { FaultDrill } from "../../src/protocol/study.ts";
import { FAULT_KINDS, INCIDENT_DATA } from "../../src/study/drill/drillData.ts";
import { faultSites } from "../../src/study/drill/faultSites.ts";
import { makeDrill } from "../../src/study/drill/makeDrill.ts";
import { templateCards } from "../../src/study/templateCards.ts";
import { applied } from "../../src/text/edit.ts";
import { runToEnd } from "../../src/text/runToEnd.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { builtInIndex } from "../notes/builtIn/builtInIndex.ts";

const EXAMPLE = "examples/web-server.yaml";

/** The lines that each fault of a kind changes: as they are, and as they are made. */
function check(kind: string, text: string, expected: readonly string[]): void {
  const sites = faultSites(parse(text)).filter((site) => site.kind.id === kind);
  const changes = sites.map(({ entry, edits }) => {
    const moved = edits.map((edit) => ({
      ...edit,
      start: edit.start + entry.offset,
      end: edit.end + entry.offset,
    }));
    const made = applied(text, moved);
    const [before, after] = [text.split("\n"), made.split("\n")];
    const gone = before.filter((line) => !after.includes(line)).map((line) => line.trim());
    const come = after.filter((line) => !before.includes(line)).map((line) => line.trim());
    return `${gone.join(" / ")} => ${come.join(" / ")}`;
  });
  assert.deepEqual(changes, expected);
}

const GROUP = `Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy:
      ResourceSignal:
        Count: 2
        Timeout: PT15M
    UpdatePolicy:
      AutoScalingRollingUpdate:
        SuspendProcesses: [AlarmNotification]
        MinInstancesInService: 1
    Properties:
      MaxSize: "4"
`;
const SCRIPT = `Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy:
      ResourceSignal:
        Timeout: PT15M
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          /opt/aws/bin/cfn-init --stack \${AWS::StackName} --resource Web
          /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource Web
  Other:
    Type: AWS::SQS::Queue
`;
const ROUTE = (reference: string): string => `Resources:
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      GatewayId: !Ref ${reference}
`;

const DATABASE = (value: string): string => `Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MultiAZ: ${value}
`;
const MULTI_AZ = `Parameters:
  MultiAZ:
    Type: String
    Default: "false"
`;

const FUNCTION = (token: string): string => `Resources:
  Lookup:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: 60
  Image:
    Type: Custom::Image
    Properties:
      ServiceToken: ${token}
`;

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["a count that does not match", "signal-count", GROUP, ["Count: 2 => Count: 4"]],
  ["a timeout too short", "signal-timeout", GROUP, ["Timeout: PT15M => Timeout: PT15S"]],
  ["a key that is gone", "signal-count-removed", GROUP, ["Count: 2 => "]],
  [
    "an item of a list",
    "add-to-load-balancer",
    GROUP,
    ["SuspendProcesses: [AlarmNotification] => SuspendProcesses: [AddToLoadBalancer]"],
  ],
  [
    "another value of the same resource",
    "min-in-service-too-large",
    GROUP,
    ["MinInstancesInService: 1 => MinInstancesInService: 4"],
  ],
  [
    "a signal to another resource",
    "signal-resource",
    SCRIPT,
    [
      "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web => /opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Other",
    ],
  ],
  [
    "what a script reports",
    "signal-exit-code",
    SCRIPT,
    [
      "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web => /opt/aws/bin/cfn-signal -e 0 --stack ${AWS::StackName} --resource Web",
    ],
  ],
  ["no value that a condition may have set already", "multi-az", DATABASE("!If [Prod, true, false]"), []],
  ["no value that a parameter has by default", "multi-az", `${MULTI_AZ}${DATABASE("!Ref MultiAZ")}`, []],
  [
    "a value that no branch of a condition has",
    "multi-az",
    DATABASE("!If [Prod, true, !Ref Other]"),
    ["MultiAZ: !If [Prod, true, !Ref Other] => MultiAZ: false"],
  ],
  ["no key that has no value", "signal-count-removed", GROUP.replace("Count: 2", "Count: !Ref AWS::NoValue"), []],
  [
    "what a function does when it is called",
    "function-timeout",
    FUNCTION("!GetAtt Other.Arn"),
    ["Timeout: 60 => Timeout: 1"],
  ],
  ["none of a function that the stack's creation calls", "function-timeout", FUNCTION("!GetAtt Lookup.Arn"), []],
  ["an order", "signal-order", SCRIPT, [" => "]],
  ["a dependency that nothing else says", "route-depends-on", ROUTE("Gateway"), ["DependsOn: Attachment => "]],
  ["no dependency that a reference says, too", "route-depends-on", ROUTE("Attachment"), []],
  [
    "a value below the key of an item, in JSON",
    "stickiness",
    '{"Resources":{"A":{"Type":"AWS::ElasticLoadBalancingV2::TargetGroup","Properties":{"TargetGroupAttributes":[\n{"Key":"stickiness.enabled","Value":"true"}\n]}}}}',
    ['{"Key":"stickiness.enabled","Value":"true"} => {"Key":"stickiness.enabled","Value":"false"}'],
  ],
  [
    "a name that is put together",
    "export-name",
    "Outputs:\n  Id:\n    Value: 1\n    Export:\n      Name: !Sub ${AWS::StackName}-Id\n",
    ["Name: !Sub ${AWS::StackName}-Id => Name: !Sub ${AWS::StackName}-Id-v2"],
  ],
  ["no timeout of signals that nobody waits for", "signal-timeout", GROUP.replace("Count: 2", "Count: 0"), []],
  [
    "no signal of failure, which nobody waits for",
    "signal-resource",
    SCRIPT.replace("cfn-signal -e $?", "cfn-signal -e 1"),
    [],
  ],
  [
    "none of two signals of which one is enough",
    "signal-resource",
    SCRIPT.replace(/( +)(\/opt\/aws\/bin\/cfn-signal .*)/u, "$1$2\n$1$2"),
    [],
  ],
  ["no signal that nobody waits for", "signal-order", SCRIPT.replace("CreationPolicy", "Metadata"), []],
  [
    "no condition of what refers to something that may not be there",
    "condition",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Condition: Prod\n  B:\n    Type: AWS::SQS::QueuePolicy\n    Condition: Live\n    Properties:\n      Queues: [!Ref A]\n",
    ["Condition: Prod => "],
  ],
  [
    "a grace period only where the load balancer is asked",
    "grace-period",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      HealthCheckType: EC2\n      HealthCheckGracePeriod: 300\n",
    [],
  ],
  [
    "a description",
    "named-security-group",
    "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupName: web\n      GroupDescription: Web access\n",
    ["GroupDescription: Web access => GroupDescription: Web access (v2)"],
  ],
  [
    "a value below each event of a function",
    "request-method",
    "Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        List:\n          Type: HttpApi\n          Properties:\n            Path: /\n            Method: get\n",
    ["Method: get => Method: head"],
  ],
  [
    "a list of which the first item is left",
    "one-subnet",
    "Resources:\n  A:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [!Ref One, !Ref Two]\n",
    ["Subnets: [!Ref One, !Ref Two] => Subnets: [!Ref One]"],
  ],
  [
    "no list of one item",
    "one-subnet",
    "Resources:\n  A:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [!Ref One]\n",
    [],
  ],
  [
    "no policy of a database that is protected",
    "deletion-policy",
    "Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Snapshot\n    Properties:\n      DeletionProtection: true\n",
    [],
  ],
];

describe("faults of meaning", () => {
  for (const [name, kind, text, expected] of CASES) it(name, () => check(kind, text, expected));

  it("swap what is called first", () => {
    const [site] = faultSites(parse(SCRIPT)).filter(({ kind }) => kind.id === "signal-order");
    assert.ok(site);
    const made = applied(
      SCRIPT,
      site.edits.map((edit) => ({ ...edit, start: edit.start + site.entry.offset, end: edit.end + site.entry.offset })),
    );
    assert.ok(made.indexOf("cfn-signal") < made.indexOf("cfn-init"));
  });

  it("have texts in which each name is known", () => {
    for (const { id, outcome, cause, holds, fix } of FAULT_KINDS) {
      for (const text of [outcome, cause, holds, fix].flatMap(({ en, ja }) => [en, ja]))
        assert.deepEqual(text.match(/\{(?!name\}|was\}|now\})[^}]*\}?/g), null, `${id}: ${text}`);
      // What happens must not say what was changed.
      assert.doesNotMatch(outcome.en + outcome.ja, /\{(?:was|now)\}/, id);
    }
  });

  it("are found by an incident that there is", () => {
    for (const { id, incident } of FAULT_KINDS)
      assert.ok(incident === undefined || INCIDENT_DATA.incidents[incident], `${id}: ${incident}`);
  });
});

describe("drills", () => {
  let notes: NoteIndex;
  before(() => {
    notes = builtInIndex("ja");
  });
  const text = readFileSync(EXAMPLE, "utf8");
  const template = parse(text);
  const made = (seed: number, incident: boolean, source = template): FaultDrill | undefined =>
    runToEnd(makeDrill({ template: source, uri: "file:///web.yaml", notes, language: "ja" }, seed, incident));

  it("have one fault in a template that still can be read, another kind each time", () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const drill = made(seed, false);
      assert.ok(drill);
      assert.deepEqual(parse(drill.text).errors, []);
      assert.notEqual(drill.text, text);
      kinds.add(drill.kind);
    }
    assert.equal(kinds.size, 20);
  });

  it("are also of what a script signals, and of attributes in a list", () => {
    const kinds = Array.from({ length: 40 }, (_, seed) => made(seed, false)?.kind);
    for (const kind of ["signal-resource", "signal-exit-code", "deregistration-delay"])
      assert.ok(kinds.includes(kind), kind);
  });

  it("quote what the note says of the place", () => {
    const drills = Array.from({ length: 40 }, (_, seed) => made(seed, false));
    const quoteOf = (kind: string): string => drills.find((drill) => drill?.kind === kind)?.quote?.text ?? "";
    assert.match(quoteOf("grace-period"), /HealthCheckGracePeriod/);
    assert.match(quoteOf("alarm-comparison"), /ComparisonOperator/);
  });

  it("of a failure lead to the note that has its message, and quote what that says of it", () => {
    for (const language of ["ja", "en"] as const) {
      const index = builtInIndex(language);
      for (const [id, { topic, says, events }] of Object.entries(INCIDENT_DATA.incidents)) {
        const texts = index.onTopic(topic).map(({ note, file }) => passageOf(note, file).replaceAll("**", ""));
        for (const words of says) {
          assert.ok(
            texts.some((one) => one.includes(words)),
            `${language} ${id}: ${words}`,
          );
          assert.ok(
            events.some(({ reason }) => reason.includes(words)),
            `${id}: ${words}`,
          );
        }
      }
    }
    const output = "Outputs:\n  Id:\n    Value: a\n    Export:\n      Name: network-id\n";
    const drill = made(0, true, parse(output));
    assert.match(drill?.hints[0] ?? "", /Export … cannot be deleted/);
    assert.match(drill?.quote?.text ?? "", /as it is in use by Y」.*名前を変えたか/);
    assert.match(made(0, false, parse(output))?.hints[0] ?? "", /「Export」/);
  });

  it("of a failure keep to the user's own note that names what was changed, and says what fails", () => {
    const index = builtInIndex("ja");
    const own = "# Export\n\n使われている間は、`Export`の名前を変えられない\n";
    index.set({ uri: "file:///notes/own.md", text: own, builtIn: false, language: "ja" });
    const output = parse("Outputs:\n  Id:\n    Value: a\n    Export:\n      Name: network-id\n");
    const source = { template: output, uri: "file:///web.yaml", notes: index, language: "ja" } as const;
    assert.match(runToEnd(makeDrill(source, 0, true))?.hints[0] ?? "", /自分のノート「Export」/);
    const other = "# Export\n\n`Export`でほかのスタックに値を渡す\n";
    index.set({ uri: "file:///notes/own.md", text: other, builtIn: false, language: "ja" });
    assert.match(runToEnd(makeDrill(source, 0, true))?.hints[0] ?? "", /組み込みノート「エラー：Export/);
  });

  for (const incident of [false, true])
    it(`ask ${incident ? "for cause and remedy" : "what happens"}, with one right answer of four and a reason for each wrong one`, () => {
      for (let seed = 0; seed < 10; seed++) {
        const drill = made(seed, incident);
        assert.ok(drill);
        assert.equal(drill.questions.length, incident ? 2 : 1);
        for (const { ask, choices } of drill.questions) {
          assert.ok(ask.endsWith("？"));
          assert.equal(choices.length, 4);
          assert.equal(new Set(choices.map((choice) => choice.text)).size, 4);
          assert.equal(choices.filter(({ isRight }) => isRight).length, 1);
          for (const { isRight, reason } of choices) assert.ok(isRight || reason.length > 5);
        }
        assert.ok(drill.quote && drill.hints[0]?.includes(drill.quote.title));
        // The last hint is what was changed, but where that is the question.
        const cause = drill.explanation.split("\n", 1)[0] ?? "";
        assert.deepEqual(drill.hints.slice(3), incident ? [] : [cause]);
        assert.ok(drill.quote.text.length > 10);
        assert.equal(drill.events !== undefined, incident);
      }
    });

  it("are made without a note, too, behind those that the user's own notes explain", () => {
    const index = noteIndex({ topics, catalogue: noteCatalogue(loadCatalogue()) });
    const source = { template, uri: "file:///web.yaml", notes: index, language: "ja" } as const;
    const kinds = new Set<string | undefined>();
    for (let seed = 0; seed < 6; seed++) {
      const drill = runToEnd(makeDrill(source, seed, seed % 2 === 1));
      assert.deepEqual([drill?.quote, drill?.noteId], [undefined, undefined]);
      assert.match(drill?.hints[0] ?? "", /の中です。$/);
      kinds.add(drill?.kind);
    }
    assert.ok(kinds.size > 3);
    const text = "# HealthCheckGracePeriod\n\n起動直後の猶予\n";
    index.set({ uri: "file:///notes/own.md", text, builtIn: false, language: "ja" });
    assert.match(runToEnd(makeDrill(source, 0, false))?.quote?.text ?? "", /起動直後の猶予/);
  });

  it("show the events of a failure, newest first, with nothing left to fill in", () => {
    const { events = [] } = made(0, true) ?? {};
    assert.equal(events.at(-1)?.status, "CREATE_IN_PROGRESS");
    assert.equal(events[0]?.status, "ROLLBACK_COMPLETE");
    assert.ok(events.some(({ status }) => status === "CREATE_FAILED"));
    assert.ok(events.every(({ reason }) => !/\{\w+\}/.test(reason)));
    const times = events.map(({ time }) => time);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  it("name in an event what a text comes to, and have none where that cannot be told", () => {
    const reasonsOf = (name: string): readonly string[] =>
      (
        made(
          0,
          true,
          parse(
            `Parameters:\n  Env:\n    Default: dev\n    Type: String\nOutputs:\n  Id:\n    Value: a\n    Export:\n      Name: ${name}\n`,
          ),
        )?.events ?? []
      ).map(({ reason }) => reason);
    const text = "Export us-east-1-my-stack-dev cannot be deleted as it is in use by other-stack";
    assert.ok(reasonsOf("!Sub ${AWS::Region}-${AWS::StackName}-${Env}").includes(text));
    assert.deepEqual(reasonsOf("!Sub ${AWS::Region}-${Unknown}"), []);
  });

  it("show that what is not waited for any more is still being made", () => {
    const route = parse(`Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { InternetGatewayId: !Ref Gateway, VpcId: vpc-1 }
${ROUTE("Gateway").replace("Resources:\n", "")}`);
    const { events = [] } = made(0, true, route) ?? {};
    const failed = events.findLast(({ status }) => status === "CREATE_FAILED");
    assert.equal(failed?.name, "Route");
    const statuses = events.filter(({ name }) => name === "Attachment").map(({ status }) => status);
    assert.deepEqual(statuses, ["DELETE_COMPLETE", "CREATE_FAILED", "CREATE_IN_PROGRESS"]);
  });

  it("show what a rollback leaves", () => {
    const kept = parse(`Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
    DeletionPolicy: Retain
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    DeletionPolicy: RetainExceptOnCreate
    Properties: { InternetGatewayId: !Ref Gateway, VpcId: vpc-1 }
${ROUTE("Gateway").replace("Resources:\n", "")}`);
    const { events = [] } = made(0, true, kept) ?? {};
    const last = (of: string): string | undefined => events.find(({ name }) => name === of)?.status;
    assert.deepEqual(["Gateway", "Attachment", "Route"].map(last), [
      "DELETE_SKIPPED",
      "DELETE_COMPLETE",
      "DELETE_COMPLETE",
    ]);
  });

  it("show the failure at the function whose role does not trust Lambda", () => {
    const role = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
`;
    const user = "  Resize:\n    Type: AWS::Lambda::Function\n    Properties: { Role: !GetAtt Role.Arn }\n";
    const failed = made(0, true, parse(role + user))?.events?.find(({ reason }) => /assumed by Lambda/.test(reason));
    assert.equal(failed?.name, "Resize");
    assert.equal(made(0, true, parse(role)), undefined);
  });

  it("show what is made under the condition of what fails, before that", () => {
    const route = parse(`Conditions:
  Own: !Equals [a, a]
Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
    Condition: Own
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Own
    Properties: { InternetGatewayId: !Ref Gateway, VpcId: vpc-1 }
${ROUTE("Gateway").replace("Resources:\n", "").replace("Type: AWS::EC2::Route", "Type: AWS::EC2::Route\n    Condition: Own")}`);
    const { events = [] } = made(0, true, route) ?? {};
    const made3 = events.toReversed().slice(1, 4);
    assert.deepEqual(
      made3.map(({ name, status }) => `${name} ${status}`),
      ["Gateway CREATE_IN_PROGRESS", "Gateway CREATE_COMPLETE", "Route CREATE_IN_PROGRESS"],
    );
  });

  it("tell of a rolling update what the template says of it, and end a rollback as CloudFormation does", () => {
    const reasonsOf = (rolling: string): string => {
      const policy = `UpdatePolicy:\n      AutoScalingRollingUpdate: { WaitOnResourceSignals: true, PauseTime: PT15M${rolling} }`;
      const text = `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    ${policy}\n    Properties: { MaxSize: "9" }\n`;
      const drills = [0, 1, 2].map((seed) => made(seed, true, parse(text)));
      const { events = [] } = drills.find((drill) => drill?.kind === "pause-time") ?? {};
      assert.deepEqual(
        events.slice(0, 2).map(({ status }) => status),
        ["UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"],
      );
      return events.map(({ reason }) => reason).join("\n");
    };
    assert.match(reasonsOf(""), /Terminating 2 obsolete instance\(s\) in batches of 1, while keeping at least 0 /);
    const more = reasonsOf(", MinInstancesInService: 4, MaxBatchSize: 2");
    assert.match(more, /Terminating 5 obsolete instance\(s\) in batches of 2, while keeping at least 4 /);
    assert.match(more, /out of 5\./);
  });

  it("are the same for the same seed, and none of a text without a place", () => {
    assert.deepEqual(made(3, false), made(3, false));
    assert.equal(made(0, false, parse("Resources: {}\n")), undefined);
  });
});

describe("cards of a template", () => {
  it("ask what would come of another value", () => {
    const cards = templateCards(parse(readFileSync(EXAMPLE, "utf8")), "file:///web.yaml", loadCatalogue(), "en");
    const decisions = cards.filter(({ kind }) => kind === "template");
    assert.ok(
      decisions.length > 0 && decisions.every(({ front, back }) => front.endsWith("?") && back.length > 20),
      JSON.stringify(cards),
    );
  });
});
