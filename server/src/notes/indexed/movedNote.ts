import { decodedName } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";

interface FoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/**
 * The note that an id of a file that is not there stands for: that of the same heading in a file of the same name, else
 * the only one of the same heading.
 */
export function movedNote(id: string, files: readonly NoteFileContent[]): FoundNote | undefined {
  const [uri = ""] = id.split("#", 1);
  const heading = id.slice(uri.length);
  const name = decodedName(uri);
  const found = files.flatMap((file): FoundNote[] => {
    const note = file.notes.find((one) => one.id === `${file.uri}${heading}`);
    return note === undefined || (heading === "" && decodedName(file.uri) !== name) ? [] : [{ note, file }];
  });
  const named = found.filter(({ file }) => decodedName(file.uri) === name);
  const [only, ...others] = named.length > 0 ? named : found;
  return others.length === 0 ? only : undefined;
}
