import type { Option } from "./commandLine.ts";

export const LANGUAGE: Option = {
  name: "language",
  value: { name: "LANGUAGE", values: ["en", "ja"] },
  help: { en: "language of the messages (default: the system's)", ja: "表示する言語（デフォルトはシステムの言語）" },
};

export const NOTES: Option = {
  name: "notes",
  value: { name: "DIR", multiple: true },
  help: {
    en: "a folder with your own notes; may be given several times",
    ja: "自分のノートのフォルダー（複数指定可）",
  },
};

export const NO_BUILT_IN: Option = {
  name: "no-built-in",
  help: { en: "leave the built-in notes out", ja: "組み込みのノートを使わない" },
};

/** What {@link LANGUAGE} says, where it is given. */
export function languageOf(text: string | undefined): "en" | "ja" | undefined {
  return text === "en" || text === "ja" ? text : undefined;
}
