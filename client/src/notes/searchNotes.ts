import { CancellationTokenSource, commands, type Memento, type QuickPick, window } from "vscode";
import type { NoteParams, RenderedNote } from "../../../server/src/protocol/notes.ts";
import { COMPARE_COMMAND } from "../../../server/src/protocol/study.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { openNoteSource } from "../page/noteLinks.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { type NoteItem, noteItems, recentItems } from "./foundNotes.ts";
import type { NoteView } from "./noteView.ts";

const TYPING_PAUSE_MS = 40;
const PREVIEW_PAUSE_MS = 120;

export interface SearchParts {
  readonly server: LanguageServer;
  readonly state: Memento;
  readonly view: NoteView;
}

/**
 * Searches notes while words are typed. The note view previews the active row; what it showed before comes back unless
 * a note is chosen.
 */
export function searchNotes({ server, state, view }: SearchParts): QuickPick<NoteItem> {
  const pick = window.createQuickPick<NoteItem>();
  pick.title = inLanguage({ en: "Search Notes", ja: "ノートを検索" });
  pick.placeholder = inLanguage({ en: "Words to find in the notes", ja: "ノートから探す言葉" });
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The server's order counts; by default rows whose label holds the words would come first, and headings would go.
  Object.assign(pick, { sortByLabel: false });
  // Showing the note view must not end the search.
  pick.ignoreFocusOut = true;
  let current: CancellationTokenSource | undefined;
  let untouched: NoteItem | undefined;
  let chosen: string | undefined;
  let compared: string | undefined;

  const search = async (): Promise<void> => {
    current?.cancel();
    current = new CancellationTokenSource();
    const { token } = current;
    pick.busy = true;
    const { value } = pick;
    const [found, recent] = await Promise.all([
      noteItems(server, value, token),
      value.trim() === "" ? recentNotes(state, server) : [],
    ]);
    if (!token.isCancellationRequested) {
      const items = value.trim() === "" ? recentItems(recent) : found;
      untouched = items.find(({ note }) => note);
      pick.items = items;
      pick.busy = false;
    }
  };
  const searchSoon = debounce(TYPING_PAUSE_MS, () => void search());
  const previewSoon = debounce(PREVIEW_PAUSE_MS, () => {
    const id = pick.activeItems[0]?.note?.id;
    if (id !== undefined) void view.preview(id);
  });

  pick.onDidChangeValue(() => searchSoon.call());
  pick.onDidChangeActive(([active]) => {
    // The first row is active by itself: while somebody only types, the view does not change.
    if (active?.note && (active !== untouched || view.isPreviewing)) previewSoon.call();
  });
  pick.onDidTriggerItemButton(({ item: { note } }) => void openNoteSource(note));
  pick.onDidAccept(() => {
    chosen = pick.selectedItems[0]?.note?.id;
    compared = pick.selectedItems[0]?.comparison;
    if (chosen !== undefined || compared !== undefined) pick.hide();
  });
  pick.onDidHide(() => {
    current?.cancel();
    searchSoon.cancel();
    previewSoon.cancel();
    view.endPreview();
    pick.dispose();
    if (compared !== undefined) void commands.executeCommand(COMPARE_COMMAND, compared);
    if (chosen !== undefined) {
      void rememberNote(state, chosen);
      void view.openNote(chosen);
    }
  });
  pick.value = selectedWords();
  pick.show();
  // Without words it gets the index ready, and lists recent notes.
  void search();
  return pick;
}

function selectedWords(): string {
  const editor = window.activeTextEditor;
  const selection = editor?.document.getText(editor.selection) ?? "";
  return selection.includes("\n") ? "" : selection;
}

const key = "cfnNotes.recentNotes";
const MAX_NOTES = 10;

/** Remembers a note as the one that was found last. */
export async function rememberNote(state: Memento, id: string): Promise<void> {
  const others = state.get<readonly string[]>(key, []).filter((other) => other !== id);
  await state.update(key, [id, ...others].slice(0, MAX_NOTES));
}

/** The notes that were found last, newest first; those that exist no more are left out. */
export async function recentNotes(state: Memento, server: LanguageServer): Promise<readonly RenderedNote[]> {
  const ids = state.get<readonly string[]>(key, []);
  const notes = await Promise.all(ids.map((id) => server.request("note", { id } satisfies NoteParams)));
  return notes.flatMap((note) => note ?? []);
}
