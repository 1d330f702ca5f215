import type { CodeAction, InitializeParams, TextEdit } from "vscode-languageserver";
import { contextEdit, whyRemoval } from "../../features/refactor/contextEdit.ts";
import { entryAt, focusAt } from "../../model/focus/focusAt.ts";
import { resourceContext } from "../../model/metadataContext.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Entry } from "../../model/template.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { draftNote } from "../../notes/write/draftNote.ts";
import { endOfText, headingsOf } from "../../notes/write/headings.ts";
import { applied, type Edit } from "../../text/edit.ts";
import { said } from "../../text/localised.ts";
import { shifted, touches } from "../../text/span.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { versionedEdit } from "../documents/versionedEdit.ts";
import type { NoteFiles } from "./noteFiles.ts";

interface NoteMoveParts {
  readonly notes: NoteIndex;
  readonly noteFiles: NoteFiles;
  readonly language: "en" | "ja";
  readonly capabilities: InitializeParams["capabilities"];
  /** The kind of the code actions. */
  readonly kind: string;
}

/** Actions that move what a note says of the resource under the caret into the `why` of its Metadata Context, or back. */
export function noteMoves(open: OpenTemplate, offset: number, parts: NoteMoveParts): CodeAction[] {
  const entry = entryAt(open.template, offset);
  if (entry?.section !== "Resources" || !touches(shifted(entry.key, entry.offset), offset)) return [];
  // The edits are made for the present text.
  parts.noteFiles.takeTyped();
  const why = resourceContext(entry)?.why ?? "";
  const move = why === "" ? intoTemplate(open, offset, entry, parts) : intoNote(open, offset, entry, why, parts);
  return move === undefined ? [] : [actionOf(move, open, parts)];
}

interface Move {
  readonly title: string;
  readonly inTemplate: Edit;
  readonly file: NoteFileContent;
  readonly inNotes: TextEdit;
}

function intoTemplate(open: OpenTemplate, offset: number, entry: Entry, parts: NoteMoveParts): Move | undefined {
  const { document, template } = open;
  const { notes, language } = parts;
  const focus = focusAt(template, offset);
  const found = focus === undefined ? [] : notes.at(focus, { uri: document.uri, template });
  for (const { note, file, tier } of found) {
    if (file.builtIn || !file.isUtf8 || tier !== "thing") continue;
    const isOwn = notes
      .ownBindingsIn(file.uri)
      .some(({ place, note: bound }) => place.kind === "own" && place.name === entry.name && bound.id === note.id);
    const headings = headingsOf(file);
    const heading = headings.find((one) => one.note.id === note.id);
    if (!isOwn || heading === undefined) continue;
    // What stands below it would be on something else then.
    if (headings.some(({ note: { line } }) => line > note.line && line < heading.end)) continue;
    // What is hidden would be lost.
    const isHiding = [...file.commented].some((line) => line >= note.line && line < heading.end);
    if (isHiding || COMMENT.test(passageOf(note, file))) continue;
    const text = passageOf(note, file)
      .replace(MARKERS, "")
      .replace(/[ \t]+$/gm, "")
      .trim();
    const inTemplate = text === "" ? undefined : contextEdit(template, entry, [["why", text]]);
    if (inTemplate === undefined) continue;
    const title = said(
      language,
      `Move the note “${note.title}” into the template`,
      `ノート「${note.title}」をテンプレートに移す`,
    );
    return { title, inTemplate, file, inNotes: removalOf(note.line, heading.end, file.lines) };
  }
  return undefined;
}

const MARKERS = /<!--\s*cfn:[\s\S]*?-->/g;
const COMMENT = /<!--(?!\s*cfn:)/;

/** Removes a section; the last one with the blank lines above it. */
function removalOf(line: number, end: number, lines: readonly string[]): TextEdit {
  if (end < lines.length)
    return { range: { start: { line, character: 0 }, end: { line: end, character: 0 } }, newText: "" };
  const before = endOfText(lines, 0, line) - 1;
  const start = before < 0 ? { line: 0, character: 0 } : { line: before, character: (lines[before] ?? "").length };
  const last = lines.length - 1;
  return {
    range: { start, end: { line: last, character: (lines[last] ?? "").length } },
    newText: before < 0 ? "" : "\n",
  };
}

function intoNote(
  open: OpenTemplate,
  offset: number,
  entry: Entry,
  why: string,
  { notes, language }: NoteMoveParts,
): Move | undefined {
  const { document, template } = open;
  const inTemplate = whyRemoval(template, entry);
  const file = inTemplate && fileFor(open, notes);
  if (inTemplate === undefined || file === undefined) return undefined;
  // Beside it in the template, the note would say no more.
  const asked = { uri: document.uri, template: parse(applied(template.text, [inTemplate])) };
  const focus = focusAt(asked.template, offset);
  if (focus === undefined) return undefined;
  const source = { uri: file.uri, text: file.lines.join("\n"), builtIn: false, language: file.language };
  const draft = draftNote({ focus, asked }, source, notes, why.split("\n"));
  if (draft === undefined) return undefined;
  const { line, character, text } = draft;
  // Nobody goes on above it.
  const newText = text.replace(/\n{3,}/, "\n\n");
  const range = { start: { line, character }, end: { line, character } };
  const title = said(language, `Move why into a note in “${file.title}”`, `whyを「${file.title}」のノートに移す`);
  return { title, inTemplate, file, inNotes: { range, newText } };
}

/** The file that says most of what the template declares; without one, the first. */
function fileFor({ template }: OpenTemplate, notes: NoteIndex): NoteFileContent | undefined {
  const files = notes.ownFiles.filter(({ isUtf8, isRecord }) => isUtf8 && !isRecord);
  const { resources } = template.declarations;
  const count = ({ uri }: NoteFileContent): number =>
    notes.ownBindingsIn(uri).filter(({ place }) => place.kind === "own" && resources.has(place.name)).length;
  return files.reduce<NoteFileContent | undefined>(
    (best, one) => (best === undefined || count(one) > count(best) ? one : best),
    undefined,
  );
}

function actionOf({ title, inTemplate, file, inNotes }: Move, open: OpenTemplate, parts: NoteMoveParts): CodeAction {
  const { document } = open;
  const { noteFiles, capabilities } = parts;
  const uri = noteFiles.uriOf(file.uri);
  const edit = versionedEdit(
    [
      {
        uri: document.uri,
        version: document.version,
        edits: [{ range: rangeOf(document, inTemplate), newText: inTemplate.newText }],
      },
      { uri, version: noteFiles.versionOf(uri), edits: [inNotes] },
    ],
    capabilities,
  );
  return { title, kind: parts.kind, edit };
}
