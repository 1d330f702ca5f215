import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import type { BoundNote } from "../../../src/notes/binding/boundNote.ts";
import { NO_SURROUNDINGS, type Surroundings } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Parameters:
  Town:
    Type: String
    Default: a
Resources:
  OrdersTopic:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !Sub "\${Town}-orders"
Outputs:
  Orders:
    Value: !Ref OrdersTopic
    Export:
      Name: !Sub "\${AWS::StackName}-orders"
`;

/** The notes at a place of a template that lies with them. */
function notesAt(
  note: string,
  place: string,
  uri = "/ws/aws.md",
  folders: Partial<Surroundings> = {},
): readonly BoundNote[] {
  const before = place.replace("<|>", "");
  assert.ok(TEMPLATE.includes(before), place);
  const { text, offset } = withCaret(TEMPLATE.replace(before, place));
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus);
  const index = fullIndex(source(note, { uri: `file://${uri}` }));
  const templates = new TemplateFolders([["ws", "cfn"]], ["shop.yaml"]);
  index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], templates, ...folders });
  return index.at(focus, { uri: "file:///ws/cfn/shop.yaml", template });
}

const tiersAt = (...asked: Parameters<typeof notesAt>): readonly string[] => notesAt(...asked).map(({ tier }) => tier);

describe("what a document beside templates says of something of AWS's", () => {
  const general: readonly (readonly [name: string, note: string, place: string])[] = [
    [
      "a section",
      "# CloudFormation\n\n## Parameters\n\nスタックを作るときに渡す値で、型と既定値がある。\n",
      "Para<|>meters:",
    ],
    [
      "an attribute of a parameter",
      "# CloudFormation\n\n## Parameters\n\n- **Default**: The value that a stack has if none is given to it.\n",
      "Def<|>ault:",
    ],
    ["a service", "# SNS\n\nSimple Notification Service\nメッセージ配信を提供する\n", "AWS::SNS::To<|>pic"],
  ];
  for (const [name, note, place] of general) {
    it(`is only named where it says what that is: ${name}`, () => {
      assert.deepEqual(tiersAt(note, place), ["mention"]);
      assert.deepEqual(tiersAt(note, place, "/ws/運用ノート.md"), ["mention"]);
    });
    it(`shows in full where somebody learns: ${name}`, () => {
      assert.deepEqual(tiersAt(note, place, "/ws/study-notes/aws.md"), ["thing"]);
      assert.deepEqual(tiersAt(note, place, "/ws/aws-notes.md"), ["thing"]);
      assert.deepEqual(tiersAt(note, place, "/ws/aws-notes-vault/aws.md"), ["thing"]);
      assert.deepEqual(tiersAt(note, place, "/vault/aws.md", { notes: [["vault"]] }), ["thing"]);
      assert.deepEqual(tiersAt(note, place, "/ws/x/aws.md", { notes: [["ws", "x"]] }), ["thing"]);
    });
  }

  describe("that goes through AWS's things, wherever it lies", () => {
    const study = (title: string): string =>
      `# ${title}\n\n## SNS\n\nSimple Notification Service\nメッセージ配信を提供する\n\n${["SQS", "EC2", "VPC", "RDS"].map((name) => `## ${name}\n\nサービスの一つ。\n`).join("\n")}`;
    const tierIn = (note: string, folders: Partial<Surroundings> = {}): string | undefined =>
      tiersAt(note, "AWS::SNS::To<|>pic", "/ws/infra/aws.md", folders)[0];
    const several = {
      templates: new TemplateFolders(
        ["a", "b", "cfn"].map((name) => ["ws", name]),
        ["shop.yaml", "till.yaml", "bill.yaml"],
      ),
    };
    it("shows in full, also beside several templates", () => {
      assert.equal(tierIn(study("AWS")), "thing");
      assert.equal(tierIn(study("AWS"), several), "thing");
    });
    it("shows in a folder of studies beside several templates, however short it is", () => {
      const item = "# AWS\n\n- SNS: メッセージ配信を提供する\n";
      assert.deepEqual(tiersAt(item, "AWS::SNS::To<|>pic", "/ws/aws-study/aws.md", several), ["thing"]);
      assert.deepEqual(tiersAt(item, "AWS::SNS::To<|>pic", "/ws/aws-study/hands-on.md", several), []);
    });
    it("does not show if it tells steps, or what templates declare", () => {
      assert.equal(tierIn(study("AWS ハンズオン"), several), undefined);
      assert.equal(tierIn(study("Terraform"), several), undefined);
      const declared = "## ShopQueue\n\n待ち行列。\n\n## TillTable\n\n表。\n\n## BillTopic\n\n話題。\n";
      const declaring = (): readonly string[] => ["file:///ws/a/till.yaml"];
      assert.equal(tierIn(`${study("AWS")}\n${declared}`, { ...several, declaring }), undefined);
    });
    it("does not show if it tells how to deploy what lies beside it", () => {
      const deploy = "## Deploy\n\n```\naws cloudformation deploy --stack-name shop\n```\n";
      assert.equal(tierIn(`${study("AWS")}\n${deploy}`, several), undefined);
    });
  });

  it("shows in full with the very name of a function, an attribute or a type as its title", () => {
    const notes =
      "# CloudFormation\n\n- **!Sub**: 文字列に変数を入れる。\n\n## `AWS::SNS::Topic`\n\n話題。\n\n# SNS\n\n## TopicName\n\n名前。\n";
    for (const place of ["!S<|>ub", "AWS::SNS::To<|>pic", "Topic<|>Name:"])
      for (const uri of ["/ws/aws.md", "/ws/運用ノート.md", "/ws/cfn/README.md"])
        assert.deepEqual(tiersAt(notes, place, uri).slice(0, 1), ["thing"], `${place} ${uri}`);
    assert.deepEqual(tiersAt(notes, "!S<|>ub", "/ws/docs/cfn.md"), ["thing"]);
    assert.deepEqual(tiersAt(notes.replace("# CloudFormation", "# Cost plan"), "!S<|>ub", "/ws/docs/plan.md"), []);
  });

  for (const [name, note, place] of [
    ["what fails", "# CloudFormation\n\n- **!Sub**: 文字列の変数を引用符で囲まないとエラーになる。\n", "!S<|>ub"],
    [
      "a condition",
      "# SNS\n\nMails go out only while all shops by the harbour of three towns have lamps, bills and clocks in every window.\n",
      "AWS::SNS::To<|>pic",
    ],
    [
      "a mistake",
      "# SNSの課題\n\n## 間違えたこと\n\n### SNS\n\n購読する人の住所を町の名前と店の名前と港の日付と橋の長さと船の番号で分けて書いた。\n",
      "AWS::SNS::To<|>pic",
    ],
    ["a rule", "# CloudFormation\n\n## Parameters\n\n- Use groups and labels for clarity\n", "Para<|>meters:"],
    ["a marker", "# CloudFormation\n\n- **!Sub**: 文字列に変数を入れる。 <!-- cfn: fn:Sub -->\n", "!S<|>ub"],
    ["what to heed", "# SNS\n\n購読は確認のメールを開くまで必ず止まったままになる。\n", "AWS::SNS::To<|>pic"],
  ] as const)
    it(`shows in full with ${name}`, () => assert.deepEqual(tiersAt(note, place)[0], "thing"));

  const heeded = "Messages of an import must be under three pages, or the bank sends them back.";
  it("is not on a template without the services that its title names", () => {
    assert.deepEqual(tiersAt(`# SNS imports\n\n## SNS\n\n${heeded}\n`, "AWS::SNS::To<|>pic"), ["thing"]);
    assert.deepEqual(tiersAt(`# ECR imports\n\n## SNS\n\n${heeded}\n`, "AWS::SNS::To<|>pic"), ["mention"]);
  });

  it("is not what stands below a title on another service", () => {
    const note = (title: string): string =>
      `# SNS imports\n\n## SNS\n\nA topic.\n\n### ${title}\n\n- Use short messages for imports.\n`;
    assert.deepEqual(tiersAt(note("Limits"), "AWS::SNS::To<|>pic"), ["thing"]);
    assert.deepEqual(tiersAt(note("Storage (S3)"), "AWS::SNS::To<|>pic"), ["mention"]);
  });

  it("is not what a note on a key says, at what is named there", () => {
    const note = `# SNS\n\n## Topic Name\n\n${heeded}\n`;
    const said = (place: string): readonly (string | undefined)[] => notesAt(note, place).map(({ heeded }) => heeded);
    assert.deepEqual(said("Topic<|>Name:").some(Boolean) || tiersAt(note, "Topic<|>Name:").includes("thing"), true);
    assert.deepEqual(said("${To<|>wn}-orders").some(Boolean), false);
  });

  it("is no step of a list, by its title", () => {
    const note = (step: string): string => `# SNS\n\n- ${step}\n`;
    assert.deepEqual(tiersAt(note(`Phase 8: ${heeded}`), "AWS::SNS::To<|>pic"), ["thing"]);
    const step = "Phase 8: Imports Must Be Under Three Pages or Never Leave the Bank";
    assert.deepEqual(tiersAt(note(step), "AWS::SNS::To<|>pic"), ["mention"]);
  });

  it("is in a program's document, even if that is a program for articles", () => {
    const note = "# 記事管理アプリ（Articles）\n\n## 技術スタック\n\n- **トピック**: AWS SNS + CloudFormation\n";
    assert.deepEqual(tiersAt(note, "AWS::SNS::To<|>pic", "/ws/article-management/README.md"), []);
  });

  it("says a sentence on stacks at the keys that it names", () => {
    const said = (what: string): readonly (string | undefined)[] => {
      const sentence = `スタック / テンプレート の構成は、${what}を必ず考える必要がある`;
      return notesAt(`# 第10回 CloudFormation\n\n## 気づき\n\n- ${sentence}\n`, "Ex<|>port:").map(
        ({ heeded }) => heeded,
      );
    };
    assert.deepEqual(said("後の運用"), [undefined]);
    assert.match(said("後の運用と `Export` の名前")[0] ?? "", /`Export` の名前/);
  });
});
