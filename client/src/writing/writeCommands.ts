import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Disposable,
  languages,
  type Memento,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { ListedNote, NotesAtParams } from "../../../server/src/protocol/notes.ts";
import {
  type DraftNoteAnswer,
  type DraftNoteParams,
  OWN_WORDS_COMMAND,
  WRITE_NOTE_COMMAND,
  type WritingPlace,
} from "../../../server/src/protocol/writing.ts";
import { placeMessages } from "../notes/placeMessages.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { type TemplateDocuments, templateLanguages } from "../server/templateDocuments.ts";
import { articleFor, rememberArticle } from "./articles.ts";
import { caretOfTemplate, chooseNote, isPlace } from "./bindNote.ts";
import { opened } from "./writeMarker.ts";
import { writeMessages } from "./writeMessages.ts";

const addSelectionCommand = "cfnNotes.addSelectionToNote";

/** The commands that write notes. */
export function writeCommands(parts: WriteParts): Record<string, (argument?: unknown) => unknown> {
  const at = (place: unknown): NotesAtParams | undefined => (isPlace(place) ? place : undefined);
  return {
    [WRITE_NOTE_COMMAND]: (place) => writeNote(parts, { at: at(place) }),
    "cfnNotes.writeNoteIn": () => writeNote(parts, { asks: true }),
    [OWN_WORDS_COMMAND]: (place) => writeNote(parts, { at: at(place), quotes: true }),
    [addSelectionCommand]: () => withSelection(parts, ({ place, code }) => writeNote(parts, { at: place, code })),
    "cfnNotes.addSelectionToChosenNote": () =>
      withSelection(parts, ({ place, code }) => addToChosenNote(parts, place, code)),
  };
}

/** Offers to write a note. */
export function offerWriting(templates: TemplateDocuments): Disposable {
  return languages.registerCodeActionsProvider(
    templateLanguages.map((language) => ({ language })),
    {
      provideCodeActions: (document, range, { triggerKind }) =>
        templates.has(document) ? writeActions(document, range, triggerKind) : [],
    },
    { providedCodeActionKinds: [WRITE_KIND] },
  );
}

const WRITE_KIND = CodeActionKind.Empty.append("cfnNotes.write");

/** Only for somebody who asks for actions; a light bulb at every key would be in the way. */
export function writeActions({ uri }: TextDocument, range: Range, triggerKind: CodeActionTriggerKind): CodeAction[] {
  if (triggerKind !== CodeActionTriggerKind.Invoke) return [];
  const { write, addSelection } = writeMessages();
  const { line, character } = range.start;
  const place: NotesAtParams = { textDocument: { uri: uri.toString() }, position: { line, character } };
  const action = (title: string, command: string, argument?: unknown): CodeAction => {
    const made = new CodeAction(title, WRITE_KIND);
    made.command = { title, command, arguments: argument === undefined ? [] : [argument] };
    return made;
  };
  return range.isEmpty
    ? [action(write, WRITE_NOTE_COMMAND, place)]
    : [action(addSelection, addSelectionCommand), action(write, WRITE_NOTE_COMMAND, place)];
}

interface SelectedLines {
  readonly place: NotesAtParams;
  readonly code: string;
}

/** Continues with the lines that are selected in the template; if there are none, tells the user. */
async function withSelection(
  { templates }: WriteParts,
  use: (lines: SelectedLines) => Promise<boolean>,
): Promise<boolean> {
  const editor = templates.editor;
  if (!editor || editor.selection.isEmpty) {
    void window.showInformationMessage(writeMessages().noSelection);
    return false;
  }
  return use(selectedLines(editor));
}

/** Whole lines; the place is the first thing in them. */
function selectedLines({ document, selection: { start, end } }: TextEditor): SelectedLines {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const lines = Array.from({ length: last - start.line + 1 }, (_, at) => document.lineAt(start.line + at).text);
  const first = Math.max(
    0,
    lines.findIndex((text) => text.trim() !== ""),
  );
  const character = (/^[\s-]*/.exec(lines[first] ?? "")?.[0].length ?? 0) + 1;
  const uri = document.uri.toString();
  return {
    place: { textDocument: { uri }, position: { line: start.line + first, character } },
    code: lines.join("\n"),
  };
}

interface WriteParts {
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  /** Keeps the file that was written into last. */
  readonly state: Memento;
}

interface WriteOptions {
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
async function writeNote(parts: WriteParts, options: WriteOptions = {}): Promise<boolean> {
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
  const isWritten = article !== undefined && (await insertDraft(parts.server, article.uri, at, { quote, code }));
  if (isWritten && article.isChosen) await rememberArticle(parts.state, article.uri);
  return isWritten;
}

/** Adds lines of a template to a note that is chosen. */
async function addToChosenNote({ server }: WriteParts, at: NotesAtParams, code: string): Promise<boolean> {
  const found = await server.request("bindableNotes", at);
  const note = found && (await chooseNote(server, at, found, writeMessages().chooseNote(found.subject)));
  return note ? writeBelow(server, at, note, code) : false;
}

/** What can be written at a place; if nothing can, tells the user and gives `undefined`. */
async function placeOrTold(server: LanguageServer, at: NotesAtParams): Promise<WritingPlace | undefined> {
  const found = await server.request("writingPlace", at);
  if (found && !("refusal" in found)) return found;
  void window.showInformationMessage(found?.refusal ?? placeMessages().noTemplate);
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

const MAX_TRIES = 2;

/**
 * Inserts the server's draft for the present file, as one edit that one undo takes back, and goes there. The file is
 * shown first: the editor itself opens a changed file that is not shown, in the column of the template.
 */
async function insertDraft(
  server: LanguageServer,
  uri: Uri,
  at: NotesAtParams,
  wanted: Wanted,
  tries: number = MAX_TRIES,
): Promise<boolean> {
  const document = await opened(uri);
  const draft = document && (await draftFor(server, document, at, wanted));
  if (draft && "refusal" in draft) {
    void window.showWarningMessage(draft.refusal);
    return false;
  }
  const editor = document && draft && (await shownBeside(document));
  const change = new WorkspaceEdit();
  if (draft) change.insert(uri, new Position(draft.line, draft.character), draft.text);
  if (!editor || !(await workspace.applyEdit(change))) {
    // The editor refuses an edit if it has just read the file anew.
    if (editor && tries > 1) return insertDraft(server, uri, at, wanted, tries - 1);
    void window.showWarningMessage(writeMessages().cannotWrite(decodeURIComponent(uri.path.split("/").at(-1) ?? "")));
    return false;
  }
  const caret = new Position(draft.caret.line, draft.caret.character);
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret), TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function shownBeside(document: TextDocument): Thenable<TextEditor> {
  return window.showTextDocument(document, { viewColumn: columnBesideTemplate(document.uri), preview: false });
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
