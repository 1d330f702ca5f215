import assert from "node:assert/strict";
import {
  type CodeAction,
  CodeActionTriggerKind,
  commands,
  Position,
  Range,
  Selection,
  type TextEditor,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { pictureFile } from "../src/notes/noteImages.ts";
import { articleIn } from "../src/writing/articles.ts";
import { writeActions } from "../src/writing/writeCommands.ts";
import {
  cfnNotes,
  eventAfter,
  fileUri,
  moveCaretInto,
  positionOf,
  read,
  remove,
  setSetting,
  show,
  titlesOf,
  until,
  write,
} from "./support.ts";

/** Between the keys of somebody who types very fast. */
const KEY_MS = 40;
const MEMO = "# Memo\n\n## DeletionPolicy\n\nWhat stays.\n";

describe("Writing notes", () => {
  before(async () => {
    await setSetting("language", "en");
    await write("memo/memo.md", MEMO);
    await setSetting("notes.folders", ["memo"]);
    const { noteTree } = await cfnNotes();
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("DeletionPolicy"));
  });

  after(async () => {
    const { noteTree } = await cfnNotes();
    await setSetting("notes.folders", undefined);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).length === 0);
    await setSetting("language", undefined);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove("memo");
  });

  /** The text of the article with `<|>` at the caret; it is taken back by one undo. */
  async function written(command: string): Promise<string> {
    assert.equal(await commands.executeCommand(command), true);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), fileUri("memo/memo.md").toString());
    const text = drawn(editor);
    if (editor.document.isDirty) {
      await commands.executeCommand("undo");
    }
    assert.equal(editor.document.getText(), MEMO);
    return text;
  }

  function drawn({ document, selection }: TextEditor): string {
    const at = document.offsetAt(selection.active);
    return `${document.getText().slice(0, at)}<|>${document.getText().slice(at)}`;
  }

  it("puts a heading beside its like, the caret below it, and the template stays in sight", async () => {
    await show("template.yaml");
    moveCaretInto("UpdateReplacePolicy");
    const after = "# Memo\n\n## DeletionPolicy\n\nWhat stays.\n\n## UpdateReplacePolicy\n\n<|>\n";
    assert.equal(await written("cfnNotes.writeNoteHere"), after);
    assert.ok(window.visibleTextEditors.some(({ document }) => document.fileName.endsWith("template.yaml")));
  });

  it("shows what is being written at the caret of the template beside it", async () => {
    const { view } = await cfnNotes();
    await commands.executeCommand("cfnNotes.noteAtCursor.focus");
    await show("template.yaml");
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === "UpdateReplacePolicy",
      () => moveCaretInto("UpdateReplacePolicy"),
    );
    assert.equal(await commands.executeCommand("cfnNotes.writeNoteHere"), true);
    await eventAfter(
      view.onDidShow,
      ({ notes: [first] }) => first?.html.includes("What was there.") === true,
      () => commands.executeCommand("type", { text: "What was there." }),
    );
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("shows the notes of the line that somebody has just written", async () => {
    const { view } = await cfnNotes();
    const document = await show("template.yaml");
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === "UpdateReplacePolicy",
      () => moveCaretInto("UpdateReplacePolicy"),
    );
    const editor = window.activeTextEditor;
    const end = document.lineAt(positionOf(document, "DeletionPolicy").line).range.end;
    assert.ok(editor);
    editor.selection = new Selection(end, end);
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === "CreationPolicy",
      () => commands.executeCommand("type", { text: "\nCreationPolicy:\n  " }),
    );
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("puts what is typed meanwhile below the heading, and nowhere else", async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    const template = await show("template.yaml");
    const before = template.getText();
    moveCaretInto("UpdateReplacePolicy");
    let isDone = false;
    const done = commands.executeCommand("cfnNotes.writeNoteHere").then((isWritten) => {
      isDone = true;
      return isWritten;
    });
    let typed = "";
    let inTemplate = 0;
    const type = async (): Promise<void> => {
      const key = typed.length % 7 === 6 ? " " : String.fromCharCode(97 + (typed.length % 26));
      await commands.executeCommand("type", { text: key });
      typed += key;
      await new Promise((resolve) => setTimeout(resolve, KEY_MS));
      inTemplate = Math.max(inTemplate, template.getText().length - before.length);
    };
    while (!isDone) await type();
    await type();
    assert.equal(await done, true);
    assert.ok(inTemplate > 0);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const heading = "# Memo\n\n## DeletionPolicy\n\nWhat stays.\n\n## UpdateReplacePolicy\n\n";
    assert.equal(drawn(editor), `${heading}${typed}<|>\n`);
    assert.equal(template.getText(), before);
    const tabs = window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(tabs, [["template.yaml"], ["memo.md"]]);
    await commands.executeCommand("workbench.action.files.revert");
    await window.showTextDocument(template, ViewColumn.One);
    await commands.executeCommand("workbench.action.files.revert");
    assert.equal(template.getText(), before);
  });

  it("saves both files if somebody saves what is typed meanwhile", async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    const template = await show("template.yaml");
    const before = template.getText();
    moveCaretInto("UpdateReplacePolicy");
    const saved: string[] = [];
    const listener = workspace.onWillSaveTextDocument(({ document }) => saved.push(document.getText()));
    const done = commands.executeCommand("cfnNotes.writeNoteHere");
    await commands.executeCommand("type", { text: "Both. " });
    await template.save();
    assert.equal(await done, true);
    listener.dispose();
    assert.match(saved[0] ?? "", /Both\. /);
    const onDisk = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));
    assert.equal(await onDisk(template.uri), before);
    assert.equal(await onDisk(fileUri("memo/memo.md")), `${MEMO}\n## UpdateReplacePolicy\n\nBoth. \n`);
    const memo = window.activeTextEditor?.document;
    assert.ok(memo);
    assert.deepEqual([template.isDirty, memo.isDirty], [false, false]);
    const change = new WorkspaceEdit();
    change.replace(memo.uri, new Range(0, 0, memo.lineCount, 0), MEMO);
    await workspace.applyEdit(change);
    assert.equal(await memo.save(), true);
  });

  it("leaves in the template what is typed elsewhere in it meanwhile", async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    const template = await show("template.yaml");
    const before = template.getText();
    moveCaretInto("UpdateReplacePolicy");
    const done = commands.executeCommand("cfnNotes.writeNoteHere");
    await commands.executeCommand("cursorBottom");
    await commands.executeCommand("type", { text: "# Later" });
    assert.equal(await done, true);
    assert.equal(template.getText(), `${before}# Later`);
    await commands.executeCommand("workbench.action.files.revert");
    await window.showTextDocument(template, ViewColumn.One);
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("writes a note where it belongs if the file changes meanwhile", async () => {
    await show("template.yaml");
    moveCaretInto("UpdateReplacePolicy");
    const memo = await workspace.openTextDocument(fileUri("memo/memo.md"));
    const done = commands.executeCommand("cfnNotes.writeNoteHere");
    for (let at = 0; at < 2; at++) {
      const change = new WorkspaceEdit();
      change.insert(memo.uri, new Position(1, 0), "A line.\n");
      await workspace.applyEdit(change);
    }
    assert.equal(await done, true);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const [, added = ""] = /^# Memo\n((?:A line\.\n)+)/.exec(drawn(editor)) ?? [];
    assert.equal(drawn(editor), `# Memo\n${added}${MEMO.slice(7)}\n## UpdateReplacePolicy\n\n<|>\n`);
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("quotes the built-in note below", async () => {
    await show("template.yaml");
    moveCaretInto("UpdateReplacePolicy");
    const text = await written("cfnNotes.inMyOwnWords");
    assert.match(text, /## UpdateReplacePolicy\n\n<\|>\n\n> <!-- quotation -->\n> \S/);
    assert.doesNotMatch(text, /<!-- cfn|<!-- source/);
  });

  it("begins a line at the end of a note that is there already", async () => {
    await show("template.yaml");
    moveCaretInto("DeletionPolicy");
    const text = await written("cfnNotes.writeNoteHere");
    assert.match(text, /What stays\.\n<\|>\n$/);
  });

  it("adds the selected lines below the note of the place", async () => {
    const document = await show("template.yaml");
    const editor = window.activeTextEditor;
    const start = positionOf(document, "DeletionPolicy");
    assert.ok(editor);
    editor.selection = new Selection(start, start.translate(0, 3));
    const { text } = document.lineAt(start.line);
    const after = `# Memo\n\n## DeletionPolicy\n\nWhat stays.\n\n\`\`\`yaml\n${text.trim()}\n\`\`\`<|>\n`;
    assert.equal(await written("cfnNotes.addSelectionToNote"), after);
  });

  it("is offered where somebody asks what can be done", async () => {
    const document = await show("template.yaml");
    const at = positionOf(document, "UpdateReplacePolicy");
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new Selection(at, at),
    );
    const offered = actions.filter(({ command }) => command?.command === "cfnNotes.writeNoteHere");
    assert.deepEqual(
      offered.map(({ title }) => title),
      ["Write a note here"],
    );
    // What lights the lamp is asked by the editor itself.
    assert.deepEqual(writeActions(document, new Selection(at, at), CodeActionTriggerKind.Automatic), []);
    assert.equal(writeActions(document, new Selection(at, at), CodeActionTriggerKind.Invoke).length, 1);
  });

  it("makes a file for notes in a folder that has none, and takes one that is there", async () => {
    const folder = fileUri("memo/empty");
    await workspace.fs.createDirectory(folder);
    const made = await articleIn(folder);
    assert.ok(made);
    assert.equal(made.path, `${folder.path}/notes.md`);
    assert.equal(await read("memo/empty/notes.md"), "# Notes on AWS\n");
    assert.equal((await articleIn(folder))?.path, made.path);
  });

  it("shows an example with the caret at its CreationPolicy", async () => {
    await commands.executeCommand("cfnNotes.showExample");
    const { document, selection } = window.activeTextEditor ?? {};
    assert.ok(document?.isUntitled && selection);
    assert.match(document.lineAt(selection.active.line).text, /^ +CreationPolicy:$/);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  for (const [source, file] of [
    ["a.png", "/notes/aws/a.png"],
    ["img/a%20b.png", "/notes/aws/img/a b.png"],
    ["../a.png", "/notes/a.png"],
    ["/images/a.png", "/notes/images/a.png"],
    ["../../secret.png", undefined],
    ["/../secret.png", undefined],
    ["//host/a.png", undefined],
    ["..\\..\\a.png", undefined],
    ["https://example.com/a.png", undefined],
    ["file:///etc/a.png", undefined],
    ["%zz.png", undefined],
  ] as const) {
    it(`finds the picture ${source} among the notes alone`, () => {
      const found = pictureFile(Uri.file("/notes/aws/note.md"), Uri.file("/notes"), source);
      assert.equal(found?.path, file);
    });
  }
});
