import type { Hover } from "vscode-languageserver";
import { markerReference } from "../../features/markers/markerReference.ts";
import type { LanguageService } from "../../languageService.ts";
import { placeText } from "../../notes/places/placeText.ts";
import { decodedName } from "../../notes/reading/markdown/uriPath.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import { type HoverOptions, noteText } from "../../notes/showing/noteText.ts";
import { linkTarget } from "../../notes/uses/linkTarget.ts";
import { linksIn, marksIn } from "../../notes/uses/writtenIn.ts";
import { said } from "../../text/localised.ts";
import { noteOnLine, rangeOfLine, spanAt } from "./noteRanges.ts";
import type { NoteStore } from "./noteStore.ts";
import { ownFiles } from "./ownFiles.ts";
import { type DeclaredNames, placedNotes } from "./placedNotes.ts";

const MAX_LISTED_PLACES = 8;

interface HoverParts {
  readonly service: LanguageService;
  readonly store: NoteStore;
  readonly render: HoverOptions;
  /** What the templates of the workspace declare. */
  readonly names: DeclaredNames;
}

/**
 * The hover in a file of notes: what a marker names, what a link leads to, or the places of the note that begins on the
 * line.
 */
export function noteHover(
  file: NoteFileContent,
  position: { readonly line: number; readonly character: number },
  { service, store, render, names }: HoverParts,
): Hover | null {
  const { notes, catalogue } = service;
  const mark = spanAt(marksIn(file), position);
  if (mark !== undefined)
    return hoverOf(markerReference(mark.text, catalogue, notes.vocabulary, render.language), rangeOfLine(mark));
  const link = spanAt(linksIn(file), position);
  if (link !== undefined) {
    const target = linkTarget(link, file, ownFiles(notes, store), (uri) => store.wouldHold(uri));
    if (target === undefined || target === "dead") return null;
    const bound = { ...target, specificity: 0, tier: "thing" } as const;
    return hoverOf(noteText(bound, "start", render), rangeOfLine(link));
  }
  const note = noteOnLine(file, position.line);
  if (note === undefined) return null;
  const own = placedNotes(file.uri, notes, names).get(note) ?? [];
  const bound = notes.bindingsIn(file.uri).filter((one) => one.note === note && one.place.kind !== "own");
  const places = new Set([
    ...own.map(({ name, uri }) => `${name} (${decodedName(uri)})`),
    ...bound.map(({ place }) => placeText(place)),
  ]);
  if (places.size === 0) return null;
  const listed = [...places].slice(0, MAX_LISTED_PLACES).map((place) => `\`${place}\``);
  const more = places.size > MAX_LISTED_PLACES ? " …" : "";
  const head = said(render.language, "Shows at ", "表示される場所：");
  return hoverOf(`${head}${listed.join(", ")}${more}`, rangeOfLine({ line: position.line, start: 0, end: 0 }));
}

function hoverOf(value: string, range: NonNullable<Hover["range"]>): Hover {
  return { contents: { kind: "markdown", value }, range };
}
