import { type CancellationToken, CancellationTokenSource, l10n, type QuickPickItem, ThemeIcon, window } from "vscode";
import { SEARCH_NOTES, type SearchHit, type SearchParams } from "../../server/src/protocol.ts";
import { debounce } from "./debounce.ts";
import type { LanguageServer } from "./languageServer.ts";
import { openNoteSource } from "./noteLinks.ts";

const typingPause = 60;
const mostHits = 50;

/** A row of the quick pick. */
export interface HitItem extends QuickPickItem {
  readonly hit: SearchHit;
}

/** Asks for words and lists the notes that hold them while they are typed; `open` gets the chosen note's id. */
export function searchNotes(server: LanguageServer, open: (id: string) => Promise<void>): void {
  const pick = window.createQuickPick<HitItem>();
  pick.title = l10n.t("Search Notes");
  pick.placeholder = l10n.t("Words to find in the notes");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  let current: CancellationTokenSource | undefined;
  const search = async (): Promise<void> => {
    current?.cancel();
    current = new CancellationTokenSource();
    const { token } = current;
    pick.busy = true;
    const params: SearchParams = { query: pick.value, limit: mostHits };
    const hits =
      pick.value.trim() === "" ? [] : await server.request<readonly SearchHit[]>(SEARCH_NOTES, params, token);
    if (!token.isCancellationRequested) {
      pick.items = (hits ?? []).map(hitItem);
      pick.busy = false;
    }
  };
  const searchSoon = debounce(typingPause, () => void search());
  pick.onDidChangeValue(() => searchSoon.call());
  pick.onDidTriggerItemButton(({ item }) => void openNoteSource(item.hit));
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen) {
      void open(chosen.hit.id);
    }
  });
  pick.onDidHide(() => {
    current?.dispose();
    searchSoon.cancel();
    pick.dispose();
  });
  const selection = window.activeTextEditor?.document.getText(window.activeTextEditor.selection) ?? "";
  pick.show();
  if (selection !== "" && !selection.includes("\n")) {
    pick.value = selection;
    searchSoon.call();
  }
}

/** The notes that hold the words of `query`, best first, as rows of the quick pick. */
export async function noteItems(server: LanguageServer, query: string, token: CancellationToken): Promise<HitItem[]> {
  if (query.trim() === "") {
    return [];
  }
  const params: SearchParams = { query, limit: mostHits };
  return ((await server.request<readonly SearchHit[]>(SEARCH_NOTES, params, token)) ?? []).map(hitItem);
}

function hitItem(hit: SearchHit): HitItem {
  return {
    hit,
    label: hit.title,
    description: hit.path.join(" › "),
    detail: hit.excerpt,
    iconPath: new ThemeIcon(hit.builtIn ? "book" : "note"),
    // The server has matched already, by rules of its own: the editor must not filter again.
    alwaysShow: true,
    buttons: [{ iconPath: new ThemeIcon("go-to-file"), tooltip: l10n.t("Open Source") }],
  };
}
