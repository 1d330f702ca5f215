// What the files of data say, kept in out/data from one build to the next: reading YAML takes a second.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../paths.mjs";
import { readData } from "./readData.mjs";
import { shapeOf } from "./shapes.mjs";

const FOLDER = join(root, "out/data");

/** What decides, beside a file's own text, how it is read. */
const readers = ["readData.mjs", "shapes.mjs"].map((name) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8"),
);

/**
 * Like `readData`, of a file below server/data. What has problems is not kept.
 * @param {string} name as `shapeOf` takes it
 * @param {string} text
 * @returns {ReturnType<typeof readData>}
 */
export function keptData(name, text) {
  const hash = createHash("sha1")
    .update([...readers, text].join("\0"))
    .digest("hex");
  const path = join(FOLDER, `${name.replaceAll("/", ".")}.json`);
  const kept = keptAt(path);
  if (kept?.hash === hash) return { value: kept.value, problems: [] };
  const read = readData(text, shapeOf(name));
  if (read.problems.length === 0) {
    mkdirSync(FOLDER, { recursive: true });
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
