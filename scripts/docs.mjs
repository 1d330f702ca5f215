// Builds the documentation site from docs, notes and the comparisons:  npm run docs
// It is left in out/docs/site, to be served as it is. A link to a page or a heading that is not there ends the build.
// --check only looks for links to pages that are not there, in a second.
// CFN_NOTES_SITE_BASE is the path below which it will be served, "/" unless told; VitePress is installed when it is missing.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deadFragments } from "./docs/deadFragments.mjs";
import { deadPages } from "./docs/deadPages.mjs";
import { siteParts } from "./docs/sitePages.mjs";
import { npm } from "./install.mjs";
import { root } from "./paths.mjs";

const parts = { en: await siteParts("en"), ja: await siteParts("ja") };
endWith(deadPages(parts));
if (process.argv.includes("--check")) process.exit();

const source = join(root, "docs/site");
const made = join(root, "out/docs");
const base = process.env["CFN_NOTES_SITE_BASE"] ?? "/";
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
if (!existsSync(join(source, "node_modules/vitepress"))) npm(["ci"], source);
for (const [language, folder] of /** @type {const} */ ([
  ["en", ""],
  ["ja", "ja"],
])) {
  for (const { sections } of parts[language])
    for (const { pages } of sections)
      for (const { path, text } of pages) write(join(made, "pages", folder, `${path}.md`), text);
  cpSync(join(source, folder, "index.md"), join(made, "pages", folder, "index.md"));
}
// The navigation needs no texts.
write(
  join(made, "navigation.json"),
  JSON.stringify(parts, (key, value) => (key === "text" ? undefined : value)),
);
const files = join(made, "pages/public");
cpSync(join(root, "docs/images"), join(files, "images"), { recursive: true });
for (const [from, to] of [
  ["docs/growth.svg", "growth.svg"],
  ["media/icon.svg", "icon.svg"],
  ["docs/project-file.schema.json", "project-file.schema.json"],
])
  cpSync(join(root, from ?? ""), join(files, to ?? ""));

const { status } = spawnSync(
  process.execPath,
  [join(source, "node_modules/vitepress/bin/vitepress.js"), "build", source],
  {
    stdio: "inherit",
    env: { ...process.env, CFN_NOTES_SITE_SOURCES: made },
  },
);
if (status !== 0) process.exit(status ?? 1);
endWith(deadFragments(join(made, "site"), base));
console.log("The site is in out/docs/site.");

/** @param {readonly string[]} dead links */
function endWith(dead) {
  for (const one of dead) console.error(`Not there: ${one}`);
  if (dead.length > 0) process.exit(1);
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
