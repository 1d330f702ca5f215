import type { TextEdit } from "vscode-languageserver";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { anchorOf, anchorsOf, linkTarget } from "../../notes/uses/linkTarget.ts";
import { type LineSpan, linksIn, type WrittenLink } from "../../notes/uses/writtenIn.ts";
import { rangeOfLine } from "./noteRanges.ts";

/** A link, with the file that it is written in. */
export interface PlacedLink {
  readonly link: WrittenLink;
  readonly file: NoteFileContent;
}

/** A heading of a file, and the span of its text. */
export interface PlacedHeading {
  readonly note: Note;
  readonly file: NoteFileContent;
  readonly span: LineSpan;
}

/** The links of all files that lead to a heading. */
export function linksTo(
  note: Note,
  file: NoteFileContent,
  files: readonly NoteFileContent[],
  isOwn: (uri: string) => boolean,
): readonly PlacedLink[] {
  return files.flatMap((from) =>
    linksIn(from).flatMap((link) => {
      const target = link.heading === undefined ? undefined : linkTarget(link, from, files, isOwn);
      const isIt = typeof target === "object" && target.file === file && target.note === note;
      return isIt ? [{ link, file: from }] : [];
    }),
  );
}

/**
 * The edits that rename a heading and the links to it, by file.
 *
 * @param uriOf gives the client's URI of a file
 */
export function renamedHeading(
  { note, file, span }: PlacedHeading,
  newName: string,
  links: readonly PlacedLink[],
  uriOf: (uri: string) => string,
): ReadonlyMap<string, readonly TextEdit[]> {
  const changes = new Map<string, TextEdit[]>();
  const add = (uri: string, edit: TextEdit): void => {
    const name = uriOf(uri);
    changes.set(name, [...(changes.get(name) ?? []), edit]);
  };
  add(file.uri, { range: rangeOfLine(span), newText: newName });
  const headings = file.notes.filter(({ naming }) => naming === "heading");
  const renamed = { ...note, title: newName };
  const anchor = anchorsOf(headings.map((one) => (one === note ? renamed : one))).get(renamed) ?? anchorOf(newName);
  for (const { link, file: from } of links) {
    const { headingSpan, heading = "", kind } = link;
    if (headingSpan === undefined) continue;
    // `[[page#Part#Section]]` names the headings above, too.
    const above = heading.includes("#") ? heading.slice(0, heading.lastIndexOf("#") + 1) : "";
    const newText = kind === "wiki" ? above + newName.replace(/[#|[\]]/g, " ") : encodeURI(anchor);
    add(from.uri, { range: rangeOfLine(headingSpan), newText });
  }
  return changes;
}
