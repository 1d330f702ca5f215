import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionList, Diagnostic, Hover, WorkspaceEdit } from "vscode-languageserver-types";
import type { NotesAt, NotesInTemplate, NoteUses, RenderedNote, UnplacedFile } from "../../../src/protocol/notes.ts";
import type { NoteDraft } from "../../../src/protocol/writing.ts";
import { Client } from "../client.ts";

const TEMPLATE = `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
Outputs:
  TableName:
    Value: !Ref OrdersTable
`;
const RUNBOOK = "# 運用\n\n## OrdersTable\n\n金曜にOrdersTableが増える。\n\n- **TableName**: 表の名前。\n";
const ASKS = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

describe("notes on somebody's own things, in an editor", () => {
  let home: string;
  let client: Client | undefined;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
  });

  afterEach(async () => {
    assert.deepEqual(client?.errors, []);
    await client?.stop();
    client = undefined;
    await rm(home, { recursive: true, force: true });
  });

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), text);
    }
  }

  const uri = (path: string): string => pathToFileURL(join(home, path)).href;

  /** Starts in the folder `ws`, and opens some of its files. */
  async function start(folders: readonly string[], open: readonly string[], capabilities = {}): Promise<Client> {
    client = new Client({ notes: { builtIn: false, folders: folders.map((folder) => join(home, folder)) } });
    const workspaceFolders = [{ uri: uri("ws"), name: "ws" }];
    const { workspace = {}, ...others } = ASKS;
    await client.start({ locale: "ja", workspaceFolders, capabilities: { workspace, ...others, ...capabilities } });
    for (const path of open)
      await client.open(
        uri(path),
        await readFile(join(home, path), "utf8"),
        path.endsWith(".md") ? "markdown" : "yaml",
      );
    return client;
  }

  async function hover(asked: Client, path: string, line: number, character: number): Promise<string> {
    const at = { textDocument: { uri: uri(path) }, position: { line, character } };
    const found = await asked.request<Hover | null>("textDocument/hover", at);
    return found === null ? "" : (found.contents as { value: string }).value;
  }

  it("on a type of their own show, though their README is on using it", async () => {
    await write({
      "ws/README.md":
        "# Mail\n\n## Custom::MailDomain\n\nSends mail.\n\n    aws cloudformation deploy --template-file mail.yaml\n",
      "ws/mail.yaml": TEMPLATE,
      "ws/example.yaml": "Resources:\n  A:\n    Type: Custom::MailDomain\n",
    });
    const asked = await start(["ws"], ["ws/mail.yaml", "ws/example.yaml"]);
    assert.match(await hover(asked, "ws/example.yaml", 2, 16), /Sends mail/);
  });

  it("show at declarations and references, in hover and view", async () => {
    await write({ "ws/docs/運用.md": RUNBOOK, "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs"], ["ws/infra/template.yaml"]);
    assert.match(await hover(asked, "ws/infra/template.yaml", 1, 4), /OrdersTable.*金曜に/s);
    assert.match(await hover(asked, "ws/infra/template.yaml", 5, 18), /OrdersTable.*金曜に/s);
    const at = { textDocument: { uri: uri("ws/infra/template.yaml") }, position: { line: 4, character: 4 } };
    const view = await asked.request<NotesAt>("cfnNotes/notesAt", at);
    assert.deepEqual(
      view.notes.map(({ title }) => title),
      ["TableName"],
    );
    const params = { textDocument: { uri: uri("ws/infra/template.yaml") } };
    const listed = await asked.request<NotesInTemplate>("cfnNotes/notesInTemplate", params);
    assert.deepEqual(
      listed.notes.map(({ title, places }) => [title, places.length]),
      [
        ["OrdersTable", 2],
        ["TableName", 1],
      ],
    );
  });

  it("show where the stack that they name is deployed from", async () => {
    const notes = `---\nstack: live-prod\n---\n${RUNBOOK}`;
    await write({ "vault/a.md": notes, "ws/app/template.yaml": TEMPLATE });
    const asked = await start(["vault"], ["ws/app/template.yaml"]);
    assert.doesNotMatch(await hover(asked, "ws/app/template.yaml", 1, 4), /金曜に/);
    await write({ "ws/samconfig.toml": '[prod.deploy.parameters]\nstack_name = "live-prod"\n' });
    await asked.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("ws/samconfig.toml"), type: 1 }],
    });
    assert.match(await hover(asked, "ws/app/template.yaml", 1, 4), /金曜に/);
  });

  it("are a line of the view where they only speak of a thing, not notes in full", async () => {
    const notes = ["a", "b", "c", "d"].map((title) => `## ${title}\n昨日、OrdersTableを復元した。\n`).join("\n");
    await write({ "ws/docs/メモ.md": `# メモ\n\n${notes}`, "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs"], ["ws/infra/template.yaml"]);
    const at = { textDocument: { uri: uri("ws/infra/template.yaml") }, position: { line: 1, character: 4 } };
    const { notes: full, mentions } = await asked.request<NotesAt>("cfnNotes/notesAt", at);
    assert.deepEqual(
      [full, mentions.listed.map(({ title }) => title), mentions.more],
      [[], ["a", "b", "c"], "、ほか1件"],
    );
    const [first] = mentions.listed;
    const opened = await asked.request<RenderedNote>("cfnNotes/note", { id: first?.id });
    assert.match(opened.html, /復元した/);
  });

  it("are a line of the view with what is to heed of the thing", async () => {
    const decision = "# ADR 7\n\n## Decision\n\nWe keep it. Rows of `OrdersTable` must never be deleted by hand.\n";
    await write({ "ws/docs/adr/7.md": decision, "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs"], ["ws/infra/template.yaml"]);
    const at = { textDocument: { uri: uri("ws/infra/template.yaml") }, position: { line: 1, character: 4 } };
    const { mentions } = await asked.request<NotesAt>("cfnNotes/notesAt", at);
    assert.deepEqual(
      mentions.listed.map(({ title, heeded }) => [title, heeded]),
      [["ADR 7 › Decision", "Rows of OrdersTable must never be deleted by hand."]],
    );
  });

  it("are listed where another template imports what they are on", async () => {
    const exporting = `${TEMPLATE}    Export:\n      Name: shop-table\n`;
    const importing =
      "Resources:\n  Alarm:\n    Type: Custom::Alarm\n    Properties:\n      Table: !ImportValue shop-table\n";
    await write({ "ws/docs/a.md": RUNBOOK, "ws/infra/template.yaml": exporting, "ws/app/template.yaml": importing });
    const asked = await start(["ws/docs"], ["ws/app/template.yaml"]);
    const params = { textDocument: { uri: uri("ws/app/template.yaml") } };
    const listed = await asked.request<NotesInTemplate>("cfnNotes/notesInTemplate", params);
    assert.deepEqual(
      listed.notes.map(({ title, places }) => [title, places.map(({ range }) => range.start.line)]),
      [["OrdersTable", [4]]],
    );
    await asked.connection.sendNotification("textDocument/didClose", params);
    const id = listed.notes[0]?.id;
    const uses = await asked.request<NoteUses | null>("cfnNotes/noteUses", { id, everywhere: true });
    assert.deepEqual(
      uses?.places.map((place) => [place.uri, place.range.start.line]),
      [
        [uri("ws/app/template.yaml"), 4],
        [uri("ws/infra/template.yaml"), 1],
        [uri("ws/infra/template.yaml"), 5],
      ],
    );
  });

  it("are told to assistants", async () => {
    await write({ "ws/docs/a.md": RUNBOOK, "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs"], []);
    const input = { path: "infra/template.yaml", line: 2, column: 4 };
    const params = { tool: "notes_for_place", input, uri: uri("ws/infra/template.yaml"), text: TEMPLATE };
    const { notes } = await asked.request<{ readonly notes: readonly { readonly title: string }[] }>(
      "cfnNotes/assistant",
      params,
    );
    assert.deepEqual(
      notes.map(({ title }) => title),
      ["OrdersTable"],
    );
  });

  it("of one folder never show in the templates of another", async () => {
    await write({
      "ws/shop/notes.md": "## OrdersTable\n\nof the shop\n",
      "ws/shop/template.yaml": TEMPLATE,
      "ws/billing/docs/notes.md": "## OrdersTable\n\nof billing\n",
      "ws/billing/template.yaml": TEMPLATE,
    });
    for (const folders of [["ws"], ["ws/shop", "ws/billing"], ["ws/billing"], ["ws/billing/docs"]]) {
      await client?.stop();
      const asked = await start(folders, ["ws/shop/template.yaml"]);
      const shown = await hover(asked, "ws/shop/template.yaml", 1, 4);
      assert.doesNotMatch(shown, /of billing/);
      if (folders.length > 1 || folders[0] === "ws") assert.match(shown, /of the shop/);
    }
  });

  it("of a vault show where the project file says so", async () => {
    await write({
      "vault/shop/notes.md": "## OrdersTable\n\nof the vault\n",
      "ws/shop/template.yaml": TEMPLATE,
      "ws/other/template.yaml": TEMPLATE,
      "ws/.cfn-notes.yaml": "noteTemplates:\n  vault/shop: shop/**\n",
    });
    const asked = await start(["vault"], ["ws/shop/template.yaml", "ws/other/template.yaml"]);
    assert.match(await hover(asked, "ws/shop/template.yaml", 1, 4), /of the vault/);
    assert.doesNotMatch(await hover(asked, "ws/other/template.yaml", 1, 4), /of the vault/);
  });

  it("of a vault show where the project file of a folder within says so", async () => {
    await write({
      "vault/shop/notes.md": "## OrdersTable\n\nof the vault\n",
      "ws/apps/shop/infra/template.yaml": TEMPLATE,
      "ws/apps/other/template.yaml": TEMPLATE,
      "ws/apps/shop/.cfn-notes.yaml": "notes: [docs]\nnoteTemplates:\n  vault/shop: infra/**\n",
      "ws/apps/shop/docs/a.md": "## TableName\n\nof the team\n",
    });
    const [shop, other] = ["ws/apps/shop/infra/template.yaml", "ws/apps/other/template.yaml"];
    const asked = await start(["vault"], [other, shop]);
    const found = (line: number, wanted: RegExp): Promise<string> =>
      asked.untilAnswered(
        () => hover(asked, shop, line, 4),
        (text) => wanted.test(text),
      );
    assert.match(await found(1, /of the vault/), /OrdersTable/);
    assert.match(await found(4, /of the team/), /TableName/);
    assert.doesNotMatch(await hover(asked, other, 1, 4), /of the vault/);
  });

  it("know their places, in open templates and others", async () => {
    await write({ "ws/docs/a.md": RUNBOOK, "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs"], ["ws/docs/a.md"]);
    const id = `${uri("ws/docs/a.md")}#運用/OrdersTable`;
    const uses = await asked.request<NoteUses>("cfnNotes/noteUses", { id, everywhere: true });
    assert.deepEqual(
      uses.places.map(({ range }) => range.start.line),
      [1, 5],
    );
    assert.deepEqual(await asked.request<UnplacedFile[]>("cfnNotes/notesNotPlaced", {}), []);
    assert.match(await hover(asked, "ws/docs/a.md", 2, 5), /OrdersTable \(template\.yaml\)/);
  });

  it("are completed in titles and markers, and a marker that names nothing is told", async () => {
    await write({
      "ws/docs/a.md": "## Ord\n\n## 表\n<!-- cfn: id: -->\n\n## 無\n<!-- cfn: id:OrderTable -->\n",
      "ws/infra/template.yaml": TEMPLATE,
    });
    const asked = await start(["ws/docs"], ["ws/docs/a.md"]);
    for (const position of [
      { line: 0, character: 6 },
      { line: 3, character: 13 },
    ]) {
      const params = { textDocument: { uri: uri("ws/docs/a.md") }, position };
      const { items } = await asked.request<CompletionList>("textDocument/completion", params);
      assert.ok(items.some(({ label }) => label === "OrdersTable"));
    }
    await asked.until(() => asked.published.some((one) => one.uri.endsWith("a.md")));
    const found: readonly Diagnostic[] = asked.published.findLast((one) => one.uri.endsWith("a.md"))?.diagnostics ?? [];
    assert.deepEqual(
      found.map(({ code, range }) => [code, range.start.line]),
      [
        ["unknown-place", 3],
        ["unknown-place", 6],
      ],
    );
  });

  describe("are renamed with the thing", () => {
    const params = () => ({
      textDocument: { uri: uri("ws/infra/template.yaml") },
      position: { line: 1, character: 4 },
      newName: "ShopTable",
    });

    it("where each change is to be confirmed, and only told outside of the workspace", async () => {
      await write({
        "ws/docs/a.md": RUNBOOK,
        "vault/b.md": "---\ntemplates: infra/*.yaml\n---\n## OrdersTable\n\nText.\n",
        "ws/infra/template.yaml": TEMPLATE,
      });
      const asked = await start(["ws/docs", "vault"], ["ws/infra/template.yaml"]);
      const edit = await asked.request<WorkspaceEdit>("textDocument/rename", params());
      const changes = (edit.documentChanges ?? []).map((change) => {
        assert.ok("edits" in change);
        return [
          change.textDocument.uri,
          ...change.edits.map((one) => ("range" in one ? one.range.start.line : undefined)),
          change.edits.every((one) => "annotationId" in one),
        ];
      });
      assert.deepEqual(changes, [
        [uri("ws/infra/template.yaml"), 1, 5, false],
        [uri("ws/docs/a.md"), 2, 4, true],
      ]);
      assert.deepEqual(
        Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
        [true],
      );
      await asked.until(() => asked.messages.length > 0);
      assert.match(asked.messages[0] ?? "", /次のファイルは変更していません：.*b\.md/);
    });

    it("with the links that lead to them by their anchors", async () => {
      await write({
        "ws/docs/a.md": RUNBOOK,
        "ws/docs/b.md": "# 索引\n\n[表](a.md#orderstable)と[[a#OrdersTable]]\n",
        "ws/infra/template.yaml": TEMPLATE,
      });
      const asked = await start(["ws/docs"], ["ws/infra/template.yaml"]);
      const edit = await asked.request<WorkspaceEdit>("textDocument/rename", params());
      const change = (edit.documentChanges ?? []).find(
        (one) => "edits" in one && one.textDocument.uri === uri("ws/docs/b.md"),
      );
      assert.ok(change && "edits" in change);
      const written = change.edits.flatMap((one) =>
        "newText" in one ? [[one.range.start.character, one.newText]] : [],
      );
      assert.deepEqual(
        written.sort(([left], [right]) => Number(left) - Number(right)),
        [
          [9, "shoptable"],
          [26, "ShopTable"],
        ],
      );
    });

    it("only told where they are not UTF-8", async () => {
      await write({ "ws/docs/a.md": RUNBOOK, "ws/infra/template.yaml": TEMPLATE });
      // `## OrdersTable` and 残す in Shift_JIS.
      const text = Buffer.concat([Buffer.from("## OrdersTable\n\n"), Buffer.from("8e6382b70a", "hex")]);
      await writeFile(join(home, "ws/docs/b.md"), text);
      const asked = await start(["ws/docs"], ["ws/infra/template.yaml"]);
      const edit = await asked.request<WorkspaceEdit>("textDocument/rename", params());
      const changed = (edit.documentChanges ?? []).flatMap((one) => ("edits" in one ? [one.textDocument.uri] : []));
      assert.deepEqual(changed, [uri("ws/infra/template.yaml"), uri("ws/docs/a.md")]);
      await asked.until(() => asked.messages.length > 0);
      assert.match(asked.messages[0] ?? "", /次のファイルは変更していません：.*b\.md/);
    });

    it("only told where the client can't ask", async () => {
      await write({ "ws/docs/a.md": RUNBOOK, "ws/infra/template.yaml": TEMPLATE });
      const asked = await start(["ws/docs"], ["ws/infra/template.yaml"], { workspace: { configuration: true } });
      const edit = await asked.request<WorkspaceEdit>("textDocument/rename", params());
      assert.deepEqual(Object.keys(edit.changes ?? {}), [uri("ws/infra/template.yaml")]);
      await asked.until(() => asked.messages.length > 0);
      assert.match(asked.messages[0] ?? "", /a\.md/);
    });
  });

  it("are written from a template, with what says that it is meant where that is needed", async () => {
    await write({ "ws/docs/a.md": RUNBOOK, "vault/b.md": "# 覚え書き\n", "ws/infra/template.yaml": TEMPLATE });
    const asked = await start(["ws/docs", "vault"], ["ws/infra/template.yaml"]);
    const draft = async (path: string): Promise<string | undefined> => {
      const article = { uri: uri(path), text: await readFile(join(home, path), "utf8") };
      const at = { textDocument: { uri: uri("ws/infra/template.yaml") }, position: { line: 5, character: 18 } };
      return (await asked.request<NoteDraft | null>("cfnNotes/draftNote", { ...at, article }))?.text.trim();
    };
    assert.equal(await draft("vault/b.md"), "## OrdersTable\n<!-- cfn: templates: infra/template.yaml -->");
  });
});
