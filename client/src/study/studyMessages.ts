import type { StudyProgress } from "../../../server/src/protocol/study.ts";
import type { DrillWords } from "../page/drillPage.ts";
import { inLanguage, type Said } from "../page/inLanguage.ts";
import type { StudyWords } from "../page/studyPage.ts";

/** What reviewing and drills say. */
interface StudyMessages {
  readonly words: StudyWords;
  readonly title: string;
  readonly due: (count: number) => string;
  readonly dueTooltip: (again: number, fresh: number) => string;
  readonly examIn: (days: number, unseen: number) => string;
  readonly chooseDeck: string;
  readonly deckCards: (count: number) => string;
  readonly noCards: string;
  readonly nothingDue: string;
  readonly portionDone: (count: number) => string;
  readonly progress: (progress: StudyProgress) => string;
  readonly retention: (progress: StudyProgress) => string;
  readonly foreign: (file: string) => string;
  readonly damaged: (copy: string) => string;
  readonly restored: (copy: string) => string;
  readonly noAnswer: string;
  readonly chooseFile: string;
  readonly failed: (reason: string) => string;
  readonly exported: (file: string) => string;
  readonly imported: (cards: number) => string;
  readonly noTemplate: string;
  readonly noDrill: string;
  readonly noIncident: string;
  readonly drillTitle: string;
  readonly drillWords: DrillWords;
}

/** Fewer reviews say nothing of how much is remembered. */
const LEAST_REVIEWS = 20;

