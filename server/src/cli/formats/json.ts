import { visibleLines } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import type { Report } from "./format.ts";

/** For programs: `[{file, line, column, endLine, endColumn, severity, code, message, fix, url}]`, lines and columns from 1. */
export function json({ files, ruleAddress }: Report): string {
  const found = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ line, column, endLine, endColumn, severity, code, message, fix }) => ({
      file: path,
      line,
      column,
      endLine,
      endColumn,
      severity: level(severity),
      code,
      message,
      fix: fix ?? null,
      url: ruleAddress(code),
    })),
  );
  return `${visibleLines(JSON.stringify(found, undefined, 1))}\n`;
}
