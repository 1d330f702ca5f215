import type { Focus } from "../../model/focus.ts";
import { bind } from "../bind.ts";
import { bindingsOf } from "../bindings.ts";
import { BindingTable } from "../bindingTable.ts";
import { candidates } from "../candidates.ts";
import { match } from "../match.ts";
import { bindingPlace } from "../mend/bindingPlace.ts";
import type { NoteFileContent, NoteSource } from "../note.ts";
import { type NotePlace, parsePlace } from "../place.ts";
import { readNotes } from "../readNotes.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { appliedTo, type NoteDraft, textOfDraft } from "./noteDraft.ts";
import { noteSpot } from "./noteSpot.ts";

/**
 * A heading for what is under the caret, at its best place in a file; with a marker only where the title alone would not
 * show it there. `body` are lines below it. `undefined` where no note can show, or the file takes none: an open fence, say.
 */
export function draftNote(
  focus: Focus,
  source: NoteSource,
  vocabulary: Vocabulary,
  body: readonly string[] = [],
): NoteDraft | undefined {
  const marker = writingPlace(focus, vocabulary);
  const place = marker === undefined ? undefined : parsePlace(marker);
  if (marker === undefined || place === undefined) return undefined;
  const file = readNotes(source);
  const spot = noteSpot(place, file, vocabulary);
  const title = titleFor(place);
  const drafts = [
    { title, marker: undefined },
    { title: fullTitle(title, place), marker: undefined },
    { title, marker },
  ].map((named) => textOfDraft({ source, file, spot, body, ...named }));
  return drafts.find((draft) => showsThere(focus, place, file, { source, draft }, vocabulary));
}

/** The place that somebody writes about, as a marker names it: a word of a text only where that is a script's. */
export function writingPlace(focus: Focus, { catalogue }: Vocabulary): string | undefined {
  const isProse = focus.kind === "word" && !focus.script;
  const ofKey = isProse ? bindingPlace(focus, catalogue, ({ kind }) => kind !== "string") : undefined;
  return ofKey ?? bindingPlace(focus, catalogue);
}

interface Drafted {
  readonly source: NoteSource;
  readonly draft: NoteDraft;
}

/** Whether the file, with the draft, has a note of its line that shows as closely as its place does, and lost none. */
function showsThere(
  focus: Focus,
  place: NotePlace,
  before: NoteFileContent,
  { source, draft }: Drafted,
  vocabulary: Vocabulary,
): boolean {
  const file = readNotes({ ...source, text: appliedTo(source.text, draft) });
  const ids = new Set(file.notes.map(({ id }) => id));
  if (!before.notes.every(({ id }) => ids.has(id))) return false;
  const table = new BindingTable();
  table.set(file.uri, bindingsOf(file, vocabulary));
  const found = candidates(focus);
  const closest = Math.max(...found.map((candidate) => match(place, candidate) ?? 0));
  return bind(table, found).some(
    ({ note, tier, specificity }) => note.line === draft.heading && tier === "thing" && specificity >= closest,
  );
}

/** What a note on a place is called, in CloudFormation's words. */
function titleFor(place: NotePlace): string {
  switch (place.kind) {
    case "type":
      return place.type;
    case "function":
    case "pseudo":
    case "name":
    case "own":
      return place.name;
    case "word":
      return place.words.join(" ");
    case "text":
      return place.text;
    default: {
      const key = place.path.findLast((one) => one !== "*") ?? (place.kind === "section" ? place.section : place.kind);
      return place.value === undefined ? key : `${key}: ${place.value}`;
    }
  }
}

/** The same with what it belongs to, where there are others of that name. */
function fullTitle(title: string, place: NotePlace): string {
  if (place.kind === "property") return `${title} (${place.type})`;
  if (!("path" in place)) return title;
  const keys = place.kind === "section" ? [place.section, ...place.path] : place.path;
  const path = keys.filter((key) => key !== "*").join(".");
  return place.value === undefined ? path : `${path}: ${place.value}`;
}
