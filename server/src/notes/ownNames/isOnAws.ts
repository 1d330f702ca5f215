import type { Binding } from "../binding/bindings.ts";
import { decodedName } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { EMPHASISED } from "../reading/terms.ts";
import type { Services } from "../words/services.ts";

/** Parts of what is called something in a file: of notes on AWS a half names a thing of AWS's, of a project's documents hardly any. */
const SHARE = 0.2;
const SHARE_IF_LIKELY = 0.1;

/** Of fewer, the share says little. */
const FEW_NOTES = 15;

/**
 * Whether what somebody wrote is on AWS, and does not only speak of it, as the plans, decisions and guides of a program do that
 * runs there.
 */
export function isOnAws(
  { uri, title, notes }: NoteFileContent,
  bindings: readonly Binding[],
  services: Services,
): boolean {
  const bound = new Set(bindings.flatMap(({ note, strength }) => (strength > EMPHASISED ? [note] : [])));
  const headings = notes.filter(({ kind }) => kind === "heading");
  const shareOf = (among: readonly Note[]): number =>
    among.filter((note) => bound.has(note)).length / Math.max(among.length, 1);
  const share = Math.max(shareOf(notes), shareOf(headings));
  const isShort = notes.length < FEW_NOTES;
  const isTitled = services.mentioned(`${title} ${decodedName(uri)}`).size > 0;
  return (isShort && isTitled) || share >= (isShort || isTitled ? SHARE_IF_LIKELY : SHARE);
}
