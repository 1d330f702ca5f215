import type { Focus } from "../../model/focus/focus.ts";
import type { NoteDraft } from "../../protocol/writing.ts";
import { candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import type { NoteIndex } from "../noteIndex.ts";
import { ownBindings } from "../ownNames/ownBindings.ts";
import type { AskedTemplate } from "../ownNames/ownCandidates.ts";
import { bindingPlace } from "../places/bindingPlace.ts";
import { uriSteps } from "../reading/markdown/uriPath.ts";
import { type NoteFileContent, type NotePlace, type NoteSource, parsePlace } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";
import { appliedTo, textOfDraft } from "./noteDraft.ts";
import { noteSpot, ownNoteSpot } from "./noteSpot.ts";

/** What is under the caret of a template. */
export interface AskedFocus {
  readonly focus: Focus;
  readonly asked: AskedTemplate;
}

/**
 * A heading for what is under the caret, at its best place in a file; with a marker only if the title alone would not
 * show it there. `body` are lines below it. `undefined` if no note can show, or the file takes none: an open fence,
 * say.
 */
export function draftNote(
  { focus, asked }: AskedFocus,
  source: NoteSource,
  notes: NoteIndex,
  body: readonly string[] = [],
): NoteDraft | undefined {
  const { vocabulary } = notes;
  const marker = writingPlace(focus, vocabulary);
  const place = marker === undefined ? undefined : parsePlace(marker);
  if (marker === undefined || place === undefined) return undefined;
  const file = readNotes(source);
  const spot =
    place.kind === "own"
      ? ownNoteSpot(file, ownBindings(file, vocabulary), asked.template.declarations)
      : noteSpot(place, file, vocabulary);
  const title = titleFor(place);
  const here = `templates: ${uriSteps(asked.uri)
    .slice(-2)
    .join("/")
    .replace(/[,<>]|--+/g, "*")}`;
  const named =
    place.kind === "own"
      ? [{ title }, { title, marker }, { title, marker: here }]
      : [{ title }, { title: fullTitle(title, place) }, { title, marker }];
  const draftOf = (one: (typeof named)[number], lines: readonly string[]): NoteDraft =>
    textOfDraft({ source, file, spot, body: lines, marker: undefined, ...one });
  const shown = [...named, { title, marker: `${marker}, ${here}` }].find((one) =>
    showsThere({ focus, asked }, place, file, { source, draft: draftOf(one, body) }, notes),
  );
  return shown && draftOf(shown, body);
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
  { focus, asked }: AskedFocus,
  place: NotePlace,
  before: NoteFileContent,
  { source, draft }: Drafted,
  notes: NoteIndex,
): boolean {
  const closest = Math.max(0, ...candidates(focus).map((candidate) => match(place, candidate) ?? 0));
  return notes.asIf({ ...source, text: appliedTo(source.text, draft) }, (after) => {
    if (!keepsNotes(before, after)) return false;
    return notes
      .at(focus, asked)
      .some(
        ({ note, file, tier, specificity }) =>
          file === after && note.line === draft.heading && tier === "thing" && specificity >= closest,
      );
  });
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
