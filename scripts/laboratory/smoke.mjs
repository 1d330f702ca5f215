// Runs each tool that measures or compares over our own examples, since nothing else runs them: none may be out of date.
//   node scripts/laboratory/smoke.mjs                                  (after npm run build)
// What they find does not count (their exit code 1), only that they come to their end.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../paths.mjs";

const out = mkdtempSync(join(tmpdir(), "smoke-"));
const found = join(out, "found.json");
writeFileSync(found, "[]");

/** @type {readonly (readonly [tool: string, ...args: string[]])[]} */
const tools = [
  ["laboratory/actions", "examples"],
  ["bench", "--quick", "--no-rival", "--soak", "50", "--out", join(out, "bench.json")],
  ["laboratory/compare", "examples", found],
  ["catalogue/endedServices"],
  ["laboratory/faulted", "examples"],
  ["laboratory/mistakes", "examples", "--most", "5"],
  ["laboratory/reparse", "examples", "--edits", "50"],
  ["laboratory/typing", "examples", "--longest", "6000", "--sample", "1"],
  ["laboratory/usage", "examples", "--out", join(out, "usage.json")],
];

const failed = tools.filter(([tool, ...args]) => {
  const run = spawnSync(process.execPath, [join(root, "scripts", `${tool}.mjs`), ...args], {
    encoding: "utf8",
    cwd: root,
  });
  // An uncaught error ends with the version of Node.
  const isRight = (run.status === 0 || run.status === 1) && !/^Node\.js v\d/m.test(run.stderr);
  console.log(
    `${isRight ? "✔" : "✗"} ${tool}${isRight ? "" : `\n${run.stdout.slice(-1000)}\n${run.stderr.slice(-2000)}`}`,
  );
  return !isRight;
});
rmSync(out, { recursive: true, force: true });
process.exitCode = failed.length === 0 ? 0 : 1;
