import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hover } from "vscode-languageserver-types";
import type { FolderReport, PlaceExplanation, UnplacedFile } from "../../../src/protocol/notes.ts";
import type { BindableNotes, LostBindings, MarkerEditResult } from "../../../src/protocol/writing.ts";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";
const TEMPLATE = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 5\n";
const position = { line: 4, character: 8 };
const place = { textDocument: { uri: URI }, position };
const NOTES = "# Memo\n\n## 三題噺の作法\n\nWhat I know of delays.\n\n## AWS::SQS::Queue\n\nOn queues.\n";

describe("why notes show or not, over LSP", () => {
  let home: string;
  let client: Client;
  let lost: LostBindings[];
  let wake: () => void;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await mkdir(join(home, "notes"));
    await writeFile(join(home, "notes", "memo.md"), NOTES);
    client = new Client({ notes: { folders: [join(home, "notes")], builtIn: false }, language: "ja" });
    lost = [];
    wake = () => undefined;
    client.connection.onNotification("cfnNotes/bindingsLost", (found: LostBindings) => {
      lost.push(found);
      wake();
    });
    await client.start({ initializationOptions: { commands: ["cfnNotes.bindNoteHere"] } });
    await client.open(URI, TEMPLATE);
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** Writes a file, and waits until the server tells that something was lost by it. */
  async function writeAndHear(file: string, text: string): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await writeFile(file, text);
    await heard;
  }

  async function hover(): Promise<string> {
    const found = await client.request<Hover | null>("textDocument/hover", place);
    return found === null ? "" : (found.contents as { value: string }).value;
  }

  it("turns a miss into a hit by one marker", async () => {
    const missed = await client.request<PlaceExplanation>("cfnNotes/explainPlace", place);
    assert.equal(missed.subject, "AWS::SQS::QueueのプロパティDelaySeconds");
    assert.deepEqual(missed.shown, []);

    const { notes, place: marked } = await client.request<BindableNotes>("cfnNotes/bindableNotes", place);
    const note = notes.find(({ title }) => title === "三題噺の作法");
    assert.ok(note && marked !== undefined);
    const file = join(home, "notes", "memo.md");
    const text = await readFile(file, "utf8");
    const { id, line, uri } = note;
    const asked = { uri, text, id, line, places: [marked] };
    const edit = await client.request<MarkerEditResult>("cfnNotes/markerEdit", asked);
    assert.deepEqual(edit, {
      kind: "insert",
      line: 3,
      character: 0,
      text: "<!-- cfn: AWS::SQS::Queue.DelaySeconds -->\n",
    });
    const lines = text.split("\n");
    await writeFile(file, [...lines.slice(0, 3), edit.text.trimEnd(), ...lines.slice(3)].join("\n"));
    await client.untilAnswered(hover, (shown) => shown.includes("What I know of delays"));
    const found = await client.request<PlaceExplanation>("cfnNotes/explainPlace", place);
    assert.deepEqual(
      found.shown.map(({ title }) => title),
      ["三題噺の作法"],
    );
  });

  it("searches the notes to bind, and says what is no place for one", async () => {
    const found = await client.request<BindableNotes>("cfnNotes/bindableNotes", { ...place, query: "queues" });
    assert.deepEqual(
      found.notes.map(({ title }) => title),
      ["AWS::SQS::Queue"],
    );
    const onName = { textDocument: { uri: URI }, position: { line: 1, character: 3 } };
    assert.equal((await client.request<BindableNotes>("cfnNotes/bindableNotes", onName)).place, "id:Q");
    const onNothing = { textDocument: { uri: URI }, position: { line: 1, character: 0 } };
    const refused = await client.request<BindableNotes>("cfnNotes/bindableNotes", onNothing);
    assert.equal(refused.place, undefined);
    assert.match(refused.refusal ?? "", /結び付けられるものがありません/);
    const elsewhere = { textDocument: { uri: "file:///none.yaml" }, position };
    assert.equal(await client.request("cfnNotes/bindableNotes", elsewhere), null);
    assert.equal(await client.request("cfnNotes/explainPlace", elsewhere), null);
  });

  it("lists what shows nowhere", async () => {
    const files = await client.request<UnplacedFile[]>("cfnNotes/notesNotPlaced", {});
    assert.deepEqual(
      files.map(({ title, notes }) => [title, notes.map((note) => note.title)]),
      [["Memo", ["三題噺の作法"]]],
    );
    assert.match(files[0]?.notes[0]?.reason ?? "", /名前の一覧にもない/);
  });

  it("reports on a folder that the settings name", async () => {
    const folder = pathToFileURL(join(home, "notes")).href;
    const report = await client.request<FolderReport>("cfnNotes/folderReport", { folder: `${folder}/`, template: URI });
    assert.deepEqual(report, {
      files: 1,
      notes: 3,
      inTemplate: 1,
      example: { start: { line: 2, character: 10 }, end: { line: 2, character: 25 } },
    });
    assert.equal(await client.request("cfnNotes/folderReport", { folder: "file:///none" }), null);
  });

  it("tells of a heading that binds no more since its words changed, once", async () => {
    const file = join(home, "notes", "memo.md");
    const told = (): readonly (readonly string[])[] =>
      lost.flatMap(({ notes }) => notes.map(({ oldTitle, newTitle, places }) => [oldTitle, newTitle, ...places]));
    const changed = `${NOTES.replace("## AWS::SQS::Queue", "## 列のこと")}\n## CreationPolicy\n\nWaiting.\n`;
    await writeAndHear(file, changed);
    assert.deepEqual(told(), [["AWS::SQS::Queue", "列のこと", "AWS::SQS::Queue"]]);
    await writeAndHear(file, changed.replace("列のこと", "列のことなど").replace("CreationPolicy", "待つこと"));
    assert.deepEqual(told().slice(1), [["CreationPolicy", "待つこと", "CreationPolicy"]]);
  });
});
