import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  commands,
  type Disposable,
  languages,
  type Memento,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { ListedNote, NotesAtParams } from "../../../server/src/protocol/notes.ts";
import {
  type DraftNoteParams,
  OWN_WORDS_COMMAND,
  WRITE_NOTE_COMMAND,
  type WritingPlace,
  type WritingPlaceParams,
} from "../../../server/src/protocol/writing.ts";
import { placeMessages } from "../notes/placeMessages.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import { baseName } from "../server/fileNames.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { type TemplateDocuments, templateLanguages } from "../server/templateDocuments.ts";
import { articleFor, rememberArticle } from "./articles.ts";
import { caretOfTemplate, chooseNote, isPlace } from "./bindNote.ts";
import { TypedMeanwhile } from "./typedMeanwhile.ts";
import { isWritable, opened } from "./writeMarker.ts";
import { writeMessages } from "./writeMessages.ts";

const addSelectionCommand = "cfnNotes.addSelectionToNote";

/** The commands that write notes. */
export function writeCommands(parts: WriteParts): Record<string, (argument?: unknown) => unknown> {
  const at = (place: unknown): NotesAtParams | undefined => (isPlace(place) ? place : undefined);
  return {
    [WRITE_NOTE_COMMAND]: (place) => place !== NOTHING && writeNote(parts, { at: at(place) }),
    "cfnNotes.writeNoteIn": () => writeNote(parts, { asks: true }),
    [OWN_WORDS_COMMAND]: (place) => place !== NOTHING && writeNote(parts, { at: at(place), quotes: true }),
    [addSelectionCommand]: () => withSelection(parts, ({ place, code }) => writeNote(parts, { at: place, code })),
    "cfnNotes.addSelectionToChosenNote": () =>
      withSelection(parts, ({ place, code }) => addToChosenNote(parts, place, code)),
  };
}

/** As an argument of a command that writes: nothing is to be written. */
const NOTHING = "nothing";

/**
 * Has the editor carry out for the first time the commands that begin a note, so that they do nothing. Before that first
 * time it asks whether an extension is to be activated, and what somebody types until the answer comes before the command.
 */
export function makeWritingReady(): void {
  const ready = [WRITE_NOTE_COMMAND, OWN_WORDS_COMMAND].map((command) => ({ command, args: NOTHING }));
  void commands.executeCommand("runCommands", { commands: ready });
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

/** A place of a template. */
interface AskedPlace {
  readonly at: NotesAtParams;
  /** The text of the template when the command was given: somebody may type on. */
  readonly text: string | undefined;
  /** What is typed at the caret of the template since then; `undefined` if the caret is elsewhere. */
  readonly typed: TypedMeanwhile | undefined;
}

/** Does something for a place while what is typed in its template is looked at. */
async function askedFor(at: NotesAtParams, use: (there: AskedPlace) => Promise<boolean>): Promise<boolean> {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === at.textDocument.uri);
  const text = document?.getText();
  const editor = window.activeTextEditor;
  const isAtCaret = editor !== undefined && editor.document === document && editor.selection.isEmpty;
  const typed = isAtCaret ? new TypedMeanwhile(editor) : undefined;
  try {
    return await use({ at, text, typed });
  } finally {
    typed?.dispose();
  }
}

/** Writes a heading for a place and puts the caret below it; if an own note shows there already, begins a line at its end. */
async function writeNote(parts: WriteParts, options: WriteOptions = {}): Promise<boolean> {
  const at = options.at ?? caretOfTemplate(parts.templates);
  return at !== undefined && askedFor(at, (there) => writeNoteFor(parts, there, options));
}

async function writeNoteFor(parts: WriteParts, there: AskedPlace, options: WriteOptions): Promise<boolean> {
  const place = await placeOrTold(parts.server, there);
  if (!place) return false;
  const { code, quotes } = options;
  if (place.own && !options.asks) return writeBelow(parts, there, place.own, code);
  const article = await articleFor(place.articles, parts.state, {
    asks: options.asks ?? false,
    template: there.at.textDocument.uri,
  });
  const quote = quotes ? place.builtIn?.id : undefined;
  const isWritten = article !== undefined && (await insertDraft(parts, article.uri, there, { quote, code }));
  if (isWritten && article.isChosen) await rememberArticle(parts.state, article.uri);
  return isWritten;
}

