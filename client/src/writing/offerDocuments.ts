import { ConfigurationTarget, Disposable, type Memento, Uri, window, workspace } from "vscode";
import { addFolderSetting } from "../notes/addNotesFolder.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { documentsOffer, MAX_TIMES_ASKED, offerQuestion } from "./documentsOffer.ts";
import { reportFolder } from "./folderReport.ts";

const askedKey = "cfnNotes.documentsOffered";
/** Milliseconds without an edit, as the template's own contents are read first. */
const QUIET_MS = 3000;

/**
 * Offers in each workspace that has no folder of notes in it, until somebody answers, to use documents as notes that name
 * what a template declares. Nothing is written without a yes, and any other answer is final.
 */
export function offerDocuments(server: LanguageServer, templates: TemplateDocuments, state: Memento): Disposable {
  const timesAsked = (): number => {
    const kept = state.get<number | boolean>(askedKey, 0);
    // Earlier versions asked once.
    return kept === true ? MAX_TIMES_ASKED : Number(kept);
  };
  const offer = documentsOffer({
    find: (uri) => server.request("namingDocuments", { textDocument: { uri } }),
    timesAsked,
    setTimesAsked: (times) => state.update(askedKey, times),
    ask: async (documents, folder) => {
      const file = workspace.asRelativePath(Uri.parse(documents[0].uri, true));
      const question = inLanguage(offerQuestion(documents, file, pathInWorkspace(Uri.parse(folder, true))));
      const show = inLanguage({ en: "Show", ja: "表示する" });
      const no = inLanguage({ en: "No", ja: "いいえ" });
      return (await window.showInformationMessage(question, show, no)) === show;
    },
    accept: async (folder) => {
      const uri = Uri.parse(folder, true);
      if (await addFolderSetting(uri, ConfigurationTarget.Workspace)) await reportFolder(server, templates, uri);
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    if (timesAsked() >= MAX_TIMES_ASKED || !workspace.isTrusted || !isOnDisk()) return;
    timer = setTimeout(() => {
      const document = templates.editor?.document;
      void offer(document && { uri: document.uri.toString(), length: document.getText().length });
    }, QUIET_MS);
  };
  soon();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(soon),
    templates.onDidChange(soon),
    workspace.onDidSaveTextDocument(soon),
    new Disposable(() => clearTimeout(timer)),
  );
}

/** In a virtual workspace each file that is read has to be downloaded. */
function isOnDisk(): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(({ uri }) => uri.scheme === "file" || uri.scheme === "vscode-remote");
}

/** The path of a folder for display; `undefined` for a folder of the workspace itself. */
function pathInWorkspace(folder: Uri): string | undefined {
  const isWhole = workspace.getWorkspaceFolder(folder)?.uri.path === folder.path;
  return isWhole ? undefined : workspace.asRelativePath(folder);
}
