import type { NoteIndex } from "../../notes/noteIndex.ts";
import { isOneTimeDocument } from "../../notes/ownNames/documents/documentKinds.ts";
import { type AskedTemplate, declares } from "../../notes/ownNames/ownCandidates.ts";
import { focusText } from "../../notes/places/focusText.ts";
import { refusalText } from "../../notes/places/reasonText.ts";
import { decodedName } from "../../notes/reading/markdown/uriPath.ts";
import { type NoteFileContent, type NoteLanguage, type NoteSource, parsePlace } from "../../notes/reading/note.ts";
import { notClosedText, notShownText } from "../../notes/rendering/messages.ts";
import { draftNote, writingPlace as placeOf } from "../../notes/write/draftNote.ts";
import { addToNote, fencedExample, quotation } from "../../notes/write/noteBody.ts";
import { endsOpen } from "../../notes/write/noteDraft.ts";
import { spotScore } from "../../notes/write/noteSpot.ts";
import type { Article, DraftNoteParams, NoteDraft, WritingPlace } from "../../protocol/writing.ts";
import type { OpenTemplate } from "../documents/documents.ts";
import { placeAt } from "./placeAt.ts";
import { listedNote } from "./placeViews.ts";

/** What a note at a place would be on, and the files that it may be written into. */
export function writingPlace(
  asked: AskedTemplate,
  offset: number,
  notes: NoteIndex,
  language: NoteLanguage,
): WritingPlace | { readonly refusal: string } {
  const focus = placeAt(asked.template, offset);
  const place = focus && placeOf(focus, notes.vocabulary);
  if (focus === undefined || place === undefined) return { refusal: refusalText(focus, language) };
  const found = notes.at(focus, asked).filter(({ tier }) => tier === "thing");
  const closest = Math.max(0, ...found.map(({ specificity }) => specificity));
  const files = writable(notes.files);
  const nearest = found.filter(({ specificity }) => specificity === closest);
  // The draft for one that is not UTF-8 says why nothing is written.
  const best = nearest.find(({ file }) => files.includes(file)) ?? nearest.find(({ file }) => !file.isUtf8);
  // A row of a table takes no lines.
  const own = best?.note.passage.length === 1 ? best : undefined;
  const builtIn = found.find(({ file }) => file.builtIn);
  const toWrite = parsePlace(place);
  const rate = (file: NoteFileContent): number =>
    toWrite === undefined || toWrite.kind === "own"
      ? namedIn(file.uri, asked, notes)
      : spotScore(toWrite, file, notes.bindingsIn(file.uri), notes.vocabulary);
  const rated = files.map((file) => ({ file, rate: rate(file) }));
  const articles = rated
    .toSorted((one, other) => other.rate - one.rate)
    .map(({ file: { uri, title }, rate }): Article => ({ uri, title, ...(rate > 0 && { isNear: true }) }));
  return {
    subject: focusText(focus, language),
    articles,
    ...(own === undefined ? {} : { own: listedNote(own) }),
    ...(builtIn === undefined ? {} : { builtIn: listedNote(builtIn) }),
  };
}

/** The user's files of notes that can be written into, without one-time documents if there are others; if none can, all. */
function writable(files: readonly NoteFileContent[]): readonly NoteFileContent[] {
  const own = files.filter(({ builtIn }) => !builtIn);
  const found = own.filter(({ isUtf8, isRecord }) => isUtf8 && !isRecord);
  const lasting = found.filter((file) => !isOneTimeDocument(file));
  return [lasting, found].find(({ length }) => length > 0) ?? own;
}

/** How many things of a template a file has notes on that mean it. */
function namedIn(file: string, { uri, template }: AskedTemplate, notes: NoteIndex): number {
  const named = notes
    .ownBindingsIn(file)
    .flatMap((bound) =>
      bound.place.kind === "own" && declares(template, bound.place.name) && notes.isMeant(bound, uri)
        ? [bound.place.name]
        : [],
    );
  return new Set(named).size;
}

/** What to insert into an article for a note on a place, or below a note that is there. */
export function noteDraftFor(
  { document, template }: OpenTemplate,
  offset: number,
  { article, below, quote, code }: DraftNoteParams,
  notes: NoteIndex,
  language: NoteLanguage,
): NoteDraft | { readonly refusal: string } {
  const source: NoteSource = { ...article, builtIn: false, language };
  const quoted = quote === undefined ? undefined : notes.note(quote);
  const body = [
    ...(code === undefined ? [] : fencedExample(code, template.format)),
    ...(quoted === undefined ? [] : quotation(quoted.note, quoted.file)),
  ];
  const focus = placeAt(template, offset);
  const asked = { uri: document.uri, template };
  const draft = below ? addToNote(source, below, body) : focus && draftNote({ focus, asked }, source, notes, body);
  if (draft !== undefined) return draft;
  const takesNone = endsOpen(source) ? notClosedText : notShownText;
  return { refusal: takesNone(decodedName(article.uri))[language] };
}
