// Lets sources import what is written in YAML below server/data, on the pages of the rules, and in snippets. A mistake there stops the build, with its file and line.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { root } from "../paths.mjs";
import { rulePage } from "../rules/rulePage.mjs";
import { keptData } from "./keptData.mjs";
import { TEXT_KEYS, WITHOUT_SOURCES } from "./shapes.mjs";
import { snippetsIn } from "./snippets.mjs";

/** @type {import("esbuild").Plugin} */
export const dataFiles = {
  name: "data files",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\.\/\*\*\/\*\.md$/ }, ({ resolveDir }) => ({
      path: dirname(resolveDir),
      namespace: "rules",
    }));
    onLoad({ filter: /./, namespace: "rules" }, ({ path }) => made(() => pagesBelow(path)));
    onResolve({ filter: /^\.\.\/\*\*\/\*\.rule$/ }, ({ resolveDir }) => ({
      path: dirname(resolveDir),
      namespace: "list of rules",
    }));
    onLoad({ filter: /./, namespace: "list of rules" }, ({ path }) => ({
      contents: listingRules(path),
      loader: "js",
      resolveDir: path,
    }));
    onResolve({ filter: /[\\/]snippets[\\/]\*\.json$/ }, ({ path, resolveDir }) => ({
      path: dirname(join(resolveDir, path)),
      namespace: "snippets",
    }));
    onLoad({ filter: /./, namespace: "snippets" }, ({ path }) => made(() => parsing(snippetsBelow(path))));
    onLoad({ filter: /[\\/]server[\\/]data[\\/].*\.yaml$/ }, ({ path }) => {
      const [, project = "", found = ""] = /^(.*?)[\\/]server[\\/]data[\\/](.*)\.yaml$/.exec(path) ?? [];
      const name = found.replaceAll("\\", "/");
      const { value, problems } = keptData(project, name);
      if (problems.length === 0)
        return path.endsWith("all.yaml")
          ? { contents: importing(value), loader: "js", resolveDir: dirname(path) }
          : {
              contents: parsing(WITHOUT_SOURCES.has(name) ? withoutSources(value) : withTexts(name, value)),
              loader: "js",
            };
      return {
        errors: problems.map(({ text, line, column, lineText }) => ({
          text,
          location: { file: relative(root, path), line, column, lineText },
        })),
      };
    });
  },
};

/** @param {unknown} value @returns {unknown} */
function withoutSources(value) {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === "source" ? undefined : inner)));
}

/** @param {string} name @param {unknown} value @returns {unknown} */
function withTexts(name, value) {
  const key = TEXT_KEYS.get(dirname(name));
  if (key === undefined) return value;
  return /** @type {Record<string, unknown>[]} */ (value).map((row) => ({ ...row, [key]: JSON.stringify(row[key]) }));
}

/**
 * A module with what the rules below a folder are, by their codes, without what their pages say of them; and with the messages
 * of each, which are parsed when it reports something.
 * @param {string} folder
 */
function pagesBelow(folder) {
  const pages = filesBelow(folder, ".md").map(({ path, text }) => rulePage(path, text));
  const messages = pages
    .filter(({ messages }) => Object.keys(messages).length > 0)
    .map(({ code, messages }) => `${JSON.stringify(code)}: ${parsed(messages)}`);
  return `${parsing(Object.fromEntries(pages.map(({ code, described }) => [code, described])))}
export const messages = { ${messages.join(",\n")} };`;
}

/**
 * A module with the rules below a folder: those beside whose file is a page, by the names of their files in each category, in
 * alphabetical order.
 * @param {string} folder
 */
function listingRules(folder) {
  const rules = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !path.startsWith("engine/"))
    .map((path) => path.replace(/\.md$/, ""))
    .sort();
  const categories = [...new Set(rules.map((path) => path.replace(/\/.*/, "")))];
  const namesIn = (/** @type {string} */ category) =>
    rules.filter((path) => path.startsWith(`${category}/`)).map((path) => basename(path));
  const lists = categories.map((category) => `${category}: { ${namesIn(category).join(", ")} }`);
  const imports = rules.map((path) => `import { ${basename(path)} } from "./${path}.ts";`);
  return `${imports.join("\n")}\nexport default { ${lists.join(",\n")} };`;
}

/** @param {string} folder */
function snippetsBelow(folder) {
  return filesBelow(folder, ".json").flatMap(({ path, text }) => snippetsIn(path, text));
}

/** @param {string} folder @param {string} ending @returns {readonly { path: string, text: string }[]} */
function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({
      path: relative(root, join(folder, path)).replaceAll("\\", "/"),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}

/** @param {() => string} make gives a module, or throws an error that names the place of a mistake @returns {import("esbuild").OnLoadResult} */
function made(make) {
  try {
    return { contents: make(), loader: "js" };
  } catch (error) {
    return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
  }
}

/** A module with a function that gives the value: most templates and notes need few of the files. @param {unknown} value */
function parsing(value) {
  return `export default ${parsed(value)};`;
}

/**
 * A function that gives the value. V8 parses a text of JSON in half the time that it takes to read and run the same as code.
 * @param {unknown} value
 */
function parsed(value) {
  return `() => JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

/**
 * What `all.yaml` of a folder names: a module that gives the other files of it by their names, in the same lists.
 * @param {unknown} names
 */
function importing(names) {
  const all = Object.values(/** @type {object} */ (names)).flat();
  const given = (/** @type {readonly string[]} */ list) =>
    `{ ${list.map((name) => `${JSON.stringify(name)}: file${all.indexOf(name)}`).join(", ")} }`;
  const files = Array.isArray(names)
    ? given(names)
    : `{ ${Object.entries(/** @type {object} */ (names)).map(([list, inner]) => `${list}: ${given(inner)}`)} }`;
  const imports = all.map((name, at) => `import file${at} from "./${name}.yaml";`);
  return `${imports.join("\n")}\nexport default () => (${files});`;
}
