import { Disposable, StatusBarAlignment, window, workspace } from "vscode";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { TemplateNotes } from "./templateNotes.ts";
import { useMessages } from "./useMessages.ts";

const setting = "statusBar.enabled";

/** Opens the view of the template's notes. */
export const showInTemplateCommand = "cfnNotes.showInTemplate";

/** Whether the user wants the item in the status bar, by `cfnNotes.statusBar.enabled`. */
export function wantsStatus(): boolean {
  return workspace.getConfiguration("cfnNotes").get<boolean>(setting, true);
}

/** The item in the status bar: how many of the user's notes show in the active template, and how many there are. */
export function templateNotesStatus(notes: TemplateNotes, templates: TemplateDocuments): Disposable {
  const item = window.createStatusBarItem("cfnNotes.notes", StatusBarAlignment.Right, 91);
  item.name = "CloudFormation Notes";
  item.command = showInTemplateCommand;
  const update = (): void => {
    const { shown } = notes;
    const document = window.activeTextEditor?.document;
    const isActive = document !== undefined && templates.has(document);
    if (!shown || !isActive || shown.uri.toString() !== document.uri.toString() || !wantsStatus()) {
      item.hide();
      return;
    }
    const messages = useMessages();
    const { own, ownShown } = shown;
    const words = own === 0 ? messages.noOwn : messages.shown(ownShown, own);
    item.text = own === 0 ? "$(notebook)" : `$(notebook) ${ownShown} · ${own}`;
    item.tooltip = words;
    item.accessibilityInformation = { label: words };
    item.show();
  };
  update();
  return Disposable.from(
    item,
    notes.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    templates.onDidChange(update),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cfnNotes")) {
        notes.refresh();
        update();
      }
    }),
  );
}
