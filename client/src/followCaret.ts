import { CancellationTokenSource, Disposable, type TextEditor, window, workspace } from "vscode";
import { NOTES_AT, type NotesAt, type NotesAtParams } from "../../server/src/protocol.ts";
import { debounce } from "./debounce.ts";
import type { LanguageServer } from "./languageServer.ts";
import type { NotePanel } from "./notePanel.ts";
import type { NoteView } from "./noteView.ts";
import type { TemplateDocuments } from "./templateDocuments.ts";

/** Short enough to feel immediate, long enough to skip the places that a held arrow key runs over. */
const caretPause = 80;

export interface CaretParts {
  readonly panel: NotePanel;
  readonly view: NoteView;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
}

/** Keeps the note view on what the caret of the active template is on, while the view is visible. */
export function followCaret({ panel, view, server, templates }: CaretParts): Disposable {
  let current: CancellationTokenSource | undefined;
  /** Whether a chosen note is shown, which stays until the caret moves from where it was then. */
  let isChosen = false;
  let caretThen = "";
  const update = async (): Promise<void> => {
    current?.cancel();
    const editor = window.activeTextEditor;
    if (!editor || isChosen || !panel.isVisible || view.isPinned || !templates.has(editor.document)) {
      return;
    }
    current = new CancellationTokenSource();
    const { token } = current;
    const found = await server.request<NotesAt>(NOTES_AT, caretOf(editor), token);
    if (found && !token.isCancellationRequested) {
      view.follow({ ...found, inTemplate: true });
    }
  };
  const debounced = debounce(caretPause, () => void update());
  const updateSoon = {
    ...debounced,
    call: () => {
      if (window.activeTextEditor && templates.has(window.activeTextEditor.document)) {
        view.expect();
      }
      debounced.call();
    },
  };
  const follow = (): void => {
    isChosen = false;
    updateSoon.call();
  };
  /** Events may come late, or tell of an editor that only got the focus back. */
  const caretMoved = (): void => {
    if (!isChosen || caretNow() !== caretThen) {
      follow();
    }
  };
  const refresh = async (): Promise<void> => {
    await view.refresh();
    await update();
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) {
        caretMoved();
      }
    }),
    window.onDidChangeActiveTextEditor(caretMoved),
    templates.onDidChange(updateSoon.call),
    panel.onDidBecomeVisible(updateSoon.call),
    view.onDidUnpin(follow),
    view.onWillOpenNote(() => {
      isChosen = true;
      caretThen = caretNow();
      updateSoon.cancel();
      current?.cancel();
    }),
    server.onDidChangeNotes(() => void refresh()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cfnNotes.language")) {
        void refresh();
      }
    }),
    new Disposable(() => {
      updateSoon.cancel();
      current?.dispose();
    }),
  );
}

function caretNow(): string {
  const editor = window.activeTextEditor;
  return editor ? JSON.stringify(caretOf(editor)) : "";
}

/** The notes at the caret of `editor`. */
export function caretOf(editor: TextEditor): NotesAtParams {
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}
