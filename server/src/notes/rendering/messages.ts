import { type Localised, sayerOf } from "../../text/localised.ts";
import type { NoteLanguage, NoteProblem } from "../reading/note.ts";
import { problems, unreadable } from "./problems.json";

const MESSAGES = {
  en: {
    openNote: "Open note",
    more: "Read more",
    alert: "Caution",
    builtIn: "built-in note",
    /** In front of the place of a note that a repository brings. */
    team: "team",
    /** Names notes on other things that mention this one; `more` says how many others do. */
    mentionedIn: (titles: readonly string[], more: string): string => `Also mentioned in: ${titles.join(", ")}${more}`,
    /** Empty if there are none. */
    andMore: (count: number): string => (count > 0 ? ` and ${count} more` : ""),
    /** In front of a correction of study material. */
    today: "Today:",
    /** AWS's pages that a built-in note is based on, and how many; 0 for their list. */
    sources: (count: number): string => (count === 0 ? "Sources" : count === 1 ? "source" : `sources (${count})`),
    /** AWS's own page beside its translation, which may not have the correction yet. */
    inEnglish: "in English",
    colon: ": ",
    /** The day of the last check against them, such as `2026-11-25`, or a month. */
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

/** The texts around notes, in one language. */
type NoteMessages = (typeof MESSAGES)[NoteLanguage];

/** `2026-11-25`, or the beginning of such a day, as it is written in Japanese. */
export function japaneseDay(day: string): string {
  const [year = "", month, date] = day.split("-").map((part) => String(Number(part)));
  return `${year}年${month === undefined ? "" : `${month}月`}${date === undefined ? "" : `${date}日`}`;
}

export function noteMessages(language: NoteLanguage): NoteMessages {
  return MESSAGES[language];
}

/** The message on a problem of a note file; lines count from 1. */
export function problemText(problem: NoteProblem, language: NoteLanguage): string {
  const say = sayerOf(language);
  if (problem.code === "unreadable") return say(unreadable[problem.why.kind], { ...problem.why });
  return say(problems[problem.code], {
    limit: "limit" in problem ? problem.limit.toLocaleString("en") : "",
    line: "line" in problem ? problem.line + 1 : "",
    reason: "reason" in problem ? problem.reason : "",
    place: "place" in problem ? problem.place : "",
  });
}

/** Why nothing is written into a file. */
export function notUtf8Text(file: string): Localised {
  return {
    en: `${file} is not UTF-8: it is read, and never written to. Save it as UTF-8 to write into it.`,
    ja: `${file}はUTF-8ではないため、読み取るだけで、書き込みません。UTF-8で保存し直すと書き込めます。`,
  };
}

/** Why a file takes no note: a fence in it is open, say. */
export function notClosedText(file: string): Localised {
  return {
    en: `No note can be written into ${file}: something in it is not closed, such as a code block.`,
    ja: `${file}にはノートを書き込めません。コードブロックなどが閉じられていません。`,
  };
}

/** Why a file takes no note: it would not show at the place, or others would be lost. */
export function notShownText(file: string): Localised {
  return {
    en: `A note in ${file} would not show here, so none was written.`,
    ja: `${file}に書いてもここには表示されないため、ノートを書き込みませんでした。`,
  };
}
