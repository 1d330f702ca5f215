// Writes l10n/messages.md: all that people read, in English and Japanese side by side, for those who translate or proofread.
//   node scripts/messagesPage.mjs [--check]
// With --check nothing is written; the exit code is 1 where the page is not up to date.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messagesIn } from "./messages/messagesIn.mjs";
import { textsOfData } from "./messages/textsOfData.mjs";
import { root } from "./paths.mjs";
import { describedRules } from "./rules/describedRules.mjs";
import { writeOrCheck } from "./writeOrCheck.mjs";

/** @typedef {import("./messages/messagesIn.mjs").Message} Message */

const PAGE = "l10n/messages.md";
const RULE = /^export const (\w+): \w*Rule = \{$/m;
/** What these hold are words that notes and searches use, not texts that anybody is shown. */
const WORDS = /^server\/src\/notes\/(?:topics\/|words\/)/;

const files = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !WORDS.test(path))
    .sort(),
);
const texts = new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));
const rules = await describedRules();
const categories = [...new Set(rules.map(({ category }) => category))];

writeOrCheck("node scripts/messagesPage.mjs", new Map([[PAGE, page()]]), process.argv.includes("--check"));

function page() {
  const inCategory = (/** @type {string} */ path, /** @type {string} */ category) =>
    path.startsWith(`server/src/rules/${category}/`);
  const isRule = (/** @type {string} */ path) => categories.some((category) => inCategory(path, category));
  return `# Messages

<!-- Made by scripts/messagesPage.mjs from the sources: change those. -->

All that the extension, the server and the command say, in both languages. \`\${…}\` and \`{…}\` stand for what is put in.
A text is changed where its heading says; a term has one Japanese word everywhere.

# Rules
${categories.map((category) => `\n## ${category}\n${titles(category)}${sections((path) => inCategory(path, category), "###")}`).join("")}
# Server and command
${sections((path) => path.startsWith("server/") && !isRule(path), "##")}
# Data
${dataTexts()}
# Client
${sections((path) => path.startsWith("client/"), "##")}
## package.nls.json, package.nls.ja.json
${table(manifestTexts())}`;
}

/** The code of the rule in a file, if there is one. @param {string} text */
function codeOf(text) {
  return RULE.exec(text)?.[1]?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The texts of some files, each below its path. @param {(path: string) => boolean} wanted @param {string} heading */
function sections(wanted, heading) {
  return files
    .filter(wanted)
    .map((path) => ({ path, text: texts.get(path) ?? "" }))
    .map(({ path, text }) => ({ path, found: messagesIn(text, codeOf(text)) }))
    .filter(({ found }) => found.length > 0)
    .map(({ path, found }) => `\n${heading} ${path}\n${table(found)}`)
    .join("");
}

/** The titles of rules and their messages, which stand on the pages beside them. @param {string} category */
function titles(category) {
  const ofCategory = rules.filter((rule) => rule.category === category);
  const messages = ofCategory.flatMap(({ code, messages }) =>
    Object.entries(messages).map(([name, message]) => ({ name: `${code} ${name}`, ...message })),
  );
  return `
### Titles, each on the page (.md) of its rule
${table(ofCategory.map(({ code, title }) => ({ name: code, ...title })))}
### Messages, each on the page (.md) of its rule
${table(messages)}`;
}

/** The texts of files of data, by the key that they stand below. */
function dataTexts() {
  return ["server/data", "server/src", "client/src"]
    .flatMap((folder) => textsOfData(root, folder))
    .map(({ path, found }) => `\n## ${path}\n${table(found)}`)
    .join("");
}

function manifestTexts() {
  const japanese = json("package.nls.ja.json");
  // Titles of rules stand with the rules.
  return Object.entries(json("package.nls.json"))
    .filter(([name]) => !name.startsWith("rule."))
    .map(([name, en]) => ({ name, en, ja: japanese[name] ?? "" }));
}

/** @param {string} path @returns {Record<string, string>} */
function json(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** @param {readonly Message[]} messages */
function table(messages) {
  const rows = messages.map(({ name, en, ja }) => `| ${[name, en, ja].map(cell).join(" | ")} |`);
  return `\n| Code | English | 日本語 |\n|---|---|---|\n${rows.join("\n")}\n`;
}

/** @param {string} text */
function cell(text) {
  return text
    .trim()
    .replace(/[\\|<]/g, "\\$&")
    .replace(/\r?\n/g, "<br>");
}
