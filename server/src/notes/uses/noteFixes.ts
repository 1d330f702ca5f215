import { nearest } from "../../text/nearest.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { decodedName, folderSteps, sharedSteps, uriSteps } from "../reading/markdown/uriPath.ts";
import { type NoteFileContent, parsePlace } from "../reading/note.ts";
import { linkTarget } from "./linkTarget.ts";
import type { LineSpan, WrittenLink, WrittenMark } from "./writtenIn.ts";

/** The correction of a part of a line. */
export interface NoteFix {
  readonly span: LineSpan;
  readonly newText: string;
  /** Whether nothing else can have been meant. */
  readonly safe: boolean;
}

/**
 * A marker corrected to the name that was probably meant: of a template's own things, or of a resource type.
 *
 * @param declared what templates declare
 */
export function meantMark(
  { text, line, start, end }: WrittenMark,
  declared: Iterable<string>,
  { catalogue }: Vocabulary,
): NoteFix | undefined {
  const place = parsePlace(text);
  if (place?.kind === "own") return changed(place.name, nearest(place.name, declared));
  const type = place?.kind === "type" || place?.kind === "property" ? place.type : "";
  return type.includes("*") ? undefined : changed(type, nearest(type, catalogue.typeNames));

  function changed(name: string, meant: string | undefined): NoteFix | undefined {
    if (name === "" || meant === undefined || meant === name) return undefined;
    return { span: { line, start, end }, newText: text.replace(name, () => meant), safe: false };
  }
}

/** A link to a file that has moved, if only one of the notes is called so and has the heading. */
export function movedPage(
  link: WrittenLink,
  from: NoteFileContent,
  files: readonly NoteFileContent[],
): NoteFix | undefined {
  if (link.kind !== "markdown" || link.page === "") return undefined;
  const name = decodedName(link.page);
  const [only, ...others] = files.filter(({ uri }) => decodedName(uri) === name);
  if (only === undefined || others.length > 0) return undefined;
  const page = pathBetween(folderSteps(from.uri), uriSteps(only.uri));
  const isThere = linkTarget({ ...link, page }, from, files, () => true) !== "dead";
  return isThere ? { span: link.pageSpan, newText: page, safe: true } : undefined;
}

/** The path from a folder to a file, as links write it. */
function pathBetween(folder: readonly string[], file: readonly string[]): string {
  const shared = sharedSteps(folder, file);
  const steps = [...folder.slice(shared).map(() => ".."), ...file.slice(shared)];
  return steps.join("/").replace(/[\s()<>%]/g, encodeURIComponent);
}
