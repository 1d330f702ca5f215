import type { StudyProgress } from "../../../server/src/protocol/study.ts";
import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";
import { study } from "./texts.json";

/** The messages of reviewing and drills. */
export type StudyMessages = InLanguage<typeof study & typeof MESSAGES>;

const MESSAGES = {
  due: (count: number): Said<string> => ({ en: `${count} due`, ja: `復習${count}枚` }),
  dueTooltip: (again: number, fresh: number): Said<string> => ({
    en: `Today: ${again} to review, ${fresh} new. Those that concern this template come first.`,
    ja: `今日：復習${again}枚、新規${fresh}枚（このテンプレートに関係するノートが先）`,
  }),
  examIn: (days: number, unseen: number): Said<string> => ({
    en: `${days === 1 ? "1 day" : `${days} days`} to the exam; ${unseen} cards not seen yet are spread over them.`,
    ja: `試験まで${days}日。まだ見ていないカード${unseen}枚は、それまでの日に振り分けます。`,
  }),
  deckCards: (count: number): Said<string> => ({ en: count === 1 ? "1 card" : `${count} cards`, ja: `${count}枚` }),
  portionDone: (count: number): Said<string> => ({
    en: count === 1 ? "1 card done." : `${count} cards done.`,
    ja: `${count}枚終わりました。`,
  }),
  progress: ({ cards, asked, firm }: StudyProgress): Said<string> => ({
    en: `${asked} of ${cards} cards asked so far; ${firm} of them known for three weeks or more.`,
    ja: `${cards}枚のうち${asked}枚を学習済み。${firm}枚は3週間以上覚えています。`,
  }),
  retention: ({ reviews, known }: StudyProgress): Said<string> => ({
    en: `Remembered in 30 days: ${known} of ${reviews} (${Math.round((100 * known) / reviews)} %).`,
    ja: `30日間に覚えていた割合: ${reviews}回中${known}回（${Math.round((100 * known) / reviews)}%）`,
  }),
  foreign: (file: string): Said<string> => ({
    en: `${file} is not a review schedule (or is from a later version), and is left unchanged.`,
    ja: `${file}は復習の予定のファイルではないか、より新しいバージョンのものです。変更せずに残します。`,
  }),
  damaged: (copy: string): Said<string> => ({
    en: `The schedule was damaged. What could be read is kept; the original file was saved as ${copy}.`,
    ja: `復習の予定のファイルが壊れていました。読めた内容は引き継ぎ、元のファイルは${copy}に残しました。`,
  }),
  restored: (copy: string): Said<string> => ({
    en: `The file of the schedule was missing, and was restored from ${copy}. To start over, delete both.`,
    ja: `復習の予定のファイルがなくなっていたため、${copy}から復元しました。最初からやり直す場合は、両方のファイルを削除してください。`,
  }),
  failed: (reason: string): Said<string> => ({
    en: `The schedule could not be written (${reason}). What you answered is kept until it can be, as long as this window is open.`,
    ja: `復習の予定を保存できませんでした（${reason}）。回答はこのウィンドウを開いている間は保持し、保存を再試行します。`,
  }),
  exported: (file: string): Said<string> => ({ en: `Written to ${file}.`, ja: `${file}に書き出しました。` }),
  imported: (cards: number): Said<string> => ({
    en: `${cards} cards of both schedules are kept.`,
    ja: `両方の予定を合わせて${cards}枚のカードになりました。`,
  }),
};

export function studyMessages(): StudyMessages {
  return allInLanguage({ ...study, ...MESSAGES });
}
