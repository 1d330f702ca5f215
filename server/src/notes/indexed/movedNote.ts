import { nearest } from "../../text/nearest.ts";
import { decodedName } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";

interface FoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/** What is remembered of a note besides its id. */
export interface WasNote {
  /** Where it stood in its file. */
  readonly line: number;
  /** Whether a note has its text. */
  readonly hasText: (found: FoundNote) => boolean;
}

/**
 * The note that an id of a file that is not there stands for: that of the same heading in a file of the same name, else
 * the only one of the same heading, or the only one of these with the same text.
 */
export function movedNote(id: string, files: readonly NoteFileContent[], was?: WasNote): FoundNote | undefined {
  const [uri = ""] = id.split("#", 1);
  const heading = id.slice(uri.length);
  const name = decodedName(uri);
  const found = files.flatMap((file): FoundNote[] => {
    const note = file.notes.find((one) => one.id === `${file.uri}${heading}`);
    return note === undefined || (heading === "" && decodedName(file.uri) !== name) ? [] : [{ note, file }];
  });
  const named = found.filter(({ file }) => decodedName(file.uri) === name);
  const all = named.length > 0 ? named : found;
  return onlyOf(all) ?? onlyOf(all.filter((one) => was?.hasText(one)));
}

/**
 * The note that an id stands for whose file has no such heading any more: one of the same title and text below another
 * heading, else one with its text, or with a title like it on its line, below the same heading.
 */
export function editedNote(id: string, file: NoteFileContent, was: WasNote): FoundNote | undefined {
  const { above, title } = partsOf(id);
  const all = file.notes.map((note) => ({ note, file }));
  const beside = all.filter(({ note }) => note.id !== file.uri && partsOf(note.id).above === above);
  const isLike = ({ note }: FoundNote): boolean =>
    note.title.includes(title) || title.includes(note.title) || nearest(title, [note.title]) !== undefined;
  return (
    onlyOf(all.filter((one) => one.note.title === title && was.hasText(one))) ??
    onlyOf(beside.filter(was.hasText)) ??
    onlyOf(beside.filter((one) => one.note.line === was.line && isLike(one)))
  );
}

/** The id of what a note is below, and its title. */
function partsOf(id: string): { readonly above: string; readonly title: string } {
  const at = Math.max(id.lastIndexOf("/"), id.lastIndexOf("#"));
  const title = id.slice(at + 1).replace(/~\d+$/, "");
  return { above: id.slice(0, at), title: title.replaceAll("∕", "/") };
}

function onlyOf(found: readonly FoundNote[]): FoundNote | undefined {
  return found.length === 1 ? found[0] : undefined;
}
