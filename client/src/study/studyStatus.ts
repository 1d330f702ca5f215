import { Disposable, StatusBarAlignment, window, workspace } from "vscode";
import { studyMessages } from "../page/studyMessages.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { StudyStore } from "./studyStore.ts";
import { dueCards } from "./studyView.ts";

/** The number can wait; typing and switching editors must not be slowed down. */
const PAUSE_MS = 3000;
/** After an answer, the number goes down soon. */
const SHORT_PAUSE_MS = 300;

/** The item in the status bar with the cards that are due today; nothing if there are none. */
export function studyStatus(server: LanguageServer, store: StudyStore, templates: TemplateDocuments): Disposable {
  const item = window.createStatusBarItem("cfnNotes.study", StatusBarAlignment.Right, 90);
  item.command = "cfnNotes.review";
  const update = async (): Promise<void> => {
    const isWanted = workspace.getConfiguration("cfnNotes").get<boolean>("study.statusBar", true);
    const template = templates.editor?.document.uri.toString();
    if (!isWanted || template === undefined || !server.isStarted) {
      item.hide();
      return;
    }
    const { due, fresh, decks } = await dueCards({ server, store }, template);
    const messages = studyMessages();
    item.name = messages.title;
    item.text = `$(mortar-board) ${messages.due(due)}`;
    item.tooltip = messages.dueTooltip(due - fresh, fresh);
    item.accessibilityInformation = { label: `${messages.title}: ${messages.due(due)}` };
    // Without notes, the template's own questions alone show no item.
    if (due === 0 || decks.length === 0) {
      item.hide();
    } else {
      item.show();
    }
  };
  const soon = debounce(PAUSE_MS, () => void update());
  const atOnce = debounce(SHORT_PAUSE_MS, () => void update());
  return Disposable.from(
    item,
    new Disposable(soon.cancel),
    new Disposable(atOnce.cancel),
    window.onDidChangeActiveTextEditor(soon.call),
    window.onDidChangeWindowState(({ focused }) => (focused ? soon.call() : undefined)),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration("cfnNotes") ? soon.call() : undefined)),
    server.onDidStart(soon.call),
    server.onDidChangeNotes(soon.call),
    store.onDidChange(atOnce.call),
  );
}
