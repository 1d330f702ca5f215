// What lessons of the built-in notes are made of, for dist/notes: a hover need not parse their Markdown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { importSources } from "./importSources.mjs";

/** @typedef {{ line: number, topicIds: readonly string[] }} Note */
/** @typedef {{ id: string, names: ReadonlySet<string> }} Topic */

const SOURCES = join(root, "server/src/notes");

/**
 * @param {"en" | "ja"} language
 * @returns {Promise<Buffer>} what `notes/lesson/preparedFiles.ts` reads
 */
export async function preparedNotes(language) {
  const { packedNotes, packedPieces, readNotes, readPieces } = await importSources(
    ["reading/readNotes", "lesson/pieces", "lesson/preparedPieces", "lesson/preparedNotes"],
    SOURCES,
  );
  // What is ASCII alone is decoded at once, and kept in half the memory. Of English, hardly anything is not.
  const written = (/** @type {string} */ json) => (language === "en" ? inAscii(json) : json);
  const folder = join(root, "notes", language);
  const made = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const file = readNotes({ uri: `cfn-notes-built-in:/${language}/${name}`, text, builtIn: true, language });
    const notes = file.notes.filter((/** @type {Note} */ note) => note.topicIds.length > 0);
    const lines = notes.map((/** @type {Note} */ note) => packedPieces(note.line, readPieces(note, file), file.lines));
    const head = packedNotes(file);
    return head === undefined
      ? []
      : [{ name, length: text.length, bytes: Buffer.from(written([head, ...lines].join(""))) }];
  });
  const index = made.map(({ name, length, bytes }) => [name, length, bytes.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...made.map(({ bytes }) => bytes)]);
}

/**
 * @returns {Promise<string>} the keys of all topics' names, as `topicKeysOf` reads them: notes of both languages have the same
 */
export async function preparedTopicKeys() {
  const { topics, TopicTable } = await importSources(["topics/all", "binding/topicTable"], SOURCES);
  const table = new TopicTable(topics);
  return table
    .all()
    .map((/** @type {Topic} */ { id, names }) => `${id} ${JSON.stringify([...names])}`)
    .join("\n");
}

/** @param {string} json */
function inAscii(json) {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
