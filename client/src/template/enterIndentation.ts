import {
  Disposable,
  IndentAction,
  languages,
  type TextDocument,
  type TextEditor,
  type TextEditorOptions,
  window,
  workspace,
} from "vscode";
import { beginsSections } from "../../../server/src/detect.ts";
import { ENTER_RULES, isInBlockText } from "../../../server/src/enterRules.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

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
