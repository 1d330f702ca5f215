import type { Focus } from "../../model/focus/focus.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import { parse } from "../../model/reading/parse.ts";
import type { BoundNote } from "../../notes/binding/boundNote.ts";
import { type Asked, askedAt } from "../../notes/lesson/asked.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { AskedTemplate } from "../../notes/ownNames/ownCandidates.ts";
import { decodedName, withoutExtension } from "../../notes/reading/markdown/uriPath.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { noteMessages, problemText } from "../../notes/rendering/messages.ts";
import { apart } from "../../notes/showing/apart.ts";
import { noteSections } from "../../notes/showing/noteSections.ts";
import { lessonLine, nameInList, placeInNotes, plainSentence } from "../../notes/showing/noteText.ts";
import { listMentions } from "../../notes/showing/renderHover.ts";
import { renderNote } from "../../notes/showing/renderHtml.ts";
import {
  NO_NOTES,
  type NoteFile,
  type NoteFolder,
  type NoteMention,
  type NotesAt,
  type NotesAtRequest,
  type RenderedNote,
  type SearchHit,
} from "../../protocol/notes.ts";
import { plainBody } from "../../snippets/plainBody.ts";
import { outdatedCount } from "../../study/outdated.ts";
import { said } from "../../text/localised.ts";
import type { OpenTemplate } from "../documents/documents.ts";
import { folderFailureText } from "../notes/folderFailure.ts";
import type { StoredFolder } from "../notes/folderNews.ts";
import type { NoteStore } from "../notes/noteStore.ts";
import { placeAt } from "./placeAt.ts";

/** For one place; more would not be read. */
const MAX_RENDERED_NOTES = 12;
const MAX_QUERY_LENGTH = 200;

/** The notes for what is under the caret, as the view beside the editor shows them. */
export function notesAt(within: AskedTemplate, offset: number, notes: NoteIndex, language: NoteLanguage): NotesAt {
  const { template } = within;
  const at = placeAt(template, offset);
  if (at === undefined) return NO_NOTES;
  const focus = typeBehind(template, at) ?? at;
  const asked = askedAt(focus);
  const all = notes.at(focus, within);
  const isMention = ({ isOnOther, heeded }: BoundNote): boolean => isOnOther === true || heeded !== undefined;
  const found = all.filter((bound) => !isMention(bound));
  const mentions = [...all.filter(isMention), ...notes.mentionedAt(focus, all, within)];
  const { listed, more } = listMentions(notes.heeding(mentions, focus, within), language);
  return {
    label: labelOf(focus),
    notes: apart(found, MAX_RENDERED_NOTES).map((bound) => renderedFor(bound, asked)),
    mentions: { listed: listed.map(mentionOf), more },
    isUnfinished: isKey(focus) ? !COLON.test(rest(template.text, focus.span.end)) : found.length === 0,
  };
}

function mentionOf(bound: BoundNote): NoteMention {
  const { id } = bound.note;
  if (bound.heeded === undefined) return { id, title: nameInList(bound) };
  return { id, title: placeInNotes(bound), heeded: plainSentence(bound.heeded) };
}

