import assert from "node:assert/strict";
import { type CodeLens, commands, type Location, languages, WorkspaceEdit, window } from "vscode";
import { SHOW_NOTE_USES_COMMAND } from "../../server/src/protocol/notes.ts";
import type { TemplateNoteNode } from "../src/uses/templateNoteNode.ts";
import { templateNotesStatus } from "../src/uses/templateNotesStatus.ts";
import { cfnNotes, fileUri, hoverTextIn, positionOf, remove, setSetting, show, until, write } from "./support.ts";

const MEMO = "# Memo\n\n## DeletionPolicy\n\nWhat stays.\n\n## RDS\n\nSee [[nowhere]].\n";

describe("Notes in this template", () => {
  before(async () => {
    await setSetting("language", "en");
    await write("graph/memo.md", MEMO);
    await setSetting("notes.folders", ["graph"]);
    await show("template.yaml");
    await commands.executeCommand("cfnNotes.inTemplate.focus");
    const { graph } = await cfnNotes();
    await until(graph.notes.onDidChange, () => graph.notes.shown?.ownShown === 2 && !graph.notes.shown.countOnly);
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("notes.folders", undefined);
    await setSetting("language", undefined);
    await remove("graph");
  });

  it("lists the notes of the template by article, one's own first", async () => {
    const [memo, other] = await rows();
    assert.deepEqual(memo?.slice(0, 2), ["Memo 2", ["DeletionPolicy 1", "RDS 1"]]);
    assert.match(String(other?.[0]), / · built-in$/);
  });

  it("says in the status bar how many of one's own show", async () => {
    const { graph, templates } = await cfnNotes();
    const { createStatusBarItem } = window;
    const item = { text: "", tooltip: "", show: () => undefined, hide: () => undefined, dispose: () => undefined };
    Object.assign(window, { createStatusBarItem: () => item });
    try {
      templateNotesStatus(graph.notes, templates).dispose();
    } finally {
      Object.assign(window, { createStatusBarItem });
    }
    assert.match(item.text, /^\$\(notebook\) 2 · \d$/);
    assert.match(item.tooltip, /^2 of your \d notes show in this template\./);
  });

  it("lists them by resource, too", async () => {
    await commands.executeCommand("cfnNotes.groupByResource");
    const found = await rows();
    const database = found.find(([title]) => title?.toString().startsWith("Database"));
    assert.match(String(database?.[0]), /^Database \d+ · AWS::RDS::DBInstance$/);
    assert.deepEqual(database?.[1]?.slice(0, 2), ["DeletionPolicy 1", "RDS 1"]);
    await commands.executeCommand("cfnNotes.groupByArticle");
    assert.equal((await rows())[0]?.[0], "Memo 2");
  });

  it("follows edits of the template, and goes from place to place of a note, once to each line", async () => {
    const { graph } = await cfnNotes();
    const document = await show("template.yaml");
    await window.activeTextEditor?.edit((edit) =>
      edit.insert(positionOf(document, "  WebServer:"), "  B: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}\n"),
    );
    const places = (): number =>
      graph.notes.shown?.notes.find(({ title }) => title === "DeletionPolicy")?.places.length ?? 0;
    await until(graph.notes.onDidChange, () => places() === 2);
    const note = await noteTitled("DeletionPolicy");
    const lines: string[] = [];
    for (let times = 0; times < 3; times++) {
      await commands.executeCommand("cfnNotes.goToPlace", note);
      const editor = window.activeTextEditor;
      assert.ok(editor);
      assert.equal(editor.document.getText(editor.selection), "DeletionPolicy");
      lines.push(editor.document.lineAt(editor.selection.start.line).text.trim());
    }
    const [first, second, again] = lines;
    assert.equal(second, "B: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}");
    assert.ok(first !== second && again === first);
    await commands.executeCommand("workbench.action.files.revert");
    await until(graph.notes.onDidChange, () => places() === 1);
  });

  it("marks a note on which there are findings", async () => {
    const { graph } = await cfnNotes();
    const text = `Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Timeout: PT5M}}
    Properties:
      ImageId: ami-0123456789abcdef0
      UserData:
        Fn::Base64: |
          #!/bin/bash
          cfn-signal --stack x --resource Nope --region us-east-1
`;
    await write("graph/bad.yaml", text);
    await show("graph/bad.yaml");
    const marked = (): readonly TemplateNoteNode[] =>
      graph.tree
        .getChildren()
        .flatMap((group) => graph.tree.getChildren(group))
        .filter((node) => node.kind === "note" && node.findings > 0);
    await until(graph.tree.onDidChangeTreeData, () => marked().length > 0);
    const [first] = marked();
    assert.ok(first);
    const { contextValue, description } = graph.tree.getTreeItem(first);
    assert.equal(contextValue, "templateNoteWithFindings");
    assert.match(String(description), /^\d+ · \d findings? on this$/);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await show("template.yaml");
  });

  it("shows what is typed into a note before it is saved", async () => {
    const { server } = await cfnNotes();
    const template = await show("template.yaml");
    await show("graph/memo.md");
    const editor = window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(positionOf(editor.document, "stays"), "really "));
    await until(server.onDidChangeNotes, async () =>
      (await hoverTextIn(template, "DeletionPolicy")).includes("What really stays"),
    );
    await commands.executeCommand("workbench.action.files.revert");
    await until(server.onDidChangeNotes, async () =>
      (await hoverTextIn(template, "DeletionPolicy")).includes("What stays"),
    );
  });

  it("counts places above headings, and goes back to them", async () => {
    const document = await show("graph/memo.md");
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10);
    const own = lenses.filter(({ command }) => command?.command === SHOW_NOTE_USES_COMMAND);
    assert.deepEqual(
      own.map(({ command, range }) => [command?.title, range.start.line]),
      [
        ["1 place", 2],
        ["1 place", 6],
      ],
    );
    const at = positionOf(document, "DeletionPolicy").translate(0, 2);
    const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", document.uri, at);
    const inTemplate = found.filter(({ uri }) => uri.path.endsWith("/template.yaml"));
    assert.deepEqual(
      inTemplate.map(({ range }) => range.start.line),
      [4],
    );
    await commands.executeCommand(SHOW_NOTE_USES_COMMAND, ...(own[0]?.command?.arguments ?? []));
  });

  it("renames a heading with the links to it in other notes", async () => {
    const link = fileUri("graph/link.md");
    const { server } = await cfnNotes();
    await write("graph/link.md", "# Link\n\n[[memo#DeletionPolicy]]\n");
    const document = await show("graph/memo.md");
    const at = positionOf(document, "DeletionPolicy").translate(0, 2);
    const rename = "vscode.executeDocumentRenameProvider";
    let edit = new WorkspaceEdit();
    // The first news may come while the file is still being written.
    await until(server.onDidChangeNotes, async () => {
      edit = await commands.executeCommand<WorkspaceEdit>(rename, document.uri, at, "What is kept");
      return edit.has(link);
    });
    assert.deepEqual(
      edit.get(link).map(({ newText }) => newText),
      ["What is kept"],
    );
    await remove("graph/link.md");
  });

  it("tells of dead links in notes, and of nothing in other Markdown", async () => {
    const { uri } = await show("graph/memo.md");
    const told = (): readonly string[] =>
      languages.getDiagnostics(uri).flatMap(({ source, message }) => (source === "cfn-notes" ? [message] : []));
    await until(languages.onDidChangeDiagnostics, () => told().length > 0);
    assert.deepEqual(told(), ["There is no note nowhere yet."]);
    await write("elsewhere.md", MEMO);
    try {
      const other = await show("elsewhere.md");
      const { notes } = await cfnNotes();
      assert.equal(notes.has(other), false);
      assert.equal(await hoverTextIn(other, "DeletionPolicy"), "");
    } finally {
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await remove("elsewhere.md");
    }
  });

  /** Groups with what is in them, as they are shown. */
  async function rows(): Promise<(readonly [title: string, notes: readonly string[]])[]> {
    const { tree } = (await cfnNotes()).graph;
    const text = (node: TemplateNoteNode): string => {
      const { label, description } = tree.getTreeItem(node);
      return `${label} ${description}`;
    };
    return tree.getChildren().map((group) => [text(group), tree.getChildren(group).map(text)] as const);
  }

  async function noteTitled(title: string): Promise<TemplateNoteNode> {
    const { tree } = (await cfnNotes()).graph;
    const found = tree
      .getChildren()
      .flatMap((group) => tree.getChildren(group))
      .find((node) => node.kind === "note" && node.note.title === title);
    assert.ok(found);
    return found;
  }
});
