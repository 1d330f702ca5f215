import type { Binding } from "../binding/bindings.ts";
import { MARKED } from "../binding/bindings.ts";
import type { Candidate } from "../binding/candidates.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import type { NotePlace } from "../reading/note.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { isUnmistakable, isWrittenAsName } from "./ownBindings.ts";
import type { OwnThings } from "./ownCandidates.ts";

/**
 * Whether a note is called as something and no more, if that may be part of any name, and an example anywhere: a
 * literal text, or what a resource is called besides its logical id. A README is called as all that lies beside it.
 */
export function isCalledEnough(
  { strength, place, note, file }: Binding,
  { candidates, isLiteral, exporting }: OwnThings,
): boolean {
  const name = ownName({ place });
  const isVery = name === ownName(candidates[0] ?? { place });
  if (exporting === undefined && (isLiteral === true || !isVery) && isReadme(file.uri) && note.title === file.title)
    return false;
  if (isLiteral !== true) return exporting !== undefined || strength >= WHOLE_TITLE || isVery;
  return strength >= WHOLE_TITLE && (strength === MARKED || isWrittenAsName(name, note, file));
}

/** Whether its title is the thing's name, and not a word of a sentence. */
export function isVeryName({ place, strength }: Binding, { candidates: [first] }: OwnThings): boolean {
  const name = ownName({ place });
  return strength >= WHOLE_TITLE && first !== undefined && name === ownName(first) && isUnmistakable(name);
}

/** The name that a note or a place is on, if somebody gave it; else empty. */
export function ownName({ place }: { readonly place: Candidate["place"] | NotePlace }): string {
  return place.kind === "own" ? place.name : "";
}
