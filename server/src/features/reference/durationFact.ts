import { secondsOf } from "../../bootstrap/duration.ts";
import { said } from "../../text/localised.ts";
import type { Language } from "./context.ts";
import { code } from "./markdown.ts";

const UNITS = [
  { seconds: 3600, en: "hour", ja: "時間" },
  { seconds: 60, en: "minute", ja: "分" },
  { seconds: 1, en: "second", ja: "秒" },
] as const;

/** `PT1H30M` in words: `1 hour 30 minutes`; `undefined` for what is no duration. */
export function durationWords(text: string, language: Language): string | undefined {
  let rest = /^P/i.test(text) ? secondsOf(text) : undefined;
  if (rest === undefined) return undefined;
  const parts: string[] = [];
  for (const { seconds, en, ja } of UNITS) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(said(language, `${count} ${en}${count === 1 ? "" : "s"}`, `${count}${ja}`));
  }
  return parts.length === 0 ? undefined : parts.join(said(language, " ", ""));
}

/** A value as code, a duration with its words behind. */
export function valueFact(text: string, language: Language): string {
  const words = durationWords(text, language);
  if (words === undefined) return code(text);
  return said(language, `${code(text)} (${words})`, `${code(text)}（${words}）`);
}
