// @ts-nocheck: it runs in VS Code, of whose API the scripts' types know nothing.
const { commands, Range, Selection, window, workspace } = require("vscode");

/** What the note that opens first is about. */
const PLACE = "CreationPolicy:";

exports.activate = async () => {
  const [folder] = workspace.workspaceFolders ?? [];
  const [uri] = folder === undefined ? [] : await workspace.findFiles("web-server.yaml", undefined, 1);
  if (uri === undefined) return;
  await commands.executeCommand("cfnNotes.noteAtCursor.focus");
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { preview: false });
  const at = document.positionAt(document.getText().lastIndexOf(PLACE) + 4);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), 1);
};
