import { fileBeside } from "../reading/markdown/links.ts";
import { decodedName, percentDecoded } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import type { WrittenLink } from "./writtenIn.ts";

export interface LinkTarget {
  readonly file: NoteFileContent;
  /** The heading; the file's own note if the link names none. */
  readonly note: Note;
}

/**
 * The note that a link leads to, among the user's files; `"dead"` if there is no such file or heading, `undefined` if
 * that cannot be told (a file elsewhere).
 *
 * @param isOwn whether a file of that URI would be among the user's notes
 */
export function linkTarget(
  link: WrittenLink,
  from: NoteFileContent,
  files: readonly NoteFileContent[],
  isOwn: (uri: string) => boolean,
): LinkTarget | "dead" | undefined {
  const file = fileOf(link, from, files, isOwn);
  if (file === undefined || file === "dead") return file;
  if (link.heading === undefined || link.heading === "" || link.heading.startsWith("^"))
    return { file, note: file.notes[0] };
  const note = headingOf(link, file);
  return note === undefined ? "dead" : { file, note };
}

function fileOf(
  { kind, page }: WrittenLink,
  from: NoteFileContent,
  files: readonly NoteFileContent[],
  isOwn: (uri: string) => boolean,
): NoteFileContent | "dead" | undefined {
  if (page === "") return from;
  if (kind === "wiki") return pageNamed(page, from, files) ?? "dead";
  const uri = fileBeside(from.uri, page);
  if (uri === undefined) return undefined;
  const wanted = percentDecoded(uri);
  return files.find((file) => percentDecoded(file.uri) === wanted) ?? (isOwn(uri) ? "dead" : undefined);
}

/** Looks up a page by the file's name, with or without folders in front, else by its title; the nearest of several. */
function pageNamed(
  page: string,
  from: NoteFileContent,
  files: readonly NoteFileContent[],
): NoteFileContent | undefined {
  const wanted = page.replace(/\.(?:md|markdown)$/i, "").toLowerCase();
  const ending = `/${wanted.replace(/^\/+/, "")}`;
  const named = files.filter((file) => pagePath(file.uri).toLowerCase().endsWith(ending));
  const folder = from.uri.slice(0, from.uri.lastIndexOf("/") + 1);
  return (
    named.find(({ uri }) => uri.startsWith(folder)) ??
    named[0] ??
    files.find(({ title }) => title.toLowerCase() === wanted)
  );
}

function pagePath(uri: string): string {
  return percentDecoded(uri).replace(/\.(?:md|markdown)$/i, "");
}

/** A page's name in links. */
export function pageName({ uri }: NoteFileContent): string {
  return decodedName(uri).replace(/\.(?:md|markdown)$/i, "");
}

function headingOf({ kind, heading = "" }: WrittenLink, file: NoteFileContent): Note | undefined {
  const headings = file.notes.filter(({ naming }) => naming === "heading");
  if (kind === "markdown") {
    const anchors = anchorsOf(headings);
    const wanted = percentDecoded(heading).toLowerCase();
    return headings.find((note) => anchors.get(note) === wanted);
  }
  // `[[page#Part#Section]]` names the headings above, too.
  const wanted = comparableTitle(heading.split("#").at(-1) ?? "");
  return headings.find(({ title }) => comparableTitle(title) === wanted);
}

/** The anchors that Markdown's viewers make of headings; the second of the same text gets a number. */
export function anchorsOf(headings: readonly Note[]): ReadonlyMap<Note, string> {
  const counts = new Map<string, number>();
  return new Map(
    headings.map((note) => {
      const anchor = anchorOf(note.title);
      const count = counts.get(anchor) ?? 0;
      counts.set(anchor, count + 1);
      return [note, count === 0 ? anchor : `${anchor}-${count}`];
    }),
  );
}

/** The anchor of a title. */
export function anchorOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");
}

function comparableTitle(title: string): string {
  return title
    .replace(/[\s:#|^[\]]+/g, " ")
    .trim()
    .toLowerCase();
}
