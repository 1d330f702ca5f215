import { env } from "node:process";

/** The language of whoever runs the command: by POSIX's variables or, if none is set, the system's. */
export function environmentLanguage(): "en" | "ja" {
  const locale =
    env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^ja/i.test(locale) ? "ja" : "en";
}

/** The value of the option `language`, if it is given. */
export function optionLanguage(text: string | undefined): "en" | "ja" | undefined {
  return text === "en" || text === "ja" ? text : undefined;
}
