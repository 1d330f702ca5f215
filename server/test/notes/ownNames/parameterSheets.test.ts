import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      Engine: postgres
      BackupRetentionPeriod: 7
      AllocatedStorage: "100"
  ReportsDb:
    Type: AWS::RDS::DBInstance
    Properties:
      BackupRetentionPeriod: 1
`;

/** The tiers, titles and lines of the notes where a text stands, those of the sheet alone. */
function rowsAt(
  sheet: string,
  marked: string,
  file = "/ws/docs/parameter-sheet.md",
  within = TEMPLATE,
): readonly string[] {
  const { text, offset } = withCaret(within.replace(marked.replace("<|>", ""), marked));
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus, marked);
  const index = fullIndex(source(sheet, { uri: `file://${file}` }));
  index.setSurroundings({
    ...NO_SURROUNDINGS,
    workspace: [["ws"]],
    templates: new TemplateFolders([["ws"]], ["t.yaml"]),
  });
  const found = index.at(focus, { uri: "file:///ws/t.yaml", template });
  return found.map(({ tier, note }) => `${tier} ${note.title} ${note.line + 1}`);
}

const retention = "BackupRetention<|>Period: 7";
const storage = "Allocated<|>Storage:";

/** A table of cells that are separated by blanks. */
function sheet(...rows: readonly string[]): string {
  const [head = "", ...others] = rows.map((row) => `| ${row.split(" ").join(" | ")} |`);
  return `${[head, head.replace(/[^|]+/g, "--"), ...others].join("\n")}\n`;
}

