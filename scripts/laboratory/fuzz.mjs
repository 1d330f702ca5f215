// Feeds random texts, notes, project files, messages and folders to the sources, and to the bundled worker, for as long as
// one likes:
//   node scripts/laboratory/fuzz.mjs [--seconds N] [--seed N] [--grep PATTERN]
//     --seconds N    for each kind of input (60)
//     --seed N       what to begin with (another one each time)
//     --grep PATTERN only the kinds that match: templates, notes, project files, sessions, sessions of a worker, folders
//
// It ends at the first failure of a kind, with the seed and the smallest input that was found. The kinds are in
// server/test/fuzz, and run for a second each in `npm test`, from a seed that is always the same.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../paths.mjs";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string" }, grep: { type: "string" } },
});
const seed = values.seed ?? process.env["CFN_NOTES_SEED"] ?? String(Date.now() % 2 ** 31);
console.log(`Seed ${seed}, ${values.seconds} s for each kind of input.`);
const run = spawnSync(
  process.execPath,
  [
    join(root, "scripts/unit.mjs"),
    join(root, "server/test/fuzz"),
    "--",
    ...["--timeout", "0"],
    ...(values.grep === undefined ? [] : ["--grep", values.grep]),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CFN_NOTES_FUZZ_SECONDS: values.seconds, CFN_NOTES_SEED: seed },
  },
);
process.exitCode = run.status ?? 1;
