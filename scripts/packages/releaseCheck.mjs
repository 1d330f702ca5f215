// Whether a tag may be released:  node scripts/packages/releaseCheck.mjs v0.2.0 [--notes FILE]
// Its version is that of package.json and of all that names one, CHANGELOG.md has an entry for it with a date, and it can be
// installed as the README says. --notes writes that entry to a file. Prints the channel, as lines for GitHub's job outputs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../paths.mjs";
import { isPreRelease } from "./channel.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // The folder of the project; tests give another one.
  options: { notes: { type: "string" }, folder: { type: "string", default: root } },
});
const [tag = ""] = positionals;
const { name, publisher, version } = JSON.parse(read("package.json"));
const preRelease = isPreRelease(version);
const entry = changelogEntry();
const problems = [
  ...(tag === `v${version}`
    ? []
    : [`The tag is “${tag}”, but package.json has the version ${version}: v${version} is wanted.`]),
  ...(entry === undefined ? [`CHANGELOG.md has no heading “## ${version} - YYYY-MM-DD”.`] : []),
  ...(read(".pre-commit-hooks.yaml").includes(`cfn-notes@${version} `)
    ? []
    : [`.pre-commit-hooks.yaml does not run cfn-notes@${version}.`]),
  ...[...read("docs/check.md").matchAll(/(?:rev: |cfn-notes@)(v[\d.]+)/g)]
    .filter(([, named]) => named !== `v${version}`)
    .map(([line]) => `docs/check.md names another version: “${line}”.`),
  ...["README.md", "README.ja.md"].flatMap(notInstallable),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
if (values.notes !== undefined) writeFileSync(values.notes, `${entry}\n`);
console.log(`version=${version}\npre-release=${preRelease}\nnpm-tag=${preRelease ? "next" : "latest"}`);

/** What a README tells people to do that this version would not answer. @param {string} readme @returns {readonly string[]} */
function notInstallable(readme) {
  const text = read(readme);
  const [, id] = /--install-extension (\S+)/.exec(text) ?? [];
  const [, command] = /npm install --global (\S+)/.exec(text) ?? [];
  const earlier = [...read("CHANGELOG.md").matchAll(/^## (\d+\.\d+\.\d+) - /gm)].map(([, one = ""]) => one);
  const released = earlier.some((one) => one !== version && !isPreRelease(one));
  return [
    ...(id === `${publisher}.${name}` ? [] : [`${readme} installs ${id}, but this is ${publisher}.${name}.`]),
    ...(command === name ? [] : [`${readme} installs ${command} from npm, but this is ${name}.`]),
    // VS Code refuses an extension of which there are pre-releases only, and npm has no “latest” then.
    ...(preRelease && !released
      ? [
          `${readme}: ${version} is a pre-release (${version.split(".")[1]} is odd) and there is no release before it: nobody could install it so.`,
        ]
      : []),
  ];
}

/** What stands below the version's heading. @returns {string | undefined} */
function changelogEntry() {
  const found = read("CHANGELOG.md")
    .split(/^## /m)
    .find((part) => part.startsWith(`${version} - `));
  return /^\S+ - \d{4}-\d\d-\d\d\n/.test(found ?? "") ? found?.slice(found.indexOf("\n") + 1).trim() : undefined;
}

/** @param {string} path */
function read(path) {
  const file = join(values.folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
