// Checks the built-in notes (notes/en, notes/ja), and lists what somebody has to look at:
//   node scripts/notes.mjs [--older-than DAYS]
// First the tests of their form, their places and their words, in both languages. Then the notes that were last held
// against their sources more than DAYS ago (180 where it is not given), those that never were as a whole, and what
// the catalogue says otherwise as of today: types that ended, properties that don't replace, values, runtimes.
// The exit code is 1 where a test fails, a note is too old or a fact is contradicted.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { importSources } from "./bundles/importSources.mjs";
import { root } from "./paths.mjs";

const { values } = parseArgs({ options: { "older-than": { type: "string", default: "180" } } });
const days = Number(values["older-than"]);
if (!Number.isInteger(days) || days < 0) {
  console.error("Usage: node scripts/notes.mjs [--older-than DAYS]");
  process.exit(2);
}

process.chdir(root);
const tests = [
  "topics/topics",
  "builtIn/builtInNotes",
  "builtIn/builtInParity",
  "builtIn/builtInPlaces",
  "builtIn/glossary",
].map((name) => `server/test/notes/${name}.test.ts`);
const { status } = spawnSync(process.execPath, ["scripts/unit.mjs", ...tests, "--", "--reporter", "dot"], {
  stdio: "inherit",
});

const { builtInSections, contradictions, loadCatalogue } = await tools();
const catalogue = loadCatalogue();
const today = new Date();
const notes = builtInSections("en").filter(({ ids }) => ids.length > 0);
const undated = notes.filter(({ sources }) => sources?.checked === undefined);
const old = notes.flatMap((note) => {
  const age =
    note.sources?.checked === undefined
      ? 0
      : Math.floor((today.getTime() - Date.parse(note.sources.checked)) / 86_400_000);
  return age > days ? [`${titled(note)}: checked ${age} days ago`] : [];
});
const contradicted = notes.flatMap((note) =>
  contradictions(note, catalogue, today.toISOString().slice(0, 10)).map((line) => `${titled(note)}: ${line}`),
);

list(`Checked more than ${days} days ago`, old);
list("Never checked as a whole", undated.map(titled));
list("The catalogue says otherwise", contradicted);
console.log(
  `${notes.length} notes, ${undated.length} of them without a day, ${old.length} older than ${days} days, ${contradicted.length} contradictions.`,
);
process.exitCode = status !== 0 || old.length > 0 || contradicted.length > 0 ? 1 : 0;

/** @typedef {{ file: string, heading: string, ids: readonly string[], sources?: { checked?: string } }} Note */

/** @param {Note} note */
function titled({ file, heading }) {
  return `${file}: ${heading}`;
}

/** @param {string} title @param {readonly string[]} lines */
function list(title, lines) {
  if (lines.length > 0) console.log(`${title}:\n${lines.map((line) => `  ${line}\n`).join("")}`);
}

/**
 * What the tests read the notes with.
 * @returns {Promise<{
 *   builtInSections: (language: "en" | "ja") => readonly Note[],
 *   contradictions: (note: Note, catalogue: unknown, today: string) => readonly string[],
 *   loadCatalogue: () => unknown,
 * }>}
 */
function tools() {
  return importSources([
    "test/notes/builtIn/builtInText",
    "test/notes/builtIn/contradictions",
    "test/catalogue/loadCatalogue",
  ]);
}
