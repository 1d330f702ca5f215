// The rules with what the pages beside them say.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { importSources } from "../bundles/importSources.mjs";
import { root } from "../paths.mjs";
import { rulePage } from "./rulePage.mjs";

/**
 * @typedef {import("./rulePage.mjs").Described & { code: string }} Rule
 * @typedef {Pick<import("./rulePage.mjs").RulePage, "text" | "basis" | "sources" | "examples" | "messages"> & { page: string }} Page `page` is the file's path
 * @typedef {Rule & Page & { cfnLint: readonly string[], category: string, others: readonly string[], severities?: readonly string[], isResolved?: boolean }} DescribedRule
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
  const pages = new Map(
    names
      .filter((name) => name.endsWith(".md"))
      .map((name) => [name, rulePage(name, readFileSync(join(project, name), "utf8"))]),
  );
  const pageAt = (/** @type {string} */ page, /** @type {string} */ code) => {
    const found = pages.get(page);
    if (found === undefined)
      throw new Error(`${page}: missing. It is the page of ${code}; CONTRIBUTING says what it has (“Adding a rule”).`);
    if (found.code !== code)
      throw new Error(`${page}: this is the page of ${found.code}, but the rule beside it is ${code}.`);
    pages.delete(page);
    const { described, ...said } = found;
    return { cfnLint: [], ...described, ...said, code, page };
  };
  const read = FROM_READING.map((code) => {
    const name = code.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    return { ...pageAt(`${RULES}/engine/${name}.md`, code), category: "template", others: [] };
  });
  /** @type {{ CATEGORY_NAMES: readonly string[] }} */
  const { CATEGORY_NAMES } = await importSources(["engine/categories"], join(project, RULES));
  const rules = CATEGORY_NAMES.flatMap((category) =>
    [...pages.keys()]
      .filter((path) => path.startsWith(`${RULES}/${category}/`))
      .map((path) => {
        const source = sources.get(path.replace(/\.md$/, ".ts"));
        if (source === undefined)
          throw new Error(`${path}: no rule is beside this page. It has the name of its rule's file.`);
        const page = pageAt(path, codeOf(path));
        return { ...page, category, ...codesAndSeverities(page, source) };
      }),
  );
  for (const lost of pages.keys()) throw new Error(`${lost}: this folder is no category of rules.`);
  return [...read, ...rules];
}

/** Codes that rules had before, with those of today. @returns {Promise<ReadonlyMap<string, string>>} */
export async function formerCodes() {
  return (await importSources(["src/rules/engine/formerCodes"])).FORMER_CODES;
}

/** @param {string} path of a rule's page */
const codeOf = (path) => basename(path, ".md").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param {Rule} rule @param {string} source */
function codesAndSeverities({ code, severity }, source) {
  const others = [...source.matchAll(/[{,]\s*code: "([a-z-]+)"/g)]
    .map((found) => found[1] ?? "")
    .filter((other) => other !== code);
  // Some findings of a rule are graver than others.
  const given = [...source.matchAll(/(?<!readonly )severity(?:: | = )([^}\n]*)/g)].flatMap(
    ([, value = ""]) => value.match(/"(?:error|warning|info|hint)"/g) ?? [],
  );
  const certain = [severity, ...given.map((one) => one.slice(1, -1))];
  const isResolved = /^ {2}isResolved: true,$/m.test(source);
  // What is so by default alone is no error.
  const severities = [...new Set([...certain, ...(isResolved && certain.includes("error") ? ["warning"] : [])])];
  return { others: [...new Set(others)], severities, isResolved };
}
