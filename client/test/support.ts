import assert from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  type Event,
  extensions,
  type Hover,
  type MarkdownString,
  Position,
  Range,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { CfnNotes } from "../src/extension.ts";
import type { NoteNode } from "../src/notes/noteNode.ts";
import type { NotesTree } from "../src/notes/notesTree.ts";

/** The extension under test, activated. */
export async function cfnNotes(): Promise<CfnNotes> {
  const extension = extensions.getExtension<CfnNotes>("cfn-notes.cfn-notes");
  assert.ok(extension, "The extension is not installed.");
  return extension.activate();
}

/** The first event that `wanted` accepts, from before `action` begins; mocha's time limit ends a wait in vain. */
export async function eventAfter<T>(event: Event<T>, wanted: (value: T) => boolean, action: () => unknown): Promise<T> {
  let stop = (): void => {};
  const happened = new Promise<T>((resolve) => {
    const subscription = event((value) => wanted(value) && resolve(value));
    stop = () => subscription.dispose();
  });
  try {
    await action();
    return await happened;
  } finally {
    stop();
  }
}

/** Waits until `condition` holds: asks now, and again after each `event`. */
export async function until(event: Event<unknown>, condition: () => boolean | Promise<boolean>): Promise<void> {
  while (true) {
    const next = nextOf(event);
    if (await condition()) {
      next.stop();
      return;
    }
    await next.happened;
  }
}

function nextOf(event: Event<unknown>): { readonly happened: Promise<void>; stop(): void } {
  let stop = (): void => {};
  const happened = new Promise<void>((resolve) => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
    stop = () => subscription.dispose();
  });
  return { happened, stop };
}

/** A file of the test workspace. */
export function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, "No folder is open.");
  return Uri.joinPath(folder.uri, path);
}

/** The text of a file of the test workspace. */
export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileUri(path)));
}

/** Writes a file of any place, as a program from outside does. */
export async function writeUri(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Writes one. */
export async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

/** Removes files or folders of the test workspace. */
export async function remove(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await workspace.fs.delete(fileUri(path), { recursive: true });
}

/** A file as settings name it. */
export function settingFor(uri: Uri): string {
  return uri.scheme === "file" ? uri.fsPath : uri.toString();
}

export async function show(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(path));
  await window.showTextDocument(document);
  return document;
}

/** Where `text` begins in `document`. */
export function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${document.uri.path} does not contain ${text}.`);
  return document.positionAt(offset);
}

/** The hovers in `text`. */
export async function hoversIn(document: TextDocument, text: string): Promise<Hover[]> {
  const position = positionOf(document, text).translate(0, 1);
  return commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
}

/** Their Markdown. */
export async function hoverTextIn(document: TextDocument, text: string): Promise<string> {
  const hovers = await hoversIn(document, text);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join("\n");
}

/** Puts the caret of the active editor into `text`. */
export function moveCaretInto(text: string): void {
  const editor = window.activeTextEditor;
  assert.ok(editor, "No editor is active.");
  const caret = positionOf(editor.document, text).translate(0, 1);
  editor.selection = new Selection(caret, caret);
}

/** The whole of `document`. */
export function everything(document: TextDocument): Range {
  return new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

/** Sets a setting of ours in the workspace. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration("cfnNotes").update(name, value, ConfigurationTarget.Workspace);
}

/** Sets the file with the schedule, by its path as settings name it: it is the user's, no workspace may say it. */
export async function setSchedule(file: string | undefined): Promise<void> {
  await workspace.getConfiguration("cfnNotes").update("study.file", file, ConfigurationTarget.Global);
}

/** All nodes of a tree of notes, those above first. */
export async function nodesOf(tree: NotesTree, parent?: NoteNode): Promise<NoteNode[]> {
  const children = await tree.getChildren(parent);
  return [...children, ...(await Promise.all(children.map((child) => nodesOf(tree, child)))).flat()];
}

/** Their titles. */
export async function titlesOf(tree: NotesTree): Promise<string[]> {
  return (await nodesOf(tree)).map((node) => String(tree.getTreeItem(node).label));
}
