import assert from "node:assert/strict";
import {
  type CodeAction,
  commands,
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  languages,
  type Memento,
  Position,
  Selection,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { RenderedNote } from "../../server/src/protocol/notes.ts";
import { caretOf } from "../src/notes/followCaret.ts";
import type { NoteNode } from "../src/notes/noteNode.ts";
import { notePageOf } from "../src/notes/notePageOf.ts";
import { NotesTree } from "../src/notes/notesTree.ts";
import { placeMessages } from "../src/notes/placeMessages.ts";
import { FROM_NOTE_PAGE } from "../src/page/notePage.ts";
import { messageIn } from "../src/page/pageMessages.ts";
import { folderNews, reportOf } from "../src/writing/folderReport.ts";
import { keepBindings } from "../src/writing/lostBindings.ts";
import { bindNote, type NoteToMark, writeMarker } from "../src/writing/writeMarker.ts";
import {
  cfnNotes,
  eventAfter,
  fileUri,
  hoverTextIn,
  moveCaretInto,
  nodesOf,
  positionOf,
  read,
  remove,
  setSetting,
  show,
  titlesOf,
  until,
  write,
} from "./support.ts";

const KEY = "AllocatedStorage";
const PLACE = "AWS::RDS::DBInstance.AllocatedStorage";

/** The rows that a tree of its own scrolls to, one after the other, to show what shows nowhere. */
async function revealedUnplaced(): Promise<readonly string[]> {
  const { server } = await cfnNotes();
  const revealed: string[] = [];
  const { createTreeView } = window;
  const reveal = ({ kind }: NoteNode): void => void revealed.push(kind);
  Object.assign(window, { createTreeView: () => ({ reveal, dispose: () => undefined }) });
  try {
    const state = { get: <T>(_: string, usual: T) => usual, update: async () => undefined, keys: () => [] };
    const tree = new NotesTree(server, state as unknown as Memento);
    await until(tree.onDidChangeTreeData, () => tree.revealUnplaced());
    tree.dispose();
  } finally {
    Object.assign(window, { createTreeView });
  }
  return revealed;
}

describe("Why notes show or not", () => {
  before(async () => {
    await setSetting("language", "en");
    await write("mend/memo.md", "# Memo\n\n## 三題噺の作法\n\nWhat I know of disks.\n");
    await setSetting("notes.folders", ["mend"]);
    const { noteTree } = await cfnNotes();
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("三題噺の作法"));
  });

  after(async () => {
    const { noteTree } = await cfnNotes();
    await setSetting("notes.folders", undefined);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).length === 0);
    await setSetting("language", undefined);
    await remove("mend");
  });

  it("explains a place in the note view", async () => {
    const { view } = await cfnNotes();
    await commands.executeCommand("cfnNotes.noteAtCursor.focus");
    await show("template.yaml");
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === KEY,
      () => moveCaretInto(KEY),
    );
    const [subject] = await eventAfter(
      view.onDidRender,
      ([first]) => first?.startsWith("property") === true,
      () => commands.executeCommand("cfnNotes.explainPlace"),
    );
    assert.equal(subject, "property AllocatedStorage of AWS::RDS::DBInstance");
    assert.equal(view.shown.explained?.explanation.place, PLACE);
    const before: RenderedNote = {
      id: "",
      title: "",
      path: [],
      builtIn: true,
      team: false,
      uri: "",
      line: 0,
      html: "",
    };
    const page = notePageOf(view.shown, { notes: [before], images: {}, pinned: false, isReading: false });
    assert.equal(page.isPast, false, "Nothing says that there is no note.");
    const past = notePageOf({ label: KEY, notes: [], inTemplate: true }, { ...page, notes: [before] });
    assert.deepEqual([past.isPast, past.empty], [true, `No note: ${KEY}`], "The line may be cut at its end.");
  });

  it("offers to fix a marker that names something else", async () => {
    await write("mend/marked.md", "# Marked\n<!-- cfn: AWS::SQS::Queu -->\n\nText.\n");
    const document = await show("mend/marked.md");
    const at = positionOf(document, "AWS::SQS");
    const told = (): boolean => languages.getDiagnostics(document.uri).some(({ code }) => code === "unknown-place");
    await until(languages.onDidChangeDiagnostics, told);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new Selection(at, at),
    );
    assert.ok(actions.some(({ title }) => title === "Change to AWS::SQS::Queue"));
    await remove("mend/marked.md");
  });

  it("lists what shows nowhere, and binds it to the caret's place by one edit that is saved", async () => {
    const { noteTree } = await cfnNotes();
    const unplaced = async (): Promise<NoteNode | undefined> =>
      (await nodesOf(noteTree)).find(({ kind }) => kind === "unplacedNote");
    await until(noteTree.onDidChangeTreeData, async () => (await unplaced()) !== undefined);
    const group = (await noteTree.getChildren()).find(({ kind }) => kind === "unplaced");
    assert.ok(group);
    const item = noteTree.getTreeItem(group);
    assert.deepEqual([item.label, item.description], ["Not placed", "1"]);
    const node = await unplaced();
    assert.ok(node);
    assert.match(String(noteTree.getTreeItem(node).description), /not a name that CloudFormation/);

    assert.deepEqual(await revealedUnplaced(), ["unplaced", "unplacedNote", "unplaced"]);

    const template = await show("template.yaml");
    moveCaretInto(KEY);
    await commands.executeCommand("cfnNotes.bindToCaret", node);
    const text = `# Memo\n\n## 三題噺の作法\n<!-- cfn: ${PLACE} -->\n\nWhat I know of disks.\n`;
    assert.equal(await read("mend/memo.md"), text);
    await until(noteTree.onDidChangeTreeData, async () =>
      (await hoverTextIn(template, KEY)).includes("What I know of disks"),
    );
    await until(noteTree.onDidChangeTreeData, async () => (await unplaced()) === undefined);
  });

  it("takes the marker out by one undo", async () => {
    await show("mend/memo.md");
    await commands.executeCommand("undo");
    assert.equal(window.activeTextEditor?.document.getText(), "# Memo\n\n## 三題噺の作法\n\nWhat I know of disks.\n");
    await window.activeTextEditor?.document.save();
  });

  it("keeps line ends and unsaved changes, and leaves saving to their author", async () => {
    const { server } = await cfnNotes();
    const text = "# Disks\r\n\r\n三題噺\r\n";
    await write("mend/crlf.md", text);
    const note = await noteTitled("Disks");
    const document = await workspace.openTextDocument(fileUri("mend/crlf.md"));
    const typed = new WorkspaceEdit();
    typed.insert(document.uri, new Position(2, 0), "typed ");
    await workspace.applyEdit(typed);
    assert.equal(await bindNote(server, note, [PLACE]), true);
    assert.equal(document.getText(), `# Disks\r\n<!-- cfn: ${PLACE} -->\r\n\r\ntyped 三題噺\r\n`);
    assert.equal(document.isDirty, true);
    assert.equal(await read("mend/crlf.md"), text);
    assert.equal(await writeMarker(server, note, [PLACE]), true, "It is there already.");
    await document.save();
  });

  it("refuses files that cannot be changed", async () => {
    const { server } = await cfnNotes();
    const provider = workspace.registerFileSystemProvider("fixed-notes", fixedFiles("# Fixed\n\nText.\n"), {
      isReadonly: true,
    });
    try {
      const uri = "fixed-notes:/fixed.md";
      await workspace.openTextDocument(Uri.parse(uri));
      assert.equal(await writeMarker(server, { id: `${uri}#Fixed`, title: "Fixed", uri, line: 0 }, [PLACE]), false);
      const gone = fileUri("mend/gone.md").toString();
      assert.equal(await writeMarker(server, { id: gone, title: "Gone", uri: gone, line: 0 }, [PLACE]), false);
    } finally {
      provider.dispose();
    }
  });

  it("tells of a heading that binds no more, and keeps its binding", async () => {
    const { server, noteTree } = await cfnNotes();
    await write("mend/policy.md", "# Policies\n\n## DeletionPolicy\n\nWhat stays.\n");
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("DeletionPolicy"));
    const lost = await eventAfter(
      server.onDidLoseBindings,
      () => true,
      () => write("mend/policy.md", "# Policies\n\n## 三題噺の後始末\n\nWhat stays.\n"),
    );
    assert.deepEqual(
      lost.notes.map(({ oldTitle, newTitle, places }) => [oldTitle, newTitle, ...places]),
      [["DeletionPolicy", "三題噺の後始末", "attribute:DeletionPolicy"]],
    );
    assert.equal(await keepBindings(server, lost), true);
    const text = "# Policies\n\n## 三題噺の後始末\n<!-- cfn: attribute:DeletionPolicy -->\n\nWhat stays.\n";
    assert.equal(await read("mend/policy.md"), text);
    const document = await show("template.yaml");
    moveCaretInto("DeletionPolicy");
    const editor = window.activeTextEditor;
    assert.ok(editor && editor.document === document);
    await until(noteTree.onDidChangeTreeData, async () => {
      const found = await server.request("explainPlace", caretOf(editor));
      return found?.shown[0]?.title === "三題噺の後始末";
    });
  });

  it("reports on a folder that is read", async () => {
    const { server } = await cfnNotes();
    await show("template.yaml");
    const report = await reportOf(server, fileUri("mend"), window.activeTextEditor);
    assert.ok(report);
    const { message, actions } = folderNews(report, window.activeTextEditor);
    assert.match(message, /^Read 3 files with \d+ notes; 2 of them belong to places in template\.yaml\.$/);
    moveCaretInto("ImageId");
    await actions[0]?.run();
    const { document, selection } = window.activeTextEditor ?? {};
    assert.ok(document && selection);
    assert.match(document.lineAt(selection.active.line).text, /DeletionPolicy|AllocatedStorage/);
    const none = folderNews({ files: 1, notes: 1, inTemplate: 0 }, window.activeTextEditor);
    assert.equal(none.message, "Read 1 file with 1 note; none of them belongs to a place in template.yaml.");
    assert.equal(none.actions.length, 2);
    await setSetting("language", "ja");
    assert.match(
      folderNews(report, window.activeTextEditor).message,
      /^3個のファイルから\d+件のノートを読み込みました。/,
    );
    await setSetting("language", "en");
  });

  it("makes no link of somebody's words in a message", () => {
    const link = "[click](command:workbench.action.closeWindow)";
    const { there, gone, lost, written } = placeMessages();
    for (const message of [
      there(link, link),
      gone(link),
      lost(link, "x", 0),
      lost("x", link, 1),
      written(link, link, link),
    ])
      assert.ok(!message.includes("]("), message);
  });

  for (const [message, decoded] of [
    [{ type: "explain", more: 1 }, { type: "explain" }],
    [{ type: "bind" }, { type: "bind" }],
    [
      { type: "openExplained", id: "file:///n.md#A", index: 0 },
      { type: "openExplained", id: "file:///n.md#A" },
    ],
    [{ type: "openExplained", id: 1 }, undefined],
    [{ type: "run", id: "x" }, undefined],
  ] as const) {
    it(`decodes ${JSON.stringify(message)} of the note view's page`, () => {
      assert.deepEqual(messageIn(FROM_NOTE_PAGE, message), decoded);
    });
  }

  async function noteTitled(title: string): Promise<NoteToMark> {
    const { server, noteTree } = await cfnNotes();
    let note: NoteToMark | undefined;
    await until(noteTree.onDidChangeTreeData, async () => {
      const folders = (await server.request("noteTree", {})) ?? [];
      for (const { uri, sections } of folders.flatMap(({ files }) => files)) {
        const found = sections.find((section) => section.title === title);
        note = found ? { ...found, uri } : note;
      }
      return note !== undefined;
    });
    assert.ok(note);
    return note;
  }
});

/** A file system whose every file holds a text. */
function fixedFiles(text: string): Parameters<typeof workspace.registerFileSystemProvider>[1] {
  const refuse = (): never => {
    throw FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => new Disposable(() => undefined),
    stat: (uri: Uri) => {
      assert.ok(uri instanceof Uri);
      return { type: FileType.File, ctime: 0, mtime: 0, size: text.length };
    },
    readDirectory: () => [],
    readFile: () => new TextEncoder().encode(text),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