/** For a caret on the word `Type`, the focus on its value: nobody writes notes on the word. */
function typeBehind(template: AskedTemplate["template"], at: Focus): Focus | undefined {
  if (at.kind !== "key" || at.name !== "Type") return undefined;
  const behind = /^["']?\s*:\s*["']?\w/.exec(rest(template.text, at.span.end));
  const value = behind ? focusAt(template, at.span.end + behind[0].length) : undefined;
  return value?.kind === "type" ? value : undefined;
}

/** The notes for what an open list of completions would insert. */
export function notesAtInserted(
  { document, template }: OpenTemplate,
  offset: number,
  inserted: NonNullable<NotesAtRequest["inserted"]>,
  notes: NoteIndex,
  language: NoteLanguage,
): NotesAt {
  const start = Math.min(document.offsetAt(inserted.start), offset);
  const text = plainBody(inserted.text);
  const composed = `${template.text.slice(0, start)}${text}${template.text.slice(offset)}`;
  // The offset of its first name: behind white space, a quote or a function's mark.
  const within = start + Math.max(0, text.search(/\w/)) + 1;
  return notesAt({ uri: document.uri, template: parse(composed, template) }, within, notes, language);
}

/** A built-in note with the part marked that a hover shows. */
function renderedFor(bound: BoundNote, asked: Asked): RenderedNote {
  const { note, file } = bound;
  const line = file.builtIn ? lessonLine(bound, asked) : undefined;
  return renderNote(note, file, line === undefined ? undefined : { line, as: "lesson" });
}

function isKey({ kind }: Focus): boolean {
  return kind === "key" || kind === "name" || kind === "section";
}

/** The colon behind a key, which may be quoted. */
const COLON = /^["']?[ \t]*:/;

/** The text behind a key, as far as a colon may be. */
function rest(text: string, end: number): string {
  return text.slice(end, end + 80);
}

function labelOf(focus: Focus): string {
  switch (focus.kind) {
    case "section":
      return focus.section.name;
    case "name":
      return focus.entry.name;
    case "key":
      return focus.name;
    case "type":
      return focus.type;
    case "function":
      return focus.call.name;
    case "reference":
      return focus.reference.name;
    case "word":
      return focus.word;
    case "value":
      return focus.scalar.text.slice(0, 80);
    case "blank":
      return "";
  }
}

export function searchHits(notes: NoteIndex, query: string, limit: number): readonly SearchHit[] {
  return notes.search(query.slice(0, MAX_QUERY_LENGTH), limit).map(({ note, file, excerpt, nearest }) => ({
    id: note.id,
    title: note.title,
    path: note.path,
    uri: file.uri,
    line: note.line,
    builtIn: file.builtIn,
    excerpt,
    nearest,
  }));
}

/** All notes by folder, file and section; the user's folders before the built-in notes. A file that is not read yet has its name on disk, and no sections. */
export function noteTree(
  notes: NoteIndex,
  store: NoteStore,
  uriOf: (path: string) => string,
  language: NoteLanguage,
): readonly NoteFolder[] {
  const own = store.folders.map((folder) => ownFolder(folder, notes, uriOf, language));
  if (store.builtInUris.length === 0) return own;
  const label = said(language, "Built-in notes", "組み込みノート");
  return [...own, { label, builtIn: true, files: filesOf(notes, store.builtInUris), problems: [] }];
}

function ownFolder(
  { path, uris, failure, team }: StoredFolder,
  notes: NoteIndex,
  uriOf: (path: string) => string,
  language: NoteLanguage,
): NoteFolder {
  const label =
    path
      .replace(/[\\/]+$/, "")
      .split(/[\\/]/)
      .at(-1) ?? path;
  const ofFiles = uris.flatMap((uri) =>
    (notes.fileSoFar(uri)?.problems ?? []).map((problem) => `${decodedName(uri)}: ${problemText(problem, language)}`),
  );
  const problems = failure === undefined ? ofFiles : [folderFailureText(path, failure, language), ...ofFiles];
  const shown = { label, builtIn: false, uri: uriOf(path), files: filesOf(notes, uris, language), problems };
  return team ? { ...shown, label: `${label} · ${noteMessages(language).team}`, team } : shown;
}

/** @param language of the remarks on the user's files; without it the files are built-in ones */
function filesOf(notes: NoteIndex, uris: readonly string[], language?: NoteLanguage): readonly NoteFile[] {
  return uris.flatMap((uri) => {
    const file = notes.fileSoFar(uri);
    if (file === undefined) return [{ title: withoutExtension(decodedName(uri)), uri, sections: [] }];
    if (file.problems.some(({ code }) => code === "unreadable")) return [];
    const outdated = language === undefined ? undefined : outdatedCount(file, language);
    return [{ title: file.title, uri, sections: noteSections(file), ...(outdated === undefined ? {} : { outdated }) }];
  });
}
