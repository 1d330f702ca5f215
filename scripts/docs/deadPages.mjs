// What links of the site's Markdown lead to a page that is not there. VitePress says so, too, but takes a minute.

import { linesOf } from "./splitMarkdown.mjs";

/** @typedef {import("./sitePages.mjs").Part} Part */

/**
 * @param {Readonly<Record<"en" | "ja", readonly Part[]>>} parts
 * @returns {readonly string[]} each as `page: link`
 */
export function deadPages({ en, ja }) {
  const pagesOf = (/** @type {readonly Part[]} */ parts) =>
    parts.flatMap(({ sections }) => sections.flatMap(({ pages }) => pages));
  const all = [
    ...pagesOf(en).map((page) => ({ ...page, path: `/${page.path}` })),
    ...pagesOf(ja).map((page) => ({ ...page, path: `/ja/${page.path}` })),
  ];
  const known = new Set(all.map(({ path }) => path.replace(/index$/, "")));
  return all.flatMap(({ path, text }) =>
    [...proseOf(text).matchAll(/\]\((\/[^)#]*)/g)]
      .filter(([, to = ""]) => !known.has(to) && !/\.(?:png|gif|svg)$/.test(to))
      .map(([, to]) => `${path}: ${to}`),
  );
}

/** @param {string} text */
function proseOf(text) {
  const lines = linesOf(text).filter(({ isCode }) => !isCode);
  return lines.map(({ line }) => line.replace(/`[^`]*`/g, "")).join("\n");
}
