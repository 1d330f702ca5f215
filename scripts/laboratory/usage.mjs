// Counts what templates use, for the order of completions:  node scripts/laboratory/usage.mjs FOLDER… [--out FILE]
// Writes scripts/catalogue/usage.json, from which scripts/catalogue.mjs makes a part of the catalogue. Only names and values
// that CloudFormation itself knows are kept, and only where several authors use them; each folder directly below
// those that are named counts as one author. Run it over many templates of many authors, or the order is only theirs.
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { templateFiles } from "../bench/templateFiles.mjs";
import { importSources } from "../bundles/importSources.mjs";
import { root } from "../paths.mjs";

/** So many authors must write a value, and so many keys and values of a place are kept. */
const AUTHORS = 2;
const MAX_KEYS = 8;
const MAX_VALUES = 8;
const MAX_ATTRIBUTES = 5;
/** So many services of IAM's actions, and so many actions of each. */
const MAX_SERVICES = 60;
const MAX_ACTIONS = 12;

/** @typedef {import("../../server/src/model/tree/node.ts").Node} Node */

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: join(root, "scripts/catalogue/usage.json") } },
});
if (folders.length === 0) throw new Error("Name a folder with templates.");

const { parse, entriesOf, looksLikeTemplate, loadCatalogue, schemaAt, alternatives, valuePlace, ANY_NAME } =
  await bundled();
const catalogue = loadCatalogue();
/** Place → name → authors. @type {Map<string, Map<string, Set<string>>>} */
const keys = new Map();
/** @type {Map<string, Map<string, Set<string>>>} */
const values = new Map();
/** @type {Map<string, Map<string, Set<string>>>} */
const types = new Map();
/** Prefix of a service → name of an action → authors; below "" the prefixes themselves. @type {Map<string, Map<string, Set<string>>>} */
const actions = new Map();
/** Below "" the regions that rows of mappings are named after. @type {Map<string, Map<string, Set<string>>>} */
const regions = new Map();
/** Resource type → attribute that `Fn::GetAtt` or `Fn::Sub` reads → authors. @type {Map<string, Map<string, Set<string>>>} */
const attributes = new Map();
let templates = 0;

for (const folder of folders) {
  for (const file of templateFiles(folder)) {
    const text = readFileSync(file, "utf8");
    if (!looksLikeTemplate(text)) continue;
    templates++;
    count(parse(text), relative(folder, file).split(/[\\/]/)[0] ?? "");
  }
}
const usage = {
  templates,
  types: ranked(types.get("") ?? new Map(), 2, 400),
  parameterTypes: ranked(types.get("Parameters") ?? new Map(), 1, 12),
  // One key alone has no order.
  keys: table(keys, 2, MAX_KEYS, 2),
  values: table(values, AUTHORS, MAX_VALUES, 1),
  services: ranked(actions.get("") ?? new Map(), AUTHORS, MAX_SERVICES),
  actions: table(new Map([...actions].filter(([prefix]) => prefix !== "")), AUTHORS, MAX_ACTIONS, 2),
  attributes: table(attributes, AUTHORS, MAX_ATTRIBUTES, 1),
  regions: ranked(regions.get("") ?? new Map(), AUTHORS, MAX_VALUES),
};
writeFileSync(options.out, `${JSON.stringify(usage, undefined, 1)}\n`);
console.log(`${templates} templates, ${usage.types.length} types, ${JSON.stringify(usage).length} characters`);

/** @param {import("../../server/src/model/template.ts").Template} template @param {string} author */
function count(template, author) {
  const parameters = new Map(
    entriesOf(template, "Parameters").map(({ name, value }) => [name, child(value, "Default")]),
  );
  for (const { value } of entriesOf(template, "Resources")) {
    const type = textAt(value, "Type");
    const known = type === undefined ? undefined : catalogue.resourceType(type);
    if (type === undefined || known === undefined) continue;
    add(types, "", type, author);
    walk(child(value, "Properties"), [], { type, author, properties: known.properties, parameters });
  }
  for (const { value } of entriesOf(template, "Mappings")) {
    for (const { key } of value?.kind === "map" ? value.pairs : []) {
      if (/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(key.text)) add(regions, "", key.text, author);
    }
  }
  for (const section of /** @type {const} */ (["Resources", "Outputs"])) {
    for (const { value } of entriesOf(template, section))
      countAttributes(value, template.declarations.resources, author);
  }
  for (const { value } of entriesOf(template, "Parameters")) {
    const type = textAt(value, "Type");
    if (catalogue.parameterTypes.some(({ name }) => name === type)) add(types, "Parameters", type ?? "", author);
  }
}

/**
 * @param {Node | undefined} node
 * @param {readonly (string | number)[]} path
 * @param {{
 *   type: string,
 *   author: string,
 *   properties: import("../../server/src/catalogue/types/catalogue.ts").ObjectType,
 *   parameters: ReadonlyMap<string, Node | undefined>
 * }} of parameters: by name, what each is without being told
 */
