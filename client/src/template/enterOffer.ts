import {
  ConfigurationTarget,
  type Disposable,
  type Memento,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { columnBelow, isInBlockText } from "../../../server/src/enterRules.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { isYaml, unitOf } from "./enterIndentation.ts";

const askedKey = "cfnNotes.enterAsked";
/** With these values of `editor.autoIndent` an editor has no rules for Enter. The YAML extension sets the first. */
const WITHOUT_RULES: ReadonlySet<unknown> = new Set(["keep", "none", "brackets"]);

/**
 * Offers once in each workspace, when Enter would have indented, to set that up: the YAML extension turns it off for
 * all YAML. Nothing is written without a yes, and any other answer is final.
 */
export function offerEnterIndentation(templates: TemplateDocuments, state: Memento): Disposable {
  return workspace.onDidChangeTextDocument(async ({ document, contentChanges: [change, ...others] }) => {
    const editor = window.activeTextEditor;
    if (change === undefined || others.length > 0 || !/^\r?\n[ \t]*$/.test(change.text)) return;
    if (editor?.document !== document || state.get(askedKey, false) || !templates.has(document)) return;
    const line = change.range.start.line + 1;
    if (wantedColumn(editor, line) === undefined || !lacksRules(document)) return;
    await state.update(askedKey, true);
    if (!(await isWanted(document))) return;
    const target = workspace.getWorkspaceFolder(document.uri)
      ? ConfigurationTarget.WorkspaceFolder
      : ConfigurationTarget.Global;
    await workspace.getConfiguration("editor", document).update("autoIndent", "advanced", target, true);
    const column = wantedColumn(editor, line);
    if (column === undefined) return;
    await editor.edit((edit) => edit.replace(document.lineAt(line).range, " ".repeat(column)));
  });
}

async function isWanted(document: TextDocument): Promise<boolean> {
  const yes = inLanguage({ en: "Let Enter Indent", ja: "Enterで字下げする" });
  const message = workspace.getWorkspaceFolder(document.uri)
    ? inLanguage({
        en: "Enter does not indent in YAML here (editor.autoIndent). Change this folder's settings, so that Enter indents after a key?",
        ja: "ここのYAMLではEnterで字下げされません（editor.autoIndent）。このフォルダーの設定を変えて、キーのあとのEnterで字下げされるようにしますか？",
      })
    : inLanguage({
        en: "Enter does not indent in YAML here (editor.autoIndent). Change your settings, so that Enter indents after a key?",
        ja: "ここのYAMLではEnterで字下げされません（editor.autoIndent）。ユーザー設定を変えて、キーのあとのEnterで字下げされるようにしますか？",
      });
  return (await window.showInformationMessage(message, yes, inLanguage({ en: "No", ja: "いいえ" }))) === yes;
}

/** Whether the editor has no rules for Enter, and does not ask the server either. */
function lacksRules(document: TextDocument): boolean {
  const settings = workspace.getConfiguration("editor", document);
  return WITHOUT_RULES.has(settings.get("autoIndent")) && settings.get("formatOnType") !== true;
}

/** The column that a blank line has to begin at; `undefined` if it does already. */
function wantedColumn({ document, options }: TextEditor, line: number): number | undefined {
  if (!isYaml(document) || line >= document.lineCount) return undefined;
  const { text } = document.lineAt(line);
  if (text.trim() !== "" || isInBlockText((at) => document.lineAt(at).text, line - 1, 0)) return undefined;
  const column = columnBelow(document.lineAt(line - 1).text, unitOf(options));
  return column === text.length ? undefined : column;
}
