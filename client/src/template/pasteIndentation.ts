import * as vscode from "vscode";
import { indentPasted } from "../../../server/src/pastedBlock.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { type TemplateDocuments, templateLanguages } from "../server/templateDocuments.ts";
import { isYaml, unitOf } from "./enterOffer.ts";

/** VS Code's API for pasting, since 1.97. */
interface PasteApi {
  readonly DocumentDropOrPasteEditKind: { readonly Text: { append(...parts: string[]): object } };
  readonly DocumentPasteEdit: new (
    text: string,
    title: string,
    kind: object,
  ) => {
    additionalEdit?: vscode.WorkspaceEdit;
  };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: object,
      metadata: object,
    ): vscode.Disposable;
  };
}

/** Pastes a block of lines with the indentation of its place, if the editor lets an extension do that. */
export function pasteIndentation(templates: TemplateDocuments): vscode.Disposable {
  if (!("DocumentPasteEdit" in vscode)) return new vscode.Disposable(() => undefined);
  const { DocumentDropOrPasteEditKind: kinds, DocumentPasteEdit: Edit, languages } = vscode as unknown as PasteApi;
  const kind = kinds.Text.append("cfnNotes", "indented");
  const provideDocumentPasteEdits = async (
    document: vscode.TextDocument,
    [range, ...others]: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<readonly object[] | undefined> => {
    const editor = vscode.window.activeTextEditor;
    if (range?.isEmpty !== true || others.length > 0 || !templates.has(document) || !isYaml(document)) return undefined;
    const pasted = await data.get("text/plain")?.asString();
    const { line, character: column } = range.start;
    const unit = unitOf(editor?.document === document ? editor.options : {});
    const text = indentPasted(pasted ?? "", { lineAt: (at) => document.lineAt(at).text, line, column, unit });
    if (text === undefined) return undefined;
    // The editor would indent further lines as the line is, which may be too deep.
    const made = new Edit(
      "",
      inLanguage({ en: "Paste Indented to Its Place", ja: "貼り付け先に合わせて字下げ" }),
      kind,
    );
    made.additionalEdit = new vscode.WorkspaceEdit();
    made.additionalEdit.replace(document.uri, range.with(range.start.with({ character: 0 })), text);
    return [made];
  };
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/plain"] };
  return languages.registerDocumentPasteEditProvider([...templateLanguages], { provideDocumentPasteEdits }, metadata);
}
