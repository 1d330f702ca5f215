// Reading notes and binding them to places, without files and the protocol, in a process as cold as the server is; and the
// floor: parsing their Markdown in another one.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { dataFiles } from "../data/dataFiles.mjs";
import { root } from "../paths.mjs";
import { quantile } from "./statistics.mjs";

const CHANGES = 20;

const PROGRAM = `
  import { readdirSync, readFileSync } from "node:fs";
  import { createCatalogue } from "./server/src/catalogue/createCatalogue.ts";
  import { catalogueFrom } from "./server/src/catalogue/language/catalogueFile.ts";
  import { noteCatalogue } from "./server/src/hoverService.ts";
  import { inflater } from "./server/src/node/inflater.ts";
  import { focusAt } from "./server/src/model/focus/focusAt.ts";
  import { parse } from "./server/src/model/reading/parse.ts";
  import { noteIndex } from "./server/src/notes/noteIndex.ts";
  import { topics } from "./server/src/notes/topics/all.ts";

  const [, , folder, changes, catalogue, place] = process.argv;
  const sources = readdirSync(folder).map((name) => {
    const text = readFileSync(folder + "/" + name, "utf8");
    return { uri: "file:///notes/" + name, text, builtIn: false, language: "ja" };
  });
  const read = (name, encoding) => readFileSync(catalogue + "/" + name, encoding);
  const data = catalogueFrom(read("index.json", "utf8"), read("catalogue.bin"), inflater);
  const notes = noteIndex({ topics, catalogue: noteCatalogue(createCatalogue(data)) });
  const template = "Resources:\\n  Orders3:\\n    Type: AWS::S3::Bucket\\n    UpdateReplacePolicy: Retain\\n";
  const asked = { uri: "file:///notes/template.yaml", template: parse(template) };
  const focus = focusAt(asked.template, template.indexOf(place));
  const milliseconds = () => {
    const begin = performance.now();
    for (const _ of notes.prepare());
    if (notes.at(focus, asked).length === 0) throw new Error("No note is bound.");
    return performance.now() - begin;
  };
  for (const source of sources) notes.set(source);
  const first = milliseconds();
  const changed = Array.from({ length: Number(changes) }, (_, at) => {
    const source = sources[at % sources.length];
    notes.set({ ...source, text: source.text + "\\n## One more\\n" });
    return milliseconds();
  });
  console.log(JSON.stringify({ first, changed }));
`;

const FLOOR = `
  import { readdirSync, readFileSync } from "node:fs";
  import markdownIt from "markdown-it";

  const [, , folder] = process.argv;
  const texts = readdirSync(folder).map((name) => readFileSync(folder + "/" + name, "utf8"));
  const markdown = markdownIt();
  const begin = performance.now();
  for (const text of texts) markdown.parse(text, {});
  console.log(JSON.stringify({ first: performance.now() - begin, changed: [] }));
`;

/** The two programs, bundled once. */
export async function buildNotePrograms() {
  return { own: await bundled("bench-note-index.mjs", PROGRAM), floor: await bundled("bench-note-floor.mjs", FLOOR) };
}

/**
 * @param {Awaited<ReturnType<typeof buildNotePrograms>>} programs
 * @param {string} folder of notes
 * @param {number} notes how many there are
 * @param {string} place in a template at which one of them shows: a key, or a name
 * @returns {import("./report.ts").NoteIndexFigures}
 */
export function indexNotes(programs, folder, notes, place) {
  const own = run(programs.own, [folder, String(CHANGES), catalogue, place]);
  const floor = run(programs.floor, [folder]);
  return {
    notes,
    first: own.first,
    parse: floor.first,
    changed: quantile(own.changed, 0.95) ?? Number.NaN,
  };
}

const catalogue = join(root, "dist/catalogue");

/** @param {string} name @param {string} contents */
async function bundled(name, contents) {
  const outfile = join(root, "out", name);
  await build({
    stdin: { contents, resolveDir: root, loader: "js" },
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "error",
    plugins: [dataFiles],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return outfile;
}

/** @param {string} program @param {readonly string[]} args @returns {{ first: number, changed: number[] }} */
function run(program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The notes could not be read: ${stderr}`);
  return JSON.parse(stdout);
}
