import type { Localised } from "../../text/localised.ts";
import type { Report } from "./format.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

interface Format {
  readonly write: (report: Report) => string;
  readonly help: Localised;
}

/** The ways to print; the first is the default. */
const FORMATS: Readonly<Record<string, Format>> = {
  text: { write: text, help: { en: "for people", ja: "人が読むため" } },
  json: { write: json, help: { en: "for programs", ja: "プログラムで処理するため" } },
  sarif: { write: sarif, help: { en: "SARIF 2.1.0, for code scanning", ja: "SARIF 2.1.0（コードスキャン）" } },
  github: { write: github, help: { en: "annotations of GitHub Actions", ja: "GitHub Actionsの注釈" } },
  gitlab: { write: gitlab, help: { en: "GitLab's Code Quality report", ja: "GitLabのコード品質レポート" } },
  junit: { write: junit, help: { en: "JUnit's XML, for most CI servers", ja: "JUnitのXML（多くのCIサーバー）" } },
};

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** The purpose of each format, for the help. */
export function formatsHelp(language: "en" | "ja"): string {
  return Object.entries(FORMATS)
    .map(([name, { help }]) => `  ${name.padEnd(8)}${help[language]}\n`)
    .join("");
}

/** @param name one of {@link FORMAT_NAMES} */
export function printed(name: string, report: Report): string {
  return (FORMATS[name]?.write ?? text)(report);
}
