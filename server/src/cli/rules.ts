import { stdout } from "node:process";
import { CODES, describedRule } from "../rules/engine/codes.ts";
import type { Command, Given } from "./options/commandLine.ts";
import { LANGUAGE } from "./options/commonOptions.ts";

export const rules: Command = {
  name: "rules",
  operands: "",
  summary: {
    en: "Lists all rules with severity and subject; cfn-notes explain CODE says more.",
    ja: "すべてのルールを、重大度と内容とともに一覧します。詳しくはcfn-notes explain CODEを使ってください。",
  },
  options: [
    {
      name: "format",
      value: { name: "FORMAT", values: ["text", "json"] },
      help: { en: "how to print (default: text)", ja: "表示の形式（デフォルトはtext）" },
    },
    LANGUAGE,
  ],
  run,
};

/** `cfn-notes rules`. */
async function run(given: Given, language: "en" | "ja"): Promise<number> {
  const rows = [...CODES].sort().map((code) => {
    const { severity, title, cfnLint } = describedRule(code);
    return { code, severity, title: title[language], cfnLint };
  });
  if (given.text("format") === "json") stdout.write(`${JSON.stringify(rows, undefined, 1)}\n`);
  else {
    const width = Math.max(...rows.map(({ code }) => code.length));
    for (const { code, severity, title } of rows)
      stdout.write(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`);
  }
  return 0;
}
