import { visibleLines } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import type { Report } from "./format.ts";

/** For programs: `[{file, line, column, endLine, endColumn, severity, code, message, fix}]`, lines and columns from 1. */
export function json({ files }: Report): string {
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
    })),
  );
  return `${visibleLines(JSON.stringify(found, undefined, 1))}\n`;
}
