import {
  ConfigurationTarget,
  Disposable,
  IndentAction,
  languages,
  type Memento,
  type TextDocument,
  type TextEditor,
  type TextEditorOptions,
  window,
  workspace,
} from "vscode";
import { beginsSections } from "../../../server/src/detect.ts";
import { columnBelow, ENTER_RULES, isInBlockText } from "../../../server/src/enterRules.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { writeSetting } from "../page/writeSetting.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

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
    const configuration = workspace.getConfiguration("editor", document);
    if (!(await writeSetting(configuration, "autoIndent", "advanced", { target, ofLanguage: true }))) return;
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

/**
 * Lets Enter indent in YAML while the caret is in a template. The editor's rules count for all files of a language, so
 * they are set only as long as such a caret is the active one: not in other files, and not in the texts of a template
 * (scripts below `|`), which have an indentation of their own.
 */
export function enterIndentation(templates: TemplateDocuments): Disposable {
  let given: { readonly language: string; readonly unit: number; readonly rules: Disposable } | undefined;
  const update = (): void => {
    const editor = window.activeTextEditor;
    const language = editor !== undefined && wantsRules(editor, templates) ? editor.document.languageId : undefined;
    const unit = unitOf(editor?.options ?? {});
    if (language === given?.language && (given === undefined || unit === given.unit)) return;
    given?.rules.dispose();
    given = language === undefined ? undefined : { language, unit, rules: giveRules(language, unit) };
  };
  // An open editor reads the setting again only when something of its language changes.
  const renew = (): void => {
    given?.rules.dispose();
    given = undefined;
    update();
  };
  update();
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("editor.autoIndent") && renew()),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(update),
    window.onDidChangeTextEditorOptions(update),
    templates.onDidChange(update),
    new Disposable(() => given?.rules.dispose()),
  );
}

function wantsRules({ document, selection }: TextEditor, templates: TemplateDocuments): boolean {
  if (!isYaml(document) || !(templates.has(document) || beginsSections(document.getText()))) return false;
  const { line, character } = selection.active;
  return !isInBlockText((at) => document.lineAt(at).text, line, character);
}

/** The editor has rules of its own for JSON. */
export function isYaml(document: TextDocument): boolean {
  return YAML.has(document.languageId) && !document.lineAt(0).text.startsWith("{");
}

const YAML: ReadonlySet<string> = new Set(["yaml", "dockercompose", "cloudformation"]);

function giveRules(language: string, unit: number): Disposable {
  const onEnterRules = ENTER_RULES.map(({ behind, levels, blanks }) => ({
    beforeText: behind,
    action: { indentAction: IndentAction.None, appendText: " ".repeat(levels * unit + blanks) },
  }));
  return languages.setLanguageConfiguration(language, { onEnterRules });
}

/** One level of indentation in an editor, in blanks. */
export function unitOf({ indentSize, tabSize }: TextEditorOptions): number {
  return Number(indentSize) || Number(tabSize) || 2;
}
