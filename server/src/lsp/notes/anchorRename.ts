import type { TextEdit } from "vscode-languageserver";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import { anchorsOf } from "../../notes/uses/linkTarget.ts";
import { rangeOfLine } from "./noteRanges.ts";
import { linksTo } from "./noteRename.ts";
import { editsIn, type NamingNotes } from "./ownNoteRename.ts";

/** The same edits with those of links to headings whose anchors change with the name: `#orderstable`. */
export function withAnchors(
  found: readonly NamingNotes[],
  name: string,
  newName: string,
  files: readonly NoteFileContent[],
  isOwn: (uri: string) => boolean,
): readonly NamingNotes[] {
  const edits = new Map<NoteFileContent, readonly TextEdit[]>(found.map(({ file, edits }) => [file, edits]));
  for (const { file, edits: own } of found) {
    const lines = new Set(own.map(({ range }) => range.start.line));
    const headings = file.notes.filter(({ naming }) => naming === "heading");
    const renamed = headings.map((note) =>
      lines.has(note.line) ? { ...note, title: renamedText(note.title, name, newName) } : note,
    );
    const anchors = anchorsOf(renamed);
    for (const [index, note] of headings.entries()) {
      const after = renamed[index];
      const anchor = after && after !== note ? anchors.get(after) : undefined;
      if (anchor === undefined) continue;
      for (const { link, file: from } of linksTo(note, file, files, isOwn)) {
        if (link.kind !== "markdown" || link.headingSpan === undefined) continue;
        const edit = { range: rangeOfLine(link.headingSpan), newText: encodeURI(anchor) };
        edits.set(from, [...(edits.get(from) ?? []), edit]);
      }
    }
  }
  return [...edits].map(([file, all]) => ({ file, edits: all }));
}

function renamedText(text: string, name: string, newName: string): string {
  let renamed = "";
  let at = 0;
  for (const { range } of editsIn(text, 0, name, newName)) {
    renamed += text.slice(at, range.start.character) + newName;
    at = range.end.character;
  }
  return renamed + text.slice(at);
}
