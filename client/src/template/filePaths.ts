import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  FileType,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { type TemplateDocuments, templateLanguages } from "../server/templateDocuments.ts";

/** Keys whose values name something beside the template, and the files that they take; all take folders. */
const FILES: Readonly<Record<string, RegExp>> = {
  CodeUri: /\.(?:zip|jar)$/,
  ContentUri: /\.(?:zip|jar)$/,
  DefinitionUri: /\.(?:ya?ml|json)$/,
  Location: /\.(?:ya?ml|json|template)$/,
  SchemaUri: /\.graphqls?$/,
  TemplateURL: /\.(?:ya?ml|json|template)$/,
};

/** A key and what is typed of a relative path behind it. */
const BEGUN = /^[ \t]*(?:- )?["']?([A-Za-z]+)["']?[ \t]*:[ \t]*["']?((?:[\w.-]+\/)*)([\w.-]*)$/;

const MAX_LISTED_NAMES = 200;

/** Completes paths of folders and files beside the template in properties that name one. */
export function filePaths(templates: TemplateDocuments): Disposable {
  const provideCompletionItems = async (document: TextDocument, position: Position): Promise<CompletionItem[]> => {
    const { line, character } = position;
    const [, key = "", folders = "", name = ""] =
      BEGUN.exec(document.lineAt(line).text.slice(0, character).slice(-300)) ?? [];
    const files = Object.hasOwn(FILES, key) ? FILES[key] : undefined;
    if (files === undefined || !templates.has(document)) return [];
    const folder = Uri.joinPath(document.uri, "..", folders);
    if (workspace.getWorkspaceFolder(folder) === undefined) return [];
    const range = new Range(position.translate(0, -name.length), position);
    const isItself = (entry: string): boolean => Uri.joinPath(folder, entry).toString() === document.uri.toString();
    const found = (await listFolder(folder))
      .filter(([entry, type]) => !isHidden(entry) && (isFolder(type) || files.test(entry)) && !isItself(entry))
      .slice(0, MAX_LISTED_NAMES)
      // In a folder that somebody has gone into, a file is what they look for.
      .map(([entry, type]) => item(entry, isFolder(type), range, isFolder(type) ? 1 : folders === "" ? 2 : 0));
    // One leads up before it leads down.
    const above = /[^./]/.test(folders) ? undefined : workspace.getWorkspaceFolder(Uri.joinPath(folder, ".."));
    return above === undefined ? found : [...found, item("..", true, range, 3)];
  };
  return languages.registerCompletionItemProvider([...templateLanguages], { provideCompletionItems }, "/");
}

/** A folder that can't be read has none. */
async function listFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

const isFolder = (type: FileType): boolean => (type & FileType.Directory) !== 0;

const isHidden = (name: string): boolean => name.startsWith(".") || name === "node_modules";

function item(name: string, folder: boolean, range: Range, order: number): CompletionItem {
  const { Folder, File } = CompletionItemKind;
  const made = new CompletionItem(folder ? `${name}/` : name, folder ? Folder : File);
  made.range = range;
  made.sortText = `${order}${name}`;
  if (folder) made.command = { command: "editor.action.triggerSuggest", title: "", arguments: [{ auto: true }] };
  return made;
}
