import { OPEN_NOTE_COMMAND } from "../../protocol/notes.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";

/** A link that opens a note: the user's own in its file, a built-in one in the view. */
export function linkOf(note: Note, file: NoteFileContent, commands: boolean): string | undefined {
  return sourceLink(file, note.line) ?? (commands ? commandLink(note) : undefined);
}

/**
 * A link that opens a note in the view at a zero-based line of its file; without our commands, the file at that line.
 */
export function linkToLine(note: Note, file: NoteFileContent, line: number, commands: boolean): string | undefined {
  return commands ? commandLink(note, line) : sourceLink(file, line);
}

export function linked(text: string, link: string | undefined): string {
  return link === undefined ? text : `[${text}](${link})`;
}

/** The file at a line; `undefined` if the editor has no file to open. */
function sourceLink({ uri }: NoteFileContent, line: number): string | undefined {
  if (!/^(?:file|vscode-remote|https?):/i.test(uri)) return undefined;
  return `${uri.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}#L${line + 1}`;
}

function commandLink({ id, line }: Note, at: number = line): string {
  const argument = encodeURIComponent(JSON.stringify(at === line ? [id] : [id, at]));
  return `command:${OPEN_NOTE_COMMAND}?${argument.replaceAll("(", "%28").replaceAll(")", "%29")}`;
}
