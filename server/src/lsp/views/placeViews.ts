import type { Template } from "../../model/template.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { AskedTemplate } from "../../notes/ownNames/ownCandidates.ts";
import { bindableNotes } from "../../notes/places/bindable.ts";
import { bindingPlace } from "../../notes/places/bindingPlace.ts";
import { explain } from "../../notes/places/explain.ts";
import { focusText } from "../../notes/places/focusText.ts";
import { markerEdit } from "../../notes/places/markerEdit.ts";
import { notPlaced } from "../../notes/places/notPlaced.ts";
import { leftOutReason, refusalText, shownReason, summaryText } from "../../notes/places/reasonText.ts";
import type { Note, NoteFileContent, NoteLanguage } from "../../notes/reading/note.ts";
import { noteUsesNow } from "../../notes/uses/noteUses.ts";
import type { FolderReport, ListedNote, PlaceExplanation, UnplacedFile } from "../../protocol/notes.ts";
import type { BindableNotes, MarkerEditParams, MarkerEditResult } from "../../protocol/writing.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { folderFailureText } from "../notes/folderFailure.ts";
import type { StoredFolder } from "../notes/folderNews.ts";
import { type DeclaredNames, placedNotes } from "../notes/placedNotes.ts";
import { placeAt } from "./placeAt.ts";

const MAX_LISTED_NOTES = 200;

export function placeExplanation(
  asked: AskedTemplate,
  offset: number,
  notes: NoteIndex,
  language: NoteLanguage,
): PlaceExplanation | null {
  const focus = placeAt(asked.template, offset);
  if (focus === undefined || focus.kind === "blank") return null;
  const explanation = explain(focus, notes, asked);
  const { place, shown, leftOut } = explanation;
  return {
    subject: focusText(focus, language),
    ...(place === undefined ? {} : { place }),
    summary: summaryText(explanation, language),
    shown: shown.map((one) => ({ ...listedNote(one), reason: shownReason(one, language) })),
    leftOut: leftOut.map((one) => ({ ...listedNote(one), reason: leftOutReason(one.reason, language) })),
  };
}

/** The user's notes for a place: those that match a query, or without one the best guesses first. */
export function notesToBind(
  template: Template,
  offset: number,
  query: string,
  notes: NoteIndex,
  language: NoteLanguage,
): BindableNotes {
  const focus = placeAt(template, offset);
  const place = focus && bindingPlace(focus, notes.vocabulary.catalogue);
  if (focus === undefined || place === undefined)
    return { subject: "", refusal: refusalText(focus, language), notes: [] };
  const found =
    query.trim() === ""
      ? bindableNotes(focus, notes, MAX_LISTED_NOTES)
      : notes.search(query, MAX_LISTED_NOTES).filter(({ file }) => !file.builtIn);
  return { subject: focusText(focus, language), place, notes: found.map(listedNote) };
}

export function markerEditFor({ uri, text, ...wanted }: MarkerEditParams, language: NoteLanguage): MarkerEditResult {
  const edit = markerEdit({ uri, text, builtIn: false, language }, wanted);
  if (edit === "there") return { kind: "there" };
  return edit === undefined ? { kind: "impossible" } : { kind: "insert", ...edit };
}

/**
 * The user's notes of a file that show nowhere; `undefined` if there are none.
 *
 * @param names what the templates of the workspace declare
 */
export function unplacedIn(
  uri: string,
  notes: NoteIndex,
  names: DeclaredNames,
  language: NoteLanguage,
): UnplacedFile | undefined {
  const file = notes.file(uri);
  const own = placedNotes(uri, notes, names).keys();
  const found = file === undefined ? [] : notPlaced(file, notes.bindingsIn(uri), notes.vocabulary, [...own]);
  if (file === undefined || found.length === 0) return undefined;
  const rows = found.map(({ note: { id, title, line, kind }, reason }) => ({
    id,
    title,
    line,
    kind,
    reason: leftOutReason(reason, language),
  }));
  return { title: file.title, uri, notes: rows };
}

/** The report on a folder of notes: what was read, and what of it shows in a template. */
export function folderReport(
  { path, uris, failure }: StoredFolder,
  open: OpenTemplate | undefined,
  notes: NoteIndex,
  language: NoteLanguage,
): FolderReport {
  const files = uris.flatMap((uri) => notes.file(uri) ?? []);
  const counted = {
    files: files.length,
    notes: notesIn(files),
    ...(failure === undefined ? {} : { failure: folderFailureText(path, failure, language) }),
  };
  if (open === undefined) return counted;
  const own = new Set(uris);
  const uses = noteUsesNow(open.template, notes, open.document.uri).filter(({ file }) => own.has(file.uri));
  const report = { ...counted, inTemplate: new Set(uses.map(({ note }) => note)).size };
  // The most specific of the places at which one of them shows first.
  const [example] = uses
    .filter(({ before }) => before === 0)
    .toSorted((left, right) => right.specificity - left.specificity);
  return example === undefined ? report : { ...report, example: rangeOf(open.document, example.span) };
}

/** The number of notes in files; a file itself counts only if it has no others. */
export function notesIn(files: readonly NoteFileContent[]): number {
  return files.reduce((count, { notes }) => count + Math.max(1, notes.length - 1), 0);
}

export function listedNote({ note, file }: { readonly note: Note; readonly file: NoteFileContent }): ListedNote {
  const { id, title, path, line } = note;
  return { id, title, path, uri: file.uri, line, builtIn: file.builtIn };
}