/** Adds lines of a template to a note that is chosen. */
async function addToChosenNote(parts: WriteParts, at: NotesAtParams, code: string): Promise<boolean> {
  return askedFor(at, async (there) => {
    const found = await parts.server.request("bindableNotes", at);
    const note = found && (await chooseNote(parts.server, at, found, writeMessages().chooseNote(found.subject)));
    return note ? writeBelow(parts, there, note, code) : false;
  });
}

/** What can be written at a place; if nothing can, tells the user and gives `undefined`. */
async function placeOrTold(server: LanguageServer, there: AskedPlace): Promise<WritingPlace | undefined> {
  const found = await server.request("writingPlace", placeParams(there));
  if (found && !("refusal" in found)) return found;
  void window.showInformationMessage(found?.refusal ?? placeMessages().noTemplate);
  return undefined;
}

function writeBelow(
  parts: WriteParts,
  there: AskedPlace,
  { id, line, uri }: ListedNote,
  code: string | undefined,
): Promise<boolean> {
  return insertDraft(parts, Uri.parse(uri, true), there, { below: { id, line }, code });
}

interface Wanted {
  readonly below?: DraftNoteParams["below"];
  readonly quote?: string | undefined;
  readonly code?: string | undefined;
}

const MAX_TRIES = 5;

/**
 * Inserts the server's draft for the present file, as one edit that one undo takes back, and goes there. Until all is
 * written the template keeps the focus: what somebody types meanwhile would come to stand elsewhere in the file.
 */
async function insertDraft(parts: WriteParts, uri: Uri, there: AskedPlace, wanted: Wanted): Promise<boolean> {
  const { cannotOpen, isReadonly, keepsChanging } = writeMessages();
  const document = await opened(uri);
  if (document === undefined) return told(cannotOpen(baseName(uri)));
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { version } = document;
    const draft = await parts.server.request("draftNote", draftParams(document, there, wanted));
    // It would be inserted at another place.
    if (document.version !== version) continue;
    if (!draft) return told(placeMessages().noTemplate);
    if ("refusal" in draft) return offerAnotherFile(parts, there, wanted, draft.refusal);
    const viewColumn = await shownBeside(document);
    const change = new WorkspaceEdit();
    change.insert(uri, new Position(draft.line, draft.character), draft.text);
    // The editor refuses an edit of a file that has just changed.
    if (document.version === version && (await workspace.applyEdit(change))) {
      const caret = new Position(draft.caret.line, draft.caret.character);
      const selection = new Range(caret, caret);
      const editor = await window.showTextDocument(document, { viewColumn, preview: false, selection });
      await there.typed?.moveTo(editor, caret);
      return true;
    }
    if (!(await isWritable(uri))) return told(isReadonly(baseName(uri)));
  }
  return told(keepsChanging(baseName(uri)));
}

/**
 * Shows a file in another column than the template's, without the focus: one that is changed and not shown is opened by
 * the editor itself after a while, over the template.
 *
 * @returns the column for it
 */
async function shownBeside(document: TextDocument): Promise<ViewColumn> {
  const viewColumn = columnBesideTemplate(document.uri);
  const isOther = viewColumn !== ViewColumn.Active && viewColumn !== window.tabGroups.activeTabGroup.viewColumn;
  if (!isOther) return viewColumn;
  const editor = await window.showTextDocument(document, { viewColumn, preview: false, preserveFocus: true });
  return editor.viewColumn ?? viewColumn;
}

function told(reason: string): false {
  void window.showWarningMessage(reason);
  return false;
}

/** Says why a file takes no note, and offers another one for it. */
function offerAnotherFile(parts: WriteParts, there: AskedPlace, { code }: Wanted, reason: string): false {
  const { anotherFile } = writeMessages();
  void window.showWarningMessage(reason, anotherFile).then((chosen) => {
    if (chosen === anotherFile)
      void writeNote(parts, { at: there.at, asks: true, ...(code !== undefined && { code }) });
  });
  return false;
}

function placeParams({ at, text }: AskedPlace): WritingPlaceParams {
  return text === undefined ? at : { ...at, template: text };
}

function draftParams(article: TextDocument, there: AskedPlace, wanted: Wanted): DraftNoteParams {
  const { below, quote, code } = wanted;
  return {
    ...placeParams(there),
    article: { uri: article.uri.toString(), text: article.getText() },
    ...(below === undefined ? {} : { below }),
    ...(quote === undefined ? {} : { quote }),
    ...(code === undefined ? {} : { code }),
  };
}
