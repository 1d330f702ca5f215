import { FileType, type Memento, Uri, window, workspace } from "vscode";
import type { WritingPlace } from "../../../server/src/protocol/writing.ts";
import { askForNotesFolder } from "../notes/addNotesFolder.ts";
import { writeMessages } from "./writeMessages.ts";

const key = "cfnNotes.article";

type Articles = WritingPlace["articles"];

/** The file to write into: the last one, the only one, or a chosen one; if there is none, one is made. */
export async function articleFor(articles: Articles, state: Memento, asks: boolean): Promise<Uri | undefined> {
  const last = state.get<string>(key);
  const known = articles.find(({ uri }) => uri === last) ?? (articles.length === 1 ? articles[0] : undefined);
  if (known && !asks) return Uri.parse(known.uri, true);
  const chosen = articles.length === 0 ? await firstArticle() : await chooseArticle(articles, last);
  await (chosen && rememberArticle(state, chosen));
  return chosen;
}

export async function rememberArticle(state: Memento, article: Uri): Promise<void> {
  await state.update(key, article.toString());
}

async function chooseArticle(articles: Articles, last: string | undefined): Promise<Uri | undefined> {
  const items = articles.map(({ uri, title }) => {
    const path = workspace.asRelativePath(Uri.parse(uri, true));
    return { uri, label: title.replaceAll("$(", "\\$("), description: path };
  });
  const sorted = [...items.filter(({ uri }) => uri === last), ...items.filter(({ uri }) => uri !== last)];
  const chosen = await window.showQuickPick(sorted, { title: writeMessages().chooseArticle, matchOnDescription: true });
  return chosen && Uri.parse(chosen.uri, true);
}

/** Asks for a folder for notes, and makes a file for them there. */
async function firstArticle(): Promise<Uri | undefined> {
  const { noArticle, chooseFolder } = writeMessages();
  if ((await window.showInformationMessage(noArticle, { modal: true }, chooseFolder)) !== chooseFolder) {
    return undefined;
  }
  let made: Uri | undefined;
  await askForNotesFolder(async (folder) => {
    made = await articleIn(folder);
  });
  return made;
}

/** The first Markdown file of a folder, or a new one. */
export async function articleIn(folder: Uri): Promise<Uri> {
  const entries = await workspace.fs.readDirectory(folder);
  const [first] = entries
    .filter(([name, type]) => (type & FileType.File) !== 0 && /\.(md|markdown)$/i.test(name))
    .sort();
  if (first) return Uri.joinPath(folder, first[0]);
  const file = Uri.joinPath(folder, "notes.md");
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${writeMessages().firstTitle}\n`));
  return file;
}
