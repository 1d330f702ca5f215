// Bundles everything into dist/:  node scripts/build.mjs [--development]
//   dist/cfn-notes.js          the command, dist/server/node.js the server's process
//   dist/api.js                what programs import from the npm package, api.d.ts its types
//   dist/server/*-*.js         what these three load (scripts/bundles/joinChunks.mjs)
//   dist/server/browser.js     the server as a Web Worker
//   dist/client/*.cjs          the extension in its two hosts, dist/client/webview/ its pages' scripts and styles
//   dist/files.json            the names of the files in notes/
//   dist/notes/                what lessons of the built-in notes are made of (scripts/bundles/preparedNotes.mjs)
//   dist/catalogue/            the catalogue (scripts/catalogue.mjs), made where it is missing or outdated
// notes/ and snippets/skeletons.json are read where they are, beside dist/.
import "./nodeVersion.mjs";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { bundle, common, processes, worker } from "./bundles/bundle.mjs";
import { joinChunks } from "./bundles/joinChunks.mjs";
import { preparedNotes, preparedTopicKeys } from "./bundles/preparedNotes.mjs";
import { thirdPartyNotices } from "./bundles/thirdPartyNotices.mjs";
import { root } from "./paths.mjs";

const dist = join(root, "dist");

/** The command, the server's process, and what programs import. @type {import("esbuild").BuildOptions} */
const server = {
  ...processes,
  entryPoints: entries({
    "cfn-notes": "server/src/cli/main.ts",
    "server/node": "server/src/node/main.ts",
    api: "server/src/cli/api.ts",
  }),
};

/** @type {import("esbuild").BuildOptions} */
const serverWorker = { ...worker, entryPoints: entries({ "server/browser": "server/src/browser/main.ts" }) };

/** @type {import("esbuild").BuildOptions} */
const client = { ...common, external: ["vscode"], format: "cjs", outExtension: { ".js": ".cjs" } };

/** @type {import("esbuild").BuildOptions} */
const clientNode = {
  ...client,
  entryPoints: entries({
    "client/node": "client/src/node/main.ts",
    "client/languageClient": "client/src/node/languageClient.ts",
  }),
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  // The language client is a file of its own, read when the server starts: parsing it would dominate the activation.
  supported: { "dynamic-import": false },
  plugins: [
    {
      name: "language client apart",
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/languageClient\.ts$/ }, ({ kind }) =>
          kind === "entry-point" ? undefined : { path: "./languageClient.cjs", external: true },
        ),
    },
  ],
};

/** @type {import("esbuild").BuildOptions} */
const clientWorker = {
  ...client,
  entryPoints: entries({ "client/browser": "client/src/browser/main.ts" }),
  platform: "browser",
  target: "es2023",
  // The manifest says browser.cjs, so that VS Code takes it for CommonJS; its web host then adds ".js" to the name.
  outExtension: { ".js": ".cjs.js" },
};

/** @type {import("esbuild").BuildOptions} */
const webviews = {
  ...common,
  entryPoints: entries(webviewFiles()),
  platform: "browser",
  format: "iife",
  target: "es2023",
};

makeCatalogue();
const ofServer = bundle(server);
const metafiles = [
  await ofServer,
  ...(await Promise.all([serverWorker, clientNode, clientWorker, webviews].map(bundle))),
];
const notices = join(dist, "THIRD-PARTY-NOTICES.txt");
mkdirSync(dist, { recursive: true });
writeFileSync(notices, thirdPartyNotices(metafiles));
await joinChunks(await ofServer, server);
const outputs = metafiles.flatMap((metafile) => Object.keys(metafile.outputs).map((path) => resolve(root, path)));
// The web has no folders to list.
const files = join(dist, "files.json");
const listed = ["notes/ja", "notes/en"].map((folder) => [folder, readdirSync(join(root, folder)).sort()]);
writeFileSync(files, JSON.stringify(Object.fromEntries(listed)));
mkdirSync(join(dist, "notes"), { recursive: true });
const prepared = await Promise.all(
  /** @type {const} */ (["en", "ja", "topics"]).map(async (name) => {
    const path = join(dist, "notes", name);
    writeFileSync(path, await (name === "topics" ? preparedTopicKeys() : preparedNotes(name)));
    return path;
  }),
);
const types = join(dist, "api.d.ts");
writeFileSync(types, typesOfApi());
removeOthers(new Set([...outputs, notices, files, types, ...prepared]));
const notAscii = outputs.filter((path) => /\.c?js$/.test(path) && readFileSync(path).some((byte) => byte > 0x7f));
if (notAscii.length > 0) throw new Error(`These are not written in ASCII: ${notAscii.join(", ")}`);
const command = join(dist, "cfn-notes.js");
chmodSync(command, 0o755);
for (const path of outputs)
  console.log(`${String(Math.ceil(statSync(path).size / 1024)).padStart(6)} KB  ${relative(root, path)}`);

/** @param {Record<string, string>} files output without its ending → source */
function entries(files) {
  return Object.entries(files).map(([out, source]) => ({ in: source, out }));
}

function webviewFiles() {
  const folder = join(root, "client/src/webview");
  const names = readdirSync(folder).filter((name) => /\.(ts|css)$/.test(name) && !name.endsWith(".d.ts"));
  return Object.fromEntries(
    names.map((name) => [`client/webview/${name.replace(/\.\w+$/, "")}`, `client/src/webview/${name}`]),
  );
}

/** The types of the API in one file, which stands by itself. */
function typesOfApi() {
  const out = mkdtempSync(join(tmpdir(), "cfn-notes-types-"));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    // What the functions load is not followed.
    const flags = ["--declaration", "--emitDeclarationOnly", "--noCheck", "--noResolve", "--ignoreConfig"];
    const language = ["--target", "es2023", "--module", "nodenext", "--allowImportingTsExtensions"];
    const sources = ["apiTypes", "api"].map((name) => `server/src/cli/${name}.ts`);
    const run = spawnSync(process.execPath, [tsc, ...sources, ...flags, ...language, "--outDir", out], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(`The types of the API could not be made: ${run.stdout}${run.stderr}`);
    const [types = "", functions = ""] = ["apiTypes", "api"].map((name) =>
      readFileSync(join(out, `${name}.d.ts`), "utf8"),
    );
    return types + functions.replace(/^(?:import|export) type .*;\n/gm, "");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function makeCatalogue() {
  const script = join(root, "scripts/catalogue.mjs");
  const made = newestIn([join(dist, "catalogue")]);
  const inputs = [
    script,
    join(root, "scripts/catalogue"),
    join(root, "server/src/catalogue"),
    join(root, "package-lock.json"),
  ];
  if (made !== undefined && made >= (newestIn(inputs) ?? 0)) return;
  console.log("Making the catalogue.");
  const run = spawnSync(process.execPath, [script], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (run.status !== 0) throw new Error("The catalogue could not be made.");
}

/**
 * @param {readonly string[]} paths files and folders; missing ones do not count
 * @returns {number | undefined} milliseconds since 1970
 */
function newestIn(paths) {
  const times = paths
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isFile() ? [path] : filesIn(path)))
    .map((path) => statSync(path).mtimeMs);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Removes what an earlier build left, so that it is not packaged. @param {Set<string>} kept */
function removeOthers(kept) {
  for (const path of filesIn(dist))
    if (!kept.has(path) && !path.startsWith(join(dist, "catalogue"))) rmSync(path, { force: true });
}
