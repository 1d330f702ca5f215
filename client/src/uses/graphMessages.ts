import { inLanguage, type Said } from "../page/inLanguage.ts";

/** What is said of notes and the places where they show, in the language of `cfnNotes.language`. */
export interface GraphMessages {
  readonly builtIn: string;
  readonly team: string;
  places(count: number): string;
  line(number: number): string;
  findings(count: number): string;
  /** The status bar's tooltip. */
  shown(shown: number, own: number): string;
  readonly noOwn: string;
  usedIn(title: string): string;
  notUsed(title: string): string;
  readonly searching: string;
  /** Follows where the workspace was not searched to its end. */
  readonly incomplete: string;
}

const MESSAGES: Said<GraphMessages> = {
  en: {
    builtIn: "built-in",
    team: "team",
    places: (count) => `${count} ${count === 1 ? "place" : "places"}`,
    line: (number) => `line ${number}`,
    findings: (count) => `${count} ${count === 1 ? "finding" : "findings"} on this`,
    shown: (shown, own) =>
      `${shown} of your ${own} notes ${shown === 1 ? "shows" : "show"} in this template. Click to list them.`,
    noOwn: "You have no notes of your own yet. Click to list the built-in notes that show in this template.",
    usedIn: (title) => `Used in: ${title}`,
    notUsed: (title) => `“${title}” shows in no template of this workspace.`,
    searching: "Searching the workspace's templates…",
    incomplete: "There is more in the workspace than could be searched.",
  },
  ja: {
    builtIn: "組み込み",
    team: "チーム",
    places: (count) => `${count}か所`,
    line: (number) => `${number}行目`,
    findings: (count) => `これに関する診断${count}件`,
    shown: (shown, own) =>
      `自分のノート${own}件のうち${shown}件が、このテンプレートに表示されます。クリックすると一覧を開きます。`,
    noOwn: "自分のノートがまだありません。クリックすると、このテンプレートに表示される組み込みノートの一覧を開きます。",
    usedIn: (title) => `使われている場所: ${title}`,
    notUsed: (title) => `「${title}」が表示されるテンプレートは、このワークスペースにありません。`,
    searching: "ワークスペースのテンプレートを検索しています…",
    incomplete: "ワークスペースのファイルが多いため、すべては検索していません。",
  },
};

/** The messages in the language of `cfnNotes.language`. */
export function graphMessages(): GraphMessages {
  return inLanguage(MESSAGES);
}
