// Imported before anything else: says at once which Node is needed, before a package fails in words of its own.
import { readFileSync } from "node:fs";

const manifest = new URL("../package.json", import.meta.url);
const needed = JSON.parse(readFileSync(manifest, "utf8")).engines.node.replace(">=", "");

if (isOlder(process.versions.node, needed)) {
  console.error(`Node ${needed} or newer is needed; this is Node ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

/**
 * @param {string} version
 * @param {string} other
 */
function isOlder(version, other) {
  const [a = [], b = []] = [version, other].map((text) => text.split(".").map(Number));
  const at = b.findIndex((number, index) => number !== a[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
