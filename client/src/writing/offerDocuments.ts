import { ConfigurationTarget, Disposable, type Memento, Uri, window, workspace } from "vscode";
import type { NamingDocument } from "../../../server/src/protocol/notes.ts";
import { addFolderSetting } from "../notes/addNotesFolder.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { reportFolder } from "./folderReport.ts";

const askedKey = "cfnNotes.documentsOffered";
/** Milliseconds without an edit, as the template's own contents are read first. */
const QUIET_MS = 3000;
/** Each request reads all Markdown of the workspace: it is made for at most so many templates in a session. */
const MAX_TEMPLATES = 3;

/**
 * Offers once in each workspace without folders of notes to use documents as notes that name what a template declares.
 * Nothing is written without a yes, and any other answer is final.
 */
export function offerDocuments(server: LanguageServer, templates: TemplateDocuments, state: Memento): Disposable {
  const asked = new Set<string>();
  const offer = async (): Promise<void> => {
    const uri = templates.editor?.document.uri.toString();
    if (uri === undefined || asked.has(uri) || asked.size >= MAX_TEMPLATES) return;
    asked.add(uri);
    const [first, ...others] = (await server.request("namingDocuments", { textDocument: { uri } })) ?? [];
    if (first === undefined || state.get(askedKey, false)) return;
    await state.update(askedKey, true);
    const folder = commonFolder([first, ...others]);
    const show = inLanguage({ en: "Show", ja: "表示する" });
    const no = inLanguage({ en: "No", ja: "いいえ" });
    if ((await window.showInformationMessage(question(first, others, folder), show, no)) !== show) return;
    await addFolderSetting(folder, ConfigurationTarget.Workspace);
    await reportFolder(server, templates, folder);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    if (state.get(askedKey, false) || !workspace.isTrusted || !isOnDisk()) return;
    timer = setTimeout(() => void offer(), QUIET_MS);
  };
  soon();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(soon),
    templates.onDidChange(soon),
    new Disposable(() => clearTimeout(timer)),
  );
}

/** In a virtual workspace each file that is read has to be downloaded. */
function isOnDisk(): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(({ uri }) => uri.scheme === "file" || uri.scheme === "vscode-remote");
}

function question(first: NamingDocument, others: readonly NamingDocument[], folder: Uri): string {
  const names = [...new Set([first, ...others].flatMap((one) => one.names))];
  const [one, two, ...more] = names;
  const file = workspace.asRelativePath(Uri.parse(first.uri, true));
  const isWhole = workspace.getWorkspaceFolder(folder)?.uri.path === folder.path;
  const path = workspace.asRelativePath(folder);
  const adds = isWhole
    ? {
        en: "This adds the workspace's whole folder to its settings.",
        ja: "ワークスペースの設定にフォルダー全体を追加します。",
      }
    : {
        en: `This adds the folder ${path} to the workspace's settings.`,
        ja: `ワークスペースの設定にフォルダー「${path}」を追加します。`,
      };
  const [namesMore, filesMore] = [more.length, others.length];
  return inLanguage({
    en: `There is something about ${one}, ${two}${namesMore > 0 ? ` and ${namesMore} more` : ""} of this template in ${file}${filesMore > 0 ? ` and ${filesMore} more` : ""}. Show it in hovers and in the sidebar? ${adds.en}`,
    ja: `${file}${filesMore > 0 ? `（ほか${filesMore}件）` : ""}に、このテンプレートの${one}、${two}${namesMore > 0 ? `（ほか${namesMore}件）` : ""}についての記述があります。ホバーとサイドバーに表示しますか？${adds.ja}`,
  });
}

/** The innermost folder that holds all of them. */
function commonFolder(documents: readonly NamingDocument[]): Uri {
  const [first = [], ...others] = documents.map(({ uri }) => uri.split("/").slice(0, -1));
  const end = first.findIndex((step, at) => others.some((steps) => steps[at] !== step));
  return Uri.parse(first.slice(0, end < 0 ? first.length : end).join("/"), true);
}
