import {
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { ProtocolRange } from "../../../server/src/protocol/common.ts";

/** Goes to a place of a template that a picture shows, in the editor that shows it. */
export async function revealPlace(uri: string, range: ProtocolRange): Promise<void> {
  const shown = editorRange(range);
  const isShown = ({ document }: TextEditor): boolean => document.uri.toString() === uri;
  const editor = window.visibleTextEditors.find(isShown);
  const document = editor?.document ?? (await workspace.openTextDocument(Uri.parse(uri, true)));
  const opened = await window.showTextDocument(document, { viewColumn: editor?.viewColumn ?? ViewColumn.One });
  // A whole script is a place to go to, not one to select; and a long line is shown from its start.
  opened.selection = new Selection(shown.isSingleLine ? shown.end : shown.start, shown.start);
  opened.revealRange(new Range(shown.start, shown.start), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The index of the smallest range around the caret of the active editor, if that shows the document; -1 for none. */
export function innermostAtCaret(uri: string, ranges: readonly (ProtocolRange | undefined)[]): number {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri) return -1;
  let best: { readonly index: number; readonly range: Range } | undefined;
  for (const [index, given] of ranges.entries()) {
    const range = given && editorRange(given);
    const isAround = range?.contains(editor.selection.active) ?? false;
    if (range && isAround && (!best || (best.range.contains(range) && !best.range.isEqual(range)))) {
      best = { index, range };
    }
  }
  return best?.index ?? -1;
}

function editorRange({ start, end }: ProtocolRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
