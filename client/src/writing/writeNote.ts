import {
  type Memento,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { ListedNote, NotesAtParams } from "../../../server/src/protocol/notes.ts";
import type { DraftNoteAnswer, DraftNoteParams, WritingPlace } from "../../../server/src/protocol/writing.ts";
import { mendMessages } from "../notes/mendMessages.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { articleFor } from "./articles.ts";
import { caretOfTemplate, chooseNote } from "./bindNote.ts";
import { opened } from "./writeMarker.ts";
import { writeMessages } from "./writeMessages.ts";

export interface WriteParts {
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  /** Keeps the file that was written into last. */
  readonly state: Memento;
}

export interface WriteOptions {
  /** The place; without it, the caret. */
  readonly at?: NotesAtParams | undefined;
  /** Whether to ask for the file, even if one is remembered; an existing note is left alone. */
  readonly asks?: boolean;
  /** Whether the built-in note of the place is quoted. */
  readonly quotes?: boolean;
  /** Lines of the template that the note shows. */
  readonly code?: string;
}

/** Writes a heading for a place and puts the caret below it; if an own note shows there already, begins a line at its end. */
export async function writeNote(parts: WriteParts, options: WriteOptions = {}): Promise<boolean> {
  const at = options.at ?? caretOfTemplate(parts.templates);
  const place = at && (await placeOrTold(parts.server, at));
  if (!at || !place) return false;
  const { code, quotes } = options;
  if (place.own && !options.asks) return writeBelow(parts.server, at, place.own, code);
  const article = await articleFor(place.articles, parts.state, {
    asks: options.asks ?? false,
    template: at.textDocument.uri,
  });
  const quote = quotes ? place.builtIn?.id : undefined;
  return article !== undefined && insertDraft(parts.server, article, at, { quote, code });
}

/** Adds lines of a template to a note that is chosen. */
export async function addToChosenNote({ server }: WriteParts, at: NotesAtParams, code: string): Promise<boolean> {
  const found = await server.request("bindableNotes", at);
  const note = found && (await chooseNote(server, at, found, writeMessages().chooseNote(found.subject)));
  return note ? writeBelow(server, at, note, code) : false;
}

/** What can be written at a place; if nothing can, tells the user and gives `undefined`. */
async function placeOrTold(server: LanguageServer, at: NotesAtParams): Promise<WritingPlace | undefined> {
  const found = await server.request("writingPlace", at);
  if (found && !("refusal" in found)) return found;
  void window.showInformationMessage(found?.refusal ?? mendMessages().noTemplate);
  return undefined;
}

function writeBelow(
  server: LanguageServer,
  at: NotesAtParams,
  { id, line, uri }: ListedNote,
  code: string | undefined,
): Promise<boolean> {
  return insertDraft(server, Uri.parse(uri, true), at, { below: { id, line }, code });
}

interface Wanted {
  readonly below?: DraftNoteParams["below"];
  readonly quote?: string | undefined;
  readonly code?: string | undefined;
}

/** Inserts the server's draft for the present file, as one edit that one undo takes back, and goes there. */
async function insertDraft(server: LanguageServer, uri: Uri, at: NotesAtParams, wanted: Wanted): Promise<boolean> {
  const document = await opened(uri);
  const draft = document && (await draftFor(server, document, at, wanted));
  if (draft && "refusal" in draft) {
    void window.showWarningMessage(draft.refusal);
    return false;
  }
  const change = new WorkspaceEdit();
  if (draft) change.insert(uri, new Position(draft.line, draft.character), draft.text);
  if (!document || !draft || !(await workspace.applyEdit(change))) {
    void window.showWarningMessage(writeMessages().cannotWrite(decodeURIComponent(uri.path.split("/").at(-1) ?? "")));
    return false;
  }
  const caret = new Position(draft.caret.line, draft.caret.character);
  const editor = await window.showTextDocument(document, {
    viewColumn: columnBesideTemplate(uri),
    preview: false,
  });
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret), TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

async function draftFor(
  server: LanguageServer,
  document: TextDocument,
  at: NotesAtParams,
  wanted: Wanted,
): Promise<DraftNoteAnswer | null | undefined> {
  const { version } = document;
  const { below, quote, code } = wanted;
  const draft = await server.request("draftNote", {
    ...at,
    article: { uri: document.uri.toString(), text: document.getText() },
    ...(below === undefined ? {} : { below }),
    ...(quote === undefined ? {} : { quote }),
    ...(code === undefined ? {} : { code }),
  } satisfies DraftNoteParams);
  // After an edit meanwhile it would be inserted at another place.
  return document.version === version ? draft : draftFor(server, document, at, wanted);
}
