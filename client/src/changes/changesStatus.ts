import { Disposable, StatusBarAlignment, window } from "vscode";
import type { ChangeSeverity } from "../../../server/src/protocol/template.ts";
import { changeMessages } from "./changeMessages.ts";
import type { TemplateChanges } from "./templateChanges.ts";

export const showChangesCommand = "cfnNotes.showChanges";

/** Changes that do more than update something in place. */
export const worthALook: ReadonlySet<ChangeSeverity> = new Set([
  "data-loss",
  "delete",
  "replace",
  "may-replace",
  "interruption",
  "promise",
]);

/** The item in the status bar: how many changes of the active template are worth a look. */
export function changesStatus(changes: TemplateChanges): Disposable {
  const item = window.createStatusBarItem("cfnNotes.changes", StatusBarAlignment.Right, 92);
  item.name = "CloudFormation Notes";
  item.command = showChangesCommand;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const shown = changes.of(document);
    const items = shown?.sections
      .flatMap((section) => section.items)
      .filter(({ severity }) => worthALook.has(severity));
    if (!items || items.length === 0) {
      item.hide();
      return;
    }
    const words = changeMessages().count(items.length);
    const isLost = items.some(({ severity }) => severity === "data-loss");
    item.text = `$(${isLost ? "warning" : "diff-modified"}) ${items.length}`;
    item.tooltip = [words, ...items.map(({ text }) => text)].join("\n");
    item.accessibilityInformation = { label: words };
    item.show();
  };
  return Disposable.from(item, changes.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}
