// The rules with what the pages beside them say.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "../importSources.mjs";
import { root } from "../paths.mjs";
import { rulePage } from "./rulePage.mjs";

/**
 * @typedef {{ code: string, severity: string, isOff?: true, cfnLint?: readonly string[], title: { en: string, ja: string } }} Rule
 * @typedef {import("./rulePage.mjs").RulePage & { page: string }} Described `page` is the file's path
 * @typedef {Rule & Described & { cfnLint: readonly string[], category: string, others: readonly string[], severities?: readonly string[] }} DescribedRule
 */

/** Codes that come from reading the text; their pages are beside the engine. */
export const FROM_READING = ["syntax", "full-width-character", "duplicate-key"];

const RULES = "server/src/rules";

/**
 * All rules, by category, behind the codes that come from reading.
 * @param {string} project the project's folder, or that of a copy
 * @returns {Promise<readonly DescribedRule[]>}
 */
export async function describedRules(project = root) {
  const names = readdirSync(join(project, RULES), { recursive: true, encoding: "utf8" })
    .map((name) => `${RULES}/${name.replaceAll("\\", "/")}`)
    .sort();
  const sources = new Map(
    names.filter((name) => name.endsWith(".ts")).map((name) => [name, readFileSync(join(project, name), "utf8")]),
  );
  /** @type {{ CATEGORIES: Readonly<Record<string, readonly Rule[]>>, OTHER_CODES: Readonly<Record<string, Omit<Rule, "code">>> }} */
  const { CATEGORIES, OTHER_CODES } = await importSources(["engine/all", "engine/noteCodes"], join(project, RULES));
  const read = FROM_READING.map((code) => {
    const name = code.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const rule = /** @type {Rule} */ ({ code, ...OTHER_CODES[code] });
    return {
      cfnLint: [],
      ...rule,
      category: "template",
      others: [],
      ...pageAt(project, `${RULES}/engine/${name}.md`, code),
    };
  });
  const rules = Object.entries(CATEGORIES).flatMap(([category, rules]) =>
    rules.map((rule) => {
      const [path, source] = sourceOf(rule, sources);
      const described = {
        ...codesAndSeverities(rule, source),
        ...pageAt(project, path.replace(/\.ts$/, ".md"), rule.code),
      };
      return { cfnLint: [], ...rule, category, ...described };
    }),
  );
  const pages = new Set([...read, ...rules].map(({ page }) => page));
  const lost = names.find((name) => name.endsWith(".md") && !pages.has(name));
  if (lost !== undefined) throw new Error(`${lost}: no rule is beside this page. It has the name of its rule's file.`);
  return [...read, ...rules];
}

/** Codes that rules had before, with those of today. @returns {Promise<ReadonlyMap<string, string>>} */
export async function formerCodes() {
  return (await importSources(["src/rules/engine/formerCodes"])).FORMER_CODES;
}

/** @param {string} project @param {string} page @param {string} code @returns {Described} */
function pageAt(project, page, code) {
  let markdown = "";
  try {
    markdown = readFileSync(join(project, page), "utf8");
  } catch {
    throw new Error(`${page}: missing. It is the page of ${code}; CONTRIBUTING says what it has (“Adding a rule”).`);
  }
  return { page, ...rulePage(page, markdown, code) };
}

/** @param {Rule} rule @param {ReadonlyMap<string, string>} sources */
function sourceOf({ code }, sources) {
  const found = [...sources].find(([, text]) => text.includes(`\n  code: ${JSON.stringify(code)},`));
  if (found === undefined) throw new Error(`No file of the rule ${code}.`);
  return found;
}

/** @param {Rule} rule @param {string} source */
function codesAndSeverities({ code, severity }, source) {
  const others = [...source.matchAll(/[{,]\s*code: "([a-z-]+)"/g)]
    .map((found) => found[1] ?? "")
    .filter((other) => other !== code);
  // Some findings of a rule are graver than others.
  const given = [...source.matchAll(/(?<!readonly |code: "[a-z-]+",\n {2})severity(?:: | = )([^}\n]*)/g)].flatMap(
    ([, value = ""]) => value.match(/"(?:error|warning|info|hint)"/g) ?? [],
  );
  const severities = [...new Set([severity, ...given.map((one) => one.slice(1, -1))])];
  return { others: [...new Set(others)], severities };
}
