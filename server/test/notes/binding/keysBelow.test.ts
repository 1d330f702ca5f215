import { deepEqual } from "node:assert/strict";
import { indexOf, notesAt, properties, resource, source } from "../noteAt.ts";

/** The lines of the notes on a key itself, by their titles and numbers. */
function check(name: string, notes: string, template: string, expected: readonly string[], file = "article.md"): void {
  it(name, () => {
    const found = notesAt(indexOf([source(notes, { uri: `file:///notes/${file}` })]), template);
    const onKey = found.filter(({ tier, note }) => tier === "thing" && note.kind === "item");
    deepEqual(
      onKey.map(({ note }) => `${note.title} ${note.line + 1}`),
      expected,
    );
  });
}

const WAIT = "AWS::CloudFormation::WaitCondition";
const timeoutOfWait = properties(WAIT, "Time<|>out: 600");
const timeoutOfPolicy = resource("AWS::EC2::Instance", "CreationPolicy:\n  ResourceSignal:\n    Time<|>out: PT5M");

describe("Keys below a type", () => {
  for (const [form, notes, file] of [
    ["in bold", "# WaitCondition\n\n- **Timeout**: in seconds, at most 43200\n"],
    ["in code", "# WaitCondition\n\n- `Timeout` – in seconds, at most 43200\n"],
    ["in a table", "# WaitCondition\n| Key | Text |\n|--|--|\n| Timeout | in seconds |\n"],
    ["below a plain word", "# WaitCondition\n\n## Properties\n\n- **Timeout**: in seconds\n"],
    ["nested", "# CloudFormation\n\n- WaitCondition\n  - Timeout: in seconds, at most 43200\n"],
    ["as words", "# Wait conditions\n\n- **Timeout**: in seconds, at most 43200\n"],
    ["in Japanese", "# 待機条件\n\n- タイムアウト：秒で書く。最大43200\n"],
    ["as a sentence", "# 待機条件\n\n- Timeoutは秒で書く。最大43200\n"],
    ["by the file's name", "- **Timeout**: in seconds, at most 43200\n", "WaitCondition.md"],
  ] as const)
    it(form, () => {
      const found = notesAt(indexOf([source(notes, { uri: `file:///notes/${file ?? "a.md"}` })]), timeoutOfWait);
      deepEqual(
        found.filter(({ tier }) => tier === "thing").map(({ note }) => note.kind),
        ["item"],
      );
    });

  it("as a heading", () => {
    const index = indexOf([source("# WaitCondition\n\n## Timeout\n\nIn seconds, at most 43200.\n")]);
    const [first] = notesAt(index, timeoutOfWait);
    deepEqual([first?.note.title, first?.tier], ["Timeout", "thing"]);
  });

  check("not the key of another thing", "# WaitCondition\n- **Timeout**: in seconds\n", timeoutOfPolicy, []);
  check(
    "not the key of a construct that the title only mentions",
    "# WaitCondition (instead of CreationPolicy)\n- **Timeout**: in seconds\n",
    timeoutOfPolicy,
    [],
  );

  const configuration = "# Launch configuration\n- **SecurityGroups**: IDs, in a VPC\n";
  check("a key", configuration, properties("AWS::AutoScaling::LaunchConfiguration", "SecurityGr<|>oups: [x]"), [
    "SecurityGroups 2",
  ]);
  check("a key, which is no type", configuration, resource("AWS::EC2::SecurityG<|>roup"), []);
  const usagePlan = "# Usage plan\n- **ApiStages**: of which APIs\n";
  check("a key of several words", usagePlan, properties("AWS::ApiGateway::UsagePlan", "ApiSt<|>ages: []"), [
    "ApiStages 2",
  ]);
  const batch = "# Compute environment\n- **UpdatePolicy**: how long jobs may go on\n";
  check("no attribute", batch, resource("AWS::EC2::Instance", "UpdateP<|>olicy: {}"), []);
  check("a key named as an attribute", batch, properties("AWS::Batch::ComputeEnvironment", "UpdateP<|>olicy: {}"), [
    "UpdatePolicy 2",
  ]);
  const vault = "# Backup vault\n- **AccessPolicy**: who may restore\n";
  check("no key of other types", vault, resource("AWS::OpenSearchServerless::AccessP<|>olicy"), []);
  const rule = "# Gateway response\n- **RestApiId**: whose answers these are\n";
  check("no such key of others", rule, properties("AWS::ApiGateway::Stage", "RestA<|>piId: x"), []);
  check(
    "below another service",
    "# WaitCondition\n## With Lambda\n- **Timeout**: of the function\n",
    timeoutOfWait,
    [],
  );
});

describe("Keys below what is compared", () => {
  const compared = "# WaitCondition vs CreationPolicy\n\n- **Timeout**: 秒。最大 43200\n";
  check("of the one that is the file's name", compared, timeoutOfWait, ["Timeout 3"], "WaitCondition.md");
  check("not of the other", compared, timeoutOfPolicy, [], "WaitCondition.md");
  check("of none, if nothing says which", compared, timeoutOfWait, []);
  check("of none, if nothing says which: the other", compared, timeoutOfPolicy, []);
  const said = "# CreationPolicyとWaitConditionの違い\n\n- **Timeout**: CreationPolicyではPT12Hまで\n";
  check("of the one that the text names", said, timeoutOfPolicy, ["Timeout 3"]);
  check("not of the one that it does not name", said, timeoutOfWait, []);
  const table =
    "# Difference between CreationPolicy and WaitCondition\n\n| | CreationPolicy | WaitCondition |\n|--|--|--|\n| Timeout | PT12H | 43200 |\n";
  check("of both, in columns", table, timeoutOfPolicy, ["Timeout 5"]);
  check("of both, in columns: the other", table, timeoutOfWait, ["Timeout 5"]);
  const joined = "# WaitConditionとCreationPolicy\n\n- **Timeout**: 長めにする\n";
  check("of both, if they are only joined", joined, timeoutOfPolicy, ["Timeout 3"]);
  check("of both, if they are only joined: the other", joined, timeoutOfWait, ["Timeout 3"]);
  const retain = "# DeletionPolicy vs UpdateReplacePolicy\n\n- **Retain**: keeps it\n";
  check("a value of both", retain, resource("AWS::S3::Bucket", "UpdateReplacePolicy: Re<|>tain"), ["Retain 3"]);
  check("a value of both: the other", retain, resource("AWS::S3::Bucket", "DeletionPolicy: Re<|>tain"), ["Retain 3"]);
});

describe("A value below what it is a value of", () => {
  const model = "AWS::CloudFormation::StackSet";
  const titles = (text: string): readonly string[] =>
    notesAt(indexOf([source(text)]), properties(model, "PermissionModel: SERVICE_MAN<|>AGED")).map(
      ({ note }) => note.title,
    );

  it("shows there where the title names no service", () => {
    const text = "# StackSets\n\n### SERVICE_MANAGED\n\nOrganizationsが要る。\n\n### SELF_MANAGED\n\nロールを作る。\n";
    deepEqual(titles(text), ["SERVICE_MANAGED"]);
    deepEqual(titles(text.replace("StackSets", "庭の話")), []);
  });

  for (const asked of ["の違いは？", "の違いは何ですか？", "の違い"])
    it(`shows where a question names both: ${asked}`, () => {
      const title = `SELF_MANAGED と SERVICE_MANAGED ${asked}`;
      deepEqual(titles(`# StackSets\n\n**Q. ${title}**\n\nA. ロールを自分で作るかどうか。\n`), [title]);
    });
});
