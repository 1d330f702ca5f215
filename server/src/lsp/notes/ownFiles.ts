import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import type { NoteStore } from "./noteStore.ts";

/** The files of the user and of teams, each once, in the order of the folders: cards begin with the first. */
export function ownFiles(index: NoteIndex, store: NoteStore): readonly NoteFileContent[] {
  return store.fileUris.flatMap((uri) => index.file(uri) ?? []);
}
