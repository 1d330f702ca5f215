import { type Command, HELP, type Option } from "./commandLine.ts";

type Language = "en" | "ja";

const WORDS = {
  en: {
    usage: "Usage",
    options: "[options]",
    more: "cfn-notes COMMAND --help says more about a command. cfn-notes --version prints the version.",
  },
  ja: {
    usage: "使い方",
    options: "[オプション]",
    more: "cfn-notes COMMAND --helpで各コマンドの説明を、cfn-notes --versionでバージョンを表示します。",
  },
} as const;

/** The help on one command. */
export function commandUsage(command: Command, language: Language): string {
  const { usage, options } = WORDS[language];
  const { name, operands, summary, details } = command;
  const head = `${usage}: cfn-notes ${name} ${options}${operands === "" ? "" : ` ${operands}`}`;
  const rows = [...command.options, HELP].map((option): [string, string] => [spelling(option), option.help[language]]);
  const more = details === undefined ? "" : `\n${details[language]}\n`;
  return `${head}\n\n${summary[language]}\n\n${table(rows)}${more}`;
}

/** The help on all commands. */
export function overview(commands: readonly Command[], language: Language): string {
  const { usage, options, more } = WORDS[language];
  const rows = commands.map(({ name, operands, summary }): [string, string] => [
    `${name} ${operands}`.trim(),
    firstSentence(summary[language]),
  ]);
  return `${usage}: cfn-notes COMMAND ${options}\n\n${table(rows)}\n${more}\n`;
}

/** The summary of a command in the overview. */
export function firstSentence(text: string): string {
  return /^.*?(?:[.;](?=\s|$)|。)/s.exec(text)?.[0].replace(/;$/, ".") ?? text;
}

function spelling({ name, short, value }: Option): string {
  const long = `--${name}${value === undefined ? "" : ` ${value.values?.join("|") ?? value.name}`}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

/** Wider spellings get a line of their own. */
const MAX_WIDTH = 28;

function table(rows: readonly (readonly [string, string])[]): string {
  return rows
    .map(([left, right]) =>
      left.length > MAX_WIDTH
        ? `  ${left}\n${" ".repeat(MAX_WIDTH + 4)}${right}\n`
        : `  ${left.padEnd(MAX_WIDTH)}  ${right}\n`,
    )
    .join("");
}
