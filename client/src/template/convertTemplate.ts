import { window, workspace } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

/** Opens the template in the other format, in a new editor beside it; the file itself is left alone. */
export async function convertTemplate(server: LanguageServer, { editor }: TemplateDocuments): Promise<void> {
  const uri = editor?.document.uri.toString();
  const converted = uri && (await server.request("convertTemplate", { textDocument: { uri } }));
  if (!converted) {
    void window.showInformationMessage(
      inLanguage({
        en: "Open a CloudFormation template to convert it.",
        ja: "変換するCloudFormationテンプレートを開いてください。",
      }),
    );
    return;
  }
  if ("refused" in converted) {
    void window.showWarningMessage(converted.refused);
    return;
  }
  const { text, languageId, lostComments } = converted;
  const opened = await workspace.openTextDocument({ language: languageId, content: text });
  await window.showTextDocument(opened, columnBesideTemplate());
  if (lostComments > 0) {
    void window.showInformationMessage(
      inLanguage({
        en: `JSON has no comments: ${lostComments} of the template are not in the converted text.`,
        ja: `JSONにはコメントがないため、テンプレートのコメント${lostComments}件は変換後のテキストに含まれていません。`,
      }),
    );
  }
}
