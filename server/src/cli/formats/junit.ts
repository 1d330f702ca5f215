import { visible } from "../../text/visible.ts";
import { level } from "../files/checked.ts";
import type { Report } from "./format.ts";

/**
 * For Jenkins, Azure Pipelines, CodeBuild and others: each template is a suite and each finding a test that failed; a
 * template without findings is one test that passed.
 */
export function junit({ files }: Report): string {
  const suites = files.map(({ path, diagnostics }) => {
    const cases = diagnostics.map(({ line, column, severity, code, message }) => {
      const place = `${path}:${line}:${column}`;
      const failure = `    <failure type="${level(severity)}" message="${xml(message)}">${xml(`${place} ${message}`)}</failure>`;
      return `   <testcase classname="${xml(path)}" name="${xml(`${code} ${line}:${column}`)}">\n${failure}\n   </testcase>\n`;
    });
    const passed = `   <testcase classname="${xml(path)}" name="check"/>\n`;
    const tests = Math.max(1, diagnostics.length);
    return `  <testsuite name="${xml(path)}" tests="${tests}" failures="${diagnostics.length}" errors="0">\n${cases.join("") || passed}  </testsuite>\n`;
  });
  const failures = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const tests = files.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cfn-notes" tests="${tests}" failures="${failures}">\n${suites.join("")}</testsuites>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no place for most control characters, whichever way they are written. */
function xml(text: string): string {
  return visible(text)
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll("\n", "&#10;");
}
