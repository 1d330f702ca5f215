import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { categoryOf } from "../../rules/engine/all.ts";
import { describedRule } from "../../rules/engine/codes.ts";
import type { LineColumnRange } from "../../text/lineIndex.ts";
import { visibleLines } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import type { Report } from "./format.ts";
import { howToSilence } from "./ruleDescriptions.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const ROOT = "%SRCROOT%";

/** SARIF 2.1.0, as GitHub's code scanning and other services read it. */
export function sarif({ files, language, version, ruleText, ruleAddress }: Report): string {
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
      ...(one.fix && {
        fixes: [
          {
            description: { text: one.fix.title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: one.fix.edits.map((edit) => ({
                  deletedRegion: region(edit),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          },
        ],
      }),
      // GitHub's upload makes primaryLocationLineHash itself, and warns of every value that it did not make.
      partialFingerprints: { "cfnNotes/v1": fingerprints[index] },
    }));
  });
  const rules = codes.map((id) => {
    const { title, severity, cfnLint } = describedRule(id);
    const explanation = ruleText(id) ?? title[language];
    const help = `${explanation}\n\n${howToSilence(id)[language]}`;
    const helpUri = ruleAddress(id);
    return {
      id,
      shortDescription: { text: title[language] },
      fullDescription: { text: title[language] },
      ...(helpUri !== undefined && { helpUri }),
      help: { text: help, markdown: help },
      defaultConfiguration: { level: LEVELS[level(severity)] },
      properties: {
        tags: ["cloudformation", ...[categoryOf(id) ?? []].flat(), ...cfnLint.map((one) => `cfn-lint/${one}`)],
      },
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
  return `${visibleLines(JSON.stringify(log, undefined, 1))}\n`;
}

const ROOT_DESCRIPTION = {
  en: "The folder that cfn-notes check was run in.",
  ja: "cfn-notes checkを実行したフォルダー。",
} as const;

function region({ line, column, endLine, endColumn }: LineColumnRange) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Every segment is escaped by itself: `#`, `?` and `:` mean something else in an address. */
function artifact(path: string) {
  return isAbsolute(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT };
}
