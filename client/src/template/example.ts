import { Position, Selection, TextEditorRevealType, Uri, window, workspace } from "vscode";
import type { NotePanel } from "../page/notePanel.ts";

/** Opens an unsaved copy of the example, with the caret at a CreationPolicy and the note view beside it. */
export async function showExample(extensionUri: Uri, panel: NotePanel): Promise<void> {
  const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, "examples", "web-server.yaml"));
  const content = new TextDecoder().decode(file);
  const document = await workspace.openTextDocument({ language: "yaml", content });
  const editor = await window.showTextDocument(document, { preview: false });
  const line = Math.max(0, content.slice(0, content.search(/^ +CreationPolicy:/m)).split("\n").length - 1);
  const caret = new Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex + 1);
  editor.selection = new Selection(caret, caret);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
  await panel.reveal();
}
