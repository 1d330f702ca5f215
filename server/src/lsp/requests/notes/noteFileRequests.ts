import type { Location, RenameParams } from "vscode-languageserver";
import { markedPlaces } from "../../../notes/binding/markedPlaces.ts";
import type { NoteIndex } from "../../../notes/noteIndex.ts";
import { type Note, type NoteFileContent, parsePlace } from "../../../notes/reading/note.ts";
import { headingShown } from "../../../notes/rendering/shownPassage.ts";
import { linkTarget } from "../../../notes/uses/linkTarget.ts";
import { noteUses, spansAt } from "../../../notes/uses/noteUses.ts";
import { linksIn, marksIn, type WrittenMark } from "../../../notes/uses/writtenIn.ts";
import { SHOW_NOTE_USES_COMMAND } from "../../../protocol/notes.ts";
import { startOfLine } from "../../../text/span.ts";
import { CHANGED_MEANWHILE, versionedEdit } from "../../documents/versionedEdit.ts";
import { hasCommand } from "../../host/clientFeatures.ts";
import { noteCaret, noteCompletion } from "../../notes/noteCompletion.ts";
import { noteHover } from "../../notes/noteHover.ts";
import { noteLenses, placesPart } from "../../notes/noteLenses.ts";
import { headingSpan, noteOnLine, rangeOfLine, spanAt } from "../../notes/noteRanges.ts";
import { linksTo, type PlacedHeading, type PlacedLink, renamedHeading } from "../../notes/noteRename.ts";
import { ownFiles } from "../../notes/ownFiles.ts";
import { declaredNames } from "../../notes/placedNotes.ts";
import { usedPlaces } from "../../views/noteUseViews.ts";
import type { PlacedName } from "../../workspace/workspaceSymbols.ts";
import { renderOptions } from "../hoverRequest.ts";
import type { PositionParams, RequestContext } from "../request.ts";
import type { Answers, OF_NOTE_FILES, RenameAnswer } from "../requestTable.ts";
import { readCurrentNotes } from "./currentNotes.ts";
import { writeRefusal } from "./writeRefusal.ts";

export type NoteFileRequests = Pick<Answers, (typeof OF_NOTE_FILES)[number]>;

/** Answers requests for the user's files of notes. */
export function noteFileRequests(context: RequestContext): NoteFileRequests {
  const { service, store, noteFiles, parameters, symbols, documents } = context;
  const { notes, catalogue } = service;
  const isOwn = (uri: string): boolean => store.wouldHold(uri);
  return {
    hover: async ({ textDocument, position }, { language }) => {
      const mayName = notes
        .ownBindingsIn(store.ownUri(textDocument.uri) ?? "")
        .some(({ note }) => note.line === position.line);
      const names = declaredNames(mayName ? await symbols.names() : []);
      const open = noteFiles.at(textDocument.uri);
      const render = renderOptions(context, language);
      return open && noteHover(open.file, position, { service, store, render, names });
    },
    completion: async ({ textDocument, position }, { language }) => {
      const document = noteFiles.document(textDocument.uri);
      const caret = document && noteCaret(document, position);
      // Decided before anything is read: most letters are text of the author's own.
      const mayName = caret?.kind === "marker" || caret?.kind === "title";
      const names = mayName ? await symbols.names() : [];
      const open = caret === undefined ? undefined : noteFiles.at(textDocument.uri);
      if (caret === undefined || open === undefined) return undefined;
      const files = ownFiles(notes, store);
      const snippetSupport = parameters.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
      return noteCompletion(caret, position, {
        catalogue,
        files,
        own: open.file,
        ownNames: namesMeantBy(open.file, names, notes),
        language,
        snippetSupport,
      });
    },
    definition: async ({ textDocument, position }) => {
      const open = noteFiles.at(textDocument.uri);
      if (open === undefined) return undefined;
      const { file } = open;
      const mark = spanAt(marksIn(file), position);
      if (mark !== undefined) return placesOfMark(mark, context);
      const link = spanAt(linksIn(file), position);
      const target = link && linkTarget(link, file, ownFiles(notes, store), isOwn);
      if (typeof target !== "object") return undefined;
      return [startOf(target.note, target.file, noteFiles.uriOf(target.file.uri))];
    },
    references: async ({ textDocument, position, context: { includeDeclaration } }) => {
      const open = noteFiles.at(textDocument.uri);
      const note = open && noteOnLine(open.file, position.line);
      if (open === undefined || note === undefined) return undefined;
      const { file } = open;
      const links = linksTo(note, file, ownFiles(notes, store), isOwn);
      const { usedIn } = await import("../../views/usedIn.ts");
      const found = await usedIn(note.id, true, context);
      return [
        ...(includeDeclaration ? [startOf(note, file, textDocument.uri)] : []),
        ...(found?.places ?? []).map(({ uri, range }) => ({ uri, range })),
        ...links.map((placed) => locationOf(placed, noteFiles.uriOf(placed.file.uri))),
      ];
    },
    codeLenses: async ({ textDocument }, { settings, language }) => {
      if (!settings.codeLens || noteFiles.document(textDocument.uri) === undefined) return undefined;
      const counts = await placeCounts(context);
      const open = noteFiles.at(textDocument.uri);
      if (open === undefined) return undefined;
      const isAnyOpen = documents.uris.some((uri) => documents.get(uri) !== undefined);
      const parts = [placesPart(isAnyOpen ? counts : undefined, language)];
      const bound = notes.bindingsIn(open.file.uri).map(({ note }) => note);
      const shown = open.file.notes.filter(({ id }) => counts.has(id));
      return noteLenses(
        open.file,
        new Set([...bound, ...shown]),
        parts,
        hasCommand(parameters, SHOW_NOTE_USES_COMMAND),
      );
    },
    prepareRename: ({ textDocument, position }) => {
      const found = headingAt(noteFiles.at(textDocument.uri)?.file, position);
      return found && rangeOfLine(found.span);
    },
    rename: (params) => headingRename(params, context),
  };
}

