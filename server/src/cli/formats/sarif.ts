import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type CheckedDiagnostic, level } from "../checked.ts";
import type { Report } from "./format.ts";
import { describedRule, howToSilence } from "./ruleDescriptions.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const ROOT = "%SRCROOT%";

/** SARIF 2.1.0, as GitHub's code scanning and other services read it. */
export function sarif({ files, language, version }: Report): string {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  const indices = new Map(codes.map((code, index) => [code, index]));
  const results = files.flatMap(({ path, diagnostics }) => {
    const fingerprints = fingerprintsOf(diagnostics);
    const artifactLocation = artifact(path);
    return diagnostics.map((one, index) => ({
      ruleId: one.code,
      ruleIndex: indices.get(one.code),
      level: LEVELS[level(one.severity)],
      message: { text: one.message },
      locations: [{ physicalLocation: { artifactLocation, region: region(one) } }],
      ...(one.related.length > 0 && {
        relatedLocations: one.related.map(({ line, column, message }, id) => ({
          id,
          physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } },
          message: { text: message },
        })),
      }),
      partialFingerprints: { "cfnNotes/v1": fingerprints[index] },
    }));
  });
  const rules = codes.map((id) => {
    const { title, severity, cfnLint } = describedRule(id);
    const help = `${title[language]}\n\n${howToSilence(id)[language]}`;
    return {
      id,
      shortDescription: { text: title[language] },
      fullDescription: { text: title[language] },
      help: { text: help, markdown: help },
      defaultConfiguration: { level: LEVELS[level(severity)] },
      properties: { tags: ["cloudformation", ...cfnLint.map((one) => `cfn-lint/${one}`)] },
    };
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cfn-notes", version, rules } },
        language,
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: ROOT_DESCRIPTION[language] } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

const ROOT_DESCRIPTION = {
  en: "The folder that cfn-notes check was run in.",
  ja: "cfn-notes checkを実行したフォルダー。",
} as const;

function region({ line, column, endLine, endColumn }: CheckedDiagnostic) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Every segment is escaped by itself: `#`, `?` and `:` mean something else in an address. */
function artifact(path: string) {
  return isAbsolute(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT };
}

/**
 * What makes each diagnostic of a file known again when lines move: code, message and how many like it stand before.
 * The name `primaryLocationLineHash` is left to GitHub's upload, which warns of every value that it did not make.
 */
function fingerprintsOf(diagnostics: readonly CheckedDiagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, english }) => {
    const key = `${code}\n${english}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${createHash("sha256").update(key).digest("hex").slice(0, 16)}:${count}`;
  });
}
