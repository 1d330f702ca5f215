import { CancellationTokenSource, Disposable, type TextEditor, window, workspace } from "vscode";
import type { NotesAtParams, NotesAtRequest } from "../../../server/src/protocol/notes.ts";
import { onDidChangeLanguage } from "../page/inLanguage.ts";
import type { NotePanel } from "../page/notePanel.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { InsertedText, ListFocus } from "../template/listFocus.ts";
import type { NoteView } from "./noteView.ts";

/** Long enough that nothing changes while somebody goes through lines, or a list, key by key. */
const REST_MS = 250;
/** Longer than people pause inside a word. */
const TYPING_REST_MS = 700;
/** The editor reports a caret that typing moved right after the change. */
const CARET_TYPED_MS = 100;

export interface CaretParts {
  readonly panel: NotePanel;
  readonly view: NoteView;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly list: Pick<ListFocus, "onDidChoose">;
}

/** Shows the notes for the caret of the active template in the note view, while the view is visible. */
export function followCaret({ panel, view, server, templates, list }: CaretParts): Disposable {
  let current: CancellationTokenSource | undefined;
  /** Whether a chosen note is shown, which stays until the caret moves away. */
  let isChosen = false;
  let caretThen = "";
  /** Whether typing moved the caret: then notes wait for a longer pause. */
  let isTyping = false;
  let typedAt = 0;
  const update = async (inserted?: InsertedText, editor = window.activeTextEditor): Promise<void> => {
    current?.cancel();
    if (!editor || isChosen || !panel.isVisible || view.isPinned || !templates.has(editor.document)) return;
    current = new CancellationTokenSource();
    const { token } = current;
    const at = isTyping && !inserted ? writtenAt(editor) : caretOf(editor);
    const asked: NotesAtRequest = inserted ? { ...at, inserted } : at;
    const found = await server.request("notesAt", asked, token);
    if (!found || token.isCancellationRequested || (isTyping && !inserted && found.isUnfinished)) return;
    const { label, notes, mentions } = found;
    if (!inserted || notes.length > 0) view.follow({ label, notes, mentions, inTemplate: true });
  };
  const moved = debounce(REST_MS, () => void update());
  const typed = debounce(TYPING_REST_MS, () => void update());
  const stop = (): void => {
    moved.cancel();
    typed.cancel();
    current?.cancel();
  };
  const updateSoon = (): void => {
    if (window.activeTextEditor && templates.has(window.activeTextEditor.document)) view.expect();
    stop();
    (isTyping ? typed : moved).call();
  };
  const follow = (): void => {
    isChosen = false;
    isTyping = Date.now() - typedAt < CARET_TYPED_MS;
    updateSoon();
  };
  /** Events may come late, or only say that an editor got the focus back. */
  const caretMoved = (): void => {
    if (!isChosen || caretNow() !== caretThen) follow();
  };
  const refresh = async (): Promise<void> => {
    await view.refresh();
    // Whoever writes a note sees it come to the caret of the template beside it.
    await update(undefined, templates.editor);
  };
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document === window.activeTextEditor?.document) {
        typedAt = Date.now();
        follow();
      }
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) caretMoved();
    }),
    window.onDidChangeActiveTextEditor(caretMoved),
    templates.onDidChange(updateSoon),
    panel.onDidBecomeVisible(updateSoon),
    view.onDidUnpin(follow),
    view.onWillOpenNote(() => {
      isChosen = true;
      caretThen = caretNow();
      stop();
    }),
    list.onDidChoose((inserted) => {
      stop();
      void update(inserted);
    }),
    server.onDidChangeNotes(() => void refresh()),
    onDidChangeLanguage(() => void refresh()),
    new Disposable(() => {
      stop();
      current?.dispose();
    }),
  );
}

function caretNow(): string {
  const editor = window.activeTextEditor;
  return editor ? JSON.stringify(caretOf(editor)) : "";
}

/** What somebody who types has just written: on a line that is still empty, the end of the line above. */
function writtenAt(editor: TextEditor): NotesAtParams {
  const { document, selection } = editor;
  const { line } = selection.active;
  const at = caretOf(editor);
  const above = line > 0 && document.lineAt(line).isEmptyOrWhitespace ? document.lineAt(line - 1) : undefined;
  return above === undefined || above.isEmptyOrWhitespace ? at : { ...at, position: above.range.end };
}

/** The position of the caret of `editor`; before the text of its line, the text's beginning. */
export function caretOf({ document, selection }: TextEditor): NotesAtParams {
  const { line, character } = selection.active;
  const [indentation = ""] = /^\s*(?:- +)*(?=\S)/.exec(document.lineAt(line).text) ?? [];
  const position = { line, character: Math.max(character, indentation.length) };
  return { textDocument: { uri: document.uri.toString() }, position };
}
