import { commands, Position, Selection, Uri, window } from "vscode";
import type { ProtocolRange } from "../../../server/src/protocol/common.ts";

/** Begins a rename at a place, as after a refactoring that made up a name. */
export async function renameAt(uri: unknown, place: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (typeof uri !== "string" || editor?.document.uri.toString() !== Uri.parse(uri).toString()) return;
  const { line, character } = place as ProtocolRange["start"];
  const position = new Position(line, character);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
  await commands.executeCommand("editor.action.rename");
}
