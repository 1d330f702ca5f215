// Whether a tag may be released:  node scripts/releaseCheck.mjs v0.2.0 [--notes FILE]
// Its version is that of package.json, .pre-commit-hooks.yaml runs that version, and CHANGELOG.md has an entry for it with a date. --notes writes that entry to a file. Prints the channel, as lines for GitHub's job outputs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isPreRelease } from "./channel.mjs";
import { root } from "./paths.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { notes: { type: "string" } } });
const [tag = ""] = positionals;
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entry = changelogEntry(version);
const problems = [
  ...(tag === `v${version}`
    ? []
    : [`The tag is “${tag}”, but package.json has the version ${version}: v${version} is wanted.`]),
  ...(entry === undefined ? [`CHANGELOG.md has no heading “## ${version} - YYYY-MM-DD”.`] : []),
  ...(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8").includes(`cfn-notes@${version} `)
    ? []
    : [`.pre-commit-hooks.yaml does not run cfn-notes@${version}.`]),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
if (values.notes !== undefined) writeFileSync(values.notes, `${entry}\n`);
const preRelease = isPreRelease(version);
console.log(`version=${version}\npre-release=${preRelease}\nnpm-tag=${preRelease ? "next" : "latest"}`);

/**
 * @param {string} version
 * @returns {string | undefined} what stands below its heading
 */
function changelogEntry(version) {
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const entry = changelog.split(/^## /m).find((part) => part.startsWith(`${version} - `));
  return /^\S+ - \d{4}-\d\d-\d\d\n/.test(entry ?? "") ? entry?.slice(entry.indexOf("\n") + 1).trim() : undefined;
}
