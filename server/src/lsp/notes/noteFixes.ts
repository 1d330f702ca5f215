import type { CodeAction, CodeActionParams, TextEdit } from "vscode-languageserver";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { changeTo } from "../../rules/shared/fixes/nearest.ts";

/** The fixes in the diagnostics of notes that a client hands back. */
export function noteFixes({ textDocument: { uri }, context }: CodeActionParams, language: NoteLanguage): CodeAction[] {
  const isWanted = context.only === undefined || context.only.some((kind) => "quickfix".startsWith(kind));
  if (!isWanted) return [];
  return context.diagnostics.flatMap((diagnostic): CodeAction[] => {
    const edit = diagnostic.source === "cfn-notes" ? (diagnostic.data as TextEdit | undefined) : undefined;
    if (typeof edit?.newText !== "string") return [];
    const title = changeTo(edit.newText)[language];
    return [
      { title, kind: "quickfix", diagnostics: [diagnostic], isPreferred: true, edit: { changes: { [uri]: [edit] } } },
    ];
  });
}
