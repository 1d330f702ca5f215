import type { LineColumn } from "../../text/lineIndex.ts";
import { visible } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import type { Report } from "./format.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** For GitHub Actions: workflow commands that become annotations of a pull request. */
export function github({ files }: Report): string {
  return files
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ line, column, endLine, endColumn, severity, code, message }) => {
        const place = [
          `file=${escapedProperty(path)}`,
          `line=${line}`,
          `endLine=${endLine}`,
          // GitHub takes columns within one line only.
          ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
          `title=${escapedProperty(code)}`,
        ];
        return `::${COMMANDS[level(severity)]} ${place.join(",")}::${data(message)}\n`;
      }),
    )
    .join("");
}

/** One workflow command, for a place that is no finding of a check. */
export function annotation(
  command: "error" | "warning" | "notice",
  path: string,
  place: LineColumn | undefined,
  message: string,
): string {
  const at = place === undefined ? "" : `,line=${place.line},col=${place.column}`;
  return `::${command} file=${escapedProperty(path)}${at}::${data(message)}\n`;
}

/** Of the control characters only line breaks can be written here. */
function data(text: string): string {
  return text
    .replaceAll(/[^\r\n]+/g, visible)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
