import { stdout } from "node:process";
import { CODES, describedRule } from "../rules/engine/codes.ts";
import type { Given } from "./options/commandLine.ts";

/** `cfn-notes rules`. */
export async function rules(given: Given, language: "en" | "ja"): Promise<number> {
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
