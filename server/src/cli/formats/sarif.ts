import { RULES } from "../../rules/all.ts";
import { level } from "../checked.ts";
import type { Report } from "./format.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0, as GitHub's code scanning and other services read it. */
export function sarif({ files, language, version }: Report): string {
  const results = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code, severity, message, line, column, endLine, endColumn }) => ({
      ruleId: code,
      level: LEVELS[level(severity)],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(path), uriBaseId: "%SRCROOT%" },
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
    })),
  );
  const used = new Set(results.map(({ ruleId }) => ruleId));
  const described = new Map(RULES.map(({ code, title, severity }) => [code, { title, severity }]));
  const rules = [...used].sort().map((id) => {
    const rule = described.get(id);
    return rule === undefined
      ? { id }
      : {
          id,
          shortDescription: { text: rule.title[language] },
          defaultConfiguration: { level: LEVELS[level(rule.severity)] },
        };
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cfn-notes", version, rules } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}
