import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";

/** The messages on notes and the places they show at, in the language of `cfnNotes.language`. */
export type UseMessages = InLanguage<typeof MESSAGES>;

const MESSAGES = {
  builtIn: { en: "built-in", ja: "組み込み" },
  team: { en: "team", ja: "チーム" },
  places: (count: number): Said<string> => ({ en: `${count} ${count === 1 ? "place" : "places"}`, ja: `${count}か所` }),
  line: (number: number): Said<string> => ({ en: `line ${number}`, ja: `${number}行目` }),
  findings: (count: number): Said<string> => ({
    en: `${count} ${count === 1 ? "finding" : "findings"} on this`,
    ja: `これに関する診断${count}件`,
  }),
  /** The status bar's tooltip. */
  shown: (shown: number, own: number): Said<string> => ({
    en: `${shown} of your ${own} notes ${shown === 1 ? "shows" : "show"} in this template. Click to list them.`,
    ja: `自分のノート${own}件のうち${shown}件が、このテンプレートに表示されます。クリックすると一覧を開きます。`,
  }),
  noOwn: {
    en: "You have no notes of your own yet. Click to list the built-in notes that show in this template.",
    ja: "自分のノートがまだありません。クリックすると、このテンプレートに表示される組み込みノートの一覧を開きます。",
  },
  usedIn: (title: string): Said<string> => ({ en: `Used in: ${title}`, ja: `使われている場所: ${title}` }),
  notUsed: (title: string): Said<string> => ({
    en: `“${title}” shows in no template of this workspace.`,
    ja: `「${title}」が表示されるテンプレートは、このワークスペースにありません。`,
  }),
  searching: { en: "Searching the workspace's templates…", ja: "ワークスペースのテンプレートを検索しています…" },
  /** Added if not all of the workspace was searched. */
  incomplete: {
    en: "There is more in the workspace than could be searched.",
    ja: "ワークスペースのファイルが多いため、すべては検索していません。",
  },
};

export function useMessages(): UseMessages {
  return allInLanguage(MESSAGES);
}
