// What lessons of the built-in notes are made of, for dist/notes: a hover need not parse their Markdown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "./importSources.mjs";
import { root } from "./paths.mjs";

/**
 * @param {"en" | "ja"} language
 * @returns {Promise<Buffer>} what `notes/lesson/preparedFiles.ts` reads
 */
export async function preparedNotes(language) {
  const { packedPieces, readNotes, readPieces } = await importSources(
    ["reading/readNotes", "lesson/pieces", "lesson/preparedPieces"],
    join(root, "server/src/notes"),
  );
  const folder = join(root, "notes", language);
  const made = readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const file = readNotes({ uri: `cfn-notes-built-in:/${language}/${name}`, text, builtIn: true, language });
    const notes = file.notes.filter((/** @type {{ topicIds: readonly string[] }} */ note) => note.topicIds.length > 0);
    const lines = notes.map((/** @type {{ line: number }} */ note) => packedPieces(note.line, readPieces(note, file)));
    return { name, length: text.length, bytes: Buffer.from(`\n${lines.join("")}`) };
  });
  const index = made.map(({ name, length, bytes }) => [name, length, bytes.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...made.map(({ bytes }) => bytes)]);
}
