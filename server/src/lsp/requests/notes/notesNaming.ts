import { folderSteps, isWithinFolder, uriSteps } from "../../../notes/reading/markdown/uriPath.ts";
import type { FileEdits } from "../../documents/versionedEdit.ts";
import { readableUri } from "../../host/readableUri.ts";
import { withAnchors } from "../../notes/anchorRename.ts";
import { ownFiles } from "../../notes/ownFiles.ts";
import { type NamingNotes, namingNotes } from "../../notes/ownNoteRename.ts";
import { asksBefore } from "../../workspace/renameEdit.ts";
import type { RequestContext } from "../request.ts";
import { readCurrentNotes } from "./currentNotes.ts";

type NotesNamingContext = Pick<
  RequestContext,
  "service" | "store" | "noteFiles" | "parameters" | "language" | "client" | "messages" | "resultInSteps"
>;

const MAX_NAMED_FILES = 3;

/**
 * The edits in notes of the workspace for the renaming of a template's thing; the user is told what is left as it is.
 * Gives `undefined` if the notes keep changing.
 */
export async function notesNaming(
  name: string,
  newName: string,
  template: string,
  context: NotesNamingContext,
): Promise<readonly FileEdits[] | undefined> {
  const { service, store, noteFiles, parameters, language, client, messages } = context;
  if (!(await readCurrentNotes(context))) return undefined;
  noteFiles.takeTyped();
  const { notes } = service;
  const files = ownFiles(notes, store);
  const called = namingNotes(name, newName, template, files, notes);
  const found = withAnchors(called, name, newName, files, (one) => store.wouldHold(one));
  if (found.length === 0) return [];
  const folders = (await client.folders()).map(uriSteps);
  const isChanged = ({ file }: NamingNotes): boolean =>
    asksBefore(parameters.capabilities) &&
    file.isUtf8 &&
    folders.some((one) => isWithinFolder(one, folderSteps(file.uri)));
  const left = found.filter((one) => !isChanged(one)).map(({ file }) => readableUri(file.uri));
  if (left.length > 0) messages.tell(leftText(name, left)[language()]);
  return found.filter(isChanged).map(({ file, edits }) => {
    const uri = noteFiles.uriOf(file.uri);
    return { uri, version: noteFiles.versionOf(uri), edits };
  });
}

function leftText(name: string, files: readonly string[]): Readonly<Record<"en" | "ja", string>> {
  const named = files.slice(0, MAX_NAMED_FILES);
  const more = files.length - named.length;
  return {
    en: `Your notes also name ${name} in files that were not changed: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    ja: `ノートにも${name}が書かれていますが、次のファイルは変更していません：${named.join("、")}${more > 0 ? `、ほか${more}件` : ""}`,
  };
}
