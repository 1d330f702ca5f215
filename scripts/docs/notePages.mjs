// The pages of the built-in notes: each note on its own, with what stands below it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { outsideCode, splitMarkdown } from "./splitMarkdown.mjs";

/** @typedef {import("./sitePages.mjs").Section} Section */

const WORDS = { en: { sources: "Sources", checked: "checked" }, ja: { sources: "出典", checked: "確認日" } };

/**
 * A section for each file of notes, in the order of their names.
 * @param {"en" | "ja"} language
 * @returns {readonly Section[]}
 */
export function noteSections(language) {
  const folder = join(root, "notes", language);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => {
      const { before, parts } = splitMarkdown(readFileSync(join(folder, name), "utf8"));
      const title = /^title: *"?(.*?)"?$/m.exec(before)?.[1] ?? name;
      const pages = parts.map(({ heading, body }) => ({
        path: `${folderOf(name)}${topicOf(body, name)}`,
        title: plain(heading),
        text: `# ${heading}\n\n${notePage(body, language)}`,
      }));
      return { title, folder: folderOf(name), pages };
    });
}

/** @param {string} file */
function folderOf(file) {
  return `notes/${file.replace(/\.md$/, "")}/`;
}

/** The topic that a note is bound to names its page in both languages. @param {string} body @param {string} file */
function topicOf(body, file) {
  const topic = /<!-- cfn: @?([\w:-]+)/.exec(body)?.[1];
  if (topic === undefined) throw new Error(`A note of ${file} names no topic.`);
  return topic.replaceAll("::", "-").toLowerCase();
}

/** @param {string} body @param {"en" | "ja"} language */
function notePage(body, language) {
  /** @type {Set<string>} */
  const sources = new Set();
  let checked = "";
  const text = outsideCode(body, (line) => {
    const [, addresses = "", date = ""] = /<!-- sources: (.*?); checked ([\d-]+) -->/.exec(line) ?? [];
    for (const address of addresses.split(", ").filter(Boolean)) sources.add(address);
    if (date > checked) checked = date;
    const isTrap = line.includes("<!-- trap -->");
    const shown = line.replace(/ *<!--.*?-->/g, "").replace(/^#{3,} /, (mark) => mark.slice(1));
    return isTrap ? shown.replace(/^(\s*(?:[-*] |\d+\. )?)/, "$1⚠ ") : shown;
  });
  const words = WORDS[language];
  const list = [...sources].map((address) => `- <${address}>`).join("\n");
  return list === "" ? text : `${text}\n\n---\n\n${words.sources} (${words.checked} ${checked})\n\n${list}\n`;
}

/** A heading without the marks of code. @param {string} heading */
function plain(heading) {
  return heading.replaceAll("`", "");
}
