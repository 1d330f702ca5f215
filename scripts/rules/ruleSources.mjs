// AWS's pages on what a rule checks: those that its own page names, else those of the built-in note on its topic.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "../bundles/importSources.mjs";
import { root } from "../paths.mjs";

/** @typedef {{ topic?: string, sources?: readonly string[] }} Rule */

/** Gives links to the pages of a rule, as Markdown in a language. @returns {Promise<(rule: Rule, language: "en" | "ja") => readonly string[]>} */
export async function ruleSources() {
  const { pageIn, pageTitle } = await importSources(["src/text/awsPages"]);
  const ofTopics = topicSources();
  return ({ topic = "", sources = [] }, language) =>
    (sources.length > 0 ? sources : (ofTopics.get(topic) ?? [])).map(
      (url) => `*[${pageTitle(url)}](${pageIn(language, url)})*`,
    );
}

/** The sources of the built-in notes, by topic. @returns {ReadonlyMap<string, readonly string[]>} */
function topicSources() {
  const folder = join(root, "notes/en");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const marked = texts.flatMap((text) => [
    ...text.matchAll(
      /^<!-- cfn: ([^\n]*?) -->\n(?:<!-- (?!sources)[^\n]*\n)*<!-- sources: ([^;\n]+?)(?:;[^\n]*| -->)$/gm,
    ),
  ]);
  return new Map(
    marked.flatMap(([, marker = "", urls = ""]) =>
      [...marker.matchAll(/@([\w-]+)/g)].map(([, topic = ""]) => /** @type {const} */ ([topic, urls.split(", ")])),
    ),
  );
}
