// The fixes that are offered in the bad examples of a rule's page.
import { importSources } from "../bundles/importSources.mjs";

/** @typedef {{ en: string, ja: string, safe: boolean }} Fix */

/**
 * @param {readonly Pick<import("./describedRules.mjs").DescribedRule, "code" | "others" | "page" | "examples">[]} rules
 * @returns {Promise<ReadonlyMap<string, readonly Fix[]>>} by code, each once
 */
export async function exampleFixes(rules) {
  const { diagnostics, exampleContext, parse, ruleExamples } = await importSources([
    "src/features/diagnostics",
    "src/model/reading/parse",
    "test/rules/engine/ruleExamples",
  ]);
  return new Map(
    rules.map((rule) => {
      const codes = [rule.code, ...rule.others];
      /** @type {(template: string, language: "en" | "ja") => readonly { title: string, safe: boolean }[]} */
      const fixesIn = (template, language) =>
        diagnostics(parse(template), { ...exampleContext, language })
          .filter((/** @type {{ code: string }} */ { code }) => codes.includes(code))
          .flatMap((/** @type {{ fix?: object }} */ { fix }) => fix ?? []);
      /** @type {readonly { template: string }[]} */
      const bad = ruleExamples(rule).bad;
      const fixes = bad.flatMap(({ template }) => {
        const japanese = fixesIn(template, "ja");
        return fixesIn(template, "en").map(({ title, safe }, at) => ({
          en: title,
          ja: japanese[at]?.title ?? "",
          safe,
        }));
      });
      return [rule.code, [...new Map(fixes.map((fix) => [fix.en, fix])).values()]];
    }),
  );
}
