import { focusAt } from "../../model/focus/focusAt.ts";
import type { Template } from "../../model/template.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import type { NoteIndex } from "../noteIndex.ts";

/** The notes on a place, best first, without those that only mention it. */
export function notesOn(
  notes: NoteIndex,
  { uri, template }: { readonly uri: string | undefined; readonly template: Template },
  offset: number,
): readonly BoundNote[] {
  const focus = focusAt(template, offset);
  if (focus === undefined) return [];
  return notes.at(focus, uri === undefined ? undefined : { uri, template }).filter(({ tier }) => tier !== "mention");
}
