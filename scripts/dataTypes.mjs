// Makes server/data/dataTypes.d.ts: what sources get that import a YAML file of server/data, by the file's shape.
//   node scripts/dataTypes.mjs [--check]
// With --check it writes nothing, and fails if the file is out of date.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { SHAPES, shapeOf, TEXT_KEYS, WITHOUT_SOURCES } from "./data/shapes.mjs";
import { root } from "./paths.mjs";
import { writeOrCheck } from "./writeOrCheck.mjs";

const names = readdirSync(join(root, "server/data"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => path.slice(0, -".yaml".length).replaceAll("\\", "/"))
  .filter(isImported)
  .sort();

/** Of a folder with a list of its files, only that list is imported, and what is no file like the others. @param {string} name */
function isImported(name) {
  const [folder = "", file] = name.split("/");
  return file === undefined || SHAPES[`${folder}/all`] === undefined || SHAPES[name] !== undefined;
}

writeOrCheck(
  "node scripts/dataTypes.mjs",
  new Map([
    [
      "server/data/dataTypes.d.ts",
      `// Made by scripts/dataTypes.mjs from the shapes of the files: change those.
// Each module gives the contents of its file, parsed anew by each call; the build has checked their shape.

${names.map(declaration).join("\n")}`,
    ],
  ]),
  process.argv.includes("--check"),
);

/** @param {string} name */
function declaration(name) {
  const shape = shapeOf(name);
  const { contents } = parseDocument(readFileSync(join(root, `server/data/${name}.yaml`), "utf8"));
  const type = shape?.type(contents) ?? "unknown";
  const of = name.endsWith("/all") ? shapeOf(name.slice(0, name.lastIndexOf("/"))) : shape;
  const row = of?.type() === of?.row ? undefined : of?.row;
  const whole = of === shape ? type : ofFiles(type, of);
  const key = TEXT_KEYS.get(name.replace(/\/all$/, ""));
  const shownRow = key === undefined ? "Row" : `(Omit<Row, "${key}"> & { readonly ${key}: string })`;
  const result = row === undefined ? whole : whole.replaceAll(row, shownRow);
  const lines = [...(row === undefined ? [] : [`export type Row = ${row};`]), `const read: () => ${result};`];
  const shown = WITHOUT_SOURCES.has(name) ? lines.map((line) => line.replace(/^ *readonly source: .*\n/gm, "")) : lines;
  return `declare module "*/${name}.yaml" {
${[...shown, "export default read;"].join("\n").replaceAll(/^/gm, "  ")}
}
`;
}

/**
 * What the lists of `all.yaml` name are the other files of its folder.
 * @param {string} type @param {import("./data/shapes.mjs").Shape | undefined} of
 */
function ofFiles(type, of) {
  return type.replaceAll("readonly string[]", `Readonly<Record<string, () => ${of?.type() ?? "unknown"}>>`);
}
