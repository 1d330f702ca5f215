import { ConfigurationTarget, type QuickPickItem, type Uri, window, workspace } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import { writeSetting } from "../page/writeSetting.ts";

interface TargetItem extends QuickPickItem {
  readonly target: ConfigurationTarget;
}

/**
 * Asks for a folder of notes and for the settings to name it in, and adds it to `cfnNotes.notes.folders`; `added` is
 * called then.
 */
export async function askForNotesFolder(added: (folder: Uri) => Promise<void>): Promise<void> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: inLanguage({ en: "Add Folder of Notes", ja: "ノートのフォルダーを追加" }),
      title: inLanguage({ en: "Folder of Markdown Notes", ja: "Markdownノートのフォルダー" }),
    })) ?? [];
  const target = folder && (await chooseTarget());
  if (folder && target !== undefined && (await addFolderSetting(folder, target))) await added(folder);
}

/**
 * Adds `folder` to the setting at `target`; a folder that is there already is not added again. A workspace's setting
 * hides the user's, so it begins with what that has.
 *
 * @returns whether it is there
 */
export async function addFolderSetting(folder: Uri, target: ConfigurationTarget): Promise<boolean> {
  const configuration = workspace.getConfiguration("cfnNotes");
  const inspected = configuration.inspect<string[]>("notes.folders");
  const ofWorkspace = target === ConfigurationTarget.Global ? undefined : inspected?.workspaceValue;
  const current = ofWorkspace ?? inspected?.globalValue ?? [];
  const added = target === ConfigurationTarget.Global ? absolute(folder) : relativeToWorkspace(folder);
  return current.includes(added) || writeSetting(configuration, "notes.folders", [...current, added], { target });
}

async function chooseTarget(): Promise<ConfigurationTarget | undefined> {
  if (!workspace.workspaceFolders) return ConfigurationTarget.Global;
  const items: TargetItem[] = [
    {
      label: inLanguage({ en: "For all my folders", ja: "すべてのフォルダーで使う" }),
      description: inLanguage({ en: "User settings", ja: "ユーザー設定" }),
      target: ConfigurationTarget.Global,
    },
    {
      label: inLanguage({ en: "For this workspace only", ja: "このワークスペースだけで使う" }),
      description: inLanguage({ en: "Workspace settings", ja: "ワークスペース設定" }),
      target: ConfigurationTarget.Workspace,
    },
  ];
  const chosen = await window.showQuickPick(items, {
    title: inLanguage({ en: "Where should these notes show?", ja: "このノートをどこで表示しますか？" }),
  });
  return chosen?.target;
}

function absolute(folder: Uri): string {
  return folder.scheme === "file" ? folder.fsPath : folder.toString();
}

/** A path inside the workspace is kept relative, so that the setting can be shared. */
function relativeToWorkspace(folder: Uri): string {
  if ((workspace.workspaceFolders?.length ?? 0) !== 1 || !workspace.getWorkspaceFolder(folder)) return absolute(folder);
  const relative = workspace.asRelativePath(folder, false);
  return relative === folder.fsPath ? "." : relative;
}
