import { FileType, type Memento, Uri, window, workspace } from "vscode";
import type { WritingPlace } from "../../../server/src/protocol/writing.ts";
import { askForNotesFolder } from "../notes/addNotesFolder.ts";
import { templateStem } from "../server/fileNames.ts";
import { makeFile } from "./wholeFiles.ts";
import { writeMessages } from "./writeMessages.ts";

const key = "cfnNotes.article";

type Articles = WritingPlace["articles"];

/**
 * The file to write into: of those with notes near the place, or of all if there are none, the last one, the only one, or
 * a chosen one; if there is none, one is made.
 *
 * @param template its URI, after which a new file is called
 */
export async function articleFor(
  articles: Articles,
  state: Memento,
  { asks, template }: { readonly asks: boolean; readonly template: string },
): Promise<{ readonly uri: Uri; readonly isChosen: boolean } | undefined> {
  const last = state.get<string>(key);
  const near = articles.filter(({ isNear }) => isNear === true);
  const among = near.length > 0 ? near : articles;
  const known = among.find(({ uri }) => uri === last) ?? (among.length === 1 ? among[0] : undefined);
  if (known && !asks) return { uri: Uri.parse(known.uri, true), isChosen: false };
  const uri = articles.length === 0 ? await firstArticle() : await chooseArticle(articles, last, template);
  return uri && { uri, isChosen: true };
}

export async function rememberArticle(state: Memento, article: Uri): Promise<void> {
  await state.update(key, article.toString());
}

async function chooseArticle(articles: Articles, last: string | undefined, template: string): Promise<Uri | undefined> {
  const { chooseArticle: title, newArticle: label } = writeMessages();
  const items = articles.map(({ uri, title: label, isNear = false }) => {
    const description = workspace.asRelativePath(Uri.parse(uri, true));
    return { uri, isNear, label: label.replaceAll("$(", "\\$("), description };
  });
  const rank = ({ uri, isNear }: (typeof items)[number]): number => (isNear ? 2 : 0) + Number(uri === last);
  const sorted = items.toSorted((one, other) => rank(other) - rank(one));
  const made = { uri: undefined, label: `$(new-file) ${label}`, alwaysShow: true };
  const chosen = await window.showQuickPick([...sorted, made], { title, matchOnDescription: true });
  if (chosen === made)
    return newArticle(
      sorted.map(({ uri }) => Uri.parse(uri, true)),
      template,
    );
  return chosen?.uri === undefined ? undefined : Uri.parse(chosen.uri, true);
}

/** Asks what a file is to be called, and makes it in the folder of the first of others. */
async function newArticle(others: readonly Uri[], template: string): Promise<Uri | undefined> {
  const { nameArticle } = writeMessages();
  const [first] = others;
  if (first === undefined) return undefined;
  const folder = Uri.joinPath(first, "..");
  const called = templateStem(Uri.parse(template, true));
  const isTaken = others.some(({ path }) => path === Uri.joinPath(folder, `${called}.md`).path);
  const stem = isTaken ? `${called}-notes` : called;
  const name = await window.showInputBox({
    title: nameArticle(workspace.asRelativePath(folder)),
    value: `${stem}.md`,
    valueSelection: [0, stem.length],
    validateInput: (text) => (/^[^\\/:*?"<>|]+\.(?:md|markdown)$/i.test(text.trim()) ? undefined : "*.md"),
  });
  if (name === undefined) return undefined;
  const file = Uri.joinPath(folder, name.trim());
  const isThere = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  const heading = `# ${name.trim().replace(/\.\w+$/, "")}\n`;
  return isThere || (await makeFile(file, heading)) ? file : undefined;
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

/** The first Markdown file of a folder, or a new one; `undefined` if none can be made. */
export async function articleIn(folder: Uri): Promise<Uri | undefined> {
  const entries = await workspace.fs.readDirectory(folder);
  const [first] = entries
    .filter(([name, type]) => (type & FileType.File) !== 0 && /\.(md|markdown)$/i.test(name))
    .sort();
  if (first) return Uri.joinPath(folder, first[0]);
  const file = Uri.joinPath(folder, "notes.md");
  return (await makeFile(file, `${writeMessages().firstTitle}\n`)) ? file : undefined;
}
