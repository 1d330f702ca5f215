import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import type { BoundNote } from "../../../src/notes/binding/boundNote.ts";
import { NO_SURROUNDINGS, type Surroundings } from "../../../src/notes/ownNames/nearness.ts";
import type { ExportedName } from "../../../src/notes/ownNames/ownCandidates.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { uriSteps } from "../../../src/notes/reading/markdown/uriPath.ts";
import type { NoteSource } from "../../../src/notes/reading/note.ts";
import { withCaret } from "../../marked.ts";
import { properties, source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

interface Around extends Partial<Omit<Surroundings, "templates">> {
  readonly templates?: readonly (readonly string[])[];
  /** What the templates' files are called. */
  readonly files?: readonly string[];
  /** Of the notes, and of the template. */
  readonly note?: string;
  readonly template?: string;
  readonly exports?: readonly ExportedName[];
  /** Files of notes beside it. */
  readonly others?: readonly NoteSource[];
}

/** The titles of notes at a caret, those on the thing itself first. */
function titlesAt(notes: string, text: string, around: Around = {}): readonly string[] {
  return notesAt(notes, text, around).map(({ note }) => note.title);
}

function notesAt(notes: string, text: string, around: Around): readonly BoundNote[] {
  const {
    note = "/ws/notes.md",
    template: at = "/ws/template.yaml",
    exports = [],
    templates,
    files,
    others = [],
    ...surroundings
  } = around;
  const index = fullIndex(source(notes, { uri: `file://${encodeURI(note)}` }));
  for (const other of others) index.set(other);
  index.setSurroundings({
    ...NO_SURROUNDINGS,
    ...surroundings,
    templates: new TemplateFolders(templates ?? [], files),
  });
  const marked = withCaret(text);
  const template = parse(marked.text);
  const focus = focusAt(template, marked.offset);
  assert.ok(focus);
  return index.at(focus, { uri: `file://${encodeURI(at)}`, template, exports });
}

const TEMPLATE = `Parameters:
  RetentionDays:
    Type: Number
Conditions:
  IsProduction: !Equals [a, b]
Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders-prod
  Worker:
    Type: AWS::Lambda::Function
    DependsOn: OrdersTable
    Condition: IsProduction
    Properties:
      Handler: !Sub "\${OrdersTable}"
      Role: !GetAtt OrdersTable.Arn
      Description: !Ref OrdersTable
      MemorySize: !Ref RetentionDays
Outputs:
  TableArn:
    Value: !GetAtt OrdersTable.Arn
    Export:
      Name: shop-TableArn
`;

const steps = (...paths: readonly string[]) => paths.map((path) => uriSteps(path));

/** The template with the caret at the first place where a text stands. */
function at(text: string): string {
  const before = text.replace("<|>", "");
  assert.ok(TEMPLATE.includes(before), text);
  return TEMPLATE.replace(before, text);
}

describe("notes on somebody's own things", () => {
  describe("however they are written", () => {
    const written: readonly (readonly [notes: string, title?: string])[] = [
      ["## OrdersTable\n\n金曜に増える。\n"],
      ["### OrdersTable（運用）\n金曜に増える。\n", "OrdersTable（運用）"],
      ["### 注文テーブル（OrdersTable）\n金曜に増える。\n", "注文テーブル（OrdersTable）"],
      ["## Restoring OrdersTable\n\nFrom the backup.\n", "Restoring OrdersTable"],
      ["## OrdersTableの復旧手順\n\nバックアップから。\n", "OrdersTableの復旧手順"],
      ["- **OrdersTable**: 金曜に増える。\n"],
      ["・OrdersTable：金曜に増える。\n"],
      ["- `OrdersTable` — 金曜に増える：注意。\n"],
      ["OrdersTable\n: 金曜に増える。\n"],
      ["| 名前 | 説明 |\n|---|---|\n| OrdersTable | 金曜に増える |\n"],
      ["OrdersTableは、金曜に増える注文を持つ。\n"],
      ["## 金曜\n<!-- cfn: id:OrdersTable -->\n増える。\n", "金曜"],
    ];
    for (const [notes, title = "OrdersTable"] of written)
      it(notes.trim().split("\n", 1)[0] ?? "", () => assert.equal(titlesAt(notes, at("Orders<|>Table:"))[0], title));
  });

  describe("wherever they are named", () => {
    const notes = "## OrdersTable\n\n金曜に増える。\n";
    for (const place of [
      "  Orders<|>Table:",
      "DependsOn: Orders<|>Table",
      "${Orders<|>Table}",
      "!GetAtt Orders<|>Table.Arn",
      "!Ref Orders<|>Table",
    ])
      it(place, () => assert.equal(titlesAt(notes, at(place))[0], "OrdersTable"));
    for (const [place, title] of [
      ["!Ref Retention<|>Days", "RetentionDays"],
      ["Condition: Is<|>Production", "IsProduction"],
      ["  Table<|>Arn:", "TableArn"],
    ] as const)
      it(place, () => assert.equal(titlesAt(`## ${title}\n\nText.\n`, at(place))[0], title));
    it("a script's option", () => {
      const template =
        "Resources:\n  WebServer:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: |\n        cfn-signal --stack shop --resource Web<|>Server\n";
      assert.equal(titlesAt("## WebServer\n\nText.\n", template)[0], "WebServer");
    });
    it("a condition or an output by the title or a chapter of a README, which is on all that lies there", () => {
      const shown = (text: string, caret: string, note = "/ws/README.md"): readonly string[] =>
        titlesAt(text, caret, { note, workspace: steps("/ws"), templates: steps("/ws") });
      const chapter = "# Shop\n\n# IsProduction: Till\n\nText.\n\n## Install\n\nText.\n";
      const condition = at("  Is<|>Production:");
      assert.deepEqual(shown(chapter, condition), []);
      assert.deepEqual(shown("# IsProduction\n\nText.\n", condition), []);
      assert.deepEqual(shown("# IsProduction\n\nText.\n", condition, "/ws/table.md"), ["IsProduction"]);
      assert.deepEqual(shown(chapter, condition, "/ws/table.md"), ["IsProduction: Till"]);
      assert.deepEqual(shown("# Shop\n\n# IsProduction\n\n## Why\n\nText.\n", condition), ["IsProduction"]);
      assert.deepEqual(shown("# OrdersTable\n\nText.\n", at("  Orders<|>Table:")), ["OrdersTable"]);
    });

    it("a literal name of all that is in a folder, by its README", () => {
      const place = at("TableName: ord<|>ers-prod");
      for (const caret of [place, at("Orders<|>Table:")])
        assert.deepEqual(titlesAt("# orders-prod\n\nA shop.\n", caret, { note: "/ws/README.md" }), []);
      assert.deepEqual(titlesAt("# orders-prod\n\nThe table.\n", place), ["orders-prod"]);
    });

    it("a literal name, but not that of the project, by its README or as the title of a whole document", () => {
      const place = at("TableName: ord<|>ers-prod");
      const around = { workspace: steps("/ws"), templates: steps("/ws"), note: "/ws/docs/tests.md" };
      const called = "# Tests\n\n## orders-prod\n\nNever run them at night.\n";
      assert.deepEqual(titlesAt(called, place, around), ["orders-prod"]);
      const readme = source("# orders-prod\n\nA shop.\n", { uri: "file:///ws/README.md" });
      assert.deepEqual(titlesAt(called, place, { ...around, others: [readme] }), []);
      assert.deepEqual(titlesAt("# orders-prod\n\nNever run it at night.\n", place, around), []);
    });

    it("a literal name, at the thing that has it and where it stands", () => {
      const called = "## orders-prod\n\nText.\n";
      assert.equal(titlesAt(called, at("Orders<|>Table:"))[0], "orders-prod");
      assert.equal(titlesAt(called, at("!Ref Orders<|>Table"))[0], "orders-prod");
      assert.equal(titlesAt(called, at("TableName: orders<|>-prod"))[0], "orders-prod");
      assert.deepEqual(titlesAt("## orders-prod/dev/password\n\nText.\n", at("TableName: orders<|>-prod")), []);
    });
    it("a literal name that is an everyday word, in a document on this template", () => {
      const place = at("TableName: orders-prod").replace("orders-prod", "ord<|>ers");
      const around = {
        note: "/ws/docs/a.md",
        workspace: steps("/ws"),
        templates: steps("/ws", "/ws/web", "/ws/jobs"),
        declaring: () => [],
      };
      const called = "# Shop\n\n## orders\n\nIt must keep this name.\n";
      assert.deepEqual(titlesAt(called, place, around), []);
      const design = `${called}\n## OrdersTable\n\nAll that is bought.\n`;
      assert.deepEqual(titlesAt(design, place, around), ["orders"]);
      assert.deepEqual(titlesAt(`---\ntemplates: template.yaml\n---\n${called}`, place, around), ["orders"]);
    });
    it("a variable of a text that is called as what fills it", () => {
      const template = (name: string): string =>
        `Parameters:\n  StageName:\n    Type: String\nOutputs:\n  O:\n    Value: !Sub\n      - "\${${name}}"\n      - ${name.replace("<|>", "")}: !Ref StageName\n`;
      assert.deepEqual(titlesAt("## StageName\n\nText.\n", template("Stage<|>Name")), ["StageName"]);
      assert.deepEqual(titlesAt("## StageText\n\nText.\n", template("Stage<|>Text")), []);
      assert.deepEqual(titlesAt("## O\n\nText.\n", template("Stage<|>Text")), []);
    });
    it("an import of what is exported", () => {
      const template = "Outputs:\n  O:\n    Value: !ImportValue shop-Table<|>Arn\n";
      const exports = [{ name: "shop-TableArn", output: "TableArn", of: ["OrdersTable"], uri: "file:///ws/shop.yaml" }];
      for (const called of ["shop-TableArn", "TableArn", "OrdersTable"])
        assert.deepEqual(titlesAt(`## ${called}\n\nText.\n`, template, { exports }), [called]);
      const notes = "## OrdersTable\n\nText.\n\n- `shop-TableArn`: text.\n";
      assert.deepEqual(titlesAt(notes, template, { exports }), ["shop-TableArn", "OrdersTable"]);
    });
    it("an import, by notes beside the template that exports it", () => {
      const template = "Resources:\n  OrdersTable: {}\nOutputs:\n  O:\n    Value: !ImportValue shop-Table<|>Arn\n";
      const exports = [{ name: "shop-TableArn", output: "TableArn", of: ["OrdersTable"], uri: "file:///shop/a.yaml" }];
      const notes = "## OrdersTable\n\nText.\n";
      assert.deepEqual(titlesAt(notes, template, { exports, note: "/shop/a.md" }), ["OrdersTable"]);
      assert.deepEqual(titlesAt(notes, template, { exports, note: "/ws/a.md" }), []);
    });
    it("an export, at its name", () => {
      const template = "Outputs:\n  TableArn:\n    Value: x\n    Export:\n      Name: shop-Table<|>Arn\n";
      for (const called of ["shop-TableArn", "TableArn"])
        assert.deepEqual(titlesAt(`## ${called}\n\nText.\n`, template), [called]);
    });
    it("a nested stack's parameters and outputs, by notes beside its template", () => {
      const template = (parameters: string, output: string): string =>
        `Resources:\n  Shop:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: shop/template.yaml\n      Parameters:\n        ${parameters}: 3\nOutputs:\n  O:\n    Value: !GetAtt Shop.Outputs.${output}\n`;
      const note = "/ws/shop/docs/notes.md";
      assert.deepEqual(titlesAt("## StageName\n\nText.\n", template("Stage<|>Name", "X"), { note }), ["StageName"]);
      assert.deepEqual(titlesAt("## QueueArn\n\nText.\n", template("A", "Queue<|>Arn"), { note })[0], "QueueArn");
    });
  });

  describe("what they say of one of its keys", () => {
    for (const said of [
      "- **Handler**: Text.",
      "- `Handler` - Text.",
      "| Setting | Value |\n|---|---|\n| Handler | Text. |",
    ])
      it(said.replaceAll("\n", " ⏎ "), () => {
        const notes = `# Shop\n\n## Worker\n\nText.\n\n${said}\n`;
        assert.deepEqual(titlesAt(notes, at("Hand<|>ler:")), ["Handler"]);
        assert.deepEqual(titlesAt(notes.replace("Worker", "OrdersTable"), at("Hand<|>ler:")), []);
      });
    it("what it is given, not what it returns", () => {
      const notes =
        "## Worker\n\nText.\n\n### Properties\n\n- `Handler`: Text.\n\n### Return values\n\n- `Handler`: Text.\n";
      assert.deepEqual(titlesAt(notes, at("Hand<|>ler:")), ["Handler"]);
      assert.deepEqual(titlesAt(notes.replace("Return values", "More"), at("Hand<|>ler:")), ["Handler", "Handler"]);
    });
    it("an attribute, below a heading of its own", () => {
      const notes = "## Worker\n\nText.\n\n### Rules\n\n#### Condition\n\nText.\n";
      assert.deepEqual(titlesAt(notes, at("Condi<|>tion: IsProduction")), ["Condition"]);
    });
  });

  describe("and nowhere else", () => {
    for (const [notes, place] of [
      ["## OrdersTable\n\nText.\n", "  Wor<|>ker:"],
      ["## OrdersTableArn\n\nText.\n", "  Orders<|>Table:"],
      ["## ordersTable\n\nText.\n", "  Orders<|>Table:"],
      ["- Worker: what works.\n", "  Wor<|>ker:"],
      ["Worker is what works.\n", "  Wor<|>ker:"],
      ["## Worker queues\n\nText.\n", "  Wor<|>ker:"],
      ["## 🔧 Worker\n\nText.\n", "  Wor<|>ker:"],
      ["## 3. Worker reference\n\nText.\n", "  Wor<|>ker:"],
      ["| Category | Technology |\n|---|---|\n| **Worker** | celery |\n", "  Wor<|>ker:"],
    ] as const)
      it(`${notes.split("\n", 1)[0]} at ${place.trim()}`, () => assert.deepEqual(titlesAt(notes, at(place)), []));
    for (const notes of [
      "## Worker\n\nText.\n",
      "- **Worker**: text.\n",
      "- `Worker`: text.\n",
      "| Resource | Text |\n|---|---|\n| Worker | text |\n",
      "| Name | Text |\n|---|---|\n| **Worker** | text |\n",
      "## Worker（運用）\n\nText.\n",
    ])
      it(`an everyday word that looks like a name: ${notes.split("\n", 1)[0]}`, () =>
        assert.match(titlesAt(notes, at("  Wor<|>ker:")).join(), /^Worker/));
  });

  it("does not repeat what is part of a note on the thing", () => {
    const notes = "## OrdersTable（運用）\n\n- OrdersTableのバックアップは毎朝5時\n- **OrdersTable**: 表。\n";
    assert.deepEqual(titlesAt(notes, at("  Orders<|>Table:")), ["OrdersTable（運用）"]);
  });

  it("shows the note on the thing, then that on its type", () => {
    const notes = "## DynamoDBのテーブル\n\n表。\n\n## OrdersTable\n\n注文。\n";
    assert.deepEqual(titlesAt(notes, at("  Orders<|>Table:")), ["OrdersTable", "DynamoDBのテーブル"]);
    assert.deepEqual(titlesAt("## DynamoDBのテーブル\n\n表。\n", at("  Orders<|>Table:")), []);
  });

  it("by an everyday name are on the templates that they name, or lie above", () => {
    const template =
      "Parameters:\n  Vpc<|>Id:\n    Type: String\n  SubnetIds:\n    Type: String\n  OrdersContact:\n    Type: String\n";
    const table =
      "# Slurm\n\n## Parameters\n\n| Name | Meaning |\n|--|--|\n| VpcId | where it runs |\n| SubnetIds | where its parts run |\n";
    const steps = ["/ws/a", "/ws/b", "/ws/c"].map(uriSteps);
    const around = {
      note: "/ws/docs/slurm.md",
      template: "/ws/a/t.yaml",
      templates: steps,
      workspace: [uriSteps("/ws")],
    };
    assert.deepEqual(titlesAt(table, template, around), []);
    assert.deepEqual(titlesAt(`${table}| OrdersContact | who is told |\n`, template, around), ["VpcId"]);
    assert.deepEqual(titlesAt(table, template, { ...around, note: "/ws/a/docs/slurm.md" }), ["VpcId"]);
    assert.deepEqual(titlesAt(table, template, { ...around, templates: steps.slice(0, 1) }), ["VpcId"]);
    assert.deepEqual(titlesAt(table, template, { ...around, note: "/ws/docs/t.md" }), ["VpcId"]);
    const alone = { ...around, declaring: () => ["file:///ws/a/t.yaml"] };
    assert.deepEqual(titlesAt(table, template, alone), []);
    assert.deepEqual(titlesAt(`${table}\n## OrdersContact\n\nWho is told.\n`, template, alone), ["VpcId"]);
    // The README of a project goes through what its templates declare.
    assert.deepEqual(titlesAt(table, template, { ...alone, note: "/ws/README.md" }), ["VpcId"]);
    const onOthers = (name: string): readonly string[] => (name === "SubnetIds" ? [] : ["file:///ws/a/t.yaml"]);
    assert.deepEqual(titlesAt(table, template, { ...alone, note: "/ws/README.md", declaring: onOthers }), []);
  });

  describe("in a folder of the workspace beside the templates'", () => {
    const runbook = "# Shop\n\n## OrdersQueue\n\nFour days.\n\n- **VisibilityTimeout**: six times that of the worker\n";
    const queue = (id: string): string =>
      `Resources:\n  ${id}:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n`;
    const around = {
      note: "/handbook/runbooks/shop.md",
      template: "/infra/queue.yaml",
      templates: [uriSteps("/infra")],
      workspace: ["/infra", "/handbook"].map(uriSteps),
      declaring: (name: string) => (name === "OrdersQueue" ? ["file:///infra/queue.yaml"] : []),
    };
    const atKey = (id: string): string => queue(id).replace("Visibility", "Visibi<|>lity");

    it("mean the templates' things if it has no templates itself", () => {
      assert.deepEqual(titlesAt(runbook, queue("Orders<|>Queue"), around), ["OrdersQueue"]);
      const templates = ["/infra", "/handbook/cfn"].map(uriSteps);
      assert.deepEqual(titlesAt(runbook, queue("Orders<|>Queue"), { ...around, templates }), []);
    });

    it("say of a key of one thing nothing of another's, wherever they lie", () => {
      assert.deepEqual(titlesAt(runbook, atKey("OrdersQueue"), around), ["VisibilityTimeout"]);
      for (const note of [around.note, "/elsewhere/shop.md"])
        assert.deepEqual(titlesAt(runbook, atKey("JobQueue"), { ...around, note }), []);
    });
  });

  it("by an everyday name are on the only thing of that name, among sections on others", () => {
    const template = "Resources:\n  Work<|>er:\n    Type: AWS::Lambda::Function\n";
    const runbook =
      "# Orders\n\n## OrdersQueue\n\nFour days.\n\n## OrdersDlq\n\nNever purge it.\n\n## Worker\n\nSlow.\n";
    const around = {
      note: "/ws/docs/runbooks/orders.md",
      template: "/ws/a/t.yaml",
      templates: ["/ws/a", "/ws/b", "/ws/c"].map(uriSteps),
      workspace: [uriSteps("/ws")],
    };
    const declaring = (name: string): readonly string[] => [`file:///ws/${name === "Worker" ? "a/t" : "b/t"}.yaml`];
    assert.deepEqual(titlesAt(runbook, template, { ...around, declaring }), ["Worker"]);
    const some = (name: string): readonly string[] => (name === "OrdersDlq" ? [] : declaring(name));
    assert.deepEqual(titlesAt(runbook, template, { ...around, declaring: some }), []);
    assert.deepEqual(titlesAt(runbook, template, { ...around, declaring: () => ["file:///ws/b/t.yaml"] }), []);
    const everyday = runbook.replaceAll("Orders", "").replace("Dlq", "Database");
    assert.deepEqual(titlesAt(everyday, template, { ...around, declaring }), []);
  });

  it("are not on another template because a section beside theirs has its name in the title", () => {
    const table = "| 論理ID | 備考 |\n|--|--|\n";
    const beside = `# Sheet\n\n## 1. Network (templates/a.yaml)\n\n${table}| Vpc | One |\n\n## 2. Data\n\n${table}`;
    const notes = `${beside}| OrdersCluster | Seven days |\n`;
    const template = "Resources:\n  Orders<|>Cluster:\n    Type: AWS::RDS::DBCluster\n";
    const around = {
      note: "/ws/docs/sheet.md",
      template: "/ws/templates/b.yaml",
      templates: [uriSteps("/ws/templates")],
    };
    const files = ["a.yaml", "b.yaml"];
    assert.deepEqual(titlesAt(notes, template, { ...around, files }), ["OrdersCluster"]);
    assert.deepEqual(titlesAt(notes.replace("Data", "Data (a.yaml)"), template, { ...around, files }), []);
  });

  it("of several in a file show the one in the section on the template", () => {
    const table = "| Name | Type | Default |\n|--|--|--|\n| `RetentionDays` | Number | ";
    const notes = ["a", "template", "b"]
      .map((name) => `## ${name}\n\`${name}.yaml\`\n\n${table}${name} |\n`)
      .join("\n");
    const asked = { note: "/ws/README.md" };
    assert.deepEqual(titlesAt(notes, at("Retention<|>Days"), asked).length, 1);
    assert.deepEqual(titlesAt(notes, at("Retention<|>Days"), { ...asked, template: "/ws/none.yaml" }).length, 0);
  });

  describe("of the templates that they mean", () => {
    const notes = "## OrdersTable\n\nText.\n";
    const cases: readonly (readonly [name: string, around: Around, isShown: boolean])[] = [
      ["in the same folder", { note: "/ws/a/notes.md", template: "/ws/a/t.yaml" }, true],
      ["above", { note: "/ws/README.md", template: "/ws/a/b/t.yaml" }, true],
      ["in a folder beside", { note: "/ws/a/hints/notes.md", template: "/ws/a/t.yaml" }, true],
      ["in a folder of documents beside", { note: "/ws/a/docs/ja/notes.md", template: "/ws/a/t.yaml" }, true],
      ["in a folder of documents further up", { note: "/ws/docs/notes.md", template: "/ws/a/b/t.yaml" }, true],
      ["in one with a Japanese name", { note: "/ws/運用手順/notes.md", template: "/ws/a/t.yaml" }, true],
      ["in another folder", { note: "/ws/b/notes.md", template: "/ws/a/t.yaml" }, false],
      ["in another folder's documents", { note: "/ws/b/docs/notes.md", template: "/ws/a/t.yaml" }, false],
      [
        "in a folder that has templates",
        { note: "/ws/a/b/notes.md", template: "/ws/a/t.yaml", templates: steps("/ws/a/b") },
        false,
      ],
      [
        "in a folder of notes of the settings",
        { note: "/ws/hints/aws/notes.md", template: "/ws/a/t.yaml", notes: steps("/ws/hints") },
        true,
      ],
      [
        "in one that has templates",
        { note: "/ws/b/notes.md", template: "/ws/a/t.yaml", notes: steps("/ws/b"), templates: steps("/ws/b") },
        false,
      ],
      [
        "in one of several",
        { note: "/ws/b/notes.md", template: "/ws/a/t.yaml", notes: steps("/ws/a", "/ws/b") },
        false,
      ],
      [
        "in documents on another service",
        { note: "/ws/docs/billing/notes.md", template: "/ws/svc/shop/t.yaml", templates: steps("/ws/svc/billing") },
        false,
      ],
      [
        "in documents on this service",
        { note: "/ws/docs/shop.md", template: "/ws/svc/shop/t.yaml", templates: steps("/ws/svc/billing") },
        true,
      ],
    ];
    for (const [name, around, isShown] of cases)
      it(name, () =>
        assert.deepEqual(titlesAt(notes, at("  Orders<|>Table:"), around), isShown ? ["OrdersTable"] : []),
      );

    describe("outside of the workspace, where they may be on any project", () => {
      const far = { note: "/home/docs/notes.md", template: "/home/ws/t.yaml", workspace: steps("/home/ws") };
      const shown = (said: string, place: string) =>
        notesAt(said, at(place), far).map(({ note, tier }) => [note.title, tier]);
      it("are named at what has the very name", () =>
        assert.deepEqual(shown(notes, "  Orders<|>Table:"), [["OrdersTable", "mention"]]));
      it("say nothing of an everyday name", () => assert.deepEqual(shown("## Worker\n\nText.\n", "  Work<|>er:"), []));
      it("say nothing if they mean others", () =>
        assert.deepEqual(shown(`---\ntemplates: billing.yaml\n---\n${notes}`, "  Orders<|>Table:"), []));
      it("are in full if they mean it", () =>
        assert.deepEqual(shown(`---\ntemplates: t.yaml\n---\n${notes}`, "  Orders<|>Table:"), [
          ["OrdersTable", "thing"],
        ]));
    });

    const far = { note: "/vault/notes.md", template: "/ws/shop/main.yaml" };
    for (const [said, isShown] of [
      ["---\ntemplates: shop/*.yaml\n---\n## OrdersTable\n\nText.\n", true],
      ["---\ntemplates: [billing/**, shop]\n---\n## OrdersTable\n\nText.\n", true],
      ["---\ntemplates: billing/*.yaml\n---\n## OrdersTable\n\nText.\n", false],
      ["---\nstack: shop-prod\n---\n## OrdersTable\n\nText.\n", true],
      ["---\nstack: workshop\n---\n## OrdersTable\n\nText.\n", false],
      ["# Shop\n<!-- templates: main.yaml, other.yaml -->\n\n## OrdersTable\n\nText.\n", true],
      ["# Billing\n<!-- templates: main.yaml -->\n\nText.\n\n# Other\n\n## OrdersTable\n\nText.\n", false],
      ["## OrdersTable\n<!-- cfn: templates: shop/main.yaml -->\nText.\n", true],
      ["## OrdersTable\n<!-- cfn: stack: shop -->\nText.\n", true],
    ] as const)
      it(`which they say: ${said.replaceAll("\n", " ⏎ ")}`, () =>
        assert.deepEqual(titlesAt(said, at("  Orders<|>Table:"), far), isShown ? ["OrdersTable"] : []));

    it("by a stack that is known to be deployed from there", () => {
      const said = "---\nstack: live-prod\n---\n## OrdersTable\n\nText.\n";
      const stacksOf = (uri: string): readonly string[] => (uri === "file:///ws/shop/main.yaml" ? ["live-prod"] : []);
      assert.deepEqual(titlesAt(said, at("  Orders<|>Table:"), { ...far, stacksOf }), ["OrdersTable"]);
      assert.deepEqual(titlesAt(said, at("  Orders<|>Table:"), { ...far, template: "/ws/a/main.yaml", stacksOf }), []);
    });

    it("also of what is AWS's, where they say so", () => {
      const timeout = "---\ntemplates: billing/*.yaml\n---\n# Lambda\n\n## MemorySize\n\nText.\n";
      const place = at("Memory<|>Size:");
      assert.deepEqual(titlesAt(timeout, place, { note: "/ws/notes.md", template: "/ws/billing/t.yaml" }), [
        "MemorySize",
      ]);
      assert.deepEqual(titlesAt(timeout, place, { note: "/ws/notes.md", template: "/ws/shop/t.yaml" }), []);
    });

    it("which a project file says of the folder itself, not of the one around it", () => {
      const said = (folder: readonly string[], isAll: boolean) => ({
        key: folder.join("/"),
        within: uriSteps("/ws"),
        folder,
        holds: () => isAll,
      });
      const around = { note: "/ws/docs/shop/a.md", template: "/ws/t.yaml" };
      const spoken = [said(["docs"], true), said(["docs", "shop"], false)];
      assert.deepEqual(titlesAt(notes, at("  Orders<|>Table:"), { ...around, spoken }), []);
    });

    it("which another project's file says, or one says of the folder beside", () => {
      const said = (within: string, folder: readonly string[]) => ({
        key: folder.join("/"),
        within: uriSteps(within),
        folder,
        holds: () => true,
      });
      const around = { note: "/ws/vault/projects/shop/a.md", template: "/ws/b/t.yaml", notes: steps("/ws/vault") };
      const place = at("  Orders<|>Table:");
      assert.deepEqual(titlesAt(notes, place, around), ["OrdersTable"]);
      const others = [said("/ws/a", ["projects", "shop"])];
      assert.deepEqual(titlesAt(notes, place, { ...around, spoken: others }), []);
      const beside = [said("/ws/b", ["projects", "billing"])];
      assert.deepEqual(titlesAt(notes, place, { ...around, spoken: beside }), []);
    });

    it("which a project file says", () => {
      const spoken = [
        {
          key: "",
          within: uriSteps("/ws"),
          folder: ["wiki", "shop"],
          holds: ([first]: readonly string[]) => first === "shop",
        },
      ];
      const place = at("  Orders<|>Table:");
      const note = "/home/wiki/shop/notes.md";
      assert.deepEqual(titlesAt(notes, place, { note, template: "/ws/shop/t.yaml", spoken }), ["OrdersTable"]);
      assert.deepEqual(titlesAt(notes, place, { note, template: "/ws/billing/t.yaml", spoken }), []);
    });
  });

  describe("of several", () => {
    const heads = "| Name | Type | Default |\n|---|---|---|\n";
    const tables = `# Shop\n## Billing\n${heads}| RetentionDays | Number | 7 |\n| BillingQueue | String | x |\n## Orders\n${heads}| OrdersTable | String | x |\n| RetentionDays | Number | 30 |\n`;

    it("the row of the table whose names the template has", () => {
      const index = fullIndex(source(tables, { uri: "file:///ws/README.md" }));
      const marked = withCaret(at("!Ref Retention<|>Days"));
      const template = parse(marked.text);
      const focus = focusAt(template, marked.offset);
      assert.ok(focus);
      const found = index.at(focus, { uri: "file:///ws/template.yaml", template });
      assert.deepEqual(
        found.map(({ note }) => note.path.at(-1)),
        ["Orders"],
      );
    });

    const groups =
      "Resources:\n  EcsTaskGroup:\n    Type: AWS::EC2::SecurityGroup\n  RdsGroup:\n    Type: AWS::EC2::SecurityGroup\n";
    const inJapanese =
      "# 網\n## RDS用のセキュリティグループ\nECSからだけ。\n\n## ECS用のセキュリティグループ\n外から。\n";
    const security = "# Network\n## RDS security group\nFrom ECS alone.\n\n## Security groups\nAll of them.\n";
    it("the notes on another one of the type are left out", () => {
      const marked = (id: string): string => groups.replace(`${id}:\n    Type: AWS`, `${id}:\n    Type: AW<|>S`);
      assert.deepEqual(titlesAt(security, marked("EcsTaskGroup")), ["Security groups"]);
      assert.deepEqual(titlesAt(security, marked("RdsGroup")), ["RDS security group", "Security groups"]);
      assert.deepEqual(titlesAt(inJapanese, marked("RdsGroup")), ["RDS用のセキュリティグループ"]);
    });

    const roles =
      "Resources:\n  CloudFormationRole:\n    Type: AWS::IAM::Role\n  AdminRole:\n    Type: AWS::IAM::Role\n  ";
    const note = "# IAM\n## CloudFormation Role\nOnly CloudFormation has it.\n\n## IAM Role\nWho may do what.\n";
    for (const [id, expected] of [
      ["AdminRole", ["IAM Role"]],
      ["CloudFormationRole", ["IAM Role", "CloudFormation Role"]],
    ] as const)
      it(`no note on another resource of the type at ${id}`, () => {
        const text = roles.replace(`${id}:\n    Type: AWS`, `${id}:\n    Type: AW<|>S`);
        assert.deepEqual(
          titlesAt(note, text).filter((title) => title !== "IAM"),
          expected,
        );
      });

    it("an item on one of them, where it says which", () => {
      const queues =
        "Resources:\n  OrdersQueue:\n    Type: AWS::SQS::Qu<|>eue\n  MailQueue:\n    Type: AWS::SQS::Queue\n";
      const one = queues.slice(0, queues.indexOf("  MailQueue"));
      const timed = queues.replace("Qu<|>eue", "Queue\n    Properties:\n      Visibility<|>Timeout: 30");
      const shown = (title: string, template: string, note = "/ws/README.md"): boolean => {
        const document = `# 構成\n## Mails\n- **${title}**: ${"届いた順に、一件ずつ渡す。".repeat(8)}\n`;
        const around = { note, notes: steps("/ws"), templates: steps("/ws") };
        return titlesAt(document, template, around).includes(title);
      };
      assert.equal(shown("SQSキュー", queues), false);
      assert.equal(shown("SQSキュー", one), true);
      assert.equal(shown("SQSキュー（orders）", queues), true);
      const jobs = queues.replace("OrdersQueue", "ShopOrdersQueue").replace("MailQueue", "ShopMailQueue");
      assert.equal(shown("SQSキュー（shop orders）", jobs), true);
      assert.equal(shown("SQSキュー（shop mail）", jobs), false);
      assert.equal(shown("SQS queues", queues), true);
      assert.equal(shown("SQSキュー", queues, "/ws/memo/sqs.md"), true);
      assert.equal(shown("VisibilityTimeout", timed), false);
      assert.equal(shown("VisibilityTimeout (orders)", timed), true);
    });

    it("what stands below the name of something else", () => {
      const measured = "as the load test of spring has it, with room for a burst.";
      const about = `# Shop\n## RetentionDays\n- **AllowedValues**: what the log groups take, and a year at most.\n## Worker\n- **MemorySize**: ${measured}\n`;
      assert.deepEqual(titlesAt(about, at("Memory<|>Size:")), ["MemorySize"]);
      assert.deepEqual(titlesAt(about, TEMPLATE.replace("Type: Number", "Allowed<|>Values: [7]")), ["AllowedValues"]);
      const nested = `# Shop\n- **OrdersTable (a table):** who ordered what\n  - **Properties**:\n    - **MemorySize**: ${measured}\n`;
      assert.deepEqual(titlesAt(nested, at("Memory<|>Size:")), []);
      assert.deepEqual(titlesAt(nested.replace("OrdersTable", "Worker"), at("Memory<|>Size:")), ["MemorySize"]);
      const other = TEMPLATE.replace("RetentionDays:", "Other:\n    Allowed<|>Values: [a]\n  RetentionDays:");
      assert.deepEqual(titlesAt(about, other), []);
    });

    it("the parameters of another template", () => {
      const list = (...names: string[]): string =>
        `# The template\n## Parameters\n${names.map((name) => `- ${name}: what it is for\n`).join("")}`;
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/shop")] };
      const place = TEMPLATE.replace("Parameters:", "Para<|>meters:");
      assert.deepEqual(titlesAt(list("RetentionDays", "IsProduction"), place, around), ["Parameters"]);
      assert.deepEqual(titlesAt(list("PartnerMailbox", "PartnerPeriod"), place, around), []);
      assert.deepEqual(titlesAt(list("PartnerMailbox", "PartnerPeriod"), place), ["Parameters"]);
    });

    it("everyday words of a document beside templates, in which nothing speaks of the service", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const about = "# Migration\n## Data protection\n- Audit of all that is moved\n- Masking while it is tested\n";
      assert.deepEqual(titlesAt(about, place), ["Data protection"]);
      assert.deepEqual(titlesAt(about, place, around), []);
      assert.deepEqual(titlesAt(`${about.replace("Migration", "S3")}`, place, around), ["Data protection", "S3"]);
    });

    it("a step that is taken once, in a document beside templates", () => {
      const place =
        "Resources:\n  R:\n    Type: AWS::IAM::Policy\n    Properties:\n      Policy<|>Document: {Statement: []}\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const step = "# Logging\n## Creating an IAM role and policy for your service account\nRun the script.\n";
      const title = "Creating an IAM role and policy for your service account";
      assert.deepEqual(titlesAt(step.replace("## ", "## Step 1.1: "), place, around), []);
      assert.deepEqual(titlesAt(step, place), [title]);
      assert.deepEqual(titlesAt(step, place, around), []);
      assert.deepEqual(titlesAt(step, place, { ...around, note: "/ws/notes/iam.md" }), [title]);
    });

    it("a plan, or what somebody found, but not a guide to deploying", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      const asked = (title: string): readonly string[] =>
        titlesAt(`# ${title}\n\n## S3 bucket\n\nIts pictures are for everybody.\n`, place, around);
      assert.deepEqual(asked("Implementation plans"), []);
      assert.deepEqual(asked("Audit 2026-08-16"), []);
      assert.deepEqual(asked("Moved by hand, August 16, 2026"), []);
      const inReports = { ...around, note: "/ws/reports/shop.md" };
      assert.deepEqual(titlesAt("# Shop\n\n## S3 bucket\n\nWas empty.\n", place, inReports), []);
      assert.deepEqual(asked("Deploying the shop"), ["S3 bucket"]);
    });

    it("what was done one day, unless it has the very name of a thing", () => {
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")], note: "/ws/2026-08-16-restored.md" };
      const done = "# Restored\n\n## OrdersTable\n\nWas lost.\n\n## Worker\n\nWas slow.\n";
      assert.deepEqual(titlesAt(done, at("Orders<|>Table:"), around), ["OrdersTable"]);
      assert.deepEqual(titlesAt(done, at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(done, at("Wor<|>ker:"), { ...around, note: "/ws/restored.md" }), ["Worker"]);
      const memory = "# Lambda restored\n\n## MemorySize\n\nHad to be 512.\n";
      assert.deepEqual(titlesAt(memory, at("Memory<|>Size:"), around), ["MemorySize"]);
    });

    it("what was laid aside in a folder for that", () => {
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const text = "# Shop\n\n## OrdersTable\n\nAll orders.\n";
      assert.deepEqual(titlesAt(text, at("Orders<|>Table:"), { ...around, note: "/ws/docs/_archive/2024/a.md" }), []);
      assert.deepEqual(titlesAt(text, at("Orders<|>Table:"), { ...around, note: "/ws/docs/2024/a.md" }), [
        "OrdersTable",
      ]);
      const vault = { ...around, notes: [uriSteps("/archive/vault")], note: "/archive/vault/a.md" };
      assert.deepEqual(titlesAt("<!-- templates: * -->\n".concat(text), at("Orders<|>Table:"), vault), ["OrdersTable"]);
    });

    it("an everyday name that a thing has besides its logical id, in a document on something else", () => {
      const place =
        "Resources:\n  LeadsTab<|>le:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: Leads\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const about = (title: string): string => `# ${title}\n\n## Who searches\n\n- **Leads**: by name and place\n`;
      assert.deepEqual(titlesAt(about("The search"), place, around), []);
      assert.deepEqual(titlesAt(about("The tables of the stack"), place, around), ["Leads"]);
    });

    it("a report on what was made", () => {
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const about = (title: string): string => `# ${title}\n\n## Worker\n\nIs slow.\n`;
      assert.deepEqual(titlesAt(about("Phase 2 Progress Report: the shop"), at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(about("MIGRATION COMPLETE! 🎉"), at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(about("Fixing the nested stacks"), at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(about("テスト仕様書：店の注文"), at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(about("How we test the shop"), at("Wor<|>ker:"), around), ["Worker"]);
      assert.deepEqual(titlesAt(about("How to fix the nested stacks"), at("Wor<|>ker:"), around), ["Worker"]);
      assert.deepEqual(titlesAt(about("How the shop migrates orders"), at("Wor<|>ker:"), around), ["Worker"]);
    });

    it("the security group of what the template has none of", () => {
      const place = (more: string): string => `Resources:\n  Web:\n    Type: AWS::EC2::Security<|>Group\n${more}`;
      const text = "# Notes\n\n- **ELB security group**: only lets HTTPS in from everywhere\n";
      assert.deepEqual(titlesAt(text, place("")), []);
      const balancer = "  Front:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n";
      assert.deepEqual(titlesAt(text, place(balancer)), ["ELB security group"]);
    });

    it("the default of a parameter that names the whole project", () => {
      const place = (name: string): string => `Parameters:\n  ${name}:\n    Default: cookie<|>shop\n`;
      const text = "# Cookies\n\n**cookieshop** sells what we bake.\n";
      assert.deepEqual(titlesAt(text, place("ProjectName")), []);
      assert.deepEqual(titlesAt(text, place("BakeryStack")), ["cookieshop"]);
    });

    it("what is below the name of a template that is gone", () => {
      const text =
        "# Changes\n\n### `cfn/04-web.yaml` (new)\n\n| Resource | Why |\n| --- | --- |\n| OrdersTable | for orders |\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/05-data.yaml" };
      assert.deepEqual(titlesAt(text, at("Orders<|>Table:"), { ...around, files: ["05-data.yaml"] }), []);
      assert.deepEqual(titlesAt(text.replace("cfn/04-web", "other/04-web"), at("Orders<|>Table:"), around), [
        "OrdersTable",
      ]);
    });

    it("an attribute of what another template declares", () => {
      const around = {
        notes: [uriSteps("/ws")],
        templates: ["a", "b", "c"].map((one) => uriSteps(`/ws/${one}`)),
        template: "/ws/a/t.yaml",
      };
      const place = (id: string): string => `Resources:\n  ${id}:\n    Type: A::B::C\n    Depends<|>On: Other\n`;
      const said = (name: string): string => `# Shop\n\n- ${name} DependsOn: the group of its logs comes first\n`;
      assert.deepEqual(titlesAt(said("`BootstrapTrigger`"), place("Web"), around), []);
      const shown = titlesAt(said("`BootstrapTrigger`"), place("BootstrapTrigger"), around);
      assert.deepEqual(shown, ["BootstrapTrigger DependsOn"]);
    });

    it("an everyday name of what runs on somebody's own computer", () => {
      const local =
        "# Setup\n\n## Start it locally\n\n- **Worker** (Python): localhost:8000\n- **OrdersTable**: none\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      assert.deepEqual(titlesAt(local, at("Wor<|>ker:"), around), []);
      assert.deepEqual(titlesAt(local, at("Orders<|>Table:"), around), ["OrdersTable"]);
      assert.deepEqual(titlesAt(local.replace("locally", ""), at("Wor<|>ker:"), around), ["Worker (Python)"]);
    });

    it("what documents have beside that: costs, plans and lists to check off", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const around = {
        notes: [uriSteps("/ws")],
        templates: ["a", "b", "c"].map((one) => uriSteps(`/ws/${one}`)),
        template: "/ws/a/t.yaml",
      };
      const shows = (text: string, note: string = "/ws/a/about.md"): boolean =>
        titlesAt(text, place, { ...around, note }).includes("S3 bucket");
      const said = "S3 bucket\nIt keeps what people send us until somebody has looked at it.\n";
      assert.ok(shows(`# S3\n## Parts\n### ${said}`));
      for (const above of [
        "# S3\n## Estimated costs\n### ",
        "# S3\n## AWS無料枠の料金\n### ",
        "# S3\n## Prerequisites\n### ",
        "# S3\n## 前提条件\n### ",
        "# S3 migration plan\n## ",
        "# S3の移行計画\n## ",
        "# S3\n## 3. Clean up\n### ",
        "# S3\n## 🎯 Next Steps\n### ",
        "# S3\n## Future enhancements\n### ",
        "# S3\n## What still needs to be implemented\n### ",
        "# S3\n## 未実装\n### ",
        "# S3\n## Option A: Terraform\n### ",
        "# S3\n## Local development\n### ",
      ]) {
        assert.ok(!shows(`${above}${said}`), above);
        assert.ok(shows(`${above}${said}`, "/ws/a/notes/s3.md"), above);
      }
      const checked =
        "# S3\n## To see\n- [x] **S3 bucket**: what people send us is kept in there, encrypted by a key of ours, until somebody has looked at it\n";
      assert.ok(!shows(checked));
      assert.ok(shows(checked.replace("[x] ", "")));
      assert.ok(!shows(checked.replace("[x] ", "").replace("ours", "ours for 120円")));
    });

    it("AWS's words in a document beside templates that is on something else", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const others = ["Screens", "Colours", "Prices", "Sales", "Invoices", "Languages", "Letters", "Pictures"];
      const about = `# Shop\n${others.map((one) => `## ${one}\nHow that is done in the shop, and by whom.\n`).join("")}`;
      const said = "## S3 bucket\nThe pictures of what is sold.\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      assert.deepEqual(titlesAt(about + said, place), ["S3 bucket"]);
      assert.deepEqual(titlesAt(about + said, place, around), []);
      assert.deepEqual(titlesAt(`${said}## DynamoDB table\nOrders.\n## SQS queue\nLetters.\n${about}`, place, around), [
        "S3 bucket",
      ]);
      assert.deepEqual(titlesAt(about + said, place, { ...around, note: "/ws/notes/shop.md" }), ["S3 bucket"]);
      // Also where only a folder of it is one of notes.
      const inDocs = { ...around, notes: [uriSteps("/ws/docs")], note: "/ws/docs/shop.md" };
      assert.deepEqual(titlesAt(about + said, place, { ...inDocs, workspace: [uriSteps("/ws")] }), []);
      assert.deepEqual(titlesAt(about + said, place, { ...inDocs, workspace: [uriSteps("/other")] }), ["S3 bucket"]);
      assert.deepEqual(titlesAt(`${about}${said}Made by t.yaml.\n`, place, around), ["S3 bucket"]);
    });

    it("what one of the things has of which a document speaks", () => {
      const place = "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Time<|>out: 30\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      const others = ["Screens", "Colours", "Prices", "Sales", "Invoices", "Languages", "Letters", "Pictures"];
      const about = `# Shop\n${others.map((one) => `## ${one}\nHow that is done.\n`).join("")}## Lambda\nMade by t.yaml.\n\n`;
      const long = "- Timeout: no call takes longer than 5 seconds, or whoever asks has gone already\n";
      assert.deepEqual(titlesAt(`${about}- Timeout: 5 seconds\n`, place, around), []);
      assert.deepEqual(titlesAt(`${about}- Timeout: 5 seconds\n`, place)[0], "Timeout");
      assert.deepEqual(titlesAt(about + long, place, around)[0], "Timeout");
      assert.deepEqual(titlesAt(`# Lambda\n- Timeout: 5 seconds\n`, place, around)[0], "Timeout");
    });

    it("what belongs to a key and is not what that is called, in a document beside templates", () => {
      const aliased =
        "Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Origins: [{CustomOrigin<|>Config: {}}]\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      const others = Array.from({ length: 16 }, (_, at) => `## Screen ${at}\nHow that is done.\n`);
      const about = `# CloudFront of the shop\n${others.join("")}`;
      const said = (title: string): string =>
        `${about}## ${title}\nMade by t.yaml once, and never changed by anybody.\n`;
      assert.equal(titlesAt(said("SSL certificate"), aliased)[0], "SSL certificate");
      assert.ok(!titlesAt(said("SSL certificate"), aliased, around).includes("SSL certificate"));
      assert.ok(!titlesAt(said("Costs\n### Custom origin"), aliased, around).includes("Custom origin"));
      assert.equal(titlesAt(said("Custom origin"), aliased, around)[0], "Custom origin");
      assert.equal(
        titlesAt(said("SSL certificate"), aliased, { ...around, note: "/ws/notes/a.md" })[0],
        "SSL certificate",
      );
    });

    it("what a list has of which the line above it names another template", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const about =
        "# Shop\n\n## What there is\n\nThe pages (`cfn/web.yaml`) have:\n\n1. **Domain**: ours\n\n2. **S3 Bucket**: what is shown, and to everybody\n\nAll else (`cfn/orders.yaml`) has functions.\n";
      const asked = (template: string): readonly string[] =>
        titlesAt(about, place, {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/cfn")],
          files: ["web.yaml", "orders.yaml", "mail.yaml"],
          template,
        });
      assert.deepEqual(asked("/ws/cfn/web.yaml"), ["S3 Bucket"]);
      assert.deepEqual(asked("/ws/cfn/orders.yaml"), []);
    });

    it("an everyday heading far below, beside which stands nothing of one's own", () => {
      const others = ["Screens", "Colours", "Prices", "Sales", "Invoices", "Languages", "Letters", "Pictures"];
      const about = (beside: string): string =>
        `# Shop\n${others.map((one) => `## ${one}\nHow that is done.\n`).join("")}## State\n### Worker\nText.\n### ${beside}\nText.\n`;
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      assert.deepEqual(titlesAt(about("Focus"), at("Work<|>er:"), around), []);
      assert.deepEqual(titlesAt(about("OrdersTable"), at("Work<|>er:"), around), ["Worker"]);
    });

    it("what may be on any of several templates, unless it lies beside one or its file is on one of AWS's things", () => {
      const place = "Resources:\n  Pictures:\n    Type: AWS::S3::Buc<|>ket\n";
      const asked = (text: string, note: string, files: readonly string[], title = "Shop"): readonly string[] =>
        titlesAt(`# ${title}\n\n## What there is\n\n${text}\n`, place, {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/cfn")],
          template: "/ws/cfn/web.yaml",
          files,
          note,
        });
      const said = "- **S3 bucket**: what is shown to everybody";
      assert.deepEqual(asked(said, "/ws/README.md", ["web.yaml"]), ["S3 bucket"]);
      assert.deepEqual(asked(said, "/ws/README.md", ["web.yaml", "orders.yaml", "mail.yaml"]), []);
      assert.deepEqual(
        asked(`${said}\n\nAll of it by web.yaml.`, "/ws/README.md", ["web.yaml", "orders.yaml", "mail.yaml"]),
        ["S3 bucket"],
      );
      const buckets = asked(said, "/ws/README.md", ["web.yaml", "orders.yaml", "mail.yaml"], "Bucket policies");
      assert.deepEqual(buckets, ["S3 bucket"]);
      assert.deepEqual(asked(said, "/ws/cfn/shop.md", ["web.yaml", "orders.yaml", "mail.yaml"]), ["S3 bucket"]);
    });

    it("a longer title with the name in it, in a section on another template", () => {
      const about = "# Shop\n\n## Restoring OrdersTable\n\nMade by `cfn/backup.yaml`.\n";
      const asked = (files: readonly string[]): readonly string[] =>
        titlesAt(about, at("Orders<|>Table:"), { files, note: "/ws/shop.md", template: "/ws/cfn/orders.yaml" });
      assert.deepEqual(asked(["orders.yaml", "backup.yaml"]), []);
      assert.deepEqual(asked(["orders.yaml"]), ["Restoring OrdersTable"]);
    });

    it("notes of one's own in a section whose commands go to another template's folder", () => {
      const about =
        "# Shop\n\n## Orders\n\n### OrdersTable\n\nIts backups.\n\n    cd services/orders\n\n## Web\n\n### OrdersTable\n\nWhat is read.\n\n    cd services/web && sam build\n";
      const asked = (template: string): readonly string[] =>
        titlesAt(about, at("Orders<|>Table:"), {
          note: "/ws/shop.md",
          template,
          templates: [uriSteps("/ws/services/orders"), uriSteps("/ws/services/web")],
        });
      assert.equal(asked("/ws/services/orders/t.yaml").length, 1);
      assert.equal(asked("/ws/services/web/t.yaml").length, 1);
      assert.equal(asked("/ws/services/mail/t.yaml").length, 0);
    });

    it("notes of one's own in a section that deploys another template, where the file deploys this one elsewhere", () => {
      const section = (one: string): string =>
        `## The ${one}\n\n### Deploying\n\n\`\`\`sh\naws cloudformation deploy --template-file cfn/${one}.yaml\n\`\`\`\n\n- \`RetentionDays\`: those of the ${one}\n\n`;
      const place = at("Retention<|>Days:");
      const asked = (notes: string, template: string): readonly string[] =>
        titlesAt(`# Shop\n\n${notes}`, place, { note: "/ws/shop.md", template: `/ws/cfn/${template}.yaml` });
      assert.deepEqual(asked(section("web"), "web"), ["RetentionDays"]);
      // It may be nested in that.
      assert.deepEqual(asked(section("web"), "orders"), ["RetentionDays"]);
      const both = asked(section("web") + section("orders").replaceAll("RetentionDays", "Other"), "orders");
      assert.deepEqual(both, []);
    });

    it("AWS's words in a section on a folder with another template of the same file name", () => {
      const about = (folder: string): string =>
        `# Shop\n\n## Web\n\n- **S3 bucket**: what is shown to everybody\n\nFolder: \`${folder}/\`\nTemplate: \`template.yaml\`\n`;
      const asked = (folder: string): readonly string[] =>
        titlesAt(about(folder), "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n", {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/web"), uriSteps("/ws/mail")],
          files: ["template.yaml"],
          template: "/ws/mail/template.yaml",
        });
      assert.deepEqual(asked("web"), []);
      assert.deepEqual(asked("mail"), ["S3 bucket"]);
      assert.deepEqual(asked("pages"), ["S3 bucket"]);
    });

    it("AWS's words of what has a name that nothing in the template may have, in a file on another one", () => {
      const place = (name: string): string =>
        `Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n    Properties:\n      BucketName: ${name}\n`;
      const about =
        "# Pages by CloudFront\n\n## S3 Bucket\n\n- **Name**: `shop-pictures`\n- **Kept**: for a week\n\n## Deploying\n\n    cd cfn\n\nDeploy `web.yaml`.\n";
      const asked = (template: string, text: string): readonly string[] =>
        titlesAt(about, text, {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/cfn")],
          files: ["web.yaml", "mail.yaml"],
          template: `/ws/cfn/${template}.yaml`,
        });
      assert.deepEqual(asked("mail", place("shop-mails")), []);
      assert.deepEqual(asked("mail", place("shop-pictures")), ["S3 Bucket"]);
      assert.deepEqual(asked("mail", place("!Sub '${Shop}-pictures'")), ["S3 Bucket"]);
      assert.deepEqual(asked("web", place("!Ref Name")), ["S3 Bucket"]);
    });

    it("what says that it is on another resource", () => {
      const about = (id: string): string => `# Shop\n\n## S3 Bucket\n\n**Resource**: \`${id}\`\n\nWhat is shown.\n`;
      const place = "Resources:\n  Pictures:\n    Type: AWS::S3::Bucket\n  Mails:\n    Type: AWS::S3::Buc<|>ket\n";
      assert.deepEqual(titlesAt(about("Mails"), place), ["S3 Bucket"]);
      assert.deepEqual(titlesAt(about("Pictures"), place), []);
    });

    it("what is checked off, what a proposal says, and what a plan adds beside a thing", () => {
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const key = at("Table<|>Name: orders-prod");
      assert.deepEqual(titlesAt("# DynamoDB\n- [x] TableName in each table\n", key, around), []);
      assert.deepEqual(titlesAt("# DynamoDB\n- TableName: in each table\n", key, around), ["TableName"]);
      const proposed = (title: string): string => `# ${title}\n## TableName\nNone is given.\n`;
      assert.deepEqual(titlesAt(proposed("DynamoDB Proposal: Orders"), key, around), []);
      assert.deepEqual(titlesAt(proposed("DynamoDB: Orders"), key, around), ["TableName"]);
      const planned = (title: string): string => `# ${title}\n## Added below OrdersTable\nA second one.\n`;
      assert.deepEqual(titlesAt(planned("Sorting Plan"), at("Orders<|>Table:"), around), []);
      assert.deepEqual(titlesAt(planned("Sorting"), at("Orders<|>Table:"), around), ["Added below OrdersTable"]);
    });

    it("what must be there before", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const about = (chapter: string): string => `# Shop\n## ${chapter}\n- **S3 bucket**: for what is uploaded\n`;
      assert.deepEqual(titlesAt(about("Before provisioning"), place, around), []);
      assert.deepEqual(titlesAt(about("What there is"), place, around), ["S3 bucket"]);
    });

    it("what a document lists of all that its templates make", () => {
      const about = (chapter: string): string => `# Shop on AWS Lambda\n## ${chapter}\n### S3 bucket\nWhat is shown.\n`;
      const asked = (chapter: string, note: string): readonly string[] =>
        titlesAt(about(chapter), "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n", {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/cfn")],
          files: ["web.yaml", "orders.yaml", "mail.yaml"],
          template: "/ws/cfn/web.yaml",
          note,
        });
      assert.deepEqual(asked("What gets created", "/ws/docs/shop.md"), []);
      assert.deepEqual(asked("What gets created", "/ws/cfn/shop.md"), ["S3 bucket"]);
      assert.deepEqual(asked("Storage", "/ws/docs/shop.md"), ["S3 bucket"]);
    });

    it("the README of a project in a folder beside", () => {
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const asked = (title: string, note: string): readonly string[] =>
        titlesAt(`# ${title}\n## S3 bucket\nWhat is shown.\n`, place, {
          notes: [uriSteps("/ws")],
          templates: [uriSteps("/ws/cfn")],
          template: "/ws/cfn/t.yaml",
          note,
        });
      assert.deepEqual(asked("Project 2: S3", "/ws/second/README.md"), []);
      assert.equal(asked("Part 2: S3", "/ws/second/README.md")[0], "S3 bucket");
      assert.equal(asked("Project 2: S3", "/ws/README.md")[0], "S3 bucket");
    });

    it("a row on what another template exports", () => {
      const about = (called: string): string =>
        `# Shop\n\n| Output | Export name |\n|---|---|\n| TableArn | ${called} |\n`;
      const place = at("  Table<|>Arn:");
      assert.deepEqual(titlesAt(about("shop-TableArn"), place), ["TableArn"]);
      assert.deepEqual(titlesAt(about("root-TableArn"), place), []);
      const given = "Parameters:\n  Table<|>Arn: {Type: String}\n";
      assert.deepEqual(titlesAt(about("shop-TableArn"), given), []);
    });

    it("a line of a template that stands in a text", () => {
      const place = at("Memory<|>Size: !Ref RetentionDays");
      assert.deepEqual(titlesAt("# Lambda\n- MemorySize: !Ref Size\n", place), []);
      assert.deepEqual(titlesAt("# Lambda\n- MemorySize: more is faster\n", place), ["MemorySize"]);
    });

    it("a field of a form, below what is clicked", () => {
      const place = "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MultiA<|>Z: true\n";
      const about = (first: string): string => `# RDS\n\n## Making one\n\n- ${first}\n- **Multi-AZ**: switch it on\n`;
      assert.deepEqual(titlesAt(about("Know how much it costs"), place), ["Multi-AZ"]);
      assert.deepEqual(titlesAt(about('Click "Create database"'), place), []);
    });

    it("an item in code in a list of names that somebody gave", () => {
      const place = "Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Sta<|>ges: []\n";
      const about = (others: readonly string[]): string =>
        `# CodePipeline\n\n${["Stages", ...others].map((one) => `- \`${one}\` - how that is chosen\n`).join("")}`;
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      assert.deepEqual(titlesAt(about(["PipelineType", "RestartExecutionOnUpdate"]), place, around), ["Stages"]);
      assert.deepEqual(titlesAt(about(["ShopDomain", "ShopCert"]), place, around), []);
      assert.deepEqual(titlesAt(about(["Fire-and-forget", "Re-tried later"]), place, around), ["Stages"]);
      assert.deepEqual(titlesAt(about(["ShopDomain", "ShopCert"]), place), ["Stages"]);
      const declared = place.replace("  P:", "  Stages: {Type: AWS::SNS::Topic}\n  P:");
      assert.deepEqual(titlesAt(about(["ShopDomain", "ShopCert"]), declared, around), ["Stages"]);
    });

    it("a chapter of one everyday word, beside a list of what the template has", () => {
      const chapter = "# Shop\n\n## Worker\n\nWho works here.\n";
      const list = "\n## What there is\n\n- `OrdersTable`: orders\n- `Worker`: reads them\n";
      assert.equal(titlesAt(chapter, at("Work<|>er:")).length, 1);
      assert.equal(titlesAt(list, at("Work<|>er:")).length, 1);
      assert.equal(titlesAt(chapter + list, at("Work<|>er:")).length, 1);
    });

    it("an output that is called as a property, in a document beside templates", () => {
      const place =
        "Resources:\n  C:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPool<|>Id: !Ref P\nOutputs:\n  UserPoolId: {Value: !Ref P}\n";
      const about = "# Shop\n\n## UserPoolId\n\nWhom the pages ask who somebody is.\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws/cfn")], template: "/ws/cfn/t.yaml" };
      assert.deepEqual(titlesAt(about, place, around), []);
      assert.deepEqual(titlesAt(about, place), ["UserPoolId"]);
    });

    it("a parameter that is called as a property, in a table beside templates", () => {
      const place =
        "Parameters:\n  Timeout: {Type: Number}\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Time<|>out: 60\n";
      const about = "# Lambda\n\n| Parameter | What it does |\n|---|---|\n| Timeout | Lambda timeout in seconds |\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      assert.deepEqual(titlesAt(about, place, around), []);
      assert.deepEqual(titlesAt(about, place), ["Timeout"]);
      assert.deepEqual(titlesAt(about.replace("Parameter", "Property"), place, around), ["Timeout"]);
    });

    it("the nested stack for CloudFormation itself, in a document of a project", () => {
      const place = "Resources:\n  S:\n    Type: AWS::CloudFormation::Sta<|>ck\n";
      const around = { notes: [uriSteps("/ws")], templates: ["a", "b", "c"].map((one) => uriSteps(`/ws/${one}`)) };
      const about = "# Images\n## Using CloudFormation\nOne command makes the place where images are kept.\n";
      assert.deepEqual(titlesAt(about, place), ["Using CloudFormation"]);
      assert.deepEqual(titlesAt(about, place, around), []);
    });

    it("what has another thing's name in its title", () => {
      const about = "# DynamoDB\n## DependsOn of ReportTable\nIt waits for the orders.\n";
      const place = at("Depends<|>On: OrdersTable");
      const other = `${place}  Late:\n`.replace(
        "Resources:",
        "Resources:\n  ReportTable:\n    Type: AWS::DynamoDB::Table",
      );
      assert.deepEqual(titlesAt(about, place), ["DependsOn of ReportTable"]);
      assert.deepEqual(titlesAt(about, other), []);
      assert.deepEqual(titlesAt(about.replace("ReportTable", "OrdersTable"), other), ["DependsOn of OrdersTable"]);
    });

    it("what stands below the name of another template's file", () => {
      const below = "# Work\n## 9. `hosted-zone.yaml`\n### Parameters\n- RetentionDays: how long\n";
      const around = { files: ["hosted-zone.yaml", "template.yaml"] };
      const place = TEMPLATE.replace("RetentionDays:", "Retention<|>Days:");
      assert.deepEqual(titlesAt(below, place, around), []);
      assert.deepEqual(titlesAt(below, place, { ...around, template: "/ws/hosted-zone.yaml" }), ["RetentionDays"]);
      assert.deepEqual(titlesAt(below, place), ["RetentionDays"]);
    });

    it("what stands below the name of a stack that is called as another template's file", () => {
      const below = (stack: string): string => `# Work\n## Parameters (\`${stack}\`)\n- RetentionDays: how long\n`;
      const around = { files: ["edge.yaml", "base.yaml"], template: "/ws/base.yaml" };
      const place = TEMPLATE.replace("RetentionDays:", "Retention<|>Days:");
      assert.deepEqual(titlesAt(below("shop-eu-edge"), place, around), []);
      assert.deepEqual(titlesAt(below("shop-eu-base"), place, around), ["RetentionDays"]);
      assert.deepEqual(titlesAt(below("shop-eu-other"), place, around), ["RetentionDays"]);
      assert.deepEqual(titlesAt(below("the shop-eu-edge"), place, around), ["RetentionDays"]);
      const called = "# Work\n## shop-edge\n- RetentionDays: how long\n";
      const files = ["shop-edge.yaml", "base.yaml"];
      assert.deepEqual(titlesAt(called, place, { ...around, files }), []);
      assert.deepEqual(titlesAt(called, place, { files, template: "/ws/shop-edge.yaml" }), ["RetentionDays"]);
    });

    it("AWS's words in an article in the documents of a project, unless it names what is there", () => {
      const place = "Resources:\n  OrdersFunction:\n    Type: AWS::Lambda::Func<|>tion\n";
      const about =
        "# How the shop came to be\n## Why it is made so\nOrders are many.\n## Whom we asked\nThe one at the till.\n## Lambda functions\nOne asks the bank whether somebody has paid.\n";
      const folders = ["a", "b", "c"].map((one) => uriSteps(`/ws/${one}`));
      const around = { notes: [uriSteps("/ws")], templates: folders, template: "/ws/a/t.yaml" };
      const here = (folder: string, more = ""): readonly string[] =>
        titlesAt(about + more, place, { ...around, note: `/ws/${folder}/1.md` });
      assert.deepEqual(here("articles"), ["Lambda functions"]);
      assert.deepEqual(here("docs/articles"), []);
    });

    it("AWS's words below the name of another file, wherever that lies", () => {
      const below = "# Shop\n## 3. distribution.yaml (us-east-1)\n### S3 bucket\nIts pictures are for everybody.\n";
      const place = "Resources:\n  B:\n    Type: AWS::S3::Buc<|>ket\n";
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      assert.deepEqual(titlesAt(below, place, around), []);
      assert.deepEqual(titlesAt(below, place, { ...around, template: "/ws/distribution.yaml" }), ["S3 bucket"]);
      assert.deepEqual(titlesAt(below, place), ["S3 bucket"]);
    });

    it("what is in a document with the name of another template, which may be gone", () => {
      const said = "## OrdersTable\nThe bank reads it at night, so never delete it.\n";
      const place = "Resources:\n  Orders<|>Table:\n    Type: AWS::DynamoDB::Table\n";
      const around = { note: "/ws/docs/1.md", notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const here = (title: string): readonly string[] => titlesAt(`# ${title}\n${said}`, place, around);
      assert.deepEqual(here("`old/tables.yaml`"), []);
      assert.deepEqual(here("template.yml"), ["OrdersTable"]);
      assert.deepEqual(here("What tables.yaml was"), ["OrdersTable"]);
    });

    it("what a type returns", () => {
      const about = "# Custom::Password\n## Return values\n- `Worker`: who made it\n- `TableArn`: where it is\n";
      assert.deepEqual(titlesAt(about, at("Work<|>er:")), []);
      assert.deepEqual(titlesAt(about.replace("Custom::Password", "Names"), at("Work<|>er:")), ["Worker"]);
      assert.deepEqual(titlesAt(about, at("Table<|>Arn:")), ["TableArn"]);
    });

    it("rows on what there is, in a folder whose README tells how to use its templates", () => {
      const row =
        "# Shop\n## Services\n| Service | Role |\n|--|--|\n| SQS | keeps the orders until somebody packs them |\n";
      const deploy = "## How\n```\naws cloudformation deploy --stack-name shop\n```\n";
      const place = "Resources:\n  Q:\n    Type: AWS::SQS::Que<|>ue\n";
      const around = { note: "/ws/README.md", notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      assert.deepEqual(titlesAt(row, place, around), ["SQS"]);
      assert.deepEqual(titlesAt(row + deploy, place, around), []);
      assert.deepEqual(titlesAt(row + deploy, place, { ...around, templates: [] }), ["SQS"]);
      assert.deepEqual(titlesAt(`---\ntemplates: template.yaml\n---\n${row}${deploy}`, place, around), ["SQS"]);
    });

    describe("what a project's document has beside an explanation", () => {
      const deploy = "## How\n```\naws cloudformation deploy --stack-name shop\n```\n";
      const around = { note: "/ws/README.md", notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const placeOf = (type: string, id = "Thing"): string =>
        `Resources:\n  ${id}:\n    Type: AWS::${type.slice(0, -2)}<|>${type.slice(-2)}\n`;
      const here = (text: string, type: string, id?: string): readonly string[] =>
        titlesAt(`# Shop\n${text}\n${deploy}`, placeOf(type, id), around);

      it("a list of what there is, but for an item that names the thing", () => {
        const two =
          "## What it has\n- **VPC**: ours alone, in three zones of the second region by the sea, and reached by nobody but the till\n- **Lambda function**: fetches the orders of the day and prints them on paper\n";
        const three = `${two}- **S3 bucket**: keeps pictures of what was ordered until somebody has packed it\n`;
        assert.deepEqual(here(two, "EC2::VPC"), ["VPC"]);
        assert.deepEqual(here(three, "EC2::VPC"), []);
        assert.deepEqual(here(three.replace("ours", "`Thing`, ours"), "EC2::VPC"), []);
        assert.deepEqual(here(three.replace("ours", "`MainNetwork`, ours"), "EC2::VPC", "MainNetwork"), ["VPC"]);
        assert.deepEqual(here(three.replace("**VPC**", "**AWS::EC2::VPC**"), "EC2::VPC"), ["AWS::EC2::VPC"]);
      });

      it("a note on one of AWS's things is only named", () => {
        const first =
          "## Queues\n### SQS queue\nThe till writes to `OrdersQueue` until somebody has packed what it sold.\n";
        const second =
          "## Other things\n### SQS queues\nWhat the bank sends to `OrdersQueue` must be read on the same day.\n";
        assert.deepEqual(here(first, "SQS::Queue", "OrdersQueue"), ["SQS queue"]);
        assert.deepEqual(here(second, "SQS::Queue", "OrdersQueue"), ["SQS queues"]);
        const both = notesAt(`# Shop\n${first}${second}\n${deploy}`, placeOf("SQS::Queue", "OrdersQueue"), around);
        const tiers = both.map(({ note, tier }) => [note.title, tier === "mention"]);
        assert.deepEqual(tiers, [
          ["SQS queue", true],
          ["SQS queues", true],
        ]);
      });

      it("what a marker binds shows, unless it is a guide of others", () => {
        const queue = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");
        const marked = "# Shop\n## Late\n<!-- cfn: AWS::SQS::Queue.VisibilityTimeout -->\nTwice as long as the till.\n";
        const apart = { ...around, templates: steps("/ws/a", "/ws/b", "/ws/c"), template: "/ws/a/template.yaml" };
        assert.deepEqual(titlesAt(marked, queue, { ...apart, note: "/ws/docs/late.md" }), ["Late"]);
        assert.deepEqual(titlesAt(marked + deploy, queue, { ...apart, note: "/ws/b/README.md" }), []);
      });

      it("what names things of other templates alone", () => {
        const runbook = "## SQS queue\nLook at `LateOrders` first, and send what waits there to `OrdersQueue` again.\n";
        const queue = placeOf("SQS::Queue", "MailQueue");
        const at = (declared: readonly string[]): readonly string[] =>
          titlesAt(`# Shop\n${runbook}\n${deploy}`, queue, {
            ...around,
            declaring: (name) => (declared.includes(name) ? ["file:///ws/orders.yaml"] : []),
          });
        assert.deepEqual(at([]), ["SQS queue"]);
        assert.deepEqual(at(["OrdersQueue"]), []);
      });

      it("a service, at one of its parts", () => {
        const service = "## SQS\nNobody but the shop sends orders, and only once each, whatever the bank says.\n";
        assert.deepEqual(here(service, "SQS::Queue"), ["SQS"]);
        assert.deepEqual(here(service, "SQS::QueuePolicy"), []);
      });

      it("CloudFormation and SAM, by which it is made", () => {
        const made = (by: string): string =>
          `## Backend (${by})\nThree wallets are needed first, each with a little of the money of the bank in it.\n`;
        assert.deepEqual(here(made("AWS SAM"), "Serverless::Function"), []);
        const place = "Resources:\n  Thing:\n    Type: AWS::Serverless::Func<|>tion\n";
        assert.deepEqual(titlesAt(`# Shop\n${made("AWS SAM")}`, place), ["Backend (AWS SAM)"]);
      });

      it("steps by number, by which somebody makes the same by hand", () => {
        const step = (title: string): string =>
          `## ${title}\nMake \`main-net\`, with the names of all others and room for four thousand hosts.\n`;
        assert.deepEqual(here(step("Step 1 — VPC"), "EC2::VPC"), []);
        assert.deepEqual(here(step("手順1 VPC"), "EC2::VPC"), []);
        assert.deepEqual(here(step("Lab 2 - VPC"), "EC2::VPC"), []);
        assert.deepEqual(here(step("VPC"), "EC2::VPC"), ["VPC"]);
      });
    });

    it("what was thought of and left, where a thing is only named", () => {
      const tierBelow = (title: string): string | undefined => {
        const text = `# Shop\n## Keys\n### ${title}\n#### OrdersTable\nHad no key of its own until somebody saw that.\n`;
        const around = { workspace: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
        return notesAt(text, at("Orders<|>Table:"), around)[0]?.tier;
      };
      assert.equal(tierBelow("What else"), "thing");
      assert.equal(tierBelow("Alternatives Considered"), "mention");
      assert.equal(tierBelow("検討した代替案"), "mention");
    });

    it("a report, in which a thing is only named", () => {
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const said = (title: string): string =>
        `# ${title}\n## OrdersTable\nHad no key of its own until somebody saw that.\n`;
      const tierOf = (title: string): string | undefined =>
        notesAt(said(title), at("Orders<|>Table:"), around)[0]?.tier;
      assert.equal(tierOf("CloudFormation fixes - tables"), "mention");
      assert.equal(tierOf("Deployment summary"), "mention");
      assert.equal(tierOf("Tables"), "thing");
    });

    it("the name of the project, which is that of all that it has", () => {
      const place =
        "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: ta<|>ble-shop\n";
      const said = "# Notes\n- **table-shop**: opens at nine, and shuts when nobody is left\n";
      assert.deepEqual(titlesAt(said, place, { note: "/ws/notes.md", workspace: [["ws"]] }), ["table-shop"]);
      const around = { note: "/table-shop/notes.md", template: "/table-shop/t.yaml", workspace: [["table-shop"]] };
      assert.deepEqual(titlesAt(said, place, around), []);
    });

    it("an output, and not the parameter of that name", () => {
      const template =
        "Parameters:\n  OrdersBucketName:\n    Type: String\nResources:\n  Orders:\n    Type: AWS::S3::Bucket\n";
      const place = `${template}    Properties:\n      BucketName: !Ref OrdersBuck<|>etName\n`;
      const notes = (above: string): string =>
        `# Shop\n## ${above}\n- **OrdersBucketName**: what the till fetches at night\n`;
      assert.deepEqual(titlesAt(notes("Stack Outputs"), place), []);
      assert.deepEqual(titlesAt(notes("出力"), place), []);
      assert.deepEqual(titlesAt(notes("Names"), place), ["OrdersBucketName"]);
      const both = `${place}Outputs:\n  OrdersBucketName:\n    Value: a\n`;
      assert.deepEqual(titlesAt(notes("Stack Outputs"), both), ["OrdersBucketName"]);
    });

    it("AWS's words in a document beside the folder of templates that the README tells how to use, unless it names them", () => {
      const place = "Resources:\n  OrdersBucket:\n    Type: AWS::S3::Buc<|>ket\n";
      const said = "## S3 buckets\nWhat is collected of each of them, and how often that is done by the program.\n";
      const deploy = "\n```\naws cloudformation deploy --stack-name shop\n```\n";
      const around = { note: "/ws/README.md", notes: [uriSteps("/ws")], template: "/ws/cfn/t.yaml" };
      const here = (text: string, templates = "/ws/cfn"): readonly string[] =>
        titlesAt(`# Inventory\n${text}`, place, { ...around, templates: [uriSteps(templates)] });
      assert.deepEqual(here(said), ["S3 buckets"]);
      assert.deepEqual(here(said + deploy), []);
      assert.deepEqual(here(`${said}One of them is OrdersBucket.\n${deploy}`), ["S3 buckets"]);
      assert.deepEqual(here(said + deploy, "/ws"), ["S3 buckets"]);
      assert.deepEqual(here(`What I learned for an exam, with labs.\n\n${said}${deploy}`), ["S3 buckets"]);
      assert.deepEqual(here(`In this repository are templates.\n\n${said}`), ["S3 buckets"]);
    });

    it("what is chosen anywhere", () => {
      const option = "# Options\n- **POLLING**: asks every minute.\n- **yes**: answers all questions.\n";
      const chosen = (value: string): string => TEMPLATE.replace("Type: Number", `Type: String\n    Default: ${value}`);
      assert.deepEqual(titlesAt(option, chosen("POLL<|>ING")), ["POLLING"]);
      assert.deepEqual(titlesAt(option, chosen("y<|>es")), []);
      assert.deepEqual(titlesAt("# Tags\n- **unknown**: nobody said it.\n", chosen("unk<|>nown")), []);
    });

    it("an everyday name of which an item says that it is another template's", () => {
      const place = "Resources:\n  Data<|>base:\n    Type: AWS::RDS::DBInstance\n";
      const around = { files: ["web.yaml", "data.yaml"], template: "/ws/data.yaml", notes: [uriSteps("/ws")] };
      const said = (file: string): string => `# Shop\n- **Database** (\`${file}\`): change the schema to store more\n`;
      assert.deepEqual(titlesAt(said("web.yaml"), place, around), []);
      assert.deepEqual(titlesAt(said("data.yaml"), place, around), ["Database (data.yaml)"]);
    });

    it("what has the literal name of a resource in a longer title", () => {
      const place =
        "Resources:\n  Serv<|>ice:\n    Type: AWS::ECS::Service\n    Properties:\n      ServiceName: ops-agent\n";
      assert.deepEqual(titlesAt("# Troubles\n## command not found: ops-agent\nInstall it.\n", place), []);
      assert.deepEqual(titlesAt("# Services\n## ops-agent\nIt looks after the others.\n", place), ["ops-agent"]);
    });

    it("an everyday name among the settings of something else", () => {
      const settings = (head: string): string =>
        `# Login\n| Parameter | Value |\n| --- | --- |\n| Host | \`10.0.0.1\` |\n| ${head} | \`22\` |\n`;
      const port = "Parameters:\n  Po<|>rt:\n    Type: Number\n  UserPort:\n    Type: Number\n";
      assert.deepEqual(titlesAt(settings("Port"), port), []);
      assert.deepEqual(titlesAt(`${settings("Port")}| UserPort | \`80\` |\n`, port), ["Port"]);
      const items = (more: string): string =>
        `# Report\n- **Port**: the one you used\n- **Browser**: its version\n- **Steps**: all${more}\n`;
      assert.deepEqual(titlesAt(items(""), port), []);
      assert.deepEqual(titlesAt(items("\n- **UserPort**: another"), port), ["Port"]);
      const around = { notes: [uriSteps("/ws")], templates: [uriSteps("/ws")] };
      const amplify = "# Amplify\n\n- **Port**: 80\n- **Region**: eu-north-1\n- **App**: shop\n";
      assert.deepEqual(titlesAt(amplify, port, around), []);
      assert.deepEqual(titlesAt(`${amplify}- **UserPort**: 81\n`, port, around), ["Port"]);
    });

    it("none of a file that is called as another template's", () => {
      const around = { note: "/ws/docs/order-intake.md", files: ["order-intake.yaml", "web.yaml"] };
      const place = at("Orders<|>Table:");
      assert.deepEqual(titlesAt("## OrdersTable\nText.\n", place, { ...around, template: "/ws/web.yaml" }), []);
      const own = { ...around, template: "/ws/order-intake.yaml" };
      assert.deepEqual(titlesAt("## OrdersTable\nText.\n", place, own), ["OrdersTable"]);
      const readme = { ...around, note: "/ws/docs/web-README.md", template: "/ws/order-intake.yaml" };
      assert.deepEqual(titlesAt("## OrdersTable\nText.\n", place, readme), []);
    });

    it("none of a file whose name begins with another template's", () => {
      const place = TEMPLATE.replace("RetentionDays:", "Retention<|>Days:");
      const around = { templates: [uriSteps("/ws/cfn")], files: ["web.yaml", "order-queue.yaml"] };
      const here = (note: string, template: string): readonly string[] =>
        titlesAt("# Shop\n## RetentionDays\nHow long.\n", place, { ...around, note, template });
      assert.deepEqual(here("/ws/docs/order-queue-deploy.md", "/ws/cfn/web.yaml"), []);
      assert.deepEqual(here("/ws/docs/order-queue-deploy.md", "/ws/cfn/order-queue.yaml"), ["RetentionDays"]);
      assert.deepEqual(here("/ws/docs/web-deploy.md", "/ws/cfn/order-queue.yaml"), ["RetentionDays"]);
    });

    it("none of a guide in a folder that is called as another template", () => {
      const guide = "# Guide\n## Deployment\n## RetentionDays\nHow long.\n";
      const place = TEMPLATE.replace("RetentionDays:", "Retention<|>Days:");
      const around = {
        notes: [uriSteps("/ws")],
        templates: [uriSteps("/ws/cfn")],
        files: ["web.yaml", "bastion.yaml"],
      };
      const at = (note: string): readonly string[] =>
        titlesAt(guide, place, { ...around, note, template: "/ws/cfn/web.yaml" });
      assert.deepEqual(at("/ws/docs/bastion/README.md"), []);
      assert.deepEqual(at("/ws/docs/web/README.md"), ["RetentionDays"]);
    });

    it("none of a file that is called as the folder of other templates", () => {
      const about = "# orders-api\n## MemorySize\nText.\n";
      const around = { note: "/ws/docs/a.md", templates: [uriSteps("/ws/orders-api"), uriSteps("/ws/web")] };
      const place = at("Memory<|>Size:");
      assert.deepEqual(titlesAt(about, place, { ...around, template: "/ws/web/t.yaml" }), []);
      assert.deepEqual(titlesAt(about, place, { ...around, template: "/ws/orders-api/t.yaml" }), ["MemorySize"]);
    });

    it("none on what other templates have by the same name, though AWS has it, too", () => {
      const about = "## LoadBalancer\nText.\n";
      const place = "Resources:\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::Load<|>Balancer\n";
      const around = {
        note: "/ws/orders/a.md",
        templates: steps("/ws/orders", "/ws/web", "/ws/mail"),
        workspace: steps("/ws"),
      };
      assert.deepEqual(titlesAt(about, place, { ...around, template: "/ws/web/t.yaml" }), []);
      assert.deepEqual(titlesAt(about, place, { ...around, template: "/ws/orders/t.yaml" }), ["LoadBalancer"]);
      const two = { note: "/ws/orders/a.md", templates: steps("/ws/orders", "/ws/web") };
      assert.deepEqual(titlesAt(about, place, { ...two, template: "/ws/web/t.yaml" }), []);
      assert.deepEqual(titlesAt(about, place, { ...two, template: "/ws/orders/t.yaml" }), ["LoadBalancer"]);
    });

    it("none of a document that is called as the folder of other templates", () => {
      const about = "# 運用\n## VisibilityTimeout\nText.\n";
      const place = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      Visibility<|>Timeout: 30\n";
      const asked = (note: string, template: string): readonly string[] =>
        titlesAt(about, place, {
          note,
          template,
          templates: steps("/ws/apps/forwarder", "/ws/apps/sqs", "/ws/apps/web"),
          workspace: steps("/ws"),
        });
      assert.deepEqual(asked("/ws/docs/forwarder.md", "/ws/apps/web/t.yaml"), []);
      assert.deepEqual(asked("/ws/docs/forwarder.md", "/ws/apps/forwarder/t.yaml"), ["VisibilityTimeout"]);
      assert.deepEqual(asked("/ws/docs/sqs/a.md", "/ws/apps/sqs/t.yaml"), ["VisibilityTimeout"]);
    });

    it("none of a longer name that only has the name in it", () => {
      const template = "Parameters:\n  ShopPrefix:\n    Type: String\nOutputs:\n  O:\n    Value: !Ref Shop<|>Prefix\n";
      assert.deepEqual(titlesAt("- `${ShopPrefix}-orders`: text.\n", template), []);
      assert.deepEqual(titlesAt("- `{ShopPrefix}-orders`: text.\n", template), []);
      assert.deepEqual(titlesAt("## Restoring ShopPrefix\n\nText.\n", template), ["Restoring ShopPrefix"]);
    });
  });
});
