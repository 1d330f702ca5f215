import { memoBy } from "../../text/memoBy.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { stepsOf } from "../reading/uriPath.ts";

const FILE = /[\w-][\w.-]*\.(?:template|ya?ml|json)\b/g;
/** Lines are many; what a longer one says is data. */
const MAX_LINE = 2000;

/**
 * Whether a note stands in a section that names other templates, but not the one of a URI: of the sections around it the
 * innermost counts that names any.
 *
 * @param isTemplate whether a file that is named is one
 */
export function isOnOtherTemplates(
  note: Note,
  file: NoteFileContent,
  template: string,
  isTemplate: (name: string) => boolean,
): boolean {
  const asked = stepsOf(template).at(-1) ?? "";
  for (let section: Note | undefined = note; section !== undefined; section = parentsIn(file).get(section)) {
    const named = [...filesNamedIn(section, file)].filter(isTemplate);
    if (named.length > 0) return !named.includes(asked);
  }
  return false;
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