/** The names that the templates which a file means declare, each once, in alphabetical order. */
function namesMeantBy(file: NoteFileContent, names: readonly PlacedName[], notes: NoteIndex): readonly string[] {
  const templates = [...new Set(names.map(({ uri }) => uri))];
  const meant = new Set(templates.filter((uri) => notes.isMeant({ note: file.notes[0], file }, uri)));
  return [...new Set(names.filter(({ uri }) => meant.has(uri)).map(({ name }) => name))].sort();
}

/** Renames the heading at a caret, with the links to it as the files have them now. */
async function headingRename(
  { textDocument: { uri }, position, newName }: RenameParams,
  context: RequestContext,
): Promise<RenameAnswer> {
  const { store, noteFiles, parameters } = context;
  const { notes } = context.service;
  const version = noteFiles.versionOf(uri);
  const isCurrent = await readCurrentNotes(context);
  if (!isCurrent || noteFiles.versionOf(uri) !== version) return { refused: CHANGED_MEANWHILE };
  noteFiles.takeTyped();
  const found = headingAt(noteFiles.at(uri)?.file, position);
  const title = newName.replace(/\s+/g, " ").trim();
  if (found === undefined || title === "") return null;
  const links = linksTo(found.note, found.file, ownFiles(notes, store), (one) => store.wouldHold(one));
  const refused = writeRefusal([found.file.uri, ...links.map(({ file }) => file.uri)], context);
  if (refused !== undefined) return { refused };
  const changes = renamedHeading(found, title, links, (one) => noteFiles.uriOf(one));
  const files = [...changes].map(([one, edits]) => ({ uri: one, version: noteFiles.versionOf(one), edits }));
  return versionedEdit(files, parameters.capabilities);
}

/** The heading whose text is under the caret. */
function headingAt(file: NoteFileContent | undefined, position: PositionParams["position"]): PlacedHeading | undefined {
  const note = file && noteOnLine(file, position.line);
  if (file === undefined || note === undefined) return undefined;
  const span = headingSpan(note, file);
  return span === undefined || spanAt([span], position) === undefined ? undefined : { note, file, span };
}

/** The places of open templates that have what a marker names. */
async function placesOfMark(
  { text }: WrittenMark,
  { documents, service, resultInSteps }: RequestContext,
): Promise<Location[]> {
  const place = parsePlace(text);
  const marked = text.startsWith("@")
    ? { places: [], topicIds: [text.slice(1)] }
    : { places: place === undefined ? [] : [place], topicIds: [] };
  const places = markedPlaces(marked, service.notes.vocabulary).map((one) => one.place);
  const found: Location[] = [];
  for (const uri of documents.uris) {
    const open = documents.get(uri);
    if (open === undefined) continue;
    const { template } = open;
    const spans = await resultInSteps(spansAt({ uri, template }, places));
    found.push(...usedPlaces(uri, template.text, spans).map(({ range }) => ({ uri, range })));
  }
  return found;
}

/** The number of places of open templates that notes show at, by their ids; a heading also has those of its sentences. */
async function placeCounts(context: RequestContext): Promise<ReadonlyMap<string, number>> {
  const { documents, service, resultInSteps, exports } = context;
  const counts = new Map<string, number>();
  for (const uri of documents.uris) {
    const open = documents.get(uri);
    if (open === undefined) continue;
    const { template } = open;
    const imported = await exports.importedBy(uri, template.text);
    const lines = new Map<string, Set<number>>();
    for (const { note, file, span } of await resultInSteps(noteUses(template, service.notes, uri, imported)))
      for (const { id } of [note, headingShown(note, file) ?? note])
        lines.set(id, (lines.get(id) ?? new Set()).add(startOfLine(template.text, span.start)));
    for (const [id, { size }] of lines) counts.set(id, (counts.get(id) ?? 0) + size);
  }
  return counts;
}

function startOf({ line }: Note, file: NoteFileContent, uri: string): Location {
  return { uri, range: rangeOfLine({ line, start: 0, end: (file.lines[line] ?? "").length }) };
}

function locationOf({ link }: PlacedLink, uri: string): Location {
  return { uri, range: rangeOfLine(link) };
}
