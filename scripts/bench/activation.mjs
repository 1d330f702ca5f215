// The extension's activation in a window without a template, in a process of its own: VS Code is stood in for by something that
// has every name and does nothing. The language server must not start.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const PROGRAM = `
  const Module = require("node:module");
  const own = (target) => new Proxy(target, { get: (from, key) => (key in from ? Reflect.get(from, key) : key === "then" ? undefined : anything) });
  const anything = new Proxy(function () {}, {
    get: (from, key) => {
      if (key === "prototype") return from.prototype;
      if (key === Symbol.iterator) return [][Symbol.iterator];
      if (key === Symbol.toPrimitive) return () => "";
      return key === "then" ? undefined : anything;
    },
    set: () => true,
    apply: () => anything,
    construct: (_, __, made) => own(Object.create(made.prototype)),
  });
  const stored = { get: (_, otherwise) => otherwise, update: async () => undefined, keys: () => [] };
  const vscode = own(Object.assign(Object.create(own({})), {
    workspace: own({ textDocuments: [], workspaceFolders: undefined, getConfiguration: () => own({ ...stored, inspect: () => undefined }) }),
    window: own({ visibleTextEditors: [], activeTextEditor: undefined, terminals: [] }),
    env: own({ language: "en", machineId: "", appHost: "desktop" }),
    l10n: own({ t: (text) => String(text), bundle: undefined }),
  }));
  const load = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
  const [, folder] = process.argv;
  const context = own({ subscriptions: [], globalState: own({ ...stored }), workspaceState: own({ ...stored }), extensionPath: folder, asAbsolutePath: (path) => folder + "/" + path });
  const heap = () => (gc(), process.memoryUsage().heapUsed / 2 ** 20);
  const heapBefore = heap();
  const begin = performance.now();
  require(folder + "/dist/client/node.cjs").activate(context);
  const milliseconds = performance.now() - begin;
  const heapAfter = heap();
  if (context.subscriptions.length === 0) throw new Error("Nothing was activated.");
  if (Object.keys(require.cache).some((file) => file.includes("languageClient"))) throw new Error("The server was started.");
  console.log(JSON.stringify({ milliseconds, heapBefore, heapAfter }));
  process.exit();
`;

/** @param {string} dist the build @returns {import("./report.ts").ActivationFigures} */
export function activation(dist) {
  const args = ["--expose-gc", "-e", PROGRAM, join(dist, "..")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The extension was not activated: ${stderr.slice(-1000)}`);
  return JSON.parse(stdout);
}
