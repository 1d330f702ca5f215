// Measures the language server beside its floors and a rival, in one run:
//   node scripts/bench.mjs [options]                       (after npm run build)
//     --quick            500 resources only, one process each, no rival: a minute
//     --sizes 50,500     resources of the templates            (50,500,5000)
//     --runs N           processes a server and template       (3)
//     --soak N           edits of the soak, at 500 resources   (10000)
//     --no-rival         without yaml-language-server, which is fetched otherwise
//     --folder DIR       what `check` is measured with         (300 generated templates)
//     --dist DIR         the build to measure                  (dist)
//     --out FILE         where the report goes, as JSON        (out/bench.json)
//     --picture FILE     a picture of the template with 500 resources, as SVG
//     --compare FILE     shows each figure beside that of an earlier report
//
// Times differ between machines and with what else they do: look at ratios within one run.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFolder, writeTemplates } from "./bench/checkFolder.mjs";
import { goalsOf } from "./bench/goals.mjs";
import { figuresOf, measure } from "./bench/measure.mjs";
import { indexNotes } from "./bench/noteIndex.mjs";
import { picture } from "./bench/picture.mjs";
import { searchNotes, writeNotes } from "./bench/searchNotes.mjs";
import { buildFloors, ownServer, rivalServer } from "./bench/servers.mjs";
import { median } from "./bench/statistics.mjs";
import { comparison, reportTables } from "./bench/table.mjs";
import { template } from "./bench/templates.mjs";
import { root } from "./paths.mjs";

/** The size that goals are about: CloudFormation's limit. */
const LIMIT = 500;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    runs: { type: "string" },
    soak: { type: "string" },
    "no-rival": { type: "boolean", default: false },
    folder: { type: "string" },
    dist: { type: "string", default: join(root, "dist") },
    out: { type: "string", default: join(root, "out/bench.json") },
    picture: { type: "string" },
    compare: { type: "string" },
  },
});
const { quick } = options;
const sizes = (options.sizes ?? (quick ? String(LIMIT) : "50,500,5000")).split(",").map(Number);
const runs = Number(options.runs ?? (quick ? 1 : 3));
const soak = Number(options.soak ?? (quick ? 1000 : 10_000));

const dist = resolve(options.dist);
const floors = await buildFloors();
const own = await ownServer(dist);
const echo = { name: "echo", command: [process.execPath, floors.echo, "--stdio"] };
const rival = quick || options["no-rival"] ? undefined : rivalServer();

const emptyNode = median(Array.from({ length: 5 }, () => startOfNode())) ?? Number.NaN;
/** @type {import("./bench/report.ts").TemplateFigures[]} */
const templates = [];
for (const resources of sizes) {
  for (const format of /** @type {const} */ (["yaml", "json"])) templates.push(await measured(resources, format));
}
const folder = options.folder ?? writeTemplates(join(root, "out/bench-templates"), quick ? 100 : 300);
const check = checkFolder(join(dist, "cfn-notes.js"), floors.parse, resolve(folder), quick ? 1 : 3);
const notesFolder = writeNotes(join(root, "out/bench-notes"));
const noteIndex = await indexNotes(notesFolder, quick ? 1 : 3);
const search = await searchNotes(own.command, notesFolder);

/** @type {import("./bench/report.ts").Report} */
const report = {
  date: new Date().toISOString(),
  machine: {
    node: process.version,
    cpus: availableParallelism(),
    model: cpus()[0]?.model ?? "",
    load: loadavg()[0] ?? Number.NaN,
  },
  runs,
  emptyNode,
  templates,
  check,
  search,
  noteIndex,
  goals: goalsOf(templates, check, search, noteIndex),
};
mkdirSync(dirname(resolve(options.out)), { recursive: true });
writeFileSync(options.out, `${JSON.stringify(report, undefined, 2)}\n`);
console.log(`\n${reportTables(report)}`);
if (options.compare !== undefined) {
  console.log(`\n${comparison(report, JSON.parse(readFileSync(options.compare, "utf8")))}`);
}
const shown = templates.find(({ resources, format }) => resources === LIMIT && format === "yaml");
if (options.picture !== undefined && shown !== undefined) writeFileSync(options.picture, picture(shown));

function startOfNode() {
  const begin = performance.now();
  spawnSync(process.execPath, ["-e", ""]);
  return performance.now() - begin;
}

/**
 * Processes of the servers take turns, so that all see the same machine.
 * @param {number} resources
 * @param {"yaml" | "json"} format
 * @returns {Promise<import("./bench/report.ts").TemplateFigures>}
 */
async function measured(resources, format) {
  const text = template(resources, format);
  // The rival is for YAML, and takes minutes for what is larger than any template may be.
  const servers = [own, echo, ...(rival !== undefined && format === "yaml" && resources <= LIMIT ? [rival] : [])];
  /** @type {Map<string, import("./bench/measure.mjs").Samples>} */
  const samples = new Map();
  for (let run = 0; run < runs; run++) {
    for (const { name, command } of servers) {
      if (run > 0 && name === rival?.name) continue;
      // Only our own server has something that could grow.
      const soaked = run === 0 && name === own.name && resources === LIMIT;
      // The rival takes seconds for each.
      const places = name === rival?.name ? 4 : quick ? 12 : 20;
      const plan = { text, format, places, soak: soaked ? soak : 0 };
      process.stderr.write(`${resources} ${format}, ${name}, run ${run + 1}\n`);
      const result = await measure(command, plan);
      if (result.failure !== undefined) process.stderr.write(`  ${result.failure}\n`);
      const all = samples.get(name) ?? {};
      for (const [key, values] of Object.entries(result.samples)) all[key] = [...(all[key] ?? []), ...values];
      samples.set(name, all);
    }
  }
  return {
    name: `${resources} ${format}`,
    resources,
    format,
    lines: text.split("\n").length - 1,
    bytes: Buffer.byteLength(text),
    servers: Object.fromEntries(servers.map(({ name }) => [name, figuresOf(samples.get(name) ?? {})])),
  };
}
