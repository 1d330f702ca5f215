import { commands, Position, Uri, type WorkspaceEdit, window, workspace } from "vscode";
import type { ProtocolRange } from "../../../server/src/protocol/common.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";

/**
 * Renames the resource at a place, and opens a mapping for CloudFormation's stack refactoring that keeps it the same
 * resource:
 * `ResourceMappings` as `aws cloudformation create-stack-refactor` takes them, in a new editor. Without arguments it is
 * the resource at the caret.
 */
export async function renameWithMapping(uri: unknown, place: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = typeof uri === "string" ? await workspace.openTextDocument(Uri.parse(uri)) : editor?.document;
  if (!document) return;
  const { line, character } =
    (place as ProtocolRange["start"] | undefined) ?? editor?.selection.active ?? new Position(0, 0);
  const position = new Position(line, character);
  const word = document.getWordRangeAtPosition(position, /[A-Za-z0-9]+/);
  const oldName = word && document.getText(word);
  if (!oldName) {
    void window.showInformationMessage(
      inLanguage({
        en: "Move the cursor onto the logical ID of a resource.",
        ja: "リソースの論理IDにカーソルを移動してください。",
      }),
    );
    return;
  }
  const newName = await window.showInputBox({
    title: inLanguage({ en: `New logical ID of ${oldName}`, ja: `${oldName}の新しい論理ID` }),
    value: oldName,
    validateInput: (value) =>
      /^[A-Za-z0-9]{1,255}$/.test(value) && value !== oldName
        ? undefined
        : inLanguage({
            en: "Enter another name, with letters and digits only",
            ja: "英数字だけの、別の名前を入力してください",
          }),
  });
  if (newName === undefined) return;
  const stackName = await window.showInputBox({
    title: inLanguage({ en: "Name of the deployed stack", ja: "デプロイ済みスタックの名前" }),
    value: stackNameOf(document.uri),
    prompt: inLanguage({ en: "The stack that currently has the resource", ja: "現在このリソースがあるスタック" }),
  });
  if (stackName === undefined) return;
  const renamed = await rename(document.uri, position, newName).catch((error: unknown) => {
    void window.showErrorMessage(
      inLanguage({
        en: `The resource could not be renamed: ${String(error)}`,
        ja: `リソースの名前を変更できませんでした: ${String(error)}`,
      }),
    );
    return false;
  });
  if (!renamed) return;
  const mappings = [
    {
      Source: { StackName: stackName, LogicalResourceId: oldName },
      Destination: { StackName: stackName, LogicalResourceId: newName },
    },
  ];
  const opened = await workspace.openTextDocument({
    language: "json",
    content: `${JSON.stringify(mappings, undefined, 2)}\n`,
  });
  await window.showTextDocument(opened, columnBesideTemplate());
  void window.showInformationMessage(
    inLanguage({
      en: "Pass this to “aws cloudformation create-stack-refactor --resource-mappings” with the changed template. The stack has to exist, not every resource type can be refactored, and nothing else may change in the same operation.",
      ja: "変更後のテンプレートと一緒に「aws cloudformation create-stack-refactor --resource-mappings」に渡してください。スタックが作成済みであること、リファクタリングに対応したリソースタイプであること、同じ操作で他の変更をしないことが条件です。",
    }),
  );
}

async function rename(uri: Uri, position: Position, newName: string): Promise<boolean> {
  const provider = "vscode.executeDocumentRenameProvider";
  const edit = await commands.executeCommand<WorkspaceEdit | undefined>(provider, uri, position, newName);
  return edit !== undefined && edit.size > 0 && (await workspace.applyEdit(edit));
}

/** Stacks mostly have the name of their template's file. */
function stackNameOf({ path }: Uri): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  return name.replace(/[^A-Za-z0-9-]+/g, "-");
}
