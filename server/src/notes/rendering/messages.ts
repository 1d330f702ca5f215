import type { Localised } from "../../text/localised.ts";
import { sayer } from "../../text/said.ts";
import type { NoteLanguage, NoteProblem, Unreadable } from "../reading/note.ts";

const MESSAGES = {
  en: {
    openNote: "Open note",
    more: "Read more",
    alert: "Caution",
    builtIn: "built-in note",
    /** Stands before where a note is that a repository brings. */
    team: "team",
    /** Names notes on other things that speak of this one; `more` says how many others do. */
    mentionedIn: (titles: readonly string[], more: string): string => `Also mentioned in: ${titles.join(", ")}${more}`,
    /** Empty if there are none. */
    andMore: (count: number): string => (count > 0 ? ` and ${count} more` : ""),
    /** Stands before what study material has out of date. */
    today: "Today:",
    /** The pages of AWS's that a built-in note is based on, and how many; 0 for their list. */
    sources: (count: number): string => (count === 0 ? "Sources" : count === 1 ? "source" : `sources (${count})`),
    /** AWS's own page beside its translation, which may not have the correction yet. */
    inEnglish: "in English",
    colon: ": ",
    /** When it was last held against them; a day such as `2026-11-25`, or a month. */
    checked: (day: string): string => `checked ${day}`,
  },
  ja: {
    openNote: "ノートを開く",
    more: "続きを読む",
    alert: "注意",
    builtIn: "組み込みノート",
    team: "チーム",
    mentionedIn: (titles: readonly string[], more: string): string =>
      `次のノートにも出てきます：${titles.join("、")}${more}`,
    andMore: (count: number): string => (count > 0 ? `、ほか${count}件` : ""),
    today: "現在は：",
    sources: (count: number): string => (count > 1 ? `出典（${count}）` : "出典"),
    inEnglish: "英語の最新版",
    colon: "：",
    checked: (day: string): string => `${japaneseDay(day)}に確認`,
  },
} as const;

/** The words that the notes show, in one language. */
type NoteMessages = (typeof MESSAGES)[NoteLanguage];

/** `2026-11-25` and the beginning of such a day, as it is read. */
export function japaneseDay(day: string): string {
  const [year = "", month, date] = day.split("-").map((part) => String(Number(part)));
  return `${year}年${month === undefined ? "" : `${month}月`}${date === undefined ? "" : `${date}日`}`;
}

export function noteMessages(language: NoteLanguage): NoteMessages {
  return MESSAGES[language];
}

/** What a problem of a note file means to its author; lines count from 1. */
export function problemText(problem: NoteProblem, language: NoteLanguage): string {
  const say = sayer(language);
  switch (problem.code) {
    case "unreadable":
      return unreadableText(problem.why, say);
    case "too-large": {
      const limit = problem.limit.toLocaleString("en");
      return say(
        `The file is too large for notes (more than ${limit} characters) and was left out.`,
        `ファイルが大きすぎるため、ノートとして読み込みませんでした（上限は${limit}文字）。`,
      );
    }
    case "binary":
      return say(
        "The file is not text and was left out.",
        "テキストファイルではないため、ノートとして読み込みませんでした。",
      );
    case "takes-too-long":
      return say(
        "Reading the file took too long, so it was left out.",
        "ファイルの読み取りに時間がかかりすぎるため、ノートとして読み込みませんでした。",
      );
    case "invalid-utf8":
      return say(
        "The file is not valid UTF-8. What could not be decoded shows as �; save the file as UTF-8.",
        "UTF-8として正しくない文字があり、�と表示されます。ファイルをUTF-8で保存し直してください。",
      );
    case "front-matter":
      return say(
        `The front matter could not be read and was ignored (line ${problem.line + 1}): ${problem.reason}`,
        `フロントマターを読み取れなかったため、無視しました（${problem.line + 1}行目）: ${problem.reason}`,
      );
    case "unknown-place":
      return say(
        `“${problem.place}” in a cfn marker is not a place that notes can be bound to (line ${problem.line + 1}).`,
        `cfnマーカーの「${problem.place}」は、ノートを結び付けられる場所ではありません（${problem.line + 1}行目）。`,
      );
  }
}

function unreadableText(why: Unreadable, say: (en: string, ja: string) => string): string {
  switch (why.kind) {
    case "denied":
      return say(
        "It cannot be read and was left out; check its permissions.",
        "読み取る権限がないため、ノートとして読み込みませんでした。アクセス権を確認してください。",
      );
    case "late":
      return say(
        "Its disk has not responded yet. It will be read as soon as it does.",
        "ディスクの応答を待っています。応答があり次第、ノートとして読み込みます。",
      );
    case "other":
      return say(
        `It cannot be read and was left out: ${why.reason}`,
        `読み取れないため、ノートとして読み込みませんでした: ${why.reason}`,
      );
  }
}

/** Why nothing is written into a file. */
export function notUtf8Text(file: string): Localised {
  return {
    en: `${file} is not UTF-8: it is read, and never written to. Save it as UTF-8 to write into it.`,
    ja: `${file}はUTF-8ではないため、読み取るだけで、書き込みません。UTF-8で保存し直すと書き込めます。`,
  };
}
