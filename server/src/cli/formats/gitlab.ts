import { visibleLines } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import type { Report } from "./format.ts";

const SEVERITIES = { error: "major", warning: "minor", info: "info" } as const;

/** For GitLab's merge requests: a Code Quality report, as `artifacts: reports: codequality` takes it. */
export function gitlab({ files }: Report): string {
  const found = files.flatMap(({ path, diagnostics }) => {
    const fingerprints = fingerprintsOf(diagnostics, path);
    return diagnostics.map(({ line, endLine, severity, code, message }, index) => ({
      description: message,
      check_name: code,
      fingerprint: fingerprints[index],
      severity: SEVERITIES[level(severity)],
      location: { path, lines: { begin: line, end: endLine } },
    }));
  });
  return `${visibleLines(JSON.stringify(found, undefined, 1))}\n`;
}
