// VitePress finds links to pages that are not there; this, links to headings that are not.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * @param {string} site the folder with its HTML
 * @param {string} base the path below which it is served
 * @returns {readonly string[]} each as `page: link`
 */
export function deadFragments(site, base) {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  /** @type {Map<string, Set<string>>} */
  const known = new Map();
  const idsOf = (/** @type {string} */ path) => {
    const found =
      known.get(path) ?? new Set([...readFileSync(path, "utf8").matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
    known.set(path, found);
    return found;
  };
  return pages.flatMap((name) => {
    const page = join(site, name);
    const links = [...readFileSync(page, "utf8").matchAll(/ href="([^"#:]*)#([^"]+)"/g)];
    return links
      .filter(([, path = "", fragment = ""]) => {
        const target =
          path === ""
            ? page
            : htmlOf(path.startsWith("/") ? join(site, path.slice(base.length)) : join(dirname(page), path));
        return !idsOf(target).has(decodeURIComponent(fragment));
      })
      .map(([, path, fragment]) => `${relative(site, page)}: ${path}#${fragment}`);
  });
}

/** The file of a page's address, which has no ending. @param {string} path */
function htmlOf(path) {
  return (
    [`${path}.html`, join(path, "index.html"), path].find((one) => one.endsWith(".html") && existsSync(one)) ?? path
  );
}
