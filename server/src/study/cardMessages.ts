import type { NoteLanguage } from "../notes/reading/note.ts";
import { said } from "../text/localised.ts";
import type { CardKind } from "./cards/card.ts";

const PROMPTS: Readonly<Record<NoteLanguage, Readonly<Record<CardKind, string>>>> = {
  en: {
    question: "Your own question:",
    term: "What do your notes say about this?",
    name: "What is this called?",
    list: "Name all of them.",
    case: "When, or what then?",
    template: "In your template: what happens?",
  },
  ja: {
    question: "自分で書いた問題：",
    term: "ノートには何と書きましたか？",
    name: "何のことですか？",
    list: "すべて挙げてください。",
    case: "どんなときですか？どうしますか？",
    template: "自分のテンプレートで：どうなりますか？",
  },
};

/** The instruction shown for each kind of card. */
export function promptOf(kind: CardKind, language: NoteLanguage): string {
  return PROMPTS[language][kind];
}

const MINUTE_MS = 60_000;
const UNITS = [
  { size: 365 * 24 * 60 * MINUTE_MS, en: "y", ja: "年" },
  { size: 30 * 24 * 60 * MINUTE_MS, en: "mo", ja: "か月" },
  { size: 24 * 60 * MINUTE_MS, en: "d", ja: "日" },
  { size: 60 * MINUTE_MS, en: "h", ja: "時間" },
  { size: MINUTE_MS, en: "min", ja: "分" },
] as const;

/** A time span in short form: `10 min`, `3 d`. */
export function spanText(milliseconds: number, language: NoteLanguage): string {
  const unit = UNITS.find(({ size }) => milliseconds >= size) ?? UNITS[UNITS.length - 1] ?? UNITS[0];
  const count = Math.max(1, Math.round(milliseconds / unit.size));
  return said(language, `${count} ${unit.en}`, `${count}${unit.ja}`);
}