const MESSAGES: Said<StudyMessages> = {
  en: {
    words: {
      language: "en",
      label: "Review",
      show: "Show the answer",
      grades: ["Again", "Hard", "Good", "Easy"],
      why: "Why?",
      edit: "Edit",
      merge: "Merge with the note’s other card",
      drop: "Drop",
      save: "Save",
      cancel: "Cancel",
      question: "Question",
      answer: "Answer",
      more: "More cards",
      deck: "Choose what to review",
      allNotes: "All notes",
      hint: "Hint",
      close: "Close",
      isNew: "new",
    },
    title: "Review",
    due: (count) => `${count} due`,
    dueTooltip: (again, fresh) =>
      `Today: ${again} to review, ${fresh} new. Those that concern this template come first.`,
    examIn: (days, unseen) =>
      `${days === 1 ? "1 day" : `${days} days`} to the exam; ${unseen} cards not seen yet are spread over them.`,
    chooseDeck: "What to Review",
    deckCards: (count) => (count === 1 ? "1 card" : `${count} cards`),
    noCards: "There are no cards in your notes yet. Add a folder of notes with “Add a Folder of Notes”.",
    nothingDue: "Nothing is due.",
    portionDone: (count) => (count === 1 ? "1 card done." : `${count} cards done.`),
    progress: ({ cards, asked, firm }) =>
      `${asked} of ${cards} cards asked so far; ${firm} of them known for three weeks or more.`,
    retention: ({ reviews, known }) =>
      reviews < LEAST_REVIEWS
        ? `${reviews} reviews of known cards in 30 days: too few to say how much you remember.`
        : `Remembered in 30 days: ${known} of ${reviews} (${Math.round((100 * known) / reviews)} %).`,
    foreign: (file) => `${file} is not a review schedule (or is from a later version), and is left unchanged.`,
    damaged: (copy) => `The schedule was damaged. What could be read is kept; the original file was saved as ${copy}.`,
    chooseFile: "Choose Another File…",
    restored: (copy) =>
      `The file of the schedule was missing, and was restored from ${copy}. To start over, delete both.`,
    noAnswer: "the language server did not answer.",
    failed: (reason) =>
      `The schedule could not be written: ${reason} What you answered is kept until it can be, as long as this window is open.`,
    exported: (file) => `Written to ${file}.`,
    imported: (cards) => `${cards} cards of both schedules are kept.`,
    noTemplate: "Open a CloudFormation template first.",
    noDrill: "No fault fits this template, or no note explains one. Try a larger one.",
    noIncident: "No failure fits this template. Try one with a CreationPolicy, an export or a DependsOn.",
    drillTitle: "Drill",
    drillWords: {
      language: "en",
      task: "The copy beside has one fault. Your own file stays as it is.",
      events: "The operation failed. The stack’s events, newest first:",
      eventColumns: ["Time", "Resource", "Status and reason"],
      right: "Right.",
      wrong: "No.",
      hint: "Hint",
      answer: "Show the answer",
      explanation: "What was wrong",
      note: "Read the note",
      place: "Show the place",
      next: "Next drill",
      incident: "Incident drill",
      close: "Close",
      sources: "Sources:",
    },
  },
  ja: {
    words: {
      language: "ja",
      label: "復習",
      show: "答えを表示",
      grades: ["もう一度", "難しい", "正解", "簡単"],
      why: "理由を見る",
      edit: "編集",
      merge: "同じノートのカードとまとめる",
      drop: "外す",
      save: "保存",
      cancel: "キャンセル",
      question: "問題",
      answer: "答え",
      more: "続ける",
      deck: "範囲を選ぶ",
      allNotes: "すべてのノート",
      hint: "ヒント",
      close: "閉じる",
      isNew: "新規",
    },
    title: "復習",
    due: (count) => `復習${count}枚`,
    dueTooltip: (again, fresh) => `今日：復習${again}枚、新規${fresh}枚（このテンプレートに関係するノートが先）`,
    examIn: (days, unseen) => `試験まで${days}日。まだ見ていないカード${unseen}枚は、それまでの日に振り分けます。`,
    chooseDeck: "復習する範囲",
    deckCards: (count) => `${count}枚`,
    noCards: "ノートからカードを作れません。「ノートのフォルダーを追加」でノートを追加してください。",
    nothingDue: "いま復習するカードはありません。",
    portionDone: (count) => `${count}枚終わりました。`,
    progress: ({ cards, asked, firm }) => `${cards}枚のうち${asked}枚を学習済み。${firm}枚は3週間以上覚えています。`,
    retention: ({ reviews, known }) =>
      reviews < LEAST_REVIEWS
        ? `30日間の復習は${reviews}回です。記憶の割合を示すには少なすぎます。`
        : `30日間に覚えていた割合: ${reviews}回中${known}回（${Math.round((100 * known) / reviews)}%）`,
    foreign: (file) => `${file}は復習の予定のファイルではないか、より新しいバージョンのものです。変更せずに残します。`,
    damaged: (copy) =>
      `復習の予定のファイルが壊れていました。読めた内容は引き継ぎ、元のファイルは${copy}に残しました。`,
    chooseFile: "別のファイルを選ぶ…",
    restored: (copy) =>
      `復習の予定のファイルがなくなっていたため、${copy}から復元しました。最初からやり直す場合は、両方のファイルを削除してください。`,
    noAnswer: "言語サーバーが応答しませんでした。",
    failed: (reason) =>
      `復習の予定を保存できませんでした（${reason}）。回答はこのウィンドウを開いている間は保持し、保存を再試行します。`,
    exported: (file) => `${file}に書き出しました。`,
    imported: (cards) => `両方の予定を合わせて${cards}枚のカードになりました。`,
    noTemplate: "先にCloudFormationテンプレートを開いてください。",
    noDrill:
      "このテンプレートに合う誤り、またはそれを説明するノートがありません。もっと大きいテンプレートで試してください。",
    noIncident:
      "このテンプレートに合う障害がありません。CreationPolicy、エクスポート、DependsOnのあるテンプレートで試してください。",
    drillTitle: "ドリル",
    drillWords: {
      language: "ja",
      task: "隣のコピーには誤りが1つあります（元のファイルは変わりません）。",
      events: "操作が失敗しました。スタックのイベント（新しい順）：",
      eventColumns: ["時刻", "リソース", "ステータスと理由"],
      right: "正解です。",
      wrong: "違います。",
      hint: "ヒント",
      answer: "答えを表示",
      explanation: "誤り",
      note: "ノートを読む",
      place: "場所を表示",
      next: "次のドリル",
      incident: "障害ドリル",
      close: "閉じる",
      sources: "出典：",
    },
  },
};

/** The messages in the language of `cfnNotes.language`. */
export function studyMessages(): StudyMessages {
  return inLanguage(MESSAGES);
}
