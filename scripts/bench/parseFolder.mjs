// The floor of `check`: parses files with `yaml` on several threads:  parseFolder.js FOLDER THREADS
import { readFileSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { parseDocument } from "yaml";
import { functionTags } from "./functionTags.mjs";
import { templateFiles } from "./templateFiles.mjs";

if (isMainThread) {
  const [, script = "", folder = "", threads = "1"] = process.argv;
  const files = templateFiles(folder);
  const parts = Array.from({ length: Number(threads) }, (_, part) =>
    files.filter((_, index) => index % Number(threads) === part),
  );
  for (const part of parts.slice(1)) new Worker(script, { workerData: part });
  parse(parts[0] ?? []);
} else parse(workerData);

/** @param {readonly string[]} files */
function parse(files) {
  for (const file of files) {
    parseDocument(readFileSync(file, "utf8"), { customTags: functionTags, prettyErrors: false, logLevel: "silent" });
  }
}