function walk(node, path, of) {
  if (node === undefined) return;
  const names = path.filter((step) => typeof step === "string");
  if (node.kind === "list") for (const item of node.items) walk(item, [...path, 0], of);
  else if (node.kind === "map") {
    for (const { key, value } of node.pairs) {
      const schema = schemaAt(of.properties, [...path, key.text]);
      if (schema === undefined) continue;
      // The authors' own names (SAM's events) are one place.
      const name = schema.property === undefined ? ANY_NAME : key.text;
      if (name !== ANY_NAME) add(keys, [of.type, ...names].join("/"), name, of.author);
      walk(value, [...path, name], of);
    }
  } else if (node.kind === "call") {
    const [, ...branches] = node.argument.kind === "list" ? node.argument.items : [];
    if (node.name === "Fn::If") for (const branch of branches) walk(branch, path, of);
    if (node.name === "Ref" && node.argument.kind === "scalar") walk(of.parameters.get(node.argument.text), path, of);
  } else if (names.length > 0) countValue(node.text, path, of);
}

/**
 * @param {Node | undefined} node
 * @param {ReadonlyMap<string, { readonly type?: string | undefined }>} resources
 * @param {string} author
 */
function countAttributes(node, resources, author) {
  if (node?.kind === "list") for (const item of node.items) countAttributes(item, resources, author);
  else if (node?.kind === "map") for (const { value } of node.pairs) countAttributes(value, resources, author);
  else if (node?.kind === "call") {
    const { name, argument } = node;
    const parts =
      argument.kind === "list" ? argument.items.map((item) => (item.kind === "scalar" ? item.text : "")) : [];
    const text =
      argument.kind === "scalar" ? argument.text : name === "Fn::GetAtt" ? parts.join(".") : (parts[0] ?? "");
    const read =
      name === "Fn::GetAtt"
        ? [text]
        : name === "Fn::Sub"
          ? [...text.matchAll(/\$\{([\w.]+)\}/g)].map(([, one = ""]) => one)
          : [];
    for (const one of read) {
      const [resource = "", ...rest] = one.split(".");
      const type = resources.get(resource)?.type;
      const attribute = rest.join(".");
      if (type !== undefined && catalogue.resourceType(type)?.attributes.has(attribute))
        add(attributes, type, attribute, author);
    }
    countAttributes(argument, resources, author);
  }
}

/** @param {string} text @param {readonly (string | number)[]} path @param {Parameters<typeof walk>[2]} of */
function countValue(text, path, { type, author, properties }) {
  const names = path.filter((step) => typeof step === "string");
  const schema = schemaAt(properties, path)?.type;
  if (schema !== undefined && alternatives(schema).some((one) => "format" in one && one.format === "iam-action")) {
    const [prefix = "", name = ""] = text.split(":");
    const service = catalogue.iamServices.get(prefix);
    if (service === undefined) return;
    add(actions, "", prefix, author);
    if (service.actions.has(name)) add(actions, prefix, name, author);
  } else if (isListed(text, names, schema, type)) add(values, valuePlace(type, names), text, author);
}

/**
 * Whether a value is one that completion offers: only its place among others is of use.
 * @param {string} text
 * @param {readonly string[]} names
 * @param {import("../../server/src/catalogue/types/catalogue.ts").ValueType | undefined} type
 * @param {string} resource
 */
function isListed(text, names, type, resource) {
  if (names.at(-1) === "Namespace") return catalogue.metrics.has(text);
  if (names.at(-1) === "MetricName") return [...catalogue.metrics.values()].some((all) => all.includes(text));
  if (catalogue.values.at(resource, ["Properties", ...names]).some(({ name }) => name === text)) return true;
  return type !== undefined && alternatives(type).some((one) => "enum" in one && one.enum?.includes(text) === true);
}

/** @param {Map<string, Map<string, Set<string>>>} counts @param {string} place @param {string} name @param {string} author */
function add(counts, place, name, author) {
  const names = counts.get(place) ?? new Map();
  counts.set(place, names);
  names.set(name, (names.get(name) ?? new Set()).add(author));
}

/** The names that most authors use, first. @param {Map<string, Set<string>>} names @param {number} least @param {number} most */
function ranked(names, least, most) {
  return [...names]
    .filter(([, authors]) => authors.size >= least)
    .sort(([a, first], [b, second]) => second.size - first.size || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}

/**
 * @param {Map<string, Map<string, Set<string>>>} counts
 * @param {number} authors how many a name must have
 * @param {number} most names of a place
 * @param {number} least names of a place
 */
function table(counts, authors, most, least) {
  const rows = [...counts].map(([place, names]) => /** @type {const} */ ([place, ranked(names, authors, most)]));
  return Object.fromEntries(rows.filter(([, names]) => names.length >= least).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {Node | undefined} node @param {string} key @returns {Node | undefined} */
function child(node, key) {
  return node?.kind === "map" ? node.pairs.findLast((pair) => pair.key.text === key)?.value : undefined;
}

/** @param {Node} node @param {string} key */
function textAt(node, key) {
  const found = child(node, key);
  return found?.kind === "scalar" ? found.text : undefined;
}

/**
 * @returns {Promise<
 *   typeof import("../../server/src/model/reading/parse.ts") & typeof import("../../server/src/model/template.ts") &
 *   typeof import("../../server/src/detect.ts") & typeof import("../../server/src/catalogue/types/schemaAt.ts") &
 *   typeof import("../../server/src/catalogue/types/usualValues.ts") & typeof import("../../server/src/catalogue/types/usage.ts") &
 *   typeof import("../../server/test/catalogue/loadCatalogue.ts")
 * >}
 */
function bundled() {
  return importSources([
    "src/model/reading/parse",
    "src/model/template",
    "src/detect",
    "src/catalogue/types/schemaAt",
    "src/catalogue/types/usualValues",
    "src/catalogue/types/usage",
    "test/catalogue/loadCatalogue",
  ]);
}
