import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { Note } from "../../notes/reading/note.ts";
import { EMPHASISED } from "../../notes/reading/terms.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import type { PlacedName } from "../workspace/workspaceSymbols.ts";

/** What the templates of the workspace declare, by name. */
export type DeclaredNames = ReadonlyMap<string, readonly PlacedName[]>;

export function declaredNames(names: readonly PlacedName[]): DeclaredNames {
  return groupedBy(names, ({ name }) => name);
}

/**
 * The notes of a file whose title is a name that one of the templates which they mean declares, with the place of the
 * declaration.
 */
export function placedNotes(
  file: string,
  notes: NoteIndex,
  names: DeclaredNames,
): ReadonlyMap<Note, readonly PlacedName[]> {
  const found = new Map<Note, readonly PlacedName[]>();
  for (const binding of notes.ownBindingsIn(file)) {
    const { place, strength, note } = binding;
    const declared = place.kind === "own" && strength > EMPHASISED ? (names.get(place.name) ?? []) : [];
    const here = declared.filter(({ uri }) => notes.isMeant(binding, uri));
    if (here.length > 0) found.set(note, [...(found.get(note) ?? []), ...here]);
  }
  return found;
}
