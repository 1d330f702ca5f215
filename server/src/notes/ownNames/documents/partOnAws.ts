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

/** The part of a file's titles, or of its headings if there are several, that name things of AWS's in study notes on them. */
const MIN_SHARE_OF_EXPLAINED = 0.3;
const MIN_SHARE_OF_CHAPTERS = 0.4;

/** The number of things of AWS's that a file explains as study notes do, wherever it lies: 0 if it is on much else. */
export function explainedIn({ notes }: NoteFileContent, bindings: readonly Binding[]): number {
  const bound = notesBoundBy(bindings);
  const headings = headingsOf(notes);
  const isByChapters = headings.length >= MIN_HEADINGS && shareOf(headings, bound) >= MIN_SHARE_OF_CHAPTERS;
  if (!isByChapters && shareOf(notes, bound) < MIN_SHARE_OF_EXPLAINED) return 0;
  return new Set([...bound].map(({ title }) => title.toLowerCase())).size;
}

/** The notes that are called as something of AWS's. */
function notesBoundBy(bindings: readonly Binding[]): ReadonlySet<Note> {
  return new Set(bindings.flatMap(({ note, strength }) => (strength > EMPHASISED ? [note] : [])));
}

function headingsOf(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ kind }) => kind === "heading");
}

function shareOf(among: readonly Note[], bound: ReadonlySet<Note>): number {
  return among.filter((note) => bound.has(note)).length / Math.max(among.length, 1);
}

/** Tells study notes on AWS from the plans, decisions and guides of a program that runs there. */
export function partOnAws(
  { uri, title, notes }: NoteFileContent,
  bindings: readonly Binding[],
  services: Services,
): PartOnAws {
  const bound = notesBoundBy(bindings);
  const headings = headingsOf(notes);
  const ofNotes = shareOf(notes, bound);
  const share = Math.max(ofNotes, shareOf(headings, bound));
  if ((headings.length < MIN_HEADINGS ? ofNotes : share) >= MIN_SHARE_OF_STUDIES) return "most";
  const isShort = notes.length < MIN_NOTES;
  const isTitled = services.mentioned(`${title} ${decodedName(uri)}`).size > 0;
  if (isShort && isTitled) return "most";
  const isOnThing = bindings.some(({ note, strength }) => note.title === title && strength >= NAMES_A_WHOLE);
  if (isOnThing) return "much";
  return share >= (isShort || isTitled ? MIN_SHARE_IF_LIKELY : MIN_SHARE) ? "some" : "little";
}
