import {
  commands,
  type Disposable,
  FileSystemError,
  Position,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { baseName } from "../server/fileNames.ts";
import { writeMessages } from "./writeMessages.ts";

/**
 * Makes a file, or writes one anew; if it can't be written whole, as when a disk is full, no new file is left, and the
 * user is told.
 *
 * @returns whether it was made
 */
export async function makeFile(file: Uri, text: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(text);
  const isNew = await isMissing(file);
  try {
    await workspace.fs.writeFile(file, bytes);
    // The editor may write only a part and say nothing.
    if ((await workspace.fs.stat(file)).size >= bytes.length) return true;
  } catch {
    // Told below.
  }
  if (isNew) await workspace.fs.delete(file).then(undefined, () => undefined);
  void window.showErrorMessage(writeMessages().notMade(baseName(file)));
  return false;
}

async function isMissing(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => false,
    (error) => error instanceof FileSystemError && error.code === "FileNotFound",
  );
}

/**
 * Tells the user when only a part of a document was saved: on a full disk the editor cuts files and takes them for
 * saved. The document is changed again then, so that the editor keeps its text and asks before it closes it.
 *
 * @param isOurs which documents are looked at
 */
export function tellCutFiles(isOurs: (document: TextDocument) => boolean): Disposable {
  /** The documents with an open message. */
  const told = new Set<string>();
  const check = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const text = document.getText();
    // What is in the file now may belong to a later text.
    if (!(await isCut(document)) || document.version !== version) return;
    await keepUnsaved(uri, text);
    if (told.has(uri.toString())) return;
    told.add(uri.toString());
    const { cut, saveAgain } = writeMessages();
    const chosen = await window.showErrorMessage(cut(baseName(uri)), saveAgain);
    told.delete(uri.toString());
    if (chosen !== saveAgain) return;
    await window.showTextDocument(uri);
    await commands.executeCommand("workbench.action.files.save");
  };
  return workspace.onDidSaveTextDocument((document) => {
    if (isOurs(document)) void check(document);
  });
}

const BOM = "\uFEFF";

/** Whether a file holds only the beginning of a document that was just saved. */
export async function isCut(document: TextDocument): Promise<boolean> {
  const { uri } = document;
  const bytes = new TextEncoder().encode(document.getText());
  try {
    if ((await workspace.fs.stat(uri)).size >= bytes.length) return false;
    const written = await workspace.fs.readFile(uri);
    const from = new TextDecoder("utf-8", { ignoreBOM: true }).decode(written.subarray(0, 3)) === BOM ? 3 : 0;
    // In another encoding a file may be shorter, and has other bytes.
    return written.subarray(from).every((byte, at) => byte === bytes[at]);
  } catch {
    return false;
  }
}

/** Makes a document unsaved with the text that it had; it may have been closed and read anew, cut, meanwhile. */
async function keepUnsaved(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  // Somebody goes on writing.
  if (document.isDirty) return;
  const present = document.getText();
  const whole = new Range(new Position(0, 0), document.positionAt(present.length));
  if (present !== text) return replace(uri, whole, text);
  const end = whole.end;
  await replace(uri, new Range(end, end), " ");
  await replace(uri, new Range(end, end.translate(0, 1)), "");
}

async function replace(uri: Uri, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  await workspace.applyEdit(edit);
}
