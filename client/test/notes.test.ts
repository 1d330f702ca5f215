import assert from "node:assert/strict";
import { CancellationTokenSource, commands, EventEmitter, type Memento, Uri, window, workspace } from "vscode";
import type { RenderedNote } from "../../server/src/protocol/notes.ts";
import { noteItems, recentItems } from "../src/notes/foundNotes.ts";
import type { NoteNode } from "../src/notes/noteNode.ts";
import type { NotesTree } from "../src/notes/notesTree.ts";
import { NoteView } from "../src/notes/noteView.ts";
import { keptPins } from "../src/notes/pins.ts";
import { recentNotes, rememberNote, searchNotes } from "../src/notes/searchNotes.ts";
import { openNoteLink } from "../src/page/noteLinks.ts";
import { NotePanel } from "../src/page/notePanel.ts";
import type { LanguageServer } from "../src/server/languageServer.ts";
import { NoteDocuments } from "../src/server/noteDocuments.ts";
import {
  cfnNotes,
  eventAfter,
  fileUri,
  moveCaretInto,
  nodesOf,
  read,
  remove,
  setSetting,
  show,
  titlesOf,
  until,
  write,
} from "./support.ts";

describe("Notes", () => {
  before(async () => {
    await setSetting("language", "en");
  });

  after(async () => {
    await setSetting("notes.folders", undefined);
    await setSetting("language", undefined);
  });

  it("lists the built-in notes with their sections", async () => {
    const { noteTree } = await cfnNotes();
    await commands.executeCommand("cfnNotes.listBuiltInNotes");
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("CreationPolicy"));
  });

  it("opens a built-in note's Markdown read-only, at its line", async () => {
    const { noteTree } = await cfnNotes();
    const node = await nodeTitled(noteTree, "CreationPolicy");
    await commands.executeCommand("cfnNotes.listOwnNotes");
    await commands.executeCommand("cfnNotes.openNoteSource", node);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, "cfn-notes-built-in");
    assert.equal(editor.document.languageId, "markdown");
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /CreationPolicy/);
  });

  it("starts the server for a note, but not before everything is there that it is started with", async () => {
    const note = await workspace.openTextDocument({ language: "markdown", content: "# DeletionPolicy\n" });
    const state = memento();
    await state.update("cfnNotes.noteFolders", [note.uri.with({ path: "" }).toString()]);
    let starts = 0;
    const { event } = new EventEmitter<void>();
    const server = { onDidChangeNotes: event, request: async () => undefined, startInBackground: () => void starts++ };
    const notes = new NoteDocuments(server, state);
    try {
      assert.deepEqual([notes.areOpen, starts], [true, 0]);
      const another = await workspace.openTextDocument({ language: "markdown", content: "# UpdatePolicy\n" });
      assert.ok(notes.has(another));
      assert.equal(starts, 1);
    } finally {
      notes.dispose();
    }
  });

  it("starts the server for any Markdown where folders are set that it has not read yet", async () => {
    const changed = new EventEmitter<void>();
    const state = memento();
    let starts = 0;
    const request = async (): Promise<never> => [] as never;
    const server = { onDidChangeNotes: changed.event, request, startInBackground: () => void starts++ };
    const started = async (content: string): Promise<number> => {
      const before = starts;
      await workspace.openTextDocument({ language: "markdown", content });
      return starts - before;
    };
    const notes = new NoteDocuments(server, state);
    try {
      assert.equal(await started("# One\n"), 0);
      await setSetting("notes.folders", ["unread"]);
      assert.equal(await started("# Two\n"), 1);
      changed.fire();
      await new Promise((resolve) => setTimeout(resolve));
      assert.equal(await started("# Three\n"), 0);
    } finally {
      notes.dispose();
      await setSetting("notes.folders", undefined);
    }
  });

  it("finds notes by words", async () => {
    const { server } = await cfnNotes();
    const { token } = new CancellationTokenSource();
    const found = await noteItems(server, "cfn-signal", token);
    assert.ok(found.length > 0, "Nothing was found.");
    assert.ok(found.some(({ label, detail }) => /cfn-signal/.test(`${label} ${detail}`)));
    const nothing = await noteItems(server, "xyzzyqwert", token);
    assert.deepEqual(
      nothing.map(({ label, note }) => [label, note]),
      [["No note found for “xyzzyqwert”", undefined]],
    );
    const [none, heading, nearest] = await noteItems(server, "cfn-signal xyzzyqwert", token);
    assert.deepEqual([none?.note, heading?.note], [undefined, undefined]);
    assert.ok(nearest?.note, "The nearest note follows.");
  });

  it("shows the note that a search moves to, and goes back to what was shown where none is chosen", async () => {
    const { server, view } = await cfnNotes();
    const state = memento();
    const before = view.shown;
    const pick = searchNotes({ server, state, view });
    try {
      pick.value = "cfn-signal";
      await until(pick.onDidChangeActive, () => pick.items.length > 2 && pick.activeItems.length > 0);
      const [, second] = pick.items;
      assert.ok(second?.note);
      await eventAfter(
        view.onDidShow,
        ({ notes }) => notes[0]?.id === second.note?.id,
        () => {
          pick.activeItems = [second];
        },
      );
      await eventAfter(
        view.onDidShow,
        (shown) => shown === before,
        () => pick.hide(),
      );
    } finally {
      pick.dispose();
    }
  });

  it("lists the notes that were found last, newest first, as far as they exist", async () => {
    const { server } = await cfnNotes();
    const state = memento();
    const { token } = new CancellationTokenSource();
    const [first, second] = await noteItems(server, "cfn-signal", token);
    assert.ok(first?.note && second?.note);
    for (const id of ["no such note", first.note.id, second.note.id, first.note.id]) {
      await rememberNote(state, id);
    }
    const recent = await recentNotes(state, server);
    assert.deepEqual(
      recent.map(({ id }) => id),
      [first.note.id, second.note.id],
    );
    assert.deepEqual(
      recentItems(recent).flatMap(({ note }) => note?.id ?? []),
      [first.note.id, second.note.id],
    );
  });

  it("shows the notes of a folder that is added, and a change to a file, without a restart", async () => {
    const { noteTree } = await cfnNotes();
    assert.deepEqual(await titlesOf(noteTree), []);
    await setSetting("notes.folders", ["notes"]);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("UpdateReplacePolicy"));
    const node = await nodeTitled(noteTree, "UpdateReplacePolicy");
    const parent = noteTree.getParent(node);
    assert.ok(parent);
    const file = "notes/own.md";
    const text = await read(file);
    await write(file, `${text}\n## DeletionPolicy\n\nMy own words on keeping things.\n`);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("DeletionPolicy"));
    // The editor looks for it below its parent, also where it was about to be revealed before.
    assert.equal(noteTree.getParent(node), parent);
  });

  it("opens one's own note in its file", async () => {
    const { noteTree, view } = await cfnNotes();
    await show("template.yaml");
    const node = await nodeTitled(noteTree, "UpdateReplacePolicy");
    await eventAfter(
      view.onDidShow,
      ({ notes }) => notes[0]?.title === "UpdateReplacePolicy",
      () => commands.executeCommand("cfnNotes.openNode", node),
    );
    await commands.executeCommand("cfnNotes.openNoteSource", node);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith("notes/own.md"));
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, "## UpdateReplacePolicy");
    assert.equal(view.shown.notes[0]?.builtIn, false);
  });

  it("says that a file is not there where a link leads to none", async () => {
    const { showWarningMessage } = window;
    const told: string[] = [];
    Object.assign(window, { showWarningMessage: async (message: string) => void told.push(message) });
    try {
      const note = { uri: fileUri("own/memo.md").toString(), line: 0 };
      await openNoteLink(note, "gone.md", async () => assert.fail("no note is linked"));
    } finally {
      Object.assign(window, { showWarningMessage });
    }
    assert.deepEqual(told, ["own/gone.md cannot be opened: it is not there, or you may not read it."]);
  });

  it("reveals the note that is shown", async () => {
    const { noteTree, view } = await cfnNotes();
    const [note] = view.shown.notes;
    assert.ok(note);
    assert.equal(await noteTree.reveal(note.id), true);
    assert.equal(await noteTree.reveal("no such note"), false);
  });

  it("goes over to the built-in notes where one of them is to be revealed, and back", async () => {
    const { noteTree } = await cfnNotes();
    await commands.executeCommand("cfnNotes.listBuiltInNotes");
    const node = await nodeTitled(noteTree, "CreationPolicy");
    await commands.executeCommand("cfnNotes.listOwnNotes");
    assert.ok(node.kind === "section");
    assert.equal(await noteTree.reveal(node.section.id), true);
    assert.ok((await titlesOf(noteTree)).includes("CreationPolicy"));
    await commands.executeCommand("cfnNotes.listOwnNotes");
    assert.ok(!(await titlesOf(noteTree)).includes("CreationPolicy"));
  });

  it("keeps the note view on the caret, one's own note first", async () => {
    const { view } = await cfnNotes();
    await commands.executeCommand("cfnNotes.noteAtCursor.focus");
    await show("template.yaml");
    // One's own note may still be shown by itself; the built-in one shows below it.
    await eventAfter(
      view.onDidRender,
      ([first, ...others]) => first === "UpdateReplacePolicy" && others.length > 0,
      () => moveCaretInto("UpdateReplacePolicy"),
    );
    assert.equal(view.shown.label, "UpdateReplacePolicy");
    const [own, builtIn] = view.shown.notes;
    assert.match(own?.html ?? "", /What I wrote myself/);
    assert.equal(own?.builtIn, false);
    assert.equal(builtIn?.builtIn, true);
    await eventAfter(
      view.onDidRender,
      (titlesShown) => titlesShown.some((title) => title.includes("cfn-signal")),
      () => moveCaretInto("cfn-signal"),
    );
  });

  it("stays on a pinned note until it is let go", async () => {
    const { view } = await cfnNotes();
    await show("template.yaml");
    const pinned = view.shown;
    assert.ok(pinned.notes.length > 0);
    await commands.executeCommand("cfnNotes.pinNote");
    moveCaretInto("UpdateReplacePolicy");
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === "UpdateReplacePolicy",
      async () => {
        assert.equal(view.shown, pinned);
        await commands.executeCommand("cfnNotes.unpinNote");
      },
    );
  });

  it("keeps a pinned note whose file is renamed", async () => {
    const { noteTree, view } = await cfnNotes();
    const [before, after] = ["notes/pinned.md", "notes/renamed pin.md"];
    await write(before, "# Pinned\n\n## Heading of the pin\n\nText.\n");
    const isListed = async (): Promise<boolean> => (await titlesOf(noteTree)).includes("Heading of the pin");
    await until(noteTree.onDidChangeTreeData, isListed);
    const node = await nodeTitled(noteTree, "Heading of the pin");
    await commands.executeCommand("cfnNotes.openNode", node);
    await commands.executeCommand("cfnNotes.pinNote");
    await eventAfter(
      view.onDidShow,
      ({ notes }) => notes[0]?.uri === fileUri(after).toString(),
      () => workspace.fs.rename(fileUri(before), fileUri(after)),
    );
    assert.equal(view.isPinned, true);
    await commands.executeCommand("cfnNotes.unpinNote");
    await remove(after);
    await until(noteTree.onDidChangeTreeData, async () => !(await isListed()));
  });

  it("keeps the pins of earlier versions, which are ids alone", () => {
    const now = { id: "file:///b.md#B", was: { line: 3, beginning: "Text" } };
    const [before, kept] = keptPins(["file:///a.md#A", now]);
    assert.equal(before?.id, "file:///a.md#A");
    assert.equal(kept, now);
  });

  it("shows the newest state of a pinned note when notes change twice in a row", async () => {
    const note = (title: string): RenderedNote =>
      ({ id: "a.md#A", uri: "a.md", line: 2, title, html: "", builtIn: false }) as RenderedNote;
    const answers: ((answer: RenderedNote) => void)[] = [];
    const request = () => new Promise<RenderedNote>((resolve) => answers.push(resolve));
    const view = new NoteView(new NotePanel(Uri.file("/")), { request } as unknown as LanguageServer, memento());
    try {
      const opened = view.openNote("a.md#A");
      answers.pop()?.(note("A"));
      await opened;
      view.pin();
      const refreshed = [view.refresh(), view.refresh()];
      for (const [at, title] of ["A", "B"].entries()) answers[at + (answers.length - 2)]?.(note(title));
      await Promise.all(refreshed);
      assert.equal(view.shown.label, "B");
    } finally {
      view.dispose();
      view.unpin();
    }
  });

  it("keeps a pinned note whose heading is edited", async () => {
    const { noteTree, view } = await cfnNotes();
    const path = "notes/pinned.md";
    await write(path, "# Pinned\n\n## Heading to edit\n\nText of the pin.\n\n## Another\n\nOther text.\n");
    const isListed = async (title: string): Promise<boolean> => (await titlesOf(noteTree)).includes(title);
    await until(noteTree.onDidChangeTreeData, () => isListed("Heading to edit"));
    await commands.executeCommand("cfnNotes.openNode", await nodeTitled(noteTree, "Heading to edit"));
    await commands.executeCommand("cfnNotes.pinNote");
    await eventAfter(
      view.onDidShow,
      ({ notes }) => notes[0]?.title === "What it is called now",
      () => write(path, "# Pinned\n\n## Another\n\nOther text.\n\n## What it is called now\n\nText of the pin.\n"),
    );
    assert.deepEqual([view.isPinned, view.shown.label], [true, "What it is called now"]);
    await commands.executeCommand("cfnNotes.unpinNote");
    await remove(path);
    await until(noteTree.onDidChangeTreeData, async () => !(await isListed("Another")));
    await eventAfter(
      view.onDidShow,
      ({ label }) => label === "UpdateReplacePolicy",
      async () => {
        await show("template.yaml");
        moveCaretInto("UpdateReplacePolicy");
      },
    );
  });

  it("goes back to what was shown before", async () => {
    const { view } = await cfnNotes();
    assert.equal(view.shown.label, "UpdateReplacePolicy");
    await commands.executeCommand("cfnNotes.noteBack");
    assert.notEqual(view.shown.label, "UpdateReplacePolicy");
    await commands.executeCommand("cfnNotes.noteForward");
    assert.equal(view.shown.label, "UpdateReplacePolicy");
  });

  it("shows one's own notes no more when their folder is taken out of the settings", async () => {
    const { noteTree } = await cfnNotes();
    await setSetting("notes.folders", undefined);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).length === 0);
  });

  /** One that lasts as long as the test. */
  function memento(): Memento {
    const values = new Map<string, unknown>();
    return {
      keys: () => [...values.keys()],
      get: (key: string, other?: unknown) => values.get(key) ?? other,
      update: async (key: string, value: unknown) => void values.set(key, value),
    } as Memento;
  }

  async function nodeTitled(tree: NotesTree, title: string): Promise<NoteNode> {
    const node = (await nodesOf(tree)).find((candidate) => tree.getTreeItem(candidate).label === title);
    assert.ok(node, `The tree has no ${title}.`);
    return node;
  }
});
