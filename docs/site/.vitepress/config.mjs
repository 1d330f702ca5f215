// The documentation site. Its pages and navigation are made by scripts/docs.mjs, which says where they are.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const made = process.env["CFN_NOTES_SITE_SOURCES"];
if (made === undefined) throw new Error("Run npm run docs, which makes the pages.");

const base = process.env["CFN_NOTES_SITE_BASE"] ?? "/";
/** @type {Record<"en" | "ja", readonly Part[]>} */
const parts = JSON.parse(readFileSync(join(made, "navigation.json"), "utf8"));

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {string} [folder]
 * @property {readonly { title: string, path: string }[]} pages
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {string} path
 * @property {readonly Section[]} sections
 */

/** A language's own bar and sidebars. @param {"en" | "ja"} language */
function navigation(language) {
  const link = (/** @type {string} */ path) => `${language === "ja" ? "/ja" : ""}/${path.replace(/index$/, "")}`;
  const items = (/** @type {Section} */ { pages }) =>
    pages.map(({ title, path }) => ({ text: title, link: link(path) }));
  /** What is listed where a section is open. With all pages of all sections, each page would be a long list with some text. */
  const sidebar = (/** @type {readonly Section[]} */ sections, /** @type {Section | undefined} */ open) =>
    sections.map((section) => {
      if (section.title === "") return { items: items(section) };
      const isClosed = section.folder !== undefined && section !== open;
      return isClosed
        ? { items: [{ text: section.title, link: link(section.pages[0].path) }] }
        : { text: section.title, items: items(section) };
    });
  return {
    nav: parts[language].map(({ title, path }) => ({ text: title, link: link(path) })),
    sidebar: Object.fromEntries(
      parts[language].flatMap(({ path, sections }) => [
        [link(`${path.split("/")[0]}/`), sidebar(sections, undefined)],
        ...sections.flatMap((section) => (section.folder ? [[link(section.folder), sidebar(sections, section)]] : [])),
      ]),
    ),
  };
}

/** Runs in the page: words of a text, of which Japanese writes no space between. @param {string} text */
function words(text) {
  const segments = new Intl.Segmenter("ja", { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

// biome-ignore lint/style/noDefaultExport: VitePress asks for it.
export default {
  title: "CloudFormation Notes",
  srcDir: join(made, "pages"),
  outDir: join(made, "site"),
  cacheDir: join(made, "cache"),
  base,
  cleanUrls: true,
  // Else each page would hold the navigation of all.
  metaChunk: true,
  head: [
    ["link", { rel: "icon", href: `${base}icon.svg` }],
    // Japanese breaks between any two characters, so that the first column would be one character wide.
    ["style", {}, ".vp-doc td:first-child > strong { white-space: nowrap; }"],
  ],
  // Templates are full of {{…}} and <…>, which are text here and no parts of a page.
  markdown: {
    html: false,
    // As on GitHub, so that links to headings lead there in both.
    anchor: {
      slugify: (text) =>
        text
          .trim()
          .toLowerCase()
          .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
          .replace(/\s/g, "-"),
    },
    config: ({ renderer, utils }) => {
      const escaped = (tokens, index) => utils.escapeHtml(tokens[index].content).replaceAll("{{", "{&#123;");
      renderer.rules.text = escaped;
      renderer.rules.code_inline = (tokens, index) => `<code>${escaped(tokens, index)}</code>`;
    },
  },
  locales: {
    root: {
      label: "English",
      lang: "en",
      description: "Your study notes inside the CloudFormation template that you are writing.",
      themeConfig: navigation("en"),
    },
    ja: {
      label: "日本語",
      lang: "ja",
      description: "書いているCloudFormationテンプレートの中に、自分の学習ノートを。",
      themeConfig: {
        ...navigation("ja"),
        outline: { label: "このページの内容" },
        docFooter: { prev: "前へ", next: "次へ" },
        darkModeSwitchLabel: "外観",
        lightModeSwitchTitle: "ライトにする",
        darkModeSwitchTitle: "ダークにする",
        sidebarMenuLabel: "メニュー",
        returnToTopLabel: "先頭へ",
        langMenuLabel: "言語",
      },
    },
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        miniSearch: { options: { tokenize: words } },
        locales: {
          ja: {
            translations: {
              button: { buttonText: "検索", buttonAriaLabel: "検索" },
              modal: {
                noResultsText: "見つかりません：",
                resetButtonTitle: "消す",
                footer: { selectText: "開く", navigateText: "移動", closeText: "閉じる" },
              },
            },
          },
        },
      },
    },
  },
};
