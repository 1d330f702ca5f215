import { withoutBareFacts } from "../overtaken/withOvertaken.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";

/**
 * The text of a note as Markdown for readers outside of its file: without its comments and markers.
 *
 * @param longest characters of the note that are read
 */
export function passageText(note: Note, file: NoteFileContent, longest: number): string {
  return withoutComments(withoutBareFacts(passageOf(note, file).slice(0, longest), note, file)).trim();
}

/** Markdown without HTML comments; code is left as it is. */
function withoutComments(markdown: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of markdown.split("\n")) {
    const [, mark] = isOpen ? [] : (/^\s*(`{3,}|~{3,})/.exec(line) ?? []);
    const isFence = mark !== undefined && (fence === undefined || mark.startsWith(fence));
    if (isFence) fence = fence === undefined ? mark : undefined;
    if (isFence || fence !== undefined) {
      kept.push(line);
      continue;
    }
    const { text, isOpen: goesOn } = uncommented(line, isOpen);
    isOpen = goesOn;
    if (text.trim() !== "" || line.trim() === "") kept.push(text.trimEnd());
  }
  return kept.join("\n");
}

/** A line without comments, which may have begun in a line before. */
function uncommented(line: string, isOpen: boolean): { readonly text: string; readonly isOpen: boolean } {
  let text = "";
  let at = 0;
  let isInside = isOpen;
  while (at < line.length) {
    const sign = isInside ? "-->" : "<!--";
    const found = line.indexOf(sign, at);
    if (found < 0) break;
    const isCode = !isInside && line.slice(0, found).split("`").length % 2 === 0;
    if (!isInside) text += line.slice(at, isCode ? found + sign.length : found);
    at = found + sign.length;
    if (!isCode) isInside = !isInside;
  }
  return { text: isInside ? text : text + line.slice(at), isOpen: isInside };
}
