import { type Disposable, type Position, Range, type TextDocument, window, workspace } from "vscode";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { suggestForTyped } from "./suggestForTyped.ts";

/** The editor refuses an edit if somebody types on meanwhile. */
const MAX_ATTEMPTS = 10;

/** Removes the `- ` that somebody types behind one that a suggestion has already inserted. */
export function doubledDash(templates: TemplateDocuments): Disposable {
  /** The dash that was typed last. */
  let typed: { readonly document: TextDocument; readonly at: Position; readonly isDoubled: boolean } | undefined;
  return workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...others] }) => {
    if (change === undefined || others.length > 0 || !templates.has(document)) return;
    const { start } = change.range;
    if (change.text === "-") {
      const before = document.lineAt(start.line).text.slice(0, start.character);
      const isOwn = typed?.document === document && typed.at.line === start.line && !typed.isDoubled;
      typed = { document, at: start, isDoubled: !isOwn && /^ *- $/.test(before) };
    } else if (change.text === " " && typed?.isDoubled === true && typed.document === document) {
      if (typed.at.translate(0, 1).isEqual(start)) void takeAway(document, typed.at);
    }
  });
}

async function takeAway(document: TextDocument, at: Position): Promise<void> {
  const doubled = new Range(at, at.translate(0, 2));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const editor = window.activeTextEditor;
    if (editor?.document !== document || document.getText(doubled) !== "- ") return;
    const options = { undoStopBefore: false, undoStopAfter: false };
    if (!(await editor.edit((edit) => edit.delete(doubled), options))) continue;
    // The edit closes the list for a word that somebody has begun behind the dash.
    void suggestForTyped(document);
    return;
  }
}
