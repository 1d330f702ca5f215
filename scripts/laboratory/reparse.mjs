// Holds the parser to its promises over any templates:
//   node scripts/laboratory/reparse.mjs FOLDER [--edits N] [--seed N] [--no-units] [--check]
// 1. What is parsed after an edit, with what was there before, is what is parsed from the text alone.
//    So many random edits (2000) are made, in sessions of 25 a file, with steps back.
//    With --check, the same is looked at for the diagnostics.
// 2. The plain reader reads a unit as the yaml package does, or leaves it to the package.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { templateFiles } from "../bench/templateFiles.mjs";
import { importSources } from "../bundles/importSources.mjs";
import { randomEdit, randomNumbers } from "./randomEdit.mjs";

const SESSION = 25;
/** Longer texts take seconds an edit, since each is parsed from nothing too. */
const MAX_LENGTH = 400_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: "string", default: "2000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    units: { type: "boolean", default: true },
    check: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const [folder = ""] = positionals;
if (folder === "") throw new Error("Which folder? node scripts/laboratory/reparse.mjs FOLDER [--edits N] [--seed N]");

const { parse, readYamlFast, readYamlFully, ...server } = await bundled();
const diagnosticsOf = options.check ? checker() : () => [];
const files = templateFiles(folder);
if (options.units) compareReaders();
reparse(Number(options.seed), Number(options.edits));

/**
 * @returns {Promise<
 *   typeof import("../../server/src/model/reading/parse.ts") & typeof import("../../server/src/model/reading/parse.ts") &
 *   typeof import("../../server/src/model/yaml/fastYamlReader.ts") &
 *   typeof import("../../server/src/model/yaml/fullYamlReader.ts") & typeof import("../../server/src/features/diagnostics.ts") &
 *   typeof import("../../server/src/rules/engine/all.ts") & typeof import("../../server/src/bootstrap/bootstrapGraph.ts") &
 *   typeof import("../../server/test/catalogue/loadCatalogue.ts")
 * >}
 */
function bundled() {
  return importSources([
    "src/model/reading/parse",
    "src/model/yaml/fastYamlReader",
    "src/model/yaml/fullYamlReader",
    "src/features/diagnostics",
    "src/rules/engine/all",
    "src/bootstrap/bootstrapGraph",
    "test/catalogue/loadCatalogue",
  ]);
}

function checker() {
  const { diagnostics, RULES: rules, bootstrapGraph, loadCatalogue } = server;
  const context = {
    rules,
    catalogue: loadCatalogue(),
    language: "en",
    today: "2026-01-01",
    severities: new Map(),
    bootstrapGraph,
  };
  /** @param {import("../../server/src/model/template.ts").Template} template */
  return (template) => diagnostics(template, /** @type {Parameters<typeof diagnostics>[1]} */ (context));
}

/** How many units the fast reader reads, and whether it reads them right. */
function compareReaders() {
  const counts = { units: 0, plain: 0, broken: 0 };
  /** @type {string[]} */
  const differing = [];
  for (const name of files) {
    const text = readFileSync(name, "utf8");
    const { format, units } = parse(text);
    if (format === "json") continue;
    for (const { unit, offset } of units) {
      counts.units++;
      const plain = readYamlFast(unit.text);
      if (plain === undefined) continue;
      counts.plain++;
      const { root: node, errors } = readYamlFully(unit.text);
      if (isDeepStrictEqual(plain, { root: node, errors })) continue;
      // What the package calls broken and YAML 1.1's parsers read: continuation lines that are indented less.
      if (errors.length > 0) counts.broken++;
      else differing.push(`${name}:${text.slice(0, offset).split("\n").length}`);
    }
  }
  const { units, plain, broken } = counts;
  const share = ((100 * plain) / Math.max(units, 1)).toFixed(2);
  console.log(`${files.length} files, ${units} units of YAML: the fast reader reads ${plain} (${share} %),`);
  console.log(`${broken} of them where the yaml package sees an error, ${differing.length} otherwise than it.`);
  for (const place of differing.slice(0, 20)) console.log(`  ${place}`);
  if (differing.length > 0) process.exitCode = 1;
}

/** @param {number} seed @param {number} edits */
function reparse(seed, edits) {
  const random = randomNumbers(seed);
  let done = 0;
  while (done < edits && files.length > 0) {
    const name = files[Math.floor(random() * files.length)] ?? "";
    let text = readFileSync(name, "utf8");
    if (text.length > MAX_LENGTH) {
      done++;
      continue;
    }
    let template = parse(text);
    diagnosticsOf(template);
    const states = [text];
    for (let step = 0; step < SESSION && done < edits; step++, done++) {
      const back = step > 3 && random() < 0.15;
      text = back ? (states[Math.floor(random() * states.length)] ?? text) : randomEdit(text, random);
      states.push(text);
      template = parse(text, template);
      const fresh = parse(text);
      const isParsed = isDeepStrictEqual(content(template), content(fresh));
      if (isParsed && isDeepStrictEqual(diagnosticsOf(template), diagnosticsOf(fresh))) continue;
      const what = isParsed ? "Checked" : "Parsed";
      console.error(`${what} otherwise with what was there before: ${name}, edit ${step + 1} of its session.`);
      const check = options.check ? " --check" : "";
      console.error(
        `Again: node scripts/laboratory/reparse.mjs ${folder} --no-units${check} --seed ${seed} --edits ${done + 1}`,
      );
      process.exitCode = 1;
      return;
    }
  }
  const what = options.check ? "parsed and checked" : "parsed";
  console.log(`${done} edits (seed ${seed}): ${what} the same with and without what was there before.`);
}

/** What a template says, without the identity of its parts and how its entries are grouped. @param {import("../../server/src/model/template.ts").Template} template */
function content({ format, sections, errors, declarations, units }) {
  const said = sections.map(({ chunks: _, ...section }) => section);
  const texts = units.map(({ kind, offset, unit }) => [kind, offset, unit.text]);
  return { format, sections: said, errors, declarations, texts };
}
