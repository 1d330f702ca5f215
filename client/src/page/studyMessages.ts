import type { StudyProgress } from "../../../server/src/protocol/study.ts";
import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";

/** What reviewing and drills say. */
export type StudyMessages = InLanguage<typeof MESSAGES>;

/** Fewer reviews say nothing of how much is remembered. */
const MIN_REVIEWS = 20;

const MESSAGES = {
  words: {
    language: { en: "en", ja: "ja" },
    label: { en: "Review", ja: "復習" },
    show: { en: "Show the answer", ja: "答えを表示" },
    grades: { en: ["Again", "Hard", "Good", "Easy"] as const, ja: ["もう一度", "難しい", "正解", "簡単"] as const },
    why: { en: "Why?", ja: "理由を見る" },
    edit: { en: "Edit", ja: "編集" },
    merge: { en: "Merge with the note’s other card", ja: "同じノートのカードとまとめる" },
    drop: { en: "Drop", ja: "外す" },
    save: { en: "Save", ja: "保存" },
    cancel: { en: "Cancel", ja: "キャンセル" },
    question: { en: "Question", ja: "問題" },
    answer: { en: "Answer", ja: "答え" },
    more: { en: "More cards", ja: "続ける" },
    deck: { en: "Choose what to review", ja: "範囲を選ぶ" },
    allNotes: { en: "All notes", ja: "すべてのノート" },
    hint: { en: "Hint", ja: "ヒント" },
    close: { en: "Close", ja: "閉じる" },
    isNew: { en: "new", ja: "新規" },
  },
  title: { en: "Review", ja: "復習" },
  due: (count: number): Said<string> => ({ en: `${count} due`, ja: `復習${count}枚` }),
  dueTooltip: (again: number, fresh: number): Said<string> => ({
    en: `Today: ${again} to review, ${fresh} new. Those that concern this template come first.`,
    ja: `今日：復習${again}枚、新規${fresh}枚（このテンプレートに関係するノートが先）`,
  }),
  examIn: (days: number, unseen: number): Said<string> => ({
    en: `${days === 1 ? "1 day" : `${days} days`} to the exam; ${unseen} cards not seen yet are spread over them.`,
    ja: `試験まで${days}日。まだ見ていないカード${unseen}枚は、それまでの日に振り分けます。`,
  }),
  chooseDeck: { en: "What to Review", ja: "復習する範囲" },
  deckCards: (count: number): Said<string> => ({ en: count === 1 ? "1 card" : `${count} cards`, ja: `${count}枚` }),
  noCards: {
    en: "There are no cards in your notes yet. Add a folder of notes with “Add a Folder of Notes”.",
    ja: "ノートからカードを作れません。「ノートのフォルダーを追加」でノートを追加してください。",
  },
  nothingDue: { en: "Nothing is due.", ja: "いま復習するカードはありません。" },
  portionDone: (count: number): Said<string> => ({
    en: count === 1 ? "1 card done." : `${count} cards done.`,
    ja: `${count}枚終わりました。`,
  }),
  progress: ({ cards, asked, firm }: StudyProgress): Said<string> => ({
    en: `${asked} of ${cards} cards asked so far; ${firm} of them known for three weeks or more.`,
    ja: `${cards}枚のうち${asked}枚を学習済み。${firm}枚は3週間以上覚えています。`,
  }),
  retention: ({ reviews, known }: StudyProgress): Said<string> => ({
    en:
      reviews < MIN_REVIEWS
        ? `${reviews} reviews of known cards in 30 days: too few to say how much you remember.`
        : `Remembered in 30 days: ${known} of ${reviews} (${Math.round((100 * known) / reviews)} %).`,
    ja:
      reviews < MIN_REVIEWS
        ? `30日間の復習は${reviews}回です。記憶の割合を示すには少なすぎます。`
        : `30日間に覚えていた割合: ${reviews}回中${known}回（${Math.round((100 * known) / reviews)}%）`,
  }),
  foreign: (file: string): Said<string> => ({
    en: `${file} is not a review schedule (or is from a later version), and is left unchanged.`,
    ja: `${file}は復習の予定のファイルではないか、より新しいバージョンのものです。変更せずに残します。`,
  }),
  damaged: (copy: string): Said<string> => ({
    en: `The schedule was damaged. What could be read is kept; the original file was saved as ${copy}.`,
    ja: `復習の予定のファイルが壊れていました。読めた内容は引き継ぎ、元のファイルは${copy}に残しました。`,
  }),
  chooseFile: { en: "Choose Another File…", ja: "別のファイルを選ぶ…" },
  restored: (copy: string): Said<string> => ({
    en: `The file of the schedule was missing, and was restored from ${copy}. To start over, delete both.`,
    ja: `復習の予定のファイルがなくなっていたため、${copy}から復元しました。最初からやり直す場合は、両方のファイルを削除してください。`,
  }),
  noAnswer: { en: "the language server did not answer.", ja: "言語サーバーが応答しませんでした。" },
  failed: (reason: string): Said<string> => ({
    en: `The schedule could not be written: ${reason} What you answered is kept until it can be, as long as this window is open.`,
    ja: `復習の予定を保存できませんでした（${reason}）。回答はこのウィンドウを開いている間は保持し、保存を再試行します。`,
  }),
  exported: (file: string): Said<string> => ({ en: `Written to ${file}.`, ja: `${file}に書き出しました。` }),
  imported: (cards: number): Said<string> => ({
    en: `${cards} cards of both schedules are kept.`,
    ja: `両方の予定を合わせて${cards}枚のカードになりました。`,
  }),
  noTemplate: { en: "Open a CloudFormation template first.", ja: "先にCloudFormationテンプレートを開いてください。" },
  noDrill: {
    en: "No fault fits this template, or no note explains one. Try a larger one.",
    ja: "このテンプレートに合う誤り、またはそれを説明するノートがありません。もっと大きいテンプレートで試してください。",
  },
  noIncident: {
    en: "No failure fits this template. Try one with a CreationPolicy, an export or a DependsOn.",
    ja: "このテンプレートに合う障害がありません。CreationPolicy、エクスポート、DependsOnのあるテンプレートで試してください。",
  },
  drillTitle: { en: "Drill", ja: "ドリル" },
  drillWords: {
    language: { en: "en", ja: "ja" },
    task: {
      en: "The copy beside has one fault. Your own file stays as it is.",
      ja: "隣のコピーには誤りが1つあります（元のファイルは変わりません）。",
    },
    events: {
      en: "The operation failed. The stack’s events, newest first:",
      ja: "操作が失敗しました。スタックのイベント（新しい順）：",
    },
    eventColumns: {
      en: ["Time", "Resource", "Status and reason"] as const,
      ja: ["時刻", "リソース", "ステータスと理由"] as const,
    },
    right: { en: "Right.", ja: "正解です。" },
    wrong: { en: "No.", ja: "違います。" },
    hint: { en: "Hint", ja: "ヒント" },
    answer: { en: "Show the answer", ja: "答えを表示" },
    explanation: { en: "What was wrong", ja: "誤り" },
    note: { en: "Read the note", ja: "ノートを読む" },
    place: { en: "Show the place", ja: "場所を表示" },
    next: { en: "Next drill", ja: "次のドリル" },
    incident: { en: "Incident drill", ja: "障害ドリル" },
    close: { en: "Close", ja: "閉じる" },
    sources: { en: "Sources:", ja: "出典：" },
  },
};

/** The messages in the language of `cfnNotes.language`. */
export function studyMessages(): StudyMessages {
  return allInLanguage(MESSAGES);
}
