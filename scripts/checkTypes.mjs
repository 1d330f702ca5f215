// Checks the types of every layer with what that layer may know of (Node, VS Code, the DOM, or nothing).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.mjs";

const layers = [
  ".",
  "server/src/node",
  "server/src/cli",
  "server/src/browser",
  "server/test",
  "client",
  "client/src/browser",
  "client/src/webview",
  "scripts",
];
const tsc = join(root, "node_modules/typescript/bin/tsc");
// A data file that is new, or has another shape, would be an error of types in each source that imports it.
const data = spawnSync(process.execPath, ["scripts/dataTypes.mjs", "--check"], { cwd: root, stdio: "inherit" });
if (data.status !== 0) process.exit(1);
// The layers behind one that fails would say the same again.
const failed = layers.find((layer) => {
  const run = spawnSync(process.execPath, [tsc, "-p", layer, "--pretty", String(process.stdout.isTTY ?? false)], {
    cwd: root,
    stdio: "inherit",
  });
  return run.status !== 0;
});
console.log(
  failed === undefined
    ? `Types are right in ${layers.length} layers.`
    : `Types are wrong in the layer of ${join(failed, "tsconfig.json")}.`,
);
process.exitCode = failed === undefined ? 0 : 1;
