// The rules with what their comments say of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "../importSources.mjs";
import { root } from "../paths.mjs";

/**
 * @typedef {{ code: string, severity: string, isOff?: true, cfnLint?: readonly string[], title: { en: string, ja: string } }} Rule
 * @typedef {Rule & { cfnLint: readonly string[], category: string, text: { en: string, ja: string }, others: readonly string[], severities?: readonly string[] }} DescribedRule
 */

/**
 * All rules, by category.
 * @param {string} project the project's folder, or that of a copy
 * @returns {Promise<readonly DescribedRule[]>}
 */
export async function describedRules(project = root) {
  const folder = join(project, "server/src/rules");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  /** @type {{ CATEGORIES: Readonly<Record<string, readonly Rule[]>> }} */
  const { CATEGORIES } = await importSources(["engine/all"], folder);
  return Object.entries(CATEGORIES).flatMap(([category, rules]) =>
    rules.map((rule) => ({ cfnLint: [], ...rule, category, ...described(rule, sources) })),
  );
}

/** Codes that rules had before, with those of today. @returns {Promise<ReadonlyMap<string, string>>} */
export async function formerCodes() {
  return (await importSources(["src/rules/engine/formerCodes"])).FORMER_CODES;
}

/** @param {Rule} rule @param {readonly string[]} sources */
function described({ code, severity }, sources) {
  const source = sources.find((text) => text.includes(`\n  code: ${JSON.stringify(code)},`));
  if (source === undefined) throw new Error(`No file of the rule ${code}.`);
  const before = source.slice(0, source.search(/^export const \w+: \w*Rule = /m));
  const comment = before.slice(before.lastIndexOf("/**")).match(/^\/\*\*([\s\S]*)\*\/\s*$/)?.[1];
  if (comment === undefined) throw new Error(`The rule ${code} has no comment.`);
  const text = inBothLanguages(
    comment
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/, ""))
      .join("\n"),
  );
  const others = [...source.matchAll(/[{,]\s*code: "([a-z-]+)"/g)]
    .map((found) => found[1] ?? "")
    .filter((other) => other !== code);
  // Some findings of a rule are graver than others.
  const given = [...source.matchAll(/(?<!readonly |code: "[a-z-]+",\n {2})severity(?:: | = )([^}\n]*)/g)].flatMap(
    ([, value = ""]) => value.match(/"(?:error|warning|info|hint)"/g) ?? [],
  );
  const severities = [...new Set([severity, ...given.map((one) => one.slice(1, -1))])];
  return { text, others: [...new Set(others)], severities };
}

/**
 * The English text with its examples, and behind `@ja` the Japanese one, which gets the same examples. Of its lines, those that
 * begin with 悪い例 or 良い例 take the places of the lines before examples that say more than “Bad:” or “Good:”, in their order.
 * @param {string} text
 */
export function inBothLanguages(text) {
  const [en = "", japanese = ""] = text.split(/^@ja$/m).map((part) => part.trim());
  const isLabel = (/** @type {string} */ line) => /^(?:悪い例|良い例)/.test(line);
  const lines = japanese.split("\n");
  const labels = lines.filter(isLabel);
  const examples = en.slice(en.search(/^(?:Bad|Good)\b/m)).replace(/^(Bad|Good)\b.*$/gm, (line, kind) => {
    if (line !== `${kind}:`) return labels.shift() ?? line;
    return kind === "Bad" ? "悪い例：" : "良い例：";
  });
  return { en, ja: [lines.filter((line) => !isLabel(line)).join("\n"), examples, ...labels].join("\n\n") };
}
