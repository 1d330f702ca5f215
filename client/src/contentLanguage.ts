import { env, workspace } from "vscode";

/** What the views say themselves; the server writes everything else in the same language. */
export interface ViewMessages {
  readonly language: "en" | "ja";
  readonly noTemplate: string;
  readonly nothing: string;
  noNote(label: string): string;
  readonly openSource: string;
  readonly builtIn: string;
  readonly search: string;
  readonly addFolder: string;
  readonly pinned: string;
  announce(label: string, count: number): string;
}

const english: ViewMessages = {
  language: "en",
  noTemplate:
    "Open a CloudFormation template and move the caret: the notes on what it is on appear here. Or choose a note from the lists below.",
  nothing: "There is nothing here that a note could explain.",
  noNote: (label) => `No note on ${label}.`,
  openSource: "Open source",
  builtIn: "Built-in note",
  search: "Search notes",
  addFolder: "Add a folder of notes",
  pinned: "Pinned",
  announce: (label, count) => `${label}: ${count} ${count === 1 ? "note" : "notes"}`,
};

const japanese: ViewMessages = {
  language: "ja",
  noTemplate:
    "CloudFormationテンプレートを開いてカーソルを動かすと、その位置のノートがここに表示されます。下の一覧からノートを選ぶこともできます。",
  nothing: "ここには、ノートで説明できるものがありません。",
  noNote: (label) => `${label} のノートはありません。`,
  openSource: "元のファイルを開く",
  builtIn: "組み込みノート",
  search: "ノートを検索",
  addFolder: "ノートのフォルダーを追加",
  pinned: "固定中",
  announce: (label, count) => `${label}: ノート ${count} 件`,
};

/** The messages of the views in the language of `cfnNotes.language`. */
export function viewMessages(): ViewMessages {
  const chosen = workspace.getConfiguration("cfnNotes").get<string>("language", "auto");
  const language = chosen === "auto" ? env.language : chosen;
  return language.startsWith("ja") ? japanese : english;
}
