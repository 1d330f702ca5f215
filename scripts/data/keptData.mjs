// What the files of data say, kept in out/data from one build to the next: reading YAML takes a second.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readData } from "./readData.mjs";
import { shapeOf } from "./shapes.mjs";

/**
 * Like `readData`, of a file below server/data. What has problems is not kept.
 * @param {string} project the project's folder: tests bundle this file, so that it does not know where it is
 * @param {string} name of the file, as `shapeOf` takes it
 * @returns {ReturnType<typeof readData>}
 */
export function keptData(project, name) {
  const text = readFileSync(join(project, "server/data", `${name}.yaml`), "utf8");
  const readers = ["readData", "shapes"].map((file) => readFileSync(join(project, "scripts/data", `${file}.mjs`)));
  const hash = createHash("sha1").update(text).update(Buffer.concat(readers)).digest("hex");
  const folder = join(project, "out/data");
  const path = join(folder, `${name.replaceAll("/", ".")}.json`);
  const kept = keptAt(path);
  if (kept?.hash === hash) return { value: kept.value, problems: [] };
  const read = readData(text, shapeOf(name));
  if (read.problems.length === 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify({ hash, value: read.value }));
    renameSync(`${path}.${process.pid}`, path);
  }
  return read;
}

/** @param {string} path @returns {{ hash: string, value: unknown } | undefined} */
function keptAt(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
