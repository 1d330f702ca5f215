import { Disposable, Uri, window, workspace } from "vscode";
import type { LostBinding, LostBindings } from "../../../server/src/protocol/writing.ts";
import { placeMessages } from "../notes/placeMessages.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { bindNote, writeMarker } from "./writeMarker.ts";

/** The server waits for the last save, and reads the file: not longer than this. */
const SAVED_LATELY_MS = 10_000;

/**
 * Tells the user when notes show nowhere since the words of their titles were changed here, and offers to keep their
 * places. Files that changed only on the disk are left out: another branch was checked out, say.
 */
export function tellLostBindings(server: LanguageServer): Disposable {
  /** Files with an open message: a second one would only cover it. */
  const told = new Set<string>();
  const savedAt = new Map<string, number>();
  const isSavedLately = (uri: string): boolean =>
    Date.now() - (savedAt.get(Uri.parse(uri, true).toString()) ?? 0) < SAVED_LATELY_MS;
  const tell = async (found: LostBindings): Promise<void> => {
    const [first, ...others] = found.notes;
    const isOwnEdit = [found.uri, found.from ?? found.uri].some(isSavedLately);
    if (!first || told.has(found.uri) || !isOwnEdit) return;
    told.add(found.uri);
    const { lost, keep, fine } = placeMessages();
    const message = lost(first.oldTitle, first.newTitle, others.length);
    const chosen = await window.showInformationMessage(message, keep, fine);
    told.delete(found.uri);
    if (chosen === keep) await keepBindings(server, found);
  };
  return Disposable.from(
    server.onDidLoseBindings((found) => void tell(found)),
    workspace.onDidSaveTextDocument(({ uri, languageId }) => {
      if (languageId === "markdown") savedAt.set(uri.toString(), Date.now());
    }),
  );
}

/** Writes markers of the places at which notes showed; true if all of them have one. */
export async function keepBindings(server: LanguageServer, { uri, notes }: LostBindings): Promise<boolean> {
  const [first, ...others] = notes;
  if (first && others.length === 0) return bindNote(server, { ...first, uri, title: first.newTitle }, first.places);
  let written = 0;
  // From the last one up: a line that is added moves the notes below it.
  for (const note of fromBelow(notes)) {
    const done = await writeMarker(server, { ...note, uri, title: note.newTitle }, note.places);
    written += done === false ? 0 : 1;
  }
  void window.showInformationMessage(placeMessages().writtenAll(written));
  return written === notes.length;
}

function fromBelow(notes: readonly LostBinding[]): readonly LostBinding[] {
  return [...notes].sort((left, right) => right.line - left.line);
}
