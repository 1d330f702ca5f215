import { commands, Disposable, type TextEditor, window, workspace } from "vscode";
import { endsString } from "../../../server/src/enterRules.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { isYaml } from "./enterOffer.ts";

/**
 * Keeps the context key for Enter and Tab in JSON: whether the caret is before the quote that ends the line's last
 * string. A line break or tab in there would be an error, so these keys leave the string.
 */
export function stringEnd(templates: TemplateDocuments): Disposable {
  let told = false;
  const tell = (): void => {
    const isThere = window.activeTextEditor !== undefined && isBeforeEnd(window.activeTextEditor, templates);
    if (isThere === told) return;
    told = isThere;
    void commands.executeCommand("setContext", "cfnNotes.stringEnd", isThere);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(tell),
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidChangeTextDocument(tell),
    templates.onDidChange(tell),
  );
}

function isBeforeEnd({ document, selections: [selection, other] }: TextEditor, templates: TemplateDocuments): boolean {
  if (other !== undefined || selection?.isEmpty !== true || !templates.has(document) || isYaml(document)) return false;
  const { line, character } = selection.active;
  return endsString(document.lineAt(line).text, character);
}