describe("A table of the settings of several resources", () => {
  for (const [head, first, second] of [
    [
      "リソース プロパティ 値 備考",
      "OrdersDb BackupRetentionPeriod 7 必ず7日以上にすること",
      "OrdersDb AllocatedStorage 100 縮小できない",
    ],
    [
      "論理ID 設定項目 設定値 補足",
      "OrdersDb BackupRetentionPeriod 7 監査で指摘される",
      "OrdersDb AllocatedStorage 100 縮小できない",
    ],
    [
      "No. 項目名 リソース名 値 説明",
      "1 BackupRetentionPeriod OrdersDb 7 監査で指摘される",
      "2 AllocatedStorage OrdersDb 100 縮小できない",
    ],
    [
      "論理ID リソースタイプ パラメータ 値 理由",
      "OrdersDb AWS::RDS::DBInstance BackupRetentionPeriod 7 監査で指摘される",
      "OrdersDb AWS::RDS::DBInstance AllocatedStorage 100 縮小できない",
    ],
    [
      "Resource Property Value Notes",
      "OrdersDb BackupRetentionPeriod 7 audited",
      "OrdersDb AllocatedStorage 100 unshrinkable",
    ],
    [
      "Property LogicalId Value Why",
      "`BackupRetentionPeriod` `OrdersDb` 7 audited",
      "`AllocatedStorage` `OrdersDb` 100 unshrinkable",
    ],
    [
      "リソース プロパティ 値 備考",
      "**OrdersDb** BackupRetentionPeriod 7 監査で指摘される",
      " AllocatedStorage 100 縮小できない",
    ],
    [
      "リソース プロパティ 値 備考",
      "OrdersDb BackupRetentionPeriod 7 監査で指摘される",
      "同上 AllocatedStorage 100 縮小できない",
    ],
  ] as const)
    it(`has each row at that key of that resource: ${head}, ${second}`, () => {
      const text = sheet(head, first, second);
      assert.equal(rowsAt(text, retention)[0], "thing BackupRetentionPeriod 3");
      assert.equal(rowsAt(text, "BackupRetentionPeriod: <|>7")[0], "thing BackupRetentionPeriod 3");
      assert.equal(rowsAt(text, storage)[0], "thing AllocatedStorage 4");
      assert.deepEqual(rowsAt(text, "BackupRetention<|>Period: 1"), []);
      assert.deepEqual(rowsAt(text, "Eng<|>ine: postgres"), []);
    });

  it("has a row at the key that it calls by a Japanese name", () => {
    const text = sheet("リソース プロパティ 値 備考", "OrdersDb バックアップ保持期間 7 監査で指摘される");
    assert.deepEqual(rowsAt(text, retention), ["thing バックアップ保持期間 3"]);
    assert.deepEqual(rowsAt(text, storage), []);
  });

  const policy = sheet("リソース プロパティ 値 備考", "OrdersDb DeletionPolicy Snapshot 監査で指摘される");
  it("has a row at an attribute", () => {
    assert.equal(rowsAt(policy, "Deletion<|>Policy")[0], "thing DeletionPolicy 3");
  });

  it("has its rows at the resource, too", () => {
    const text = sheet(
      "リソース プロパティ 値 備考",
      "OrdersDb BackupRetentionPeriod 7 必ず7日以上にすること",
      "OrdersDb Engine postgres ",
      "ReportsDb BackupRetentionPeriod 1 必ず毎晩作り直すこと",
    );
    assert.deepEqual(rowsAt(`# パラメータシート\n\n${text}`, "Orders<|>Db:"), [
      "thing OrdersDb 5",
      "mention OrdersDb 6",
    ]);
    assert.deepEqual(rowsAt(text, "Eng<|>ine: postgres"), ["mention Engine 4"]);
    assert.deepEqual(rowsAt(text, "BackupRetention<|>Period: 1"), ["thing BackupRetentionPeriod 5"]);
  });

  it("is on the keys of a type, if that is what it names", () => {
    const text = sheet(
      "Resource Property Value Notes",
      "AWS::RDS::DBInstance BackupRetentionPeriod 7 audited-by-the-bank",
      "RDS AllocatedStorage 100 unshrinkable-for-ever",
    );
    const notes = "/ws/notes/rds.md";
    assert.equal(rowsAt(text, retention, notes)[0], "thing BackupRetentionPeriod 3");
    assert.equal(rowsAt(text, "BackupRetention<|>Period: 1", notes)[0], "thing BackupRetentionPeriod 3");
    assert.equal(rowsAt(text, storage, notes)[0], "thing AllocatedStorage 4");
  });

  it("is none of settings, if it has no column of things, or nothing but that", () => {
    const text = sheet("リソース 説明 備考", "OrdersDb 注文のデータベース 必ず監査の前に写しを残すこと");
    assert.deepEqual(rowsAt(text, "Orders<|>Db:", "/ws/docs/databases.md"), ["thing OrdersDb 3"]);
    const settings = `## OrdersDb\n\n${sheet("プロパティ 値 備考", "BackupRetentionPeriod 7 必ず7日以上にすること")}`;
    assert.equal(rowsAt(settings, retention)[0], "thing BackupRetentionPeriod 5");
  });

  it("shows its row beside one on a resource that the template lacks, and another table", () => {
    const rows = sheet(
      "論理ID 設定項目 設定値 説明",
      "OrdersDb BackupRetentionPeriod 7 監査で要求される",
      "OtherDb BackupRetentionPeriod 3 開発のみ",
    );
    const more = sheet("Resource Property Value Reason", "OrdersDb Engine mysql replaced-otherwise");
    assert.deepEqual(rowsAt(`# シート\n\n${rows}\n${more}`, retention), ["thing BackupRetentionPeriod 5"]);
  });

  it("has rows on keys within others, if these say by themselves what they are", () => {
    const nested = TEMPLATE.replace(
      "      Engine: postgres\n",
      "      Engine: postgres\n      MasterUserSecret:\n        KmsKeyId: x\n        Name: y\n",
    );
    const rows = sheet("論理ID 項目 備考", "OrdersDb KmsKeyId 監査で指摘される", "OrdersDb Name 変えない");
    assert.deepEqual(rowsAt(rows, "KmsKey<|>Id: x", undefined, nested), ["thing KmsKeyId 3"]);
    assert.deepEqual(rowsAt(rows, "Na<|>me: y", undefined, nested), []);
  });
});

describe("A document that goes through a template", () => {
  const within = TEMPLATE.replace("Engine: postgres", "Engine: !Ref Kind");
  const at = (said: string): readonly string[] =>
    rowsAt(
      `# Data\n\n## OrdersDb\n\n- **Properties**:\n  - \`Engine\`: ${said}\n`,
      "Eng<|>ine:",
      "/ws/docs/data.md",
      within,
    );

  it("is only named at a key that it says again", () =>
    assert.deepEqual(at("`!Ref Kind` - What the data is kept by.").slice(0, 1), ["mention Engine 6"]));
  it("is only named where a key of a map is written before what it refers to", () =>
    assert.deepEqual(at("`'kind': !Ref Kind` - What the data is kept by.").slice(0, 1), ["mention Engine 6"]));
  it("shows at a key of which it says what to heed", () =>
    assert.deepEqual(at("`!Ref Kind` - Never change it while shops are open.").slice(0, 1), ["thing Engine 6"]));
  it("shows at a key that it has words of its own on", () =>
    assert.deepEqual(at("What the auditors of the town asked for.").slice(0, 1), ["thing Engine 6"]));
});
