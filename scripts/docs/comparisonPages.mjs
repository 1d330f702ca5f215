// The pages of the comparisons: things that are taken for each other, side by side.
import { importSources } from "../bundles/importSources.mjs";

/** @typedef {import("./sitePages.mjs").Page} Page */

/**
 * @param {"en" | "ja"} language
 * @returns {Promise<readonly Page[]>}
 */
export async function comparisonPages(language) {
  const { COMPARISONS, nameIn } = await importSources([
    "src/study/comparisons/all",
    "src/study/comparisons/comparison",
  ]);
  return COMPARISONS().map((/** @type {Comparison} */ { id, columns, rows, sources }) => {
    const names = columns.map((thing) => nameIn(thing, language));
    const title = names.join(language === "ja" ? "、" : ", ");
    const table = [
      ["", ...names],
      ["---", ...names.map(() => "---")],
      ...rows.map(({ name, cells }) => [`**${name[language]}**`, ...cells.map((cell) => cell[language])]),
    ].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
    const list = sources.map((address) => `- <${address}>`).join("\n");
    const heading = language === "ja" ? "出典" : "Sources";
    return {
      path: `compare/${id}`,
      title,
      text: `# ${title}\n\n${table.join("\n")}\n\n---\n\n${heading}\n\n${list}\n`,
    };
  });
}

/** @typedef {import("../../server/src/study/comparisons/comparison.ts").ComparisonTable} Comparison */
