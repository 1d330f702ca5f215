import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";

/** What the views say themselves; the server writes everything else in the same language. */
export type ViewMessages = InLanguage<typeof VIEW>;

const VIEW = {
  language: { en: "en", ja: "ja" },
  noTemplate: {
    en: "Open a CloudFormation template and move the cursor: notes on what is there appear here. You can also choose a note from the lists below.",
    ja: "CloudFormationテンプレートを開いてカーソルを動かすと、その位置のノートがここに表示されます。下の一覧からノートを選ぶこともできます。",
  },
  nothing: {
    en: "There is nothing here that a note could explain.",
    ja: "ここには、ノートで説明できるものがありません。",
  },
  noNote: (label: string): Said<string> => ({ en: `No note on ${label}.`, ja: `${label}のノートはありません。` }),
  /** Said until it is known what there is. */
  reading: { en: "Reading the notes…", ja: "ノートを読み込んでいます…" },
  openSource: { en: "Open source", ja: "元のファイルを開く" },
  /** Stands before the titles of notes that only speak of the place; and what stands between them. */
  mentionedIn: { en: "Also mentioned in: ", ja: "次のノートにも出てきます：" },
  between: { en: ", ", ja: "、" },
  builtIn: { en: "Built-in note", ja: "組み込みノート" },
  team: { en: "Team’s note", ja: "チームのノート" },
  search: { en: "Search notes", ja: "ノートを検索" },
  addFolder: { en: "Add a folder of notes", ja: "ノートのフォルダーを追加" },
  pinned: { en: "Pinned", ja: "固定中" },
  /** Asks why a place has the notes that it has. */
  explain: { en: "Why is there no note?", ja: "ノートがない理由を見る" },
  bind: { en: "Bind a note here…", ja: "ここにノートを結び付ける…" },
  write: { en: "Write a note here", ja: "ここにノートを書く" },
  /** The same beside a text, in few letters. */
  writeShort: { en: "Write one", ja: "書く" },
  ownWords: { en: "In my own words", ja: "自分の言葉で書く" },
  showExample: { en: "Show the example", ja: "サンプルを表示" },
  copy: { en: "Copy", ja: "コピー" },
  copied: { en: "Copied", ja: "コピーしました" },
  find: { en: "Find", ja: "検索" },
  findNext: { en: "Next match (Enter)", ja: "次の一致 (Enter)" },
  findPrevious: { en: "Previous match (Shift+Enter)", ja: "前の一致 (Shift+Enter)" },
  close: { en: "Close (Escape)", ja: "閉じる (Escape)" },
  noMatches: { en: "No results", ja: "結果なし" },
  /** What the first marker of a place is called. */
  marker: { en: "As a marker:", ja: "マーカーでの書き方：" },
  shown: { en: "Notes that show here, in this order", ja: "ここに表示されるノート（この順）" },
  leftOut: { en: "Your notes that do not show here", ja: "ここに表示されない自分のノート" },
  /** All that a screen reader says when the caret has come to rest. */
  announce: (title: string, others: number): Said<string> => ({
    en: others === 0 ? `Note: ${title}` : `Note: ${title}, and ${others} more`,
    ja: others === 0 ? `ノート: ${title}` : `ノート: ${title}、ほか${others}件`,
  }),
};

/** What the panel with the bootstrap sequence says itself. */
export type SequenceMessages = InLanguage<typeof SEQUENCE>;

const SEQUENCE = {
  language: { en: "en", ja: "ja" },
  /** The panel's tab. */
  title: (logicalId: string): Said<string> => ({
    en: logicalId === "" ? "Bootstrap Sequence" : `Bootstrap Sequence: ${logicalId}`,
    ja: logicalId === "" ? "ブートストラップの流れ" : `ブートストラップの流れ: ${logicalId}`,
  }),
  nothing: {
    en: "Nothing here runs a script at its start or waits for signals.",
    ja: "ここには、起動時にスクリプトを実行したりシグナルを待ったりするものがありません。",
  },
  noTemplate: {
    en: "The template was closed, or is no longer a template.",
    ja: "テンプレートが閉じられたか、テンプレートではなくなりました。",
  },
  pin: { en: "Pin", ja: "固定" },
  choose: { en: "Resource", ja: "リソース" },
  stack: { en: "CloudFormation", ja: "CloudFormation" },
  machine: { en: "Instance", ja: "インスタンス" },
  elsewhere: { en: "Elsewhere", ja: "その他" },
  waitsFor: { en: "Waits for", ja: "待機:" },
  resources: { en: "These do:", ja: "次のリソースにはあります。" },
  /** Stands before the title of the note on a step. */
  note: { en: "Note:", ja: "ノート:" },
};

/** The messages of the views in the language of `cfnNotes.language`. */
export function viewMessages(): ViewMessages {
  return allInLanguage(VIEW);
}

/** The messages of the bootstrap sequence in the language of `cfnNotes.language`. */
export function sequenceMessages(): SequenceMessages {
  return allInLanguage(SEQUENCE);
}
