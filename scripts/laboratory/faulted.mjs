// Prints in how many files of a folder we see an error, and which, by our codes:
//   node scripts/laboratory/faulted.mjs FOLDER [--except CODE,CODE] [--list N]
// Over templates that are known to be right it should be none, over refused ones nearly all.
// Nothing is built: it uses dist/ (npm run build).
import { parseArgs } from "node:util";
import { checkFolder } from "./checkFolder.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { except: { type: "string", default: "" }, list: { type: "string", default: "20" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: node scripts/laboratory/faulted.mjs FOLDER [--except CODE,CODE] [--list N]");
  process.exit(2);
}

const except = new Set(values.except.split(","));
const { findings, files } = checkFolder(folder);
const errors = findings.filter(({ severity, code }) => severity === "error" && !except.has(code));
const faulted = new Set(errors.map(({ file }) => file));
console.log(`${faulted.size} of ${files} files have an error (${((100 * faulted.size) / files).toFixed(1)} %).`);
/** @type {Map<string, Set<string>>} */
const byCode = new Map();
for (const { code, file } of errors) byCode.set(code, (byCode.get(code) ?? new Set()).add(file));
for (const [code, those] of [...byCode].sort((a, b) => b[1].size - a[1].size)) console.log(`${those.size}\t${code}`);
for (const { file, line, code, message } of errors.slice(0, Number(values.list)))
  console.log(`${file}:${line} ${code} ${message}`);
