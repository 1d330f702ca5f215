import { commands, l10n, Position, Uri, ViewColumn, type WorkspaceEdit, window, workspace } from "vscode";
import type { ProtocolRange } from "../../../server/src/protocol.ts";

/**
 * Renames the resource at a place, and writes down for CloudFormation's stack refactoring that it stays the same resource:
 * `ResourceMappings` as `aws cloudformation create-stack-refactor` takes them, in a new editor.
 * Without arguments it is the resource at the caret.
 */
export async function renameWithMapping(uri: unknown, place: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = typeof uri === "string" ? await workspace.openTextDocument(Uri.parse(uri)) : editor?.document;
  if (!document) {
    return;
  }
  const { line, character } =
    (place as ProtocolRange["start"] | undefined) ?? editor?.selection.active ?? new Position(0, 0);
  const position = new Position(line, character);
  const word = document.getWordRangeAtPosition(position, /[A-Za-z0-9]+/);
  const oldName = word && document.getText(word);
  if (!oldName) {
    void window.showInformationMessage(l10n.t("Move the caret onto the logical ID of a resource."));
    return;
  }
  const newName = await window.showInputBox({
    title: l10n.t("New logical ID of {0}", oldName),
    value: oldName,
    validateInput: (value) =>
      /^[A-Za-z0-9]{1,255}$/.test(value) && value !== oldName
        ? undefined
        : l10n.t("Another name, of letters and digits only"),
  });
  if (newName === undefined) {
    return;
  }
  const stackName = await window.showInputBox({
    title: l10n.t("Name of the deployed stack"),
    value: stackNameOf(document.uri),
    prompt: l10n.t("The stack that has the resource now"),
  });
  if (stackName === undefined) {
    return;
  }
  const renamed = await rename(document.uri, position, newName).catch((error: unknown) => {
    void window.showErrorMessage(l10n.t("The resource could not be renamed: {0}", String(error)));
    return false;
  });
  if (!renamed) {
    return;
  }
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
  await window.showTextDocument(opened, ViewColumn.Beside);
  void window.showInformationMessage(
    l10n.t(
      "Pass this to “aws cloudformation create-stack-refactor --resource-mappings” with the changed template. The stack has to exist, not every resource type can be refactored, and nothing else may change in the same operation.",
    ),
  );
}

async function rename(uri: Uri, position: Position, newName: string): Promise<boolean> {
  const provider = "vscode.executeDocumentRenameProvider";
  const edit = await commands.executeCommand<WorkspaceEdit | undefined>(provider, uri, position, newName);
  return edit !== undefined && edit.size > 0 && (await workspace.applyEdit(edit));
}

/** Stacks are mostly called as their template's file. */
function stackNameOf({ path }: Uri): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  return name.replace(/[^A-Za-z0-9-]+/g, "-");
}
