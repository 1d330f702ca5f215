// Makes one mistake in each YAML template of a folder at a time, and prints how many errors we show for it, and whether one is in its line:
//   node scripts/laboratory/mistakes.mjs FOLDER [--most N] [--seed N]
// Templates in which we see an error already are left out. One mistake should give one error, where it is.
// Nothing is built: it uses dist/ (npm run build).
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../paths.mjs";
import { checkFolder } from "./checkFolder.mjs";

/**
 * Mistakes: which lines they can be made in, and what becomes of such a line.
 * @type {Readonly<Record<string, readonly [lines: RegExp, made: (line: string) => string]>>}
 */
const MISTAKES = {
  "a tab instead of the indentation": [/^ +[\w"!-].*:/, (line) => `\t${line.trimStart()}`],
  "a tab in the indentation": [/^ {4,}[\w"!-].*:/, (line) => `  \t${line.trimStart()}`],
  "a quote that is not closed": [/^ +[\w-]+: "[^"]*"$/, (line) => line.slice(0, -1)],
  "a quote that is only opened": [/^ +[\w-]+: \w+$/, (line) => line.replace(/: /, ": '")],
  "a line of Jinja": [/^ +[\w-]+: \w+$/, (line) => `${/^ */.exec(line)?.[0]}{% if x %}\n${line}`],
  "a value of Jinja": [/^ +[\w-]+: \w+$/, (line) => line.replace(/: .*/, ": {{ name }}")],
  "a misspelt section": [/^(?:Parameters|Conditions|Mappings):\s*$/, (line) => line.replace("s:", ":")],
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { most: { type: "string", default: "150" }, seed: { type: "string", default: "7" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: node scripts/laboratory/mistakes.mjs FOLDER [--most N] [--seed N]");
  process.exit(2);
}

let state = Number(values.seed);
const faulty = new Set(
  checkFolder(folder)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ file }) => file),
);
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.ya?ml$/.test(name) && !faulty.has(name.replaceAll("\\", "/")))
  .sort();
const texts = picked(names, Number(values.most)).map((name) => readFileSync(join(folder, name), "utf8"));
for (const [name, [lines, made]] of Object.entries(MISTAKES)) printMistake(name, lines, made);

/**
 * @param {string} name
 * @param {RegExp} where
 * @param {(line: string) => string} made
 */
function printMistake(name, where, made) {
  mkdirSync(join(root, "out"), { recursive: true });
  const out = mkdtempSync(join(root, "out/mistakes-"));
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const [index, text] of texts.entries()) {
    const lines = text.split("\n");
    const [at] = picked(
      [...lines.keys()].filter((number) => where.test(lines[number] ?? "")),
      1,
    );
    if (at === undefined) continue;
    lines[at] = made(lines[at] ?? "");
    places.set(`${index}.yaml`, at + 1);
    writeFileSync(join(out, `${index}.yaml`), lines.join("\n"));
  }
  const errors = places.size === 0 ? [] : checkFolder(out).findings.filter(({ severity }) => severity === "error");
  rmSync(out, { recursive: true, force: true });
  const counts = [...places.keys()].map((file) => errors.filter((error) => error.file === file).length);
  counts.sort((a, b) => a - b);
  const there = [...places].filter(([file, line]) =>
    errors.some((error) => error.file === file && error.line === line),
  );
  const at = (/** @type {number} */ part) => counts[Math.min(counts.length - 1, Math.floor(counts.length * part))] ?? 0;
  console.log(
    `${name.padEnd(34)}${counts.length} templates: median ${at(0.5)}, 95th percentile ${at(0.95)}, most ${at(1)}; in its line in ${there.length}`,
  );
}

/**
 * So many items by chance, the same with each run.
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} most
 * @returns {Item[]}
 */
function picked(items, most) {
  const left = [...items];
  const taken = [];
  while (left.length > 0 && taken.length < most) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    taken.push(...left.splice((state >>> 8) % left.length, 1));
  }
  return taken;
}
