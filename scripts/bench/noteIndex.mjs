// Reading notes and binding them to places, without files and the protocol, in a process as cold as the server is.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { dataFiles } from "../data/dataFiles.mjs";
import { root } from "../paths.mjs";
import { median, quantile } from "./statistics.mjs";

const CHANGES = 20;

const PROGRAM = `
  import { readdirSync, readFileSync } from "node:fs";
  import { gunzipSync } from "node:zlib";
  import { createCatalogue } from "./server/src/catalogue/createCatalogue.ts";
  import { noteCatalogue } from "./server/src/languageService.ts";
  import { focusAt } from "./server/src/model/focus/focusAt.ts";
  import { parse } from "./server/src/model/reading/parse.ts";
  import { noteIndex } from "./server/src/notes/noteIndex.ts";
  import { topics } from "./server/src/notes/topics/all.ts";

  const [, , folder, catalogue, changes] = process.argv;
  const sources = readdirSync(folder).map((name) => {
    const text = readFileSync(folder + "/" + name, "utf8");
    return { uri: "file:///notes/" + name, text, builtIn: false, language: "ja" };
  });
  const index = JSON.parse(readFileSync(catalogue + "/index.json", "utf8"));
  const file = readFileSync(catalogue + "/catalogue.bin");
  const block = (number) => gunzipSync(file.subarray(index.ends[number - 1] ?? 0, index.ends[number])).toString("latin1");
  const notes = noteIndex({ topics, catalogue: noteCatalogue(createCatalogue({ index, block })) });
  const template = "Resources:\\n  A:\\n    Type: AWS::S3::Bucket\\n    UpdateReplacePolicy: Retain\\n";
  const focus = focusAt(parse(template), template.indexOf("Update"));
  const milliseconds = () => {
    const begin = performance.now();
    for (const _ of notes.prepare());
    if (notes.at(focus).length === 0) throw new Error("No note is bound.");
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

/**
 * @param {string} folder of notes
 * @param {number} runs
 * @returns {Promise<import("./report.ts").NoteIndexFigures>}
 */
export async function indexNotes(folder, runs) {
  const program = join(root, "out/bench-note-index.mjs");
  await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: "js" },
    outfile: program,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    plugins: [dataFiles],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const all = Array.from({ length: runs }, () => run(program, folder));
  return {
    first: median(all.map(({ first }) => first)) ?? Number.NaN,
    changed:
      quantile(
        all.flatMap(({ changed }) => changed),
        0.95,
      ) ?? Number.NaN,
  };
}

/** @param {string} program @param {string} folder @returns {{ first: number, changed: number[] }} */
function run(program, folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, folder, join(root, "dist/catalogue"), String(CHANGES)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The notes could not be indexed: ${stderr}`);
  return JSON.parse(stdout);
}
