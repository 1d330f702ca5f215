import { commands, type Event, Range, type TextEditor, type Uri, window } from "vscode";
import type { FolderReport } from "../../../server/src/protocol/notes.ts";
import { placeMessages } from "../notes/placeMessages.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

/** A folder that is not read by then will not be: for example, the settings that name it do not count here. */
const PATIENCE_MS = 15_000;

/** What was read of a folder, in words, and what can be done with it. */
export interface FolderNews {
  readonly message: string;
  readonly actions: readonly { readonly label: string; run(): Promise<unknown> }[];
}

/** Reports what was read of a folder that was added, and shows a place of the template that has a note of it. */
export async function reportFolder(server: LanguageServer, templates: TemplateDocuments, folder: Uri): Promise<void> {
  const editor = templates.editor;
  const report = await reportOf(server, folder, editor);
  // The server itself tells the user of a folder that cannot be read.
  if (report?.failure !== undefined) return;
  const { message, actions } = folderNews(report, editor);
  const chosen = await window.showInformationMessage(message, ...actions.map(({ label }) => label));
  await actions.find(({ label }) => label === chosen)?.run();
}

/** The report on a folder, as soon as the server has read it; `undefined` if it does not. */
export async function reportOf(
  server: LanguageServer,
  folder: Uri,
  editor: TextEditor | undefined,
): Promise<FolderReport | undefined> {
  const template = editor?.document.uri.toString();
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const changed = nextOf(server.onDidChangeNotes, end - Date.now());
    const report = await server.request("folderReport", {
      folder: folder.toString(),
      ...(template === undefined ? {} : { template }),
    });
    if (report) return report;
    await changed;
  }
  return undefined;
}

export function folderNews(report: FolderReport | undefined, editor: TextEditor | undefined): FolderNews {
  const messages = placeMessages();
  if (!report) return { message: messages.notRead, actions: [] };
  if (report.files === 0) return { message: messages.noFiles, actions: [] };
  const read = messages.read(report.files, report.notes);
  const { inTemplate, example } = report;
  if (!editor || inTemplate === undefined) return { message: `${read}${messages.end}`, actions: [] };
  const { path } = editor.document.uri;
  const message = `${read}${messages.belong(inTemplate, path.slice(path.lastIndexOf("/") + 1))}`;
  if (example) return { message, actions: [{ label: messages.showOne, run: () => showExample(editor, example) }] };
  return {
    message,
    actions: [
      { label: messages.showNotPlaced, run: async () => commands.executeCommand("cfnNotes.showNotPlaced") },
      { label: messages.explain, run: async () => commands.executeCommand("cfnNotes.explainPlace") },
    ],
  };
}

/** Puts the caret at a place, with its note beside it and in a hover. */
async function showExample(
  { document, viewColumn }: TextEditor,
  place: NonNullable<FolderReport["example"]>,
): Promise<void> {
  const { start } = place;
  const selection = new Range(start.line, start.character, start.line, start.character);
  await window.showTextDocument(document, { selection, ...(viewColumn === undefined ? {} : { viewColumn }) });
  await commands.executeCommand("cfnNotes.showNoteAtCursor");
  await commands.executeCommand("editor.action.showHover");
}

function nextOf(event: Event<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const subscription = event(done);
  });
}
