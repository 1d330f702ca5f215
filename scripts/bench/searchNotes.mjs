// Search over many notes, asked for at each letter as somebody types.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LanguageClient } from "./languageClient.mjs";
import { quantile } from "./statistics.mjs";

export const NOTES = 2000;
const NOTES_IN_FILE = 20;
/** Between the first lines of two notes, so that neighbours say different things. */
const APART = 5;
const QUERIES = [
  "cfn-initとcfn-hupの違い",
  "ELBのアクセスログを有効にする",
  "sticky session",
  "AutoScalingRollingUpdate",
];
const THINGS = [
  "UpdateReplacePolicy",
  "接続ドレイン",
  "cfn-init",
  "アクセスログ",
  "スティッキーセッション",
  "Aレコード",
];
/** People do not write the same few words in each note: the lines of the built-in ones, in two languages. */
export const SENTENCES = ["ja", "en"].flatMap((language) => {
  const folder = fileURLToPath(new URL(`../../notes/${language}/`, import.meta.url));
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => /^[^#|<`\s-].{40,}$/.test(line));
});

/** Writes so many notes of a kilobyte each, and gives their folder. @param {string} folder @param {number} [count] @param {(number: number) => string} [title] */
export function writeNotes(folder, count = NOTES, title = thing) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file * NOTES_IN_FILE < count; file++) {
    const notes = Array.from({ length: NOTES_IN_FILE }, (_, index) => note(file * NOTES_IN_FILE + index, title));
    writeFileSync(join(folder, `notes${file}.md`), `# ノート${file}\n\n${notes.join("\n")}`);
  }
  return folder;
}

/** @param {number} number */
function thing(number) {
  return `${THINGS[number % THINGS.length]} その${number}`;
}

/** Every fourth note is called as something of the author's own. @param {number} number */
export function ownThing(number) {
  return number % 4 === 3 ? `Orders${number}\n<!-- cfn: id:Orders${number} -->` : thing(number);
}

/** About a kilobyte. @param {number} number @param {(number: number) => string} title */
function note(number, title) {
  let text = `## ${title(number)}\n\nword${number}\n`;
  for (let sentence = number * APART; Buffer.byteLength(text) < 1000; sentence++)
    text += `${SENTENCES[sentence % SENTENCES.length]}\n`;
  return text;
}

/**
 * @param {readonly string[]} command
 * @param {string} folder
 * @returns {Promise<import("./report.ts").SearchFigures>}
 */
export async function searchNotes(command, folder) {
  const client = new LanguageClient(command, process.env, { notes: { folders: [folder] } });
  await client.initialize();
  // The folder is read while others are answered: until then nothing is found.
  const first = await timed(async () => {
    while (!(await finds(client, `word${NOTES - 1}`)));
  });
  /** @type {number[]} */
  const times = [];
  for (const query of [...QUERIES, ...QUERIES])
    for (let end = 1; end <= query.length; end++)
      times.push(await timed(() => client.ask("cfnNotes/searchNotes", { query: query.slice(0, end), limit: 30 })));
  await client.stop();
  return {
    notes: NOTES,
    first,
    median: quantile(times, 0.5) ?? Number.NaN,
    p95: quantile(times, 0.95) ?? Number.NaN,
    pass: quantile(passes(folder), 0.5) ?? Number.NaN,
  };
}

/** The floor: milliseconds of looking for each query in each text as it is. @param {string} folder */
function passes(folder) {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return [...QUERIES, ...QUERIES].map((query) => {
    const begin = performance.now();
    for (const text of texts) text.toLowerCase().includes(query.toLowerCase());
    return performance.now() - begin;
  });
}

/** @param {LanguageClient} client @param {string} query */
async function finds(client, query) {
  const found = /** @type {readonly unknown[]} */ (await client.ask("cfnNotes/searchNotes", { query }));
  return found.length > 0;
}

/** @param {() => Promise<unknown>} ask */
async function timed(ask) {
  const begin = performance.now();
  await ask();
  return performance.now() - begin;
}
