import { type CodeAction, commands, window, workspace } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

const signalKind = "refactor.rewrite.cfnNotes.signal";

/** Adds a CreationPolicy and its cfn-signal to the resource at the caret, by the server's code action. */
export async function addCreationPolicyAndSignal(server: LanguageServer, { editor }: TemplateDocuments): Promise<void> {
  if (!editor) return;
  await server.start();
  const { document, selection } = editor;
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    selection,
    signalKind,
    1,
  );
  const action = actions.find(({ kind }) => kind?.value.startsWith(signalKind));
  if (!action?.edit) {
    void window.showInformationMessage(
      action?.disabled?.reason ??
        inLanguage({
          en: "Move the cursor into an EC2 instance or an Auto Scaling group that has no CreationPolicy with its cfn-signal yet.",
          ja: "CreationPolicyとcfn-signalがまだそろっていないEC2インスタンスかAuto Scalingグループの中にカーソルを移動してください。",
        }),
    );
    return;
  }
  await workspace.applyEdit(action.edit);
}
