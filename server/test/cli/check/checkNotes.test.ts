import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNotes, withNoteFixes } from "../../../src/cli/check/checkNotes.ts";
import { projectOf } from "../../../src/cli/files/projectFiles.ts";

const TEMPLATE = `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      BackupRetentionPeriod: 1
      AllocatedStorage: 20
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Timeout: 300, MemorySize: 512}
`;

describe("check of notes", () => {
  const before = process.cwd();
  let folder = "";
  const found = async (note: string, template = TEMPLATE) => {
    writeFileSync("template.yaml", template);
    writeFileSync("notes/orders.md", note);
    const files = await checkNotes(["notes"], ["template.yaml"], true, "en");
    assert.ok(!("problem" in files));
    assert.deepEqual(
      files.map(({ path, isNotes }) => [path, isNotes]),
      [["notes/orders.md", true]],
    );
    return files.flatMap(({ diagnostics }) => diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "notes-"));
    process.chdir(folder);
    mkdirSync("notes");
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it("finds values that the template has otherwise, by the property's name or what people call it", async () =>
    assert.deepEqual(
      await found(
        "# Orders\n\n## OrdersDb\n\n- 保持期間は7日\n- Engine: postgres\n- AllocatedStorage: 20\n\n## Fn\n\n- Timeout: 5分\n- MemorySize は 1024 MB\n",
      ),
      ["5:8 note-contradicts-template", "6:11 note-contradicts-template", "12:16 note-contradicts-template"],
    ));

  it("finds defaults of parameters in a table that the template has otherwise", async () => {
    const table = "# Orders\n\n| Parameter | Default | Meaning |\n|---|:---|---|\n";
    const template = `Parameters:\n  KeepDays: {Type: Number, Default: 30}\n  StageName: {Type: String, Default: prod}\n  MailTo: {Type: String}\n${TEMPLATE}`;
    const rows = "| `KeepDays` | `14` | 400 for audit |\n| StageName | Prod | dev or prod |\n| MailTo | none | who |\n";
    assert.deepEqual(await found(`${table}${rows}`, template), ["5:17 note-contradicts-template"]);
    // A row for each of two templates, a column of examples, the same with its unit, and words.
    for (const same of [
      `${table}| KeepDays | 14 | |\n\n| Name | Default |\n|---|---|\n| KeepDays | 90 |\n`,
      "| Parameter | Example |\n|---|---|\n| KeepDays | 14 |\n",
      `${table}| KeepDays | 30d | |\n`,
      `${table}| KeepDays | a month | |\n`,
    ])
      assert.deepEqual(await found(same, template), []);
  });

  it("finds a name at the end of a sentence, but no word of one", async () =>
    assert.deepEqual(
      await found(
        "## Fn\n\n- Handler は main.handler\n- Role は OrdersRole と同じ\n- FunctionName は注文\n",
        TEMPLATE.replace("Timeout: 300", "Timeout: 300, Handler: index.handler, Role: fnRole, FunctionName: fn"),
      ),
      ["3:13 note-contradicts-template"],
    ));

  it("says what the template has, and where", async () => {
    writeFileSync("template.yaml", TEMPLATE);
    writeFileSync("notes/orders.md", "## OrdersDb\n\nBackupRetentionPeriod: 7\n");
    const files = await checkNotes(["notes"], ["template.yaml"], true, "ja");
    assert.ok(!("problem" in files));
    assert.equal(
      files[0]?.diagnostics[0]?.message,
      "ノートでは7ですが、OrdersDbのBackupRetentionPeriodは1です（template.yamlの6行目）。",
    );
  });

  it("says once what a heading says that names its file, too", async () =>
    assert.deepEqual(await found("# OrdersDb\n\nBackupRetentionPeriod: 7\n"), ["3:24 note-contradicts-template"]));

  it("leaves a study note alone: it is on AWS's things, not on this template's", async () =>
    assert.deepEqual(await found("# RDS\n\n## BackupRetentionPeriod\n\nBackupRetentionPeriod: 7\n"), []));

  it("finds dead links, markers of nothing, headings of nothing, and what AWS has overtaken", async () =>
    assert.deepEqual(
      await found(
        "# Orders\n\n## OrdersDb\n\n[old](old.md)\n\n## OrdersQueue\n\nx\n\n<!-- cfn: AWS::S3::Bukkit -->\n\nLambdaの最大実行時間は5分\n",
      ),
      ["5:7 dead-link", "7:1 undeclared-name", "11:11 unknown-place", "13:1 overtaken"],
    ));

  it("takes severities from the project", async () => {
    writeFileSync(".cfn-notes.yaml", "rules:\n  dead-link: error\n  overtaken: off\n");
    writeFileSync("template.yaml", TEMPLATE);
    writeFileSync("notes/orders.md", "# Orders\n\n[old](old.md)\n\nLambdaの最大実行時間は5分\n");
    const project = await projectOf(process.cwd());
    assert.deepEqual(project.settings.problems, []);
    const files = await checkNotes(["notes"], ["template.yaml"], true, "en", project);
    assert.ok(!("problem" in files));
    assert.deepEqual(
      files.flatMap(({ diagnostics }) => diagnostics.map(({ code, severity }) => `${code} ${severity}`)),
      ["dead-link error"],
    );
  });

  it("says nothing of names and defaults that other templates may have", async () => {
    writeFileSync("template.yaml", `Parameters:\n  StageName: {Type: String, Default: dev}\n${TEMPLATE}`);
    const table = "| Parameter | Default |\n|---|---|\n| StageName | prod |\n";
    writeFileSync("notes/orders.md", `# All\n\n## OrdersDb\n\nx\n\n## ReportsDb\n\nx\n\n${table}`);
    const codes = async (areAll: boolean): Promise<readonly string[]> => {
      const files = await checkNotes(["notes"], ["template.yaml"], areAll, "en");
      return "problem" in files ? [] : files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    };
    assert.deepEqual(await codes(true), ["undeclared-name", "note-contradicts-template"]);
    assert.deepEqual(await codes(false), []);
  });

  it("says why notes can't be read", async () =>
    assert.match(JSON.stringify(await checkNotes(["nowhere"], [], true, "en")), /nothing at .*nowhere/));

  it("says that a file is no folder", async () => {
    writeFileSync("README.md", "# Orders\n");
    assert.match(
      JSON.stringify(await checkNotes(["README.md"], [], true, "en")),
      /README\.md is a file: notes are named by/,
    );
  });

  it("mends a link to what has moved, and nothing else of the file", async () => {
    mkdirSync("notes/sub");
    writeFileSync("notes/sub/moved.md", "# Moved\n");
    writeFileSync("notes/orders.md", "# 注文\r\n\r\n[移動](moved.md)\r\n<!-- cfn: id:OrdersDbs -->\r\n");
    writeFileSync("template.yaml", TEMPLATE);
    const files = await checkNotes(["notes"], ["template.yaml"], true, "en");
    assert.ok(!("problem" in files));
    const [fixed] = await Promise.all(files.filter(({ path }) => path === "notes/orders.md").map(withNoteFixes));
    const after = "# 注文\r\n\r\n[移動](sub/moved.md)\r\n<!-- cfn: id:OrdersDbs -->\r\n";
    assert.deepEqual([fixed?.fixed?.after, fixed?.fixed?.fixes], [after, 1]);
    assert.deepEqual(
      fixed?.diagnostics.map(({ code, fix }) => [code, fix?.title]),
      [["unknown-place", "Change to id:OrdersDb"]],
    );
  });
});
