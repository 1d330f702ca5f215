import { inLanguage, type Said } from "./inLanguage.ts";

/** What the views say themselves; the server writes everything else in the same language. */
export interface ViewMessages {
  readonly language: "en" | "ja";
  readonly noTemplate: string;
  readonly nothing: string;
  noNote(label: string): string;
  /** Said until it is known what there is. */
  readonly reading: string;
  readonly openSource: string;
  /** Stands before the titles of notes that only speak of the place; and what stands between them. */
  readonly mentionedIn: string;
  readonly between: string;
  readonly builtIn: string;
  readonly team: string;
  readonly search: string;
  readonly addFolder: string;
  readonly pinned: string;
  /** Asks why a place has the notes that it has. */
  readonly explain: string;
  readonly bind: string;
  readonly write: string;
  /** The same beside a text, in few letters. */
  readonly writeShort: string;
  readonly ownWords: string;
  readonly showExample: string;
  readonly copy: string;
  readonly copied: string;
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly close: string;
  readonly noMatches: string;
  /** What the first marker of a place is called. */
  readonly marker: string;
  readonly shown: string;
  readonly leftOut: string;
  /** All that a screen reader says when the caret has come to rest. */
  announce(title: string, others: number): string;
}

const VIEW: Said<ViewMessages> = {
  en: {
    language: "en",
    noTemplate:
      "Open a CloudFormation template and move the cursor: notes on what is there appear here. You can also choose a note from the lists below.",
    nothing: "There is nothing here that a note could explain.",
    noNote: (label) => `No note on ${label}.`,
    reading: "Reading the notes…",
    openSource: "Open source",
    mentionedIn: "Also mentioned in: ",
    between: ", ",
    builtIn: "Built-in note",
    team: "Team’s note",
    search: "Search notes",
    addFolder: "Add a folder of notes",
    pinned: "Pinned",
    explain: "Why is there no note?",
    bind: "Bind a note here…",
    write: "Write a note here",
    writeShort: "Write one",
    ownWords: "In my own words",
    showExample: "Show the example",
    copy: "Copy",
    copied: "Copied",
    find: "Find",
    findNext: "Next match (Enter)",
    findPrevious: "Previous match (Shift+Enter)",
    close: "Close (Escape)",
    noMatches: "No results",
    marker: "As a marker:",
    shown: "Notes that show here, in this order",
    leftOut: "Your notes that do not show here",
    announce: (title, others) => (others === 0 ? `Note: ${title}` : `Note: ${title}, and ${others} more`),
  },
  ja: {
    language: "ja",
    noTemplate:
      "CloudFormationテンプレートを開いてカーソルを動かすと、その位置のノートがここに表示されます。下の一覧からノートを選ぶこともできます。",
    nothing: "ここには、ノートで説明できるものがありません。",
    noNote: (label) => `${label}のノートはありません。`,
    reading: "ノートを読み込んでいます…",
    openSource: "元のファイルを開く",
    mentionedIn: "次のノートにも出てきます：",
    between: "、",
    builtIn: "組み込みノート",
    team: "チームのノート",
    search: "ノートを検索",
    addFolder: "ノートのフォルダーを追加",
    pinned: "固定中",
    explain: "ノートがない理由を見る",
    bind: "ここにノートを結び付ける…",
    write: "ここにノートを書く",
    writeShort: "書く",
    ownWords: "自分の言葉で書く",
    showExample: "サンプルを表示",
    copy: "コピー",
    copied: "コピーしました",
    find: "検索",
    findNext: "次の一致 (Enter)",
    findPrevious: "前の一致 (Shift+Enter)",
    close: "閉じる (Escape)",
    noMatches: "結果なし",
    marker: "マーカーでの書き方：",
    shown: "ここに表示されるノート（この順）",
    leftOut: "ここに表示されない自分のノート",
    announce: (title, others) => (others === 0 ? `ノート: ${title}` : `ノート: ${title}、ほか${others}件`),
  },
};

/** What the panel with the bootstrap sequence says itself. */
export interface SequenceMessages {
  readonly language: "en" | "ja";
  /** The panel's tab. */
  title(logicalId: string): string;
  readonly nothing: string;
  readonly noTemplate: string;
  readonly pin: string;
  readonly choose: string;
  readonly stack: string;
  readonly machine: string;
  readonly elsewhere: string;
  readonly waitsFor: string;
  readonly resources: string;
  /** Stands before the title of the note on a step. */
  readonly note: string;
}

const SEQUENCE: Said<SequenceMessages> = {
  en: {
    language: "en",
    title: (logicalId) => (logicalId === "" ? "Bootstrap Sequence" : `Bootstrap Sequence: ${logicalId}`),
    nothing: "Nothing here runs a script at its start or waits for signals.",
    noTemplate: "The template was closed, or is no longer a template.",
    pin: "Pin",
    choose: "Resource",
    stack: "CloudFormation",
    machine: "Instance",
    elsewhere: "Elsewhere",
    waitsFor: "Waits for",
    resources: "These do:",
    note: "Note:",
  },
  ja: {
    language: "ja",
    title: (logicalId) => (logicalId === "" ? "ブートストラップの流れ" : `ブートストラップの流れ: ${logicalId}`),
    nothing: "ここには、起動時にスクリプトを実行したりシグナルを待ったりするものがありません。",
    noTemplate: "テンプレートが閉じられたか、テンプレートではなくなりました。",
    pin: "固定",
    choose: "リソース",
    stack: "CloudFormation",
    machine: "インスタンス",
    elsewhere: "その他",
    waitsFor: "待機:",
    resources: "次のリソースにはあります。",
    note: "ノート:",
  },
};

/** The messages of the views in the language of `cfnNotes.language`. */
export function viewMessages(): ViewMessages {
  return inLanguage(VIEW);
}

/** The messages of the bootstrap sequence in the language of `cfnNotes.language`. */
export function sequenceMessages(): SequenceMessages {
  return inLanguage(SEQUENCE);
}
