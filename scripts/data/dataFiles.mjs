// Lets sources import what is written in YAML below server/data. A mistake there stops the build, with its file and line.
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { root } from "../paths.mjs";
import { SHAPES } from "./shapes.mjs";

/** @type {import("esbuild").Plugin} */
export const dataFiles = {
  name: "data files",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]server[\\/]data[\\/].*\.yaml$/ }, ({ path }) => {
      const { value, problems } = readData(readFileSync(path, "utf8"), shapeOf(path));
      if (problems.length === 0)
        return path.endsWith("all.yaml")
          ? { contents: importing(value), loader: "js", resolveDir: dirname(path) }
          : { contents: parsing(value), loader: "js" };
      return {
        errors: problems.map(({ text, line, column, lineText }) => ({
          text,
          location: { file: relative(root, path), line, column, lineText },
        })),
      };
    }),
};

/**
 * A module with a function that gives the value: most templates and notes need few of the files. V8 parses a text of JSON in
 * half the time that it takes to read and run the same as code.
 * @param {unknown} value
 */
function parsing(value) {
  return `export default () => JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/**
 * What `all.yaml` of a folder names: a module that gives the other files of it by their names, in the same lists.
 * @param {unknown} names
 */
function importing(names) {
  /** @type {(names: unknown) => string} */
  const files = (names) =>
    Array.isArray(names)
      ? `{ ${names.join(", ")} }`
      : `{ ${Object.entries(/** @type {object} */ (names)).map(([list, inner]) => `${list}: ${files(inner)}`)} }`;
  const imports = Object.values(/** @type {object} */ (names))
    .flat()
    .map((name) => `import ${name} from "./${name}.yaml";`);
  return `${imports.join("\n")}\nexport default () => (${files(names)});`;
}

/** @param {string} path */
function shapeOf(path) {
  const name = /[\\/]server[\\/]data[\\/](.*)\.yaml$/.exec(path)?.[1]?.replaceAll("\\", "/") ?? "";
  return SHAPES[name] ?? SHAPES[name.split("/")[0] ?? ""];
}

/**
 * @param {string} text YAML
 * @param {import("./shapes.mjs").Shape | undefined} shape
 * @returns {{ value: unknown, problems: readonly { text: string, line: number, column: number, lineText: string }[] }}
 *   with lines from 1 and columns from 0
 */
export function readData(text, shape) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [
    ...document.errors.map(({ message, pos }) => ({ text: message, offset: pos[0] })),
    ...(document.errors.length > 0 ? [] : (shape?.(document.contents, 0) ?? noShape)),
  ];
  return {
    value: document.toJS(),
    problems: problems.map(({ text: said, offset }) => {
      const { line, col } = lines.linePos(offset);
      return { text: said, line, column: col - 1, lineText: text.split("\n")[line - 1] ?? "" };
    }),
  };
}

const noShape = [{ text: "scripts/data/shapes.mjs has no shape for this file.", offset: 0 }];
