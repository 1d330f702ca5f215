import { describedRule } from "../../rules/engine/codes.ts";
import type { Report } from "./format.ts";

/** The number of findings by code, the most frequent first: `{code, count, fixable, title}`. */
function counted({ files, language }: Report) {
  const counts = new Map<string, { count: number; fixable: number }>();
  for (const { code, fix } of files.flatMap(({ diagnostics }) => diagnostics)) {
    const one = counts.get(code) ?? { count: 0, fixable: 0 };
    one.count++;
    if (fix?.safe) one.fixable++;
    counts.set(code, one);
  }
  return [...counts]
    .map(([code, one]) => ({ code, ...one, title: describedRule(code).title[language] }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

export function statisticsText(report: Report): string {
  const rows = counted(report);
  const width = Math.max(0, ...rows.map(({ code }) => code.length));
  return rows
    .map(
      ({ code, count, fixable, title }) =>
        `${String(count).padStart(6)}  ${code.padEnd(width)}  ${fixable > 0 ? "[*]" : "   "} ${title}\n`,
    )
    .join("");
}

export function statisticsJson(report: Report): string {
  return `${JSON.stringify(counted(report), undefined, 1)}\n`;
}
