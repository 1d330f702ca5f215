// Measures the language server beside its floors and a rival, in one run:
//   node scripts/bench.mjs [options]                       (after npm run build)
//     --quick            500 resources only, one round, no rival: a minute
//     --sizes 50,500     resources of the templates            (50,500,5000)
//     --rounds N         all is measured so many times         (5)
//     --soak N           edits of the soak, at 500 resources   (10000)
//     --no-rival         without yaml-language-server, which is fetched otherwise
//     --folder DIR       what `check` is measured with         (300 generated templates)
//     --dist DIR         the build to measure                  (dist)
//     --out FILE         where the report goes, as JSON        (out/bench.json)
//     --picture FILE     a picture of the template with 500 resources, as SVG
//     --growth FILE      measures how cost grows, too, and draws it, as SVG
//     --compare FILE     shows each figure beside that of an earlier report
//
// Times differ between machines and with what else they do: look at ratios within one run.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { activation } from "./bench/activation.mjs";
import { checkFolder, writeTemplates } from "./bench/checkFolder.mjs";
import { goalsOf } from "./bench/goals.mjs";
import { measureGrowth } from "./bench/growth.mjs";
import { growthPicture } from "./bench/growthPicture.mjs";
import { hoverNotes } from "./bench/hoverNotes.mjs";
import { figuresOf, measure } from "./bench/measure.mjs";
import { buildNotePrograms, indexNotes } from "./bench/noteIndex.mjs";
import { openDocuments } from "./bench/openDocuments.mjs";
import { picture } from "./bench/picture.mjs";
import { NOTES, ownThing, searchNotes, writeNotes } from "./bench/searchNotes.mjs";
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
    rounds: { type: "string" },
    soak: { type: "string" },
    "no-rival": { type: "boolean", default: false },
    folder: { type: "string" },
    dist: { type: "string", default: join(root, "dist") },
    out: { type: "string", default: join(root, "out/bench.json") },
    picture: { type: "string" },
    growth: { type: "string" },
    compare: { type: "string" },
  },
});
const { quick } = options;
const sizes = (options.sizes ?? (quick ? String(LIMIT) : "50,500,5000")).split(",").map(Number);
const count = Number(options.rounds ?? (quick ? 1 : 5));
const soak = Number(options.soak ?? (quick ? 4000 : 10_000));

const dist = resolve(options.dist);
const floors = await buildFloors();
const programs = await buildNotePrograms();
const own = await ownServer(dist);
const echo = { name: "echo", command: [process.execPath, floors.echo, "--stdio"] };
const rival = quick || options["no-rival"] ? undefined : rivalServer();

const folder = options.folder ?? writeTemplates(join(root, "out/bench-templates"), quick ? 100 : 300);
const notesFolder = writeNotes(join(root, "out/bench-notes"));
const ownNotesFolder = writeNotes(join(root, "out/bench-own-notes"), NOTES, ownThing);
/** @type {import("./bench/report.ts").Round[]} */
const rounds = [];
for (let round = 0; round < count; round++) rounds.push(await measureRound(round));

const templates = medians(rounds);
const check = { command: join(dist, "cfn-notes.js"), parser: floors.parse };
/** @type {import("./bench/report.ts").Report} */
const report = {
  date: new Date().toISOString(),
  machine: {
    node: process.version,
    cpus: availableParallelism(),
    model: cpus()[0]?.model ?? "",
    load: loadavg()[0] ?? Number.NaN,
  },
  rounds,
  templates,
  goals: goalsOf(rounds),
  growth: options.growth === undefined ? [] : measureGrowth(templates, programs, check),
};
mkdirSync(dirname(resolve(options.out)), { recursive: true });
writeFileSync(options.out, `${JSON.stringify(report, undefined, 2)}\n`);
console.log(`\n${reportTables(report)}`);
if (options.compare !== undefined) {
  console.log(`\n${comparison(report, JSON.parse(readFileSync(options.compare, "utf8")))}`);
}
const shown = templates.find(({ resources, format }) => resources === LIMIT && format === "yaml");
if (options.growth !== undefined) writeFileSync(options.growth, growthPicture(report.growth));
if (options.picture !== undefined && shown !== undefined) writeFileSync(options.picture, picture(shown));

function startOfNode() {
  const begin = performance.now();
  spawnSync(process.execPath, ["-e", ""]);
  return performance.now() - begin;
}

/** Processes of the servers take turns, so that all see the same machine. @param {number} round @returns {Promise<import("./bench/report.ts").Round>} */
async function measureRound(round) {
  /** @type {import("./bench/report.ts").TemplateFigures[]} */
  const measuredTemplates = [];
  for (const resources of sizes)
    for (const format of /** @type {const} */ (["yaml", "json"]))
      measuredTemplates.push(await measured(resources, format, round));
  process.stderr.write(`notes, documents, check, round ${round + 1}\n`);
  return {
    emptyNode: median(Array.from({ length: 5 }, () => startOfNode())) ?? Number.NaN,
    templates: measuredTemplates,
    check: checkFolder(join(dist, "cfn-notes.js"), floors.parse, resolve(folder)),
    search: await searchNotes(own.command, notesFolder),
    hovers: await hoverNotes(own.command, join(root, "out/bench-hovered-notes")),
    noteIndex: indexNotes(programs, notesFolder, NOTES, "Update"),
    ownNotes: indexNotes(programs, ownNotesFolder, NOTES, "Orders3"),
    activation: activation(dist),
    documents: await openDocuments(own.command),
    echoDocuments: await openDocuments(echo.command),
  };
}

/**
 * @param {number} resources
 * @param {"yaml" | "json"} format
 * @param {number} round
 * @returns {Promise<import("./bench/report.ts").TemplateFigures>}
 */
async function measured(resources, format, round) {
  const text = template(resources, format);
  // The rival is for YAML, and takes minutes for what is larger than any template may be.
  const isForRival = round === 0 && format === "yaml" && resources <= LIMIT;
  const servers = [own, echo, ...(rival !== undefined && isForRival ? [rival] : [])];
  /** @type {Record<string, import("./bench/report.ts").Figures>} */
  const figures = {};
  for (const { name, command } of servers) {
    // Only our own server has something that could grow.
    const soaked = round === 0 && name === own.name && resources === LIMIT;
    // The rival takes seconds for each.
    const places = name === rival?.name ? 4 : quick ? 12 : 20;
    process.stderr.write(`${resources} ${format}, ${name}, round ${round + 1}\n`);
    const { samples, failure } = await measure(command, { text, format, places, soak: soaked ? soak : 0 });
    if (failure !== undefined) process.stderr.write(`  ${failure}\n`);
    figures[name] = figuresOf(samples);
  }
  return {
    name: `${resources} ${format}`,
    resources,
    format,
    lines: text.split("\n").length - 1,
    bytes: Buffer.byteLength(text),
    parse: floors.parseTime(text),
    servers: figures,
  };
}

/** Each figure of each template: the median of the rounds. @param {readonly import("./bench/report.ts").Round[]} all */
function medians(all) {
  const [first] = all;
  return (first?.templates ?? []).map((one) => {
    const same = all.flatMap(({ templates: these }) => these.filter(({ name }) => name === one.name));
    const servers = Object.entries(one.servers).map(([name, figures]) => {
      const keys = Object.keys(figures).map((key) => [
        key,
        median(same.flatMap((other) => other.servers[name]?.[key] ?? [])) ?? Number.NaN,
      ]);
      return [name, Object.fromEntries(keys)];
    });
    return { ...one, servers: Object.fromEntries(servers) };
  });
}
