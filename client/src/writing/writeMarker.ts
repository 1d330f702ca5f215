import { env, FilePermission, Position, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { MarkerEditResult } from "../../../server/src/protocol/writing.ts";
import { type PlaceMessages, placeMessages } from "../notes/placeMessages.ts";
import { openNoteSource } from "../page/noteLinks.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { isCut } from "./wholeFiles.ts";

/** A note that is to show at places. */
export interface NoteToMark {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly line: number;
}

/** A marker that was written. */
interface Written {
  readonly document: TextDocument;
  readonly range: Range;
  readonly text: string;
  /** Whether the file was saved, as it had no changes before. */
  readonly saved: boolean;
}

/** Writes a marker into the file of a note, as one edit, and says so; true if the note has the marker now. */
export async function bindNote(server: LanguageServer, note: NoteToMark, places: readonly string[]): Promise<boolean> {
  const written = await writeMarker(server, note, places);
  if (typeof written === "boolean") return written;
  const messages = placeMessages();
  const file = fileName(note);
  const said = written.saved ? messages.written : messages.writtenUnsaved;
  const message = said(note.title, places.join(", "), file);
  void window.showInformationMessage(message, messages.undo, messages.openNote).then(async (chosen) => {
    if (chosen === messages.undo) {
      await takeBack(written);
    } else if (chosen === messages.openNote) {
      await openNoteSource(note);
    }
  });
  return true;
}

/**
 * Writes a marker into the file of a note. The file is saved unless it had changes before: these are its author's to
 * save.
 * `true` if the marker was there already; `false` if none could be written, which the user is told.
 */
export async function writeMarker(
  server: LanguageServer,
  note: NoteToMark,
  places: readonly string[],
): Promise<Written | boolean> {
  const messages = placeMessages();
  const uri = Uri.parse(note.uri, true);
  const document = (await isWritable(uri)) ? await opened(uri) : undefined;
  if (!document) return refuse(messages, note, places);
  const wasDirty = document.isDirty;
  const edit = await markerEdit(server, document, note, places);
  if (edit?.kind === "there") {
    void window.showInformationMessage(messages.there(note.title, places.join(", ")));
    return true;
  }
  if (edit?.kind === "refused") {
    void window.showWarningMessage(edit.reason);
    return false;
  }
  if (edit?.kind !== "insert") {
    void window.showWarningMessage(messages.gone(note.title));
    return false;
  }
  const start = new Position(edit.line, edit.character);
  const change = new WorkspaceEdit();
  change.insert(uri, start, edit.text);
  const before = document.offsetAt(start);
  const length = document.getText().length;
  if (!(await workspace.applyEdit(change))) return refuse(messages, note, places);
  const end = document.positionAt(before + document.getText().length - length);
  const range = new Range(start, end);
  const written = { document, range, text: document.getText(range), saved: !wasDirty };
  if (!wasDirty && !(await savedWhole(document))) {
    void window.showWarningMessage(messages.notSaved(fileName(note)));
    return true;
  }
  return written;
}

async function savedWhole(document: TextDocument): Promise<boolean> {
  return (await document.save()) && !(await isCut(document));
}

async function markerEdit(
  server: LanguageServer,
  document: TextDocument,
  { id, uri, line }: NoteToMark,
  places: readonly string[],
): Promise<MarkerEditResult | undefined> {
  const { version } = document;
  const edit = await server.request("markerEdit", { uri, text: document.getText(), id, line, places });
  // After an edit meanwhile it would be inserted at another place.
  return document.version === version ? edit : markerEdit(server, document, { id, title: "", uri, line }, places);
}

export async function isWritable(uri: Uri): Promise<boolean> {
  try {
    const { permissions } = await workspace.fs.stat(uri);
    const isReadonly = ((permissions ?? 0) & FilePermission.Readonly) !== 0;
    return !isReadonly && workspace.fs.isWritableFileSystem(uri.scheme) !== false;
  } catch {
    return false;
  }
}

/** The document of a file; `undefined` if it cannot be opened. */
export async function opened(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

function refuse(messages: PlaceMessages, note: NoteToMark, places: readonly string[]): false {
  const { cannotWrite, copyMarker, openNote } = messages;
  void window.showWarningMessage(cannotWrite(fileName(note)), copyMarker, openNote).then(async (chosen) => {
    if (chosen === copyMarker) {
      await env.clipboard.writeText(`<!-- cfn: ${places.join(", ")} -->`);
    } else if (chosen === openNote) {
      await openNoteSource(note);
    }
  });
  return false;
}

/** Removes the marker again, unless somebody has changed it since. */
async function takeBack({ document: { uri }, range, text, saved }: Written): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (document.getText(range) !== text) {
    await window.showTextDocument(document, { selection: range });
    return;
  }
  const change = new WorkspaceEdit();
  change.delete(uri, range);
  if ((await workspace.applyEdit(change)) && saved) await document.save();
}

function fileName({ uri }: NoteToMark): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
