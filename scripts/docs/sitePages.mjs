// All pages of the documentation site, from the Markdown of the project.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { comparisonPages } from "./comparisonPages.mjs";
import { noteSections } from "./notePages.mjs";
import { outsideCode, splitMarkdown } from "./splitMarkdown.mjs";

/**
 * @typedef {"en" | "ja"} Language
 *
 * @typedef {object} Page
 * @property {string} path below the language, without `.md`
 * @property {string} title
 * @property {string} text Markdown
 *
 * @typedef {object} Section of the site's navigation
 * @property {string} title empty where its pages stand by themselves
 * @property {string} [folder] of its pages, if they have one of their own: there, no other section's are listed
 * @property {readonly Page[]} pages
 *
 * @typedef {object} Part of the site: an entry of its bar, with a sidebar of its own
 * @property {string} title
 * @property {string} path of its first page
 * @property {readonly Section[]} sections
 */

const GUIDES = ["begin", "notes", "exam", "check", "diff", "editors", "assistants"];

const WORDS = {
  en: { guide: "Guide", rules: "Rules", notes: "Notes", compare: "Compare", all: "All" },
  ja: { guide: "ガイド", rules: "ルール", notes: "ノート", compare: "比較", all: "一覧" },
};

/**
 * @param {Language} language
 * @returns {Promise<readonly Part[]>}
 */
export async function siteParts(language) {
  const words = WORDS[language];
  const notes = noteSections(language);
  const comparisons = await comparisonPages(language);
  const listed = (/** @type {readonly Page[]} */ pages) =>
    pages.map(({ path, title }) => `- [${title}](/${path})`).join("\n");
  const allNotes = notes.map(({ title, pages }) => `## ${title}\n\n${listed(pages)}`).join("\n\n");
  return [
    { title: words.guide, path: "guide/begin", sections: [{ title: "", pages: guides(language) }] },
    { title: words.notes, path: "notes/", sections: [index("notes/", words.notes, allNotes, language), ...notes] },
    {
      title: words.compare,
      path: "compare/",
      sections: [index("compare/", words.compare, listed(comparisons), language), { title: "", pages: comparisons }],
    },
    { title: words.rules, path: "rules/", sections: rules(language) },
  ].map((part) => ({
    ...part,
    sections: part.sections.map(({ pages, ...section }) => ({
      ...section,
      pages: pages.map((page) => ({ ...page, text: outsideCode(page.text, (line) => linked(line, language)) })),
    })),
  }));
}

/** @param {string} path @param {string} title @param {string} text @param {Language} language @returns {Section} */
function index(path, title, text, language) {
  return { title: "", pages: [{ path: `${path}index`, title: WORDS[language].all, text: `# ${title}\n\n${text}\n` }] };
}

/** @param {string} name @param {Language} language */
function file(name, language) {
  return readFileSync(join(root, "docs", language === "ja" ? `${name}.ja.md` : `${name}.md`), "utf8");
}

/** @param {Language} language @returns {readonly Page[]} */
function guides(language) {
  const names = language === "en" ? [...GUIDES, "performance"] : GUIDES;
  return names.map((name) => guide(name, language));
}

/** @param {string} name of a file in docs @param {Language} language @returns {Page} */
function guide(name, language) {
  const text = file(name, language).replace(/^\[(?:日本語|English)\]\(.*\)\n+/m, "");
  return { path: `guide/${name}`, title: /^# (.*)$/m.exec(text)?.[1] ?? name, text };
}

/** A page for each rule, by categories, behind one that lists them. @param {Language} language @returns {readonly Section[]} */
function rules(language) {
  const { before, parts } = splitMarkdown(guide("rules", language).text);
  const text = new Map(parts.map(({ heading, body }) => [heading, body]));
  const sections = before
    .split(/^\*\*(?=\w+\*\*$)/m)
    .slice(1)
    .map((listed) => ({
      title: listed.slice(0, listed.indexOf("*")),
      pages: [...listed.matchAll(/\]\(#([a-z\d-]+)\)/g)].map(([, code = ""]) => ({
        path: `rules/${code}`,
        title: code,
        text: `# ${code}\n\n${text.get(code) ?? ""}\n`,
      })),
    }));
  const [title, ...intro] = before.replaceAll("](#", "](/rules/").split("\n");
  return [
    { title: "", pages: [{ path: "rules/index", title: WORDS[language].all, text: [title, ...intro].join("\n") }] },
    ...sections,
  ];
}

/** A line with its links as the site has the pages; comments have no place there. @param {string} line @param {Language} language */
function linked(line, language) {
  if (/^<!--.*-->$/.test(line)) return "";
  return line.replace(/`[^`]*`|\]\(([^()\s]+)\)/g, (link, /** @type {string | undefined} */ target) => {
    if (target === undefined || /^(?:https?:|mailto:|#)/.test(target)) return link;
    if (/^images\/|\.svg$/.test(target)) return `](/${target})`;
    const home = language === "ja" && /^\/|\.ja\.md/.test(target) ? "/ja" : "";
    if (target.startsWith("/")) return `](${home}${target})`;
    const [path = "", fragment] = target.split("#");
    const name = path.replace(/(?:\.ja)?\.md$/, "");
    if (name === "../README") return `](${home}/guide/begin)`;
    if (name === "rules") return `](${home}/rules/${fragment ?? ""})`;
    return `](${home}/guide/${name}${fragment === undefined ? "" : `#${fragment}`})`;
  });
}
