import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";

/** What is loaded on the way to the first answers, and by the command. */
const LOADED = [
  "server/src/cli/main.ts",
  "server/src/cli/start.ts",
  "server/src/node/languageServer.ts",
  "server/src/node/nodeSession.ts",
  "server/src/templateChecker.ts",
  "server/src/lsp/answers.ts",
  "server/src/cli/run.ts",
];
const PIECE = /^chunk-/;
const IMPORT = /\bimport\s*(?:\{([^}]*)\}\s*from\s*)?"([^"]*\/)(chunk-\w+\.js)"/g;

/**
 * Joins the pieces that are always loaded together. Bundled files are split by what imports them dynamically, so that most
 * pieces are a few lines, and Node takes a third of a millisecond for each of sixty until a template is checked.
 * @param {import("esbuild").Metafile} metafile of files that were split; afterwards it has the joined ones
 * @param {import("esbuild").BuildOptions} options what they were bundled with
 */
export async function joinChunks({ outputs }, { absWorkingDir: root = "", minify = false, sourcemap = false }) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const path of Object.keys(outputs).filter((name) => PIECE.test(basename(name)))) {
    const users = LOADED.filter((entry) => reached(entry).has(path)).join();
    if (users !== "") groups.set(users, [...(groups.get(users) ?? []), path]);
  }
  /** By the name of a piece: its file, and what stands before its names there. @type {Map<string, [string, string]>} */
  const places = new Map();
  for (const pieces of groups.values())
    for (const [index, piece] of pieces.entries())
      places.set(basename(piece), [basename(pieces[0] ?? "").replace(PIECE, "joined-"), `$${index}`]);
  for (const pieces of groups.values()) {
    const folder = resolve(root, dirname(pieces[0] ?? ""));
    const own = new Set(pieces.map((piece) => basename(piece)));
    const names = pieces.map((piece) => {
      const listed = outputs[piece]?.exports.map((name) => `${name} as ${places.get(basename(piece))?.[1]}${name}`);
      return `export {${listed?.join()}} from "./${basename(piece)}";`;
    });
    const outfile = `${folder}/${places.get(basename(pieces[0] ?? ""))?.[0]}`;
    const { metafile } = await build({
      stdin: { contents: names.join("\n"), resolveDir: folder },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      minify,
      sourcemap,
      metafile: true,
      absWorkingDir: root,
      outfile,
      plugins: [
        {
          name: "other files",
          setup: ({ onResolve }) =>
            onResolve({ filter: /^\.\.?\// }, ({ path }) =>
              own.has(basename(path)) ? undefined : { path, external: true },
            ),
        },
      ],
    });
    for (const piece of pieces) rmSync(resolve(root, piece));
    Object.assign(outputs, metafile.outputs);
  }
  for (const path of Object.keys(outputs)) {
    if (places.has(basename(path))) delete outputs[path];
    else if (path.endsWith(".js")) redirect(resolve(root, path));
  }

  /** @param {string} file */
  function redirect(file) {
    const text = readFileSync(file, "utf8");
    const redirected = text.replaceAll(IMPORT, (found, names, folder, piece) => {
      const [joined, prefix] = places.get(piece) ?? [];
      if (joined === undefined) return found;
      const list = names?.replaceAll(
        /([\w$]+)(\s+as\s+[\w$]+)?/g,
        (/** @type {string} */ _, /** @type {string} */ name, as = ` as ${name}`) => `${prefix}${name}${as}`,
      );
      return names === undefined ? `import"${folder}${joined}"` : `import{${list}}from"${folder}${joined}"`;
    });
    if (redirected !== text) writeFileSync(file, redirected);
  }

  /** All that an entry imports statically. @param {string} entry its source */
  function reached(entry) {
    const from = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
    const all = new Set(from === undefined ? [] : [from]);
    for (const path of all)
      for (const { path: other, kind } of outputs[path]?.imports ?? [])
        if (kind === "import-statement" && outputs[other] !== undefined) all.add(other);
    return all;
  }
}
