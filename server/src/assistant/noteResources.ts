import type { NoteIndex } from "../notes/noteIndex.ts";
import { percentDecoded } from "../notes/reading/markdown/uriPath.ts";
import { passageText } from "../notes/showing/passageText.ts";
import { visible, visibleLines } from "../text/visible.ts";

/** Something that an assistant, or the person who talks to it, may take in whole. */
export interface NoteResource {
  readonly uri: string;
  readonly title: string;
}

/** A note by the id that the tools return; percent-encoded. */
export const NOTE_URI = "cfn-notes://note/{noteId}";

/** The person's own files, then the built-in ones. */
export function noteResources(notes: NoteIndex): readonly NoteResource[] {
  const files = notes.files.toSorted((one, other) => Number(one.builtIn) - Number(other.builtIn));
  return files.map(({ title, notes: [whole] }) => ({ uri: uriOf(whole.id), title: visible(title) }));
}

/** A note with its title, as Markdown; `undefined` if no note has that address. */
export function noteResourceText(notes: NoteIndex, uri: string): string | undefined {
  const [, id] = /^cfn-notes:\/\/note\/(.+)$/.exec(uri) ?? [];
  const found = id === undefined ? undefined : notes.note(percentDecoded(id));
  if (found === undefined) return undefined;
  const { note, file } = found;
  return `# ${visible(note.title)}\n\n${visibleLines(passageText(note, file, MAX_TEXT_LENGTH))}`;
}

/** Characters; a file of notes may be a book. */
const MAX_TEXT_LENGTH = 60_000;

function uriOf(id: string): string {
  return NOTE_URI.replace("{noteId}", encodeURIComponent(id));
}
