import { memoBy } from "../../text/memoBy.ts";
import { stepsOf } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";

/** With the folders in front, as far as they are told. */
const FILE = /[\w./-]*[\w-]\.(?:template|ya?ml|json)\b/g;
/** Lines are many; what a longer one says is data. */
const MAX_LINE = 2000;

/**
 * Whether a note stands in a section that names other templates, but not the one of a URI: of the sections around it the
 * innermost counts that names any.
 *
 * @param isTemplate whether a file of that name is one
 * @param isFolder whether templates lie in a folder of that name, in lower case
 */
export function isOnOtherTemplates(
  note: Note,
  file: NoteFileContent,
  template: string,
  isTemplate: (name: string) => boolean,
  isFolder: (name: string) => boolean,
): boolean {
  for (let section: Note | undefined = note; section !== undefined; section = parentsIn(file).get(section)) {
    const named = [...filesNamedIn(section, file)].filter((path) => isTemplate(nameOf(path)));
    if (named.length > 0) return !named.some((path) => isCalled(template, path, isFolder));
  }
  return false;
}

/** The same by what the titles above it name alone: `## 9. network.yaml`. */
export function isBelowOtherTemplate(
  { path }: Note,
  template: string,
  isTemplate: (name: string) => boolean,
  isFolder: (name: string) => boolean,
): boolean {
  const named = path.map((title) => (title.match(FILE) ?? []).filter((one) => isTemplate(nameOf(one))));
  const closest = named.findLast((files) => files.length > 0);
  return closest !== undefined && !closest.some((one) => isCalled(template, one, isFolder));
}

/** Whether a template is the one of a path that a text names. */
function isCalled(template: string, path: string, isFolder: (name: string) => boolean): boolean {
  const [name, folder] = stepsOf(template).toReversed();
  const [file = "", within] = path.split("/").toReversed();
  // `2az/x.yaml` is not `3az/x.yaml`, but may be `https://…/x.yaml`.
  return file === name && (within === undefined || within === folder || !isFolder(within.toLowerCase()));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const parentsIn = memoBy(
  ({ notes }: NoteFileContent) =>
    new Map(notes.flatMap((parent) => parent.children.map((child): [Note, Note] => [child, parent]))),
);

const filesNamedIn = memoBy(
  (note: Note, { lines }: NoteFileContent): ReadonlySet<string> =>
    new Set(
      note.passage
        .flatMap(({ start, end }) => [note.title, ...lines.slice(start, end)])
        .flatMap((line) => line.slice(0, MAX_LINE).match(FILE) ?? []),
    ),
);
