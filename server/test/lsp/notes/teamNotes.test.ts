import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hover } from "vscode-languageserver-types";
import type { NoteFolder, NotesInTemplate, NoteUses } from "../../../src/protocol/notes.ts";
import { Client } from "../client.ts";

const TEMPLATE = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Retain\n";

describe("notes of a team", () => {
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

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), text);
  }

  /** Starts in the folder `repository`, with a template open in it. */
  async function start(settings: object = {}, locale: string = "en"): Promise<Client> {
    client = new Client({ notes: { builtIn: false, ...settings } });
    await client.start({
      locale,
      workspaceFolders: [{ uri: pathToFileURL(join(home, "repository")).href, name: "repository" }],
    });
    await client.open(uri(), TEMPLATE);
    return client;
  }

  const uri = (): string => pathToFileURL(join(home, "repository", "template.yaml")).href;

  async function hover(asked: Client, template: string = uri(), line: number = 3): Promise<string> {
    const at = { textDocument: { uri: template }, position: { line, character: 6 } };
    const found = await asked.request<Hover | null>("textDocument/hover", at);
    return found === null ? "" : (found.contents as { value: string }).value;
  }

  it("show for everybody who opens the repository, told apart, behind one's own", async () => {
    await write("repository/.cfn-notes.yaml", "notes: [docs/notes]\n");
    await write("repository/docs/notes/rules.md", "# Our rules\n\n## DeletionPolicy\n\nAs the team has it.\n");
    const asked = await start({}, "ja");
    assert.match(await hover(asked), /チーム › Our rules.*As the team has it/s);
    const [folder] = await asked.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.deepEqual([folder?.label, folder?.team], ["notes · チーム", true]);
    await asked.stop();

    await write("mine/policies.md", "# Mine\n\n## DeletionPolicy\n\nAs I have it.\n");
    const other = await start({ folders: [join(home, "mine")] });
    const shown = await hover(other);
    assert.match(shown, /As I have it/);
    assert.doesNotMatch(shown, /As the team.*As I have it/s);
    const params = { textDocument: { uri: uri() } };
    const found = await other.request<NotesInTemplate>("cfnNotes/notesInTemplate", params);
    assert.deepEqual(
      found.notes.map(({ fileTitle, team }) => [fileTitle, team]),
      [
        ["Mine", false],
        ["Our rules", true],
      ],
    );
    assert.deepEqual([found.own, found.ownShown], [2, 1]);
  });

  it("are those of the whole repository, too, if a part of it is opened", async () => {
    await write(".cfn-notes.yaml", "notes: [docs]\n");
    await write("docs/rules.md", "# Our rules\n\n## DeletionPolicy\n\nAs the whole team has it.\n");
    assert.match(await hover(await start()), /As the whole team has it/);
    await client?.stop();

    await write("repository/.cfn-notes.yaml", "notes: []\n");
    assert.doesNotMatch(await hover(await start()), /As the whole team/);
  });

  it("come and go with the project file", async () => {
    await write("repository/docs/rules.md", "# Our rules\n\n## DeletionPolicy\n\nAs the team has it.\n");
    const asked = await start();
    assert.equal(/As the team/.test(await hover(asked)), false);
    for (const [text, shows] of [
      ["notes: docs\n", true],
      ["notes: []\n", false],
    ] as const) {
      await write("repository/.cfn-notes.yaml", text);
      await asked.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
      await asked.untilAnswered(
        () => hover(asked),
        (found) => found.includes("As the team") === shows,
      );
    }
  });

  for (const path of ["../elsewhere", "/elsewhere", "~/elsewhere", "a/../../elsewhere", "file:///elsewhere"]) {
    it(`are not read from ${path}`, async () => {
      await write("repository/.cfn-notes.yaml", `notes: [${JSON.stringify(path)}]\n`);
      await write("elsewhere/rules.md", "# Secret\n\n## DeletionPolicy\n\nNot theirs.\n");
      const asked = await start();
      assert.deepEqual(await asked.request("cfnNotes/noteFolders", {}), []);
      await asked.diagnostics(uri());
      assert.match(asked.messages.join("\n"), /notes must be folders below/);
    });
  }

  it("are found in files that are not open, where that is asked for", async () => {
    await write("repository/.cfn-notes.yaml", "notes: docs\n");
    await write("repository/docs/rules.md", "# Our rules\n\n## DeletionPolicy\n\nAs the team has it.\n");
    await write("repository/stacks/other.yaml", TEMPLATE.replace("Retain", "Delete"));
    const asked = await start();
    const params = { textDocument: { uri: uri() } };
    const { notes } = await asked.request<NotesInTemplate>("cfnNotes/notesInTemplate", params);
    const lines = async (everywhere: boolean): Promise<readonly string[]> => {
      const found = await asked.request<NoteUses>("cfnNotes/noteUses", { id: notes[0]?.id, everywhere });
      assert.equal(found.isComplete, true);
      return found.places.map((place) => `${place.uri.split("/").at(-1)} ${place.text}`);
    };
    assert.deepEqual(await lines(false), ["template.yaml DeletionPolicy: Retain"]);
    assert.deepEqual(await lines(true), ["template.yaml DeletionPolicy: Retain", "other.yaml DeletionPolicy: Delete"]);
  });

  it("may be those of the workspace that name what a template declares, where no folder of it is one of notes", async () => {
    await write("repository/docs/runbook.md", "# Runbook\n\n## OrdersTable\n\nFed by OrdersQueue.\n");
    await write("repository/README.md", "# Orders\n\nHas an OrdersTable.\n");
    const named = `Resources:\n  OrdersTable:\n    Type: AWS::DynamoDB::Table\n  OrdersQueue:\n    Type: AWS::SQS::Queue\n`;
    const orders = pathToFileURL(join(home, "repository", "orders.yaml")).href;
    const ask = async (settings: object): Promise<unknown> => {
      const asked = await start(settings);
      await asked.open(orders, named);
      return asked.request("cfnNotes/namingDocuments", { textDocument: { uri: orders } });
    };
    const runbook = pathToFileURL(join(home, "repository", "docs", "runbook.md")).href;
    assert.deepEqual(await ask({}), [{ uri: runbook, names: ["OrdersTable", "OrdersQueue"] }]);
    await client?.stop();
    assert.equal(await ask({ folders: ["docs"] }), null);
    await client?.stop();
    assert.equal(await ask({ folders: [home] }), null);
    await client?.stop();
    await write("articles/exam.md", "# Exam\n");
    assert.deepEqual(await ask({ folders: [join(home, "articles")] }), [
      { uri: runbook, names: ["OrdersTable", "OrdersQueue"] },
    ]);
  });

  it("that a template names show in that template alone", async () => {
    await write("repository/docs/why.md", "# Why\n\n## DeletionPolicy\n\nThe auditors ask for it.\n");
    await write("elsewhere/secret.md", "# Secret\n\n## DeletionPolicy\n\nNot theirs.\n");
    const asked = await start();
    const refs = "[docs/why.md, {at: ../elsewhere/secret.md}, https://example.com/x.md, docs/gone.md]";
    const named = `Metadata:\n  com.aws.cloudformation.Context:\n    ref: ${refs}\n${TEMPLATE}`;
    const other = pathToFileURL(join(home, "repository", "named.yaml")).href;
    await asked.open(other, named);
    const text = await asked.untilAnswered(
      () => hover(asked, other, 6),
      (found) => found.includes("The auditors"),
    );
    assert.doesNotMatch(text, /Not theirs/);
    assert.doesNotMatch(await hover(asked), /The auditors/);
    const params = { textDocument: { uri: other } };
    const { notes } = await asked.request<NotesInTemplate>("cfnNotes/notesInTemplate", params);
    assert.deepEqual(
      notes.map(({ title, team }) => [title, team]),
      [["DeletionPolicy", true]],
    );
    await asked.connection.sendNotification("textDocument/didClose", { textDocument: { uri: other } });
    await asked.untilAnswered(
      () => asked.request<NoteUses | null>("cfnNotes/noteUses", { id: notes[0]?.id, everywhere: false }),
      (found) => found === null,
    );
  });

  it("are not read where a link leads out of the repository", async () => {
    await write("repository/.cfn-notes.yaml", "notes: [docs]\n");
    await write("repository/docs/rules.md", "# Our rules\n");
    await write("elsewhere/secret.md", "# Secret\n\n## DeletionPolicy\n\nNot theirs.\n");
    await symlink(join(home, "elsewhere", "secret.md"), join(home, "repository", "docs", "secret.md"));
    const asked = await start();
    const [folder] = await asked.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.deepEqual(
      folder?.files.map(({ title }) => title),
      ["Our rules"],
    );
  });

  it("are neither read nor watched in a folder that a link leads to, out of the repository", async () => {
    await write("repository/.cfn-notes.yaml", "notes: [docs, inner]\n");
    await write("repository/other/rules.md", "# Our rules\n");
    await write("elsewhere/secret.md", "# Secret\n\n## DeletionPolicy\n\nNot theirs.\n");
    await symlink(join(home, "elsewhere"), join(home, "repository", "docs"), "junction");
    await symlink(join(home, "repository", "other"), join(home, "repository", "inner"), "junction");
    const asked = await start();
    const folders = await asked.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.deepEqual(
      folders.map(({ files }) => files.map(({ title }) => title)),
      [[], ["Our rules"]],
    );
    assert.match(asked.messages.join("\n"), /docs” is not read: it is a link that leads out of the workspace/);
  });

  it("that a template names show from the first question on", async () => {
    await write("repository/docs/why.md", "# Why\n\n## DeletionPolicy\n\nThe auditors ask for it.\n");
    const named = `Metadata:\n  com.aws.cloudformation.Context: {ref: [docs/why.md]}\n${TEMPLATE}`;
    client = new Client({ notes: { builtIn: false } });
    await client.begin({
      workspaceFolders: [{ uri: pathToFileURL(join(home, "repository")).href, name: "repository" }],
    });
    void client.open(uri(), named);
    assert.match(await hover(client, uri(), 5), /The auditors/);
  });
});
