import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hover, MarkupContent } from "vscode-languageserver-types";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { appliedTo } from "../../../src/notes/write/noteDraft.ts";
import type { DraftNoteParams, NoteDraft, WritingPlaceResult } from "../../../src/protocol/writing.ts";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";
const TEMPLATE = `Resources:
  Q:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
`;
const OWN = { textDocument: { uri: URI }, position: { line: 3, character: 8 } };
const BUILT_IN = { textDocument: { uri: URI }, position: { line: 4, character: 8 } };
const NOTES = "# Memo\n\n## DeletionPolicy\n\nWhat stays.\n";

describe("writing notes over LSP", () => {
  let home: string;
  let client: Client;
  let article: DraftNoteParams["article"];

  before(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await mkdir(join(home, "notes"));
    await writeFile(join(home, "notes", "memo.md"), NOTES);
    await writeFile(join(home, "notes", "zz.md"), "# Jobs\n\n## OrdersQueue\n\nOurs.\n");
    article = { uri: pathToFileURL(join(home, "notes", "memo.md")).href, text: NOTES };
    client = new Client({ notes: { folders: [join(home, "notes")], builtIn: true }, language: "en" });
    await client.start({ initializationOptions: { commands: ["cfnNotes.writeNoteHere"] } });
    await client.open(URI, TEMPLATE);
  });

  after(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function draft(params: Omit<DraftNoteParams, "article">): Promise<NoteDraft | null> {
    return client.request<NoteDraft | null>("cfnNotes/draftNote", { ...params, article });
  }

  async function hover(place: object): Promise<string> {
    const found = await client.request<Hover | null>("textDocument/hover", place);
    return (found?.contents as MarkupContent | undefined)?.value ?? "";
  }

  it("tells what there is to write about, and which notes there are", async () => {
    const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", OWN);
    assert.ok(found && "subject" in found);
    assert.equal(found.subject, "resource attribute DeletionPolicy");
    assert.equal(found.own?.title, "DeletionPolicy");
    const jobs = { uri: pathToFileURL(join(home, "notes", "zz.md")).href, title: "Jobs" };
    assert.deepEqual(found.articles, [{ uri: article.uri, title: "Memo", isNear: true }, jobs]);
    const other = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", BUILT_IN);
    assert.ok(other && "subject" in other);
    assert.deepEqual([other.own, other.builtIn?.builtIn], [undefined, true]);
  });

  it("names the files first that have notes on the template's own things", async () => {
    const uri = pathToFileURL(join(home, "notes", "zz.md")).href;
    const template = pathToFileURL(join(home, "jobs.yaml")).href;
    await client.open(template, TEMPLATE.replace("  Q:", "  OrdersQueue:\n    Type: AWS::SQS::Queue\n  LateQueue:"));
    const articlesAt = async (line: number): Promise<unknown> => {
      const place = { textDocument: { uri: template }, position: { line, character: 4 } };
      const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", place);
      return found && "articles" in found ? found.articles : found;
    };
    const [memo, jobs] = [
      { uri: article.uri, title: "Memo" },
      { uri, title: "Jobs" },
    ];
    assert.deepEqual(await articlesAt(3), [{ ...jobs, isNear: true }, memo]);
    assert.deepEqual(await articlesAt(5), [{ ...memo, isNear: true }, jobs]);
  });

  it("names the file on the place's service first, and none that cannot be written into", async () => {
    const folder = join(home, "services");
    await mkdir(folder);
    await writeFile(join(folder, "memo.md"), "# Memo\n\n## Ref\n\nText.\n");
    await writeFile(join(folder, "scaling.md"), "# EC2 Auto Scaling\n\nGroups.\n");
    // `# SQS` and メモ in Shift_JIS.
    await writeFile(join(folder, "sqs.md"), Buffer.from([0x23, 0x20, 0x53, 0x51, 0x53, 0x0a, 0x83, 0x81, 0x83, 0x82]));
    const student = new Client({ notes: { folders: [folder], builtIn: true }, language: "en" });
    await student.start();
    const group =
      "Resources:\n  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 1\n";
    await student.open(URI, group);
    const place = { textDocument: { uri: URI }, position: { line: 4, character: 8 } };
    const found = await student.request<WritingPlaceResult | null>("cfnNotes/writingPlace", place);
    assert.deepEqual(
      found && "articles" in found ? found.articles.map(({ title, isNear }) => [title, isNear]) : found,
      [
        ["EC2 Auto Scaling", true],
        ["Memo", undefined],
      ],
    );
    await student.stop();
  });

  it("names a note that shows and cannot be written to, and says why nothing is added to it", async () => {
    const folder = await mkdtemp(join(home, "old-"));
    await writeFile(join(folder, "memo.md"), "# Memo\n\n## Ref\n\nText.\n");
    const written = "# Old\n\n## DeletionPolicy\n\nWhat stays: ";
    await writeFile(join(folder, "old.md"), Buffer.from([...Buffer.from(written), 0x83, 0x81, 0x83, 0x82]));
    const student = new Client({ notes: { folders: [folder], builtIn: false }, language: "en" });
    await student.start();
    await student.open(URI, TEMPLATE);
    const found = await student.request<WritingPlaceResult | null>("cfnNotes/writingPlace", OWN);
    assert.ok(found && "subject" in found && found.own);
    const { id, line, uri } = found.own;
    assert.match(uri, /old\.md$/);
    const asked = { ...OWN, article: { uri, text: written }, below: { id, line } };
    const draft = await student.request<{ readonly refusal?: string }>("cfnNotes/draftNote", asked);
    assert.match(draft.refusal ?? "", /^old\.md is not UTF-8/);
    await student.stop();
  });

  it("names no report on one day and no decision, nor adds to what they say", async () => {
    const folder = await mkdtemp(join(home, "team-"));
    const decision =
      "# ADR-002: Queues\n\n## DeletionPolicy\n\nWe keep queues, since their messages are paid orders.\n";
    await writeFile(join(folder, "adr-002.md"), decision);
    await writeFile(join(folder, "2025-09-01-lost.md"), decision.replace(/^.*/, "# Messages lost"));
    await writeFile(join(folder, "queues.md"), "# Queues\n\n## AWS::SQS::Queue\n\nWhat waits.\n");
    const other = new Client({ notes: { folders: [folder], builtIn: false }, language: "en" });
    try {
      await other.start();
      await other.open(URI, TEMPLATE);
      const found = await other.request<WritingPlaceResult | null>("cfnNotes/writingPlace", OWN);
      assert.ok(found && "subject" in found);
      assert.equal(found.own, undefined);
      assert.deepEqual(
        found.articles.map(({ title }) => title),
        ["Queues"],
      );
    } finally {
      await other.stop();
    }
  });

  it("takes the end of a line with a key alone for the key", async () => {
    const end = { textDocument: { uri: URI }, position: { line: 1, character: 4 } };
    const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", end);
    assert.equal(found && "subject" in found ? found.subject : undefined, "logical ID Q");
    assert.match((await draft(end))?.text ?? "", /## Q\n/);
  });

  it("knows of a note that was typed just now, and of one that was just undone", async () => {
    const own = async (): Promise<string | undefined> => {
      const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", BUILT_IN);
      return found && "subject" in found ? found.own?.title : undefined;
    };
    await client.open(article.uri, NOTES, "markdown");
    await client.change(article.uri, [{ text: `${NOTES}\n## UpdateReplacePolicy\n\nNew.\n` }]);
    assert.equal(await own(), "UpdateReplacePolicy");
    await client.change(article.uri, [{ text: NOTES }]);
    assert.equal(await own(), undefined);
    // What is written below a row becomes one.
    const row = `${NOTES}\n## When a stack changes\n\n| Key | Meaning |\n|---|---|\n| UpdateReplacePolicy | What stays behind a new one. |\n`;
    await client.change(article.uri, [{ text: row }]);
    assert.equal(await own(), undefined);
    assert.match(await hover(BUILT_IN), /What stays behind a new one/);
    await client.change(article.uri, [{ text: NOTES }]);
    assert.equal(await own(), undefined);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: article.uri } });
  });

  it("refuses where nothing can be bound, and documents that are no templates", async () => {
    const nothing = { ...OWN, position: { line: 5, character: 0 } };
    const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", nothing);
    assert.ok(found && "refusal" in found);
    const closed = { ...OWN, textDocument: { uri: "file:///other.yaml" } };
    assert.equal(await client.request("cfnNotes/writingPlace", closed), null);
    assert.equal(await client.request("cfnNotes/draftNote", { ...closed, article }), null);
  });

  it("drafts by the text that the editor has", async () => {
    const found = await draft(BUILT_IN);
    assert.equal(found?.text, "\n\n## UpdateReplacePolicy\n\n");
    assert.deepEqual([found.line, found.character, found.caret], [4, 11, { line: 8, character: 0 }]);
  });

  it("quotes a note, and none of the quotation becomes a note of one's own", async () => {
    const place = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", BUILT_IN);
    assert.ok(place && "subject" in place && place.builtIn);
    const found = await draft({ ...BUILT_IN, quote: place.builtIn.id });
    assert.match(found?.text ?? "", /## UpdateReplacePolicy\n\n\n\n> <!-- quotation -->\n> \S/);
    const text = NOTES.trimEnd() + found?.text;
    const { notes } = readNotes({ uri: article.uri, text, builtIn: false, language: "en" });
    assert.deepEqual(
      notes.map(({ title }) => title),
      ["Memo", "Memo", "DeletionPolicy", "UpdateReplacePolicy"],
    );
  });

  it("adds an example below a note", async () => {
    const id = `${article.uri}#Memo/DeletionPolicy`;
    const found = await draft({ ...OWN, below: { id, line: 2 }, code: "    DeletionPolicy: Retain" });
    assert.equal(found?.text, "\n\n```yaml\nDeletionPolicy: Retain\n```");
  });

  it("writes for the place that was asked for, however somebody typed on", async () => {
    const typed = TEMPLATE.replace("UpdateReplace", "UxxxpdateReplace");
    await client.change(URI, [{ text: typed }]);
    assert.equal((await draft({ ...BUILT_IN, template: TEMPLATE }))?.text, "\n\n## UpdateReplacePolicy\n\n");
    const asked = { ...BUILT_IN, template: TEMPLATE };
    const found = await client.request<WritingPlaceResult | null>("cfnNotes/writingPlace", asked);
    assert.equal(found && "subject" in found && found.subject, "resource attribute UpdateReplacePolicy");
    await client.change(URI, [{ text: TEMPLATE }]);
  });

  it("says why it writes nothing", async () => {
    const open = { uri: article.uri, text: "# Memo\n\n```\ncode\n" };
    assert.deepEqual(await client.request("cfnNotes/draftNote", { ...BUILT_IN, article: open }), {
      refusal: "No note can be written into memo.md: something in it is not closed, such as a code block.",
    });
  });

  it("adds a marker where a document of several templates would not show without", async () => {
    const folder = join(home, "photos");
    await mkdir(folder);
    const text =
      "# Photos\n\n| Parameter | Description |\n|---|---|\n| `Stage` | The stage |\n| `AlarmEmail` | Who |\n";
    const parameters = (...names: readonly string[]): string =>
      `Parameters:\n${names.map((name) => `  ${name}:\n    Type: String\n`).join("")}`;
    const ending = `Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n`;
    const files = {
      "README.md": text,
      "api.yaml": `${parameters("Stage", "AlarmEmail")}${ending}`,
      "network.yaml": `Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n`,
      "storage.yaml": `${parameters("RetentionDays", "Stage")}${ending}`,
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const reader = new Client({ notes: { folders: [folder], builtIn: false }, language: "en" });
    await reader.start({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "photos" }] });
    const readme = pathToFileURL(join(folder, "README.md")).href;
    for (const [file, line] of [
      ["storage.yaml", 1],
      ["storage.yaml", 3],
      ["api.yaml", 6],
    ] as const) {
      const uri = pathToFileURL(join(folder, file)).href;
      await reader.open(uri, files[file]);
      const place = { textDocument: { uri }, position: { line, character: 4 } };
      const article = { uri: readme, text };
      // Once the other templates are read.
      const written = await reader.untilAnswered(
        () => reader.request<NoteDraft>("cfnNotes/draftNote", { ...place, article }),
        (draft) => draft.text.includes("<!-- cfn: "),
      );
      const { caret, ...draft } = written;
      const lines = appliedTo(text, { caret, ...draft }).split("\n");
      lines[caret.line] = "As agreed.";
      await reader.open(readme, lines.join("\n"), "markdown");
      const found = await reader.request<Hover | null>("textDocument/hover", place);
      assert.match((found?.contents as MarkupContent | undefined)?.value ?? "", /As agreed\./, written.text);
      await reader.connection.sendNotification("textDocument/didClose", { textDocument: { uri: readme } });
    }
    await reader.stop();
  });

  it("links from hovers without a note of one's own, and from those alone", async () => {
    assert.match(await hover(BUILT_IN), /\[In my own words\]\(command:cfnNotes\.inMyOwnWords\?[^)]*\)$/);
    assert.doesNotMatch(await hover(OWN), /cfnNotes\.(?:inMyOwnWords|writeNoteHere)/);
  });
});
