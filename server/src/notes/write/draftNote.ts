import type { Focus } from "../../model/focus/focus.ts";
import type { NoteDraft } from "../../protocol/writing.ts";
import { bind } from "../binding/bind.ts";
import { type Binding, bindingsOf } from "../binding/bindings.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import { candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { ownBindings } from "../ownNames/ownBindings.ts";
import type { AskedTemplate } from "../ownNames/ownCandidates.ts";
import { bindingPlace } from "../places/bindingPlace.ts";
import { uriSteps } from "../reading/markdown/uriPath.ts";
import { type NoteFileContent, type NotePlace, type NoteSource, parsePlace } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";
import { EMPHASISED } from "../reading/terms.ts";
import { appliedTo, textOfDraft } from "./noteDraft.ts";
import { noteSpot, ownNoteSpot } from "./noteSpot.ts";

/**
 * A heading for what is under the caret, at its best place in a file; with a marker only if the title alone would not
 * show it there. `body` are lines below it. `undefined` if no note can show, or the file takes none: an open fence,
 * say.
 */
export function draftNote(
  focus: Focus,
  source: NoteSource,
  vocabulary: Vocabulary,
  body: readonly string[] = [],
  asked?: WritingTemplate,
): NoteDraft | undefined {
  const marker = writingPlace(focus, vocabulary);
  const place = marker === undefined ? undefined : parsePlace(marker);
  if (marker === undefined || place === undefined) return undefined;
  const file = readNotes(source);
  if (place.kind === "own") return asked && draftOwnNote(place.name, source, vocabulary, body, asked);
  const spot = noteSpot(place, file, vocabulary);
  const title = titleFor(place);
  const drafts = [
    { title, marker: undefined },
    { title: fullTitle(title, place), marker: undefined },
    { title, marker },
  ].map((named) => textOfDraft({ source, file, spot, body, ...named }));
  return drafts.find((draft) => showsThere(focus, place, file, { source, draft }, vocabulary));
}

/** The template for which a note is written. */
export interface WritingTemplate extends AskedTemplate {
  /** Whether a note that names a thing means that of this template. */
  readonly isMeant: (bound: BoundNoteFile) => boolean;
}

export type BoundNoteFile = Pick<Binding, "note" | "file">;

/**
 * The same for something that the template's author named: the name alone, else with a statement that this template is
 * meant.
 */
function draftOwnNote(
  name: string,
  source: NoteSource,
  vocabulary: Vocabulary,
  body: readonly string[],
  { uri, template, isMeant }: WritingTemplate,
): NoteDraft | undefined {
  const file = readNotes(source);
  const spot = ownNoteSpot(file, ownBindings(file, vocabulary), template.declarations);
  const here = `templates: ${uriSteps(uri)
    .slice(-2)
    .join("/")
    .replace(/[,<>]|--+/g, "*")}`;
  const drafts = [undefined, `id:${name}`, here, `id:${name}, ${here}`].map((marker) =>
    textOfDraft({ source, file, spot, body, title: name, marker }),
  );
  return drafts.find((draft) => {
    const after = readNotes({ ...source, text: appliedTo(source.text, draft) });
    return (
      keepsNotes(file, after) &&
      ownBindings(after, vocabulary).some(
        ({ place, note, strength }) =>
          place.kind === "own" &&
          place.name === name &&
          note.line === draft.heading &&
          strength > EMPHASISED &&
          isMeant({ note, file: after }),
      )
    );
  });
}

function keepsNotes(before: NoteFileContent, after: NoteFileContent): boolean {
  const ids = new Set(after.notes.map(({ id }) => id));
  return before.notes.every(({ id }) => ids.has(id));
}

/** The marker of the place that a note is written for: a word of a text only if that is a script's. */
export function writingPlace(focus: Focus, { catalogue }: Vocabulary): string | undefined {
  const isProse = focus.kind === "word" && !focus.script;
  const ofKey = isProse ? bindingPlace(focus, catalogue, ({ kind }) => kind !== "string") : undefined;
  return ofKey ?? bindingPlace(focus, catalogue);
}

interface Drafted {
  readonly source: NoteSource;
  readonly draft: NoteDraft;
}

/**
 * Whether the file, with the draft, has a note at its line that shows as closely as its place allows, and lost none.
 */
function showsThere(
  focus: Focus,
  place: NotePlace,
  before: NoteFileContent,
  { source, draft }: Drafted,
  vocabulary: Vocabulary,
): boolean {
  const file = readNotes({ ...source, text: appliedTo(source.text, draft) });
  if (!keepsNotes(before, file)) return false;
  const table = new BindingTable();
  table.set(file.uri, bindingsOf(file, vocabulary));
  const found = candidates(focus);
  const closest = Math.max(...found.map((candidate) => match(place, candidate) ?? 0));
  return bind(table, found).some(
    ({ note, tier, specificity }) => note.line === draft.heading && tier === "thing" && specificity >= closest,
  );
}

/** The title of a note on a place, in CloudFormation's words. */
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

/** The same with its owner, if there are others of that name. */
function fullTitle(title: string, place: NotePlace): string {
  if (place.kind === "property") return `${title} (${place.type})`;
  if (!("path" in place)) return title;
  const keys = place.kind === "section" ? [place.section, ...place.path] : place.path;
  const path = keys.filter((key) => key !== "*").join(".");
  return place.value === undefined ? path : `${path}: ${place.value}`;
}
