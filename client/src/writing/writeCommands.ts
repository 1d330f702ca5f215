import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  type TextEditor,
  window,
} from "vscode";
import type { NotesAtParams } from "../../../server/src/protocol/notes.ts";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../../server/src/protocol/writing.ts";
import { type TemplateDocuments, templateLanguages } from "../server/templateDocuments.ts";
import { isPlace } from "./mendCommands.ts";
import { writeMessages } from "./writeMessages.ts";
import { addToChosenNote, type WriteParts, writeNote } from "./writeNote.ts";

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
