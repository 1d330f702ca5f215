import type { Binding } from "../../binding/bindings.ts";
import { decodedName } from "../../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../../reading/note.ts";
import { EMPHASISED, NAMES_A_WHOLE } from "../../reading/terms.ts";
import type { Services } from "../../words/services.ts";

/**
 * How much of a file is on AWS: "little", a document that only mentions it; "some", one on what was set up there;
 * "much", one on a thing of AWS's; or a study note.
 */
export type PartOnAws = "little" | "some" | "much" | "most";

/** The part of a file's titles that name things of AWS's: in study notes it is a half, in a project's documents hardly any. */
const MIN_SHARE = 0.2;
const MIN_SHARE_IF_LIKELY = 0.1;
const MIN_SHARE_OF_STUDIES = 0.35;

/** With fewer, the share says little. */
const MIN_NOTES = 15;
const MIN_HEADINGS = 8;

/** Tells study notes on AWS from the plans, decisions and guides of a program that runs there. */
export function partOnAws(
  { uri, title, notes }: NoteFileContent,
  bindings: readonly Binding[],
  services: Services,
): PartOnAws {
  const bound = new Set(bindings.flatMap(({ note, strength }) => (strength > EMPHASISED ? [note] : [])));
  const headings = notes.filter(({ kind }) => kind === "heading");
  const shareOf = (among: readonly Note[]): number =>
    among.filter((note) => bound.has(note)).length / Math.max(among.length, 1);
  const ofNotes = shareOf(notes);
  const share = Math.max(ofNotes, shareOf(headings));
  if ((headings.length < MIN_HEADINGS ? ofNotes : share) >= MIN_SHARE_OF_STUDIES) return "most";
  const isShort = notes.length < MIN_NOTES;
  const isTitled = services.mentioned(`${title} ${decodedName(uri)}`).size > 0;
  if (isShort && isTitled) return "most";
  const isOnThing = bindings.some(({ note, strength }) => note.title === title && strength >= NAMES_A_WHOLE);
  if (isOnThing) return "much";
  return share >= (isShort || isTitled ? MIN_SHARE_IF_LIKELY : MIN_SHARE) ? "some" : "little";
}
