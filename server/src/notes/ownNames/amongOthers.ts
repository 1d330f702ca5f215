import { lazyByKey } from "../../text/lazy.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { RankedNote } from "../binding/boundNote.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { isRow, isUnmistakable } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import type { TemplateFolders } from "./templateFolders.ts";
import { isOnOtherTemplates } from "./templateSections.ts";

/** Tables of which so much is declared, as a part of the best, are all on a template. */
const AS_GOOD = 0.8;
const HALF = 0.5;

/**
 * Of several rows that have a name, those in the tables that a template declares the most of: READMEs have one for each
 * template. An everyday name needs others of an author's own beside it, in a document that hardly speaks of AWS: the host,
 * port and user of a login are none.
 */
export function amongOthersOn(
  { template, uri }: AskedTemplate,
  notes: readonly RankedNote[],
  templates: TemplateFolders,
  hardlySpeaksOfAws: (file: NoteFileContent) => boolean,
): readonly RankedNote[] {
  const isDeclared = (name: string): boolean => declares(template, name);
  const shareOf = lazyByKey((names: readonly string[]) => names.filter(isDeclared).length / names.length);
  const shareAround = ({ note, file }: RankedNote): number => shareOf(namesAround(note, file));
  const best = notes.reduce((most, bound) => (isRow(bound.note) ? Math.max(most, shareAround(bound)) : most), 0);
  return notes.filter((bound) => {
    const { note, file } = bound;
    if (note.kind !== "item") return true;
    const share = shareAround(bound);
    if (isRow(note) && share < AS_GOOD * best) return false;
    const { place } = bound.binding;
    if (place.kind !== "own" || isUnmistakable(place.name) || !isDeclared(place.name)) return true;
    const isOnOthers = isOnOtherTemplates(note, file, uri, templates);
    if (share > HALF || isOnOthers) return !isOnOthers;
    return namesAround(note, file).some(isUnmistakable) || (!isRow(note) && !hardlySpeaksOfAws(file));
  });
}

/** What the rows of the same table, or the items below the same headings, are called. */
function namesAround(note: Note, file: NoteFileContent): readonly string[] {
  return groupsOf(file).get(groupOf(note)) ?? [];
}

const groupsOf = memoBy(({ notes }: NoteFileContent): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const note of notes.filter(({ kind }) => kind === "item")) {
    const names = groups.get(groupOf(note)) ?? [];
    names.push(note.title);
    groups.set(groupOf(note), names);
  }
  return groups;
});

function groupOf(note: Note): string {
  return isRow(note) ? `${note.passage[0]?.start}` : note.path.join("\n");
}
