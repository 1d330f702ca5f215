// Compares what we find in a folder of templates with what another tool found there:
//   node scripts/laboratory/compare.mjs FOLDER EXPECTED.json [--code CODE] [--list N]
// EXPECTED is cfn-lint's JSON (cfn-lint -f json), or [{file, line, severity, code, message}] with files relative to FOLDER.
// It prints the templates in which only we see an error, and how much of the other tool's findings we have, by its rules:
// on the same line (or the one beside it), and in the same entry (resource, parameter, output …).
// With --code it lists the findings of one of the other tool's rules that we lack, or of one of our codes that it lacks.
// Nothing is built: it uses dist/ (npm run build).
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { root } from "../paths.mjs";
import { checkFolder } from "./checkFolder.mjs";

/** @typedef {{ file: string, line: number, severity: string, code: string, message: string }} Finding */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { code: { type: "string" }, list: { type: "string", default: "20" } },
});
const [folder, expectedFile] = positionals;
if (folder === undefined || expectedFile === undefined) {
  console.error("Usage: node scripts/laboratory/compare.mjs FOLDER EXPECTED.json [--code CODE] [--list N]");
  process.exit(2);
}

const expected = readExpected(expectedFile);
const ours = checkFolder(folder).findings;
const entryOf = await entryFinder(folder);
const byFile = { expected: grouped(expected), ours: grouped(ours) };

if (values.code === undefined) {
  printPrecision();
  printRecall("error");
  printRecall("warning");
} else printMissing(values.code, Number(values.list));

/** @param {string} path @returns {readonly Finding[]} */
function readExpected(path) {
  /** @type {any[]} */
  const content = JSON.parse(readFileSync(path, "utf8"));
  return content.map((one) =>
    one.Rule === undefined
      ? one
      : {
          file: one.Filename.replaceAll("\\", "/").replace(/^\.\//, ""),
          line: one.Location.Start.LineNumber,
          severity: one.Level === "Error" ? "error" : one.Level === "Warning" ? "warning" : "info",
          code: one.Rule.Id,
          message: one.Message,
        },
  );
}

/**
 * @param {readonly Finding[]} findings
 * @returns {Map<string, Finding[]>}
 */
function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group === undefined) groups.set(finding.file, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** @param {Finding} a @param {Finding} b */
function isNear(a, b) {
  return Math.abs(a.line - b.line) <= 1;
}

/**
 * A function that says in which entry of its template a finding lies.
 * @param {string} path
 * @returns {Promise<(finding: Finding) => string | undefined>}
 */
async function entryFinder(path) {
  mkdirSync(join(root, "out"), { recursive: true });
  const out = mkdtempSync(join(root, "out/compare-"));
  const outfile = join(out, "parse.mjs");
  await build({
    entryPoints: [join(root, "server/src/model/reading/parse.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const { parse } = await import(pathToFileURL(outfile).href);
  rmSync(out, { recursive: true, force: true });
  /** @type {Map<string, { name: string, from: number, to: number }[]>} */
  const entries = new Map();
  return ({ file, line }) => {
    const known = entries.get(file) ?? entriesIn(readFileSync(join(path, file), "utf8"), parse);
    entries.set(file, known);
    return known.find(({ from, to }) => line >= from && line <= to)?.name;
  };
}

/**
 * @param {string} text
 * @param {(text: string) => any} parse
 * @returns {{ name: string, from: number, to: number }[]}
 */
function entriesIn(text, parse) {
  /** @param {number} offset */
  const lineAt = (offset) => text.slice(0, offset).split("\n").length;
  return parse(text).sections.flatMap((/** @type {any} */ section) =>
    section.entries.map((/** @type {any} */ { name, key, value, offset }) => ({
      name: `${section.name}/${name}`,
      from: lineAt(key.start + offset),
      to: lineAt(Math.max(key.end, value.end) + offset),
    })),
  );
}

function printPrecision() {
  const files = new Set([...byFile.expected.keys(), ...byFile.ours.keys()]);
  /** @param {readonly Finding[] | undefined} findings */
  const errors = (findings) => (findings ?? []).filter(({ severity }) => severity === "error");
  const onlyOurs = [...files].filter(
    (file) => errors(byFile.expected.get(file)).length === 0 && errors(byFile.ours.get(file)).length > 0,
  );
  console.log(`Templates with a finding: ${files.size}; with an error of ours only: ${onlyOurs.length}`);
  for (const file of onlyOurs.slice(0, Number(values.list))) {
    const codes = new Set(errors(byFile.ours.get(file)).map(({ code }) => code));
    console.log(`  ${file}: ${[...codes].join(", ")}`);
  }
}

/** @param {Finding} finding @returns {"line" | "entry" | undefined} */
function match(finding) {
  const candidates = byFile.ours.get(finding.file) ?? [];
  if (candidates.some((one) => isNear(one, finding))) return "line";
  const entry = entryOf(finding);
  return entry !== undefined && candidates.some((one) => entryOf(one) === entry) ? "entry" : undefined;
}

/** @param {string} severity */
function printRecall(severity) {
  /** @type {Map<string, { all: number, line: number, entry: number }>} */
  const rules = new Map();
  for (const finding of expected) {
    if (finding.severity !== severity) continue;
    const rule = rules.get(finding.code) ?? { all: 0, line: 0, entry: 0 };
    rules.set(finding.code, rule);
    const how = match(finding);
    rule.all++;
    if (how === "line") rule.line++;
    if (how !== undefined) rule.entry++;
  }
  const list = [...rules].sort(([, a], [, b]) => b.all - a.all);
  /** @param {"all" | "line" | "entry"} key */
  const sum = (key) => list.reduce((total, [, rule]) => total + rule[key], 0);
  const average = list.reduce((total, [, rule]) => total + rule.line / rule.all, 0) / Math.max(1, list.length);
  console.log(
    `\n${severity}s: ${sum("line")} of ${sum("all")} on the line (${percent(sum("line") / sum("all"))}), ` +
      `${sum("entry")} in the entry (${percent(sum("entry") / sum("all"))}); average over ${list.length} rules ${percent(average)}`,
  );
  for (const [code, { all, line, entry }] of list) {
    console.log(`  ${code.padEnd(8)} ${`${line}/${all}`.padStart(9)} on the line, ${entry} in the entry`);
  }
}

/** @param {number} part */
function percent(part) {
  return Number.isNaN(part) ? "–" : `${(100 * part).toFixed(1)} %`;
}

/**
 * @param {string} code
 * @param {number} limit
 */
function printMissing(code, limit) {
  const theirs = expected.filter((finding) => finding.code === code && match(finding) === undefined);
  const own = ours.filter(
    (finding) =>
      finding.code === code && !(byFile.expected.get(finding.file) ?? []).some((one) => isNear(one, finding)),
  );
  for (const { file, line, message } of [...theirs, ...own].slice(0, limit)) console.log(`${file}:${line} ${message}`);
}
