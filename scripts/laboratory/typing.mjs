// Types templates like a person, key by key, against the built server, with VS Code's rules for its list of suggestions:
//   node scripts/laboratory/typing.mjs FOLDER… [options]              (after npm run build)
//     --sample N         so many templates, always the same ones for a number     (all)
//     --language yaml    only those in YAML, or in json
//     --longest N        only templates of at most so many characters            (20000)
//     --show N           shows so many of the keys that were taken                (20)
//     --missed KIND      shows words of a kind that were never among the first five
//     --program FILE     the command to ask                                       (dist/cfn-notes.js)
//   node scripts/laboratory/typing.mjs --calm [--between MS]
//     types correct resources with so many milliseconds between two keys (80), and says how often the set of errors changes
//     meanwhile, and how soon real errors show
//
// It says where a key was taken by the list that was meant for the text (this has to be 0; names that are declared only
// further down are told apart, since no editor can know them), for how many words the wanted item is among the first
// five, and how many keys are saved by accepting it as soon as it is first.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { templateFiles } from "../bench/templateFiles.mjs";
import { root } from "../paths.mjs";
import { calmReport } from "./typing/calm.mjs";
import { Report } from "./typing/report.mjs";
import { retype } from "./typing/retype.mjs";
import { TypingClient } from "./typing/typingClient.mjs";

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    language: { type: "string" },
    longest: { type: "string", default: "20000" },
    show: { type: "string", default: "20" },
    missed: { type: "string" },
    calm: { type: "boolean", default: false },
    between: { type: "string", default: "80" },
    program: { type: "string", default: join(root, "dist/cfn-notes.js") },
  },
});
if (options.calm) {
  console.log(await calmReport(options.program, Number(options.between)));
  process.exit();
}
if (folders.length === 0) throw new Error("Name a folder with templates.");

const client = new TypingClient(options.program);
await client.start();
const report = new Report();
for (const file of chosen(folders.flatMap((folder) => templateFiles(folder)))) {
  const text = readFileSync(file, "utf8");
  const language = /^\s*\{/.test(text) ? "json" : "yaml";
  report.add(file, await retype({ text, language, client }));
  process.stderr.write(`\r${report.files} templates`);
}
process.stderr.write("\n");
await client.stop();
console.log(report.summary());
console.log(report.taken(Number(options.show)));
if (options.missed !== undefined) console.log(report.missed(options.missed));
process.exitCode = report.isClean ? 0 : 1;

/** @param {readonly string[]} files */
function chosen(files) {
  const suited = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    const json = /^\s*\{/.test(text);
    return (
      text.length <= Number(options.longest) &&
      (options.language ?? (json ? "json" : "yaml")) === (json ? "json" : "yaml")
    );
  });
  const count = Number(options.sample ?? suited.length);
  if (count >= suited.length) return suited;
  return Array.from({ length: count }, (_, index) => suited[Math.floor((index * suited.length) / count)] ?? "");
}
