import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  Position,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import type { NotesInTemplate, NoteUses } from "../../../src/protocol/notes.ts";
import { withCaret } from "../../marked.ts";
import { Client, testHost } from "../client.ts";

const TEMPLATE_URI = "file:///template.yaml";
const TEMPLATE = `Resources:
  Q:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
  R:
    Type: AWS::SQS::Queue
    DeletionPolicy: Delete
`;

const MEMO = `# Memo

See [[other#Second part|there]] and [[nowhere]], or [this](other.md#second-part).

## DeletionPolicy

What stays. \`[[code]]\`

## 三題噺
<!-- cfn: AWS::SQS::Queue, AWS::SQS::Queue.Nothing -->

On queues.
`;
const OTHER = "# Other\n\n## Second part\n\nWords. [[memo#DeletionPolicy]] [m](memo.md#deletionpolicy)\n";

describe("files of notes over LSP", () => {
  let home: string;
  let client: Client;
  let memo: string;
  let other: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    const folder = join(home, "notes");
    await mkdir(folder);
    await writeFile(join(folder, "memo.md"), MEMO);
    await writeFile(join(folder, "other.md"), OTHER);
    memo = pathToFileURL(join(folder, "memo.md")).href;
    other = pathToFileURL(join(folder, "other.md")).href;
    client = new Client({ notes: { folders: [folder], builtIn: false }, language: "en" });
    await client.start({ initializationOptions: { commands: ["cfnNotes.showNoteUses"] } });
    await client.open(TEMPLATE_URI, TEMPLATE);
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** Opens a file as an editor has it, with the caret at a place of it. */
  async function openAt(source: string): Promise<{ textDocument: { uri: string }; position: Position }> {
    const { text, offset } = withCaret(source);
    await client.open(memo, text, "markdown");
    const before = text.slice(0, offset).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: memo }, position };
  }

  const hoverText = (hover: Hover | null): string =>
    hover === null ? "" : (hover.contents as { readonly value: string }).value;

  const starts = (locations: readonly Location[] | null): readonly string[] =>
    (locations ?? []).map(({ uri, range: { start } }) => `${uri.split("/").at(-1)} ${start.line}:${start.character}`);

  it("lists the notes of a template with their places", async () => {
    const textDocument = { uri: TEMPLATE_URI };
    const found = await client.request<NotesInTemplate>("cfnNotes/notesInTemplate", { textDocument });
    assert.deepEqual([found.own, found.ownShown], [5, 2]);
    assert.deepEqual(
      found.notes.map(({ title, places }) => [
        title,
        ...places.map(
          ({ range, owner }) => `${found.owners[owner]?.name} ${range.start.line}:${range.start.character}`,
        ),
      ]),
      [
        ["DeletionPolicy", "Q 3:4", "R 6:4"],
        ["三題噺", "Q 2:10", "R 5:10"],
      ],
    );
    assert.equal(found.owners[0]?.type, "AWS::SQS::Queue");
    const counted = await client.request<NotesInTemplate>("cfnNotes/notesInTemplate", {
      textDocument,
      countOnly: true,
    });
    assert.deepEqual(counted, { own: 5, ownShown: 2, notes: [], owners: [] });
    assert.equal(await client.request("cfnNotes/notesInTemplate", { textDocument: { uri: memo } }), null);
  });

  it("tells where a note is used, with the line", async () => {
    const found = await client.request<NoteUses>("cfnNotes/noteUses", { id: `${memo}#Memo/三題噺`, everywhere: true });
    assert.deepEqual(
      [found.title, ...found.places.map(({ text }) => text)],
      ["三題噺", "Type: AWS::SQS::Queue", "Type: AWS::SQS::Queue"],
    );
    assert.equal(await client.request("cfnNotes/noteUses", { id: `${memo}#gone`, everywhere: false }), null);
  });

  it("shows what is typed into a note before it is saved, and forgets it when that is dropped", async () => {
    await client.open(memo, MEMO, "markdown");
    const position = { line: 3, character: 6 };
    const at = { textDocument: { uri: TEMPLATE_URI }, position };
    const shown = async (): Promise<string> => hoverText(await client.request("textDocument/hover", at));
    assert.match(await shown(), /What stays/);
    await client.change(memo, [{ text: MEMO.replace("What stays", "What is kept") }]);
    await client.untilAnswered(shown, (text) => text.includes("What is kept"));
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: memo } });
    await client.untilAnswered(shown, (text) => text.includes("What stays"));
  });

  it("counts the places above each heading that has some", async () => {
    await client.open(memo, MEMO, "markdown");
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: memo } });
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title, command?.arguments?.[0]]),
      [
        [4, "2 places", `${memo}#Memo/DeletionPolicy`],
        [8, "2 places", `${memo}#Memo/三題噺`],
      ],
    );
  });

  it("counts nothing while no template is open", async () => {
    const other = new Client({ notes: { folders: [dirname(fileURLToPath(memo))], builtIn: false }, language: "en" });
    try {
      await other.start({ initializationOptions: { commands: ["cfnNotes.showNoteUses"] } });
      await other.open(memo, MEMO, "markdown");
      const lenses = await other.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: memo } });
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ["Where it shows", "Where it shows"],
      );
    } finally {
      await other.stop();
    }
  });

  it("counts and finds the places of a heading's sentences as the heading's", async () => {
    const text = MEMO.replace(
      "On queues.",
      "On queues.\n\n## What is left\nUpdateReplacePolicy is for the old one.\n- UpdateReplacePolicy is not for all types.",
    );
    await client.open(memo, text, "markdown");
    const template = "file:///replaced.yaml";
    await client.open(template, TEMPLATE.replaceAll("DeletionPolicy", "UpdateReplacePolicy"));
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: memo } });
    const [title, id] = lenses.flatMap(({ range, command }) =>
      range.start.line === 13 ? [command?.title, command?.arguments?.[0]] : [],
    );
    assert.equal(title, "2 places");
    const found = await client.request<NoteUses>("cfnNotes/noteUses", { id, everywhere: true });
    assert.deepEqual(
      found.places.map((place) => `${place.uri} ${place.text}`),
      [`${template} UpdateReplacePolicy: Retain`, `${template} UpdateReplacePolicy: Delete`],
    );
  });

  it("finds the places of a heading, and the links to it", async () => {
    const at = await openAt(MEMO.replace("## Deletion", "## Del<|>etion"));
    const found = await client.request<Location[]>("textDocument/references", {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(starts(found), [
      "memo.md 4:0",
      "template.yaml 3:4",
      "template.yaml 6:4",
      "other.md 4:7",
      "other.md 4:35",
    ]);
  });

  for (const [name, from, to, expected] of [
    ["a marker", "AWS::SQS::Queue,", "AWS::SQ<|>S::Queue,", ["template.yaml 2:10", "template.yaml 5:10"]],
    ["a [[link]]", "other#Sec", "other#S<|>ec", ["other.md 2:0"]],
    ["a link", "(other", "(oth<|>er", ["other.md 2:0"]],
    ["a dead link", "nowhere", "nowh<|>ere", []],
    ["text", "On queues", "On que<|>ues", []],
  ] as const) {
    it(`goes from ${name} to what it names`, async () => {
      const at = await openAt(MEMO.replace(from, to));
      assert.deepEqual(starts(await client.request("textDocument/definition", at)), expected);
    });
  }

  for (const [name, from, to, expected] of [
    ["a marker", "AWS::SQS::Queue,", "AWS::SQ<|>S::Queue,", /AWS::SQS::Queue.*creates/s],
    ["a link", "other#Sec", "other#S<|>ec", /Second part.*Words/s],
    ["a heading", "## Deletion", "## Del<|>etion", /Shows at `attribute:DeletionPolicy`/],
    ["text", "On queues", "On que<|>ues", /^$/],
  ] as const) {
    it(`says of ${name} what it is`, async () => {
      const at = await openAt(MEMO.replace(from, to));
      assert.match(hoverText(await client.request("textDocument/hover", at)), expected);
    });
  }

  for (const [source, expected] of [
    ["# A\n<!-- cfn: AWS::SQS::Qu<|> -->\n", ["AWS::SQS::Queue"]],
    ["# A\n<!-- cfn: AWS::S3::Bucket, AWS::SQS::Queue.Vis<|>\n", ["VisibilityTimeout"]],
    ["# A\n<!-- cfn: AWS::Route53::RecordSet.Type=<|> -->\n", ["CNAME"]],
    ["# A\n<!-- cfn: attribute:CreationPolicy.ResourceSignal.<|> -->\n", ["Timeout"]],
    ["# A\n<!-- cfn: section:<|> -->\n", ["Outputs"]],
    ["# A\n<!-- cfn: @<|> -->\n", ["@creation-policy"]],
    ["# A\n[[<|>\n", ["memo", "other"]],
    ["# A\n[[other#<|>\n", ["Second part"]],
    ["# A\n## UpdateRep<|>\n", ["UpdateReplacePolicy"]],
    ["# A\nAny text<|>\n", []],
  ] as const) {
    it(`completes ${JSON.stringify(source)}`, async () => {
      const at = await openAt(source);
      const found = await client.request<CompletionList | null>("textDocument/completion", at);
      const labels = found?.items.map(({ label }) => label) ?? [];
      assert.deepEqual(
        expected.filter((label) => !labels.includes(label)),
        [],
      );
      assert.equal(labels.length > 0, expected.length > 0);
    });
  }

  for (const [name, source, expected] of [
    ["closes a marker", "# A\n<!-- cfn: AWS::SQS::Queu<|>\nWords\n\n<!-- other -->\n", "AWS::SQS::Queue$0 -->"],
    ["takes the editor's > into its end", "# A\n<!-- cfn: Del<|>>\n", "attribute:DeletionPolicy$0 -->"],
    ["leaves one alone that is closed", "# A\n<!-- cfn: AWS::SQS::Queu<|> -->\n", "AWS::SQS::Queue"],
    [
      "leaves one alone that ends on another line",
      "# A\n<!-- cfn: AWS::SQS::Queu<|>\n  , word:b -->\n",
      "AWS::SQS::Queue",
    ],
    ["closes none in the front matter", "---\ncfn: AWS::SQS::Queu<|>\n---\n", "AWS::SQS::Queue"],
  ] as const) {
    it(`${name}: ${JSON.stringify(source)}`, async () => {
      const at = await openAt(source);
      const found = await client.request<CompletionList | null>("textDocument/completion", at);
      const item = found?.items.find(({ label }) => expected.replace("$0 -->", "") === label);
      const edit = item?.textEdit as TextEdit | undefined;
      assert.equal(edit?.newText, expected);
      const behind = source.slice(source.indexOf("<|>") + 3).startsWith(">") ? 1 : 0;
      assert.equal(edit?.range.end.character, at.position.character + behind);
    });
  }

  it("gives what it tells of notes the severities of the project", async () => {
    await writeFile(join(home, ".cfn-notes.yaml"), "rules:\n  unwritten-note: warning\n  repeated-term: off\n");
    await client.open(memo, `${MEMO}\n## DeletionPolicy\n\nAgain.\n`, "markdown");
    const told = (): readonly Diagnostic[] => client.published.findLast(({ uri }) => uri === memo)?.diagnostics ?? [];
    await client.until(() => told().some(({ code }) => code === "unwritten-note"));
    assert.deepEqual(
      told().map(({ code, severity }) => [code, severity]),
      [
        ["unknown-place", 2],
        ["unwritten-note", 2],
      ],
    );
  });

  it("tells of markers and links that lead nowhere", async () => {
    await client.open(memo, `${MEMO}\n## DeletionPolicy\n\nAgain.\n`, "markdown");
    const told = (): readonly Diagnostic[] => client.published.findLast(({ uri }) => uri === memo)?.diagnostics ?? [];
    await client.until(() => told().some(({ code }) => code === "repeated-term"));
    assert.deepEqual(
      told().map(({ code, range, message }) => [code, range.start.line, range.start.character, message]),
      [
        ["unknown-place", 9, 27, "There is no AWS::SQS::Queue.Nothing in CloudFormation where a note could show."],
        ["unwritten-note", 2, 36, "There is no note nowhere yet."],
        ["repeated-term", 13, 0, "“DeletionPolicy” is already defined in this file, on line 5."],
      ],
    );
  });

  it("tells what an open template has otherwise, until it is the same", async () => {
    const orders = pathToFileURL(join(home, "orders.yaml")).href;
    const properties = "Properties:\n      VisibilityTimeout: ";
    const text = `Resources:\n  OrdersQueue:\n    Type: AWS::SQS::Queue\n    ${properties}30\n`;
    await client.open(memo, "# Memo\n\n## OrdersQueue\n\n- VisibilityTimeout: 60 seconds\n", "markdown");
    await client.open(orders, text);
    const told = (): readonly Diagnostic[] => client.published.findLast(({ uri }) => uri === memo)?.diagnostics ?? [];
    await client.until(() => told().length > 0);
    assert.deepEqual(
      told().map(({ code, range, severity, message }) => [code, range.start, severity, message]),
      [
        [
          "note-contradicts-template",
          { line: 4, character: 21 },
          3,
          "The note says 60 seconds; VisibilityTimeout of OrdersQueue is 30 (orders.yaml, line 5).",
        ],
      ],
    );
    assert.deepEqual(
      told()[0]?.relatedInformation?.map(({ location }) => [location.uri, location.range]),
      [[orders, { start: { line: 4, character: 25 }, end: { line: 4, character: 27 } }]],
    );
    await client.change(orders, [{ text: text.replace("30", "60") }]);
    await client.until(() => told().length === 0);
  });

  it("offers to fix a marker that names something else", async () => {
    await client.open(memo, "# A\n<!-- cfn: AWS::SQS::Queu -->\n\nText.\n", "markdown");
    const told = (): readonly Diagnostic[] => client.published.findLast(({ uri }) => uri === memo)?.diagnostics ?? [];
    await client.until(() => told().some(({ code }) => code === "unknown-place"));
    const [diagnostic] = told();
    const range = diagnostic?.range;
    const context = { diagnostics: [diagnostic] };
    const asked = { textDocument: { uri: memo }, range, context };
    const actions = await client.request<readonly CodeAction[]>("textDocument/codeAction", asked);
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, edit?.changes?.[memo]]),
      [["Change to AWS::SQS::Queue", [{ range, newText: "AWS::SQS::Queue" }]]],
    );
  });

  it("renames a heading with the links to it", async () => {
    const at = await openAt(MEMO.replace("## Deletion", "## Del<|>etion"));
    const range = await client.request("textDocument/prepareRename", at);
    assert.deepEqual(range, { start: { line: 4, character: 3 }, end: { line: 4, character: 17 } });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at, newName: "What is kept" });
    const text = await readFile(new URL(other), "utf8");
    assert.equal(
      applied(text, edit.changes?.[other] ?? []),
      OTHER.replace("memo#DeletionPolicy", "memo#What is kept").replace("#deletionpolicy", "#what-is-kept"),
    );
    assert.deepEqual(edit.changes?.[memo], [{ range, newText: "What is kept" }]);
  });

  it("renames what the files hold now, though nobody has told of a change", async () => {
    await client.stop();
    const folder = join(home, "notes");
    client = new Client(
      { notes: { folders: [folder], builtIn: false }, language: "en" },
      { ...testHost, watchNotes: () => ({ dispose: () => undefined }) },
    );
    const workspace = { configuration: true, workspaceEdit: { documentChanges: true } };
    await client.start({ capabilities: { workspace } });
    const at = await openAt(MEMO.replace("## Deletion", "## Del<|>etion"));
    // As a checkout does: links are elsewhere, gone, and new.
    const moved = `# Other\n\nMore words.\n\n## Second part\n\n[[memo#DeletionPolicy]] is what counts.\n`;
    await writeFile(join(folder, "other.md"), moved);
    await writeFile(join(folder, "third.md"), "# Third\n\n[m](memo.md#deletionpolicy)\n");
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at, newName: "What is kept" });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    const versions = changes.map(({ textDocument: { uri, version } }) => [
      uri.slice(uri.lastIndexOf("/") + 1),
      version,
    ]);
    assert.deepEqual(Object.fromEntries(versions), { "memo.md": 1, "other.md": null, "third.md": null });
    const editsOf = (uri: string): TextEdit[] =>
      (changes.find(({ textDocument }) => textDocument.uri === uri)?.edits ?? []) as TextEdit[];
    assert.equal(applied(moved, editsOf(other)), moved.replace("DeletionPolicy", "What is kept"));
  });

  it("refuses to rename while files are being changed", async () => {
    await client.stop();
    let number = 0;
    let writing = Promise.resolve();
    let isWriting = true;
    const changing: Host = {
      ...testHost,
      readNotes: async (...given) => {
        if (isWriting) writing = writeFile(join(home, "notes/other.md"), `${OTHER}\n${number++}\n`);
        await writing;
        return testHost.readNotes(...given);
      },
    };
    client = new Client({ notes: { folders: [join(home, "notes")], builtIn: false }, language: "ja" }, changing);
    await client.start();
    const at = await openAt(MEMO.replace("## Deletion", "## Del<|>etion"));
    await assert.rejects(client.request("textDocument/rename", { ...at, newName: "A" }), /名前を変更しませんでした/);
    // Each change is followed by another reading: it must not write while the folder is removed.
    isWriting = false;
    await writing;
  });

  it("says nothing of Markdown elsewhere", async () => {
    const uri = "file:///elsewhere.md";
    await client.open(uri, `${MEMO}\nResources:\n  A:\n    Type: AWS::Nothing::Here\n`, "markdown");
    const at = { textDocument: { uri }, position: { line: 4, character: 5 } };
    assert.equal(await client.request("textDocument/hover", at), null);
    assert.equal(await client.request("textDocument/codeLens", at), null);
    assert.deepEqual(
      client.published.filter((one) => one.uri === uri),
      [],
    );
  });
});

function applied(text: string, edits: NonNullable<WorkspaceEdit["changes"]>[string]): string {
  const lines = text.split("\n");
  for (const { range, newText } of edits.toReversed()) {
    const line = lines[range.start.line] ?? "";
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join("\n");
}
