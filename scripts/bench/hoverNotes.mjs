// Hovers in a template beside many own notes on its services, and the same without them.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LanguageClient } from "./languageClient.mjs";
import { placesIn } from "./places.mjs";
import { SENTENCES } from "./searchNotes.mjs";
import { quantile } from "./statistics.mjs";
import { template } from "./templates.mjs";

/** As many as somebody has who studies for several exams: some fifty on each of the services. */
const NOTES = 400;
const NOTES_IN_FILE = 20;
const SERVICES = [
  "SQS",
  "DynamoDB",
  "IAM role",
  "CloudWatch Logs",
  "Lambda",
  "Security group",
  "EC2",
  "CloudWatch alarm",
];
const RESOURCES = 50;
const PLACES = 20;

/**
 * @param {readonly string[]} command
 * @param {string} folder for the notes
 * @returns {Promise<import("./report.ts").HoverFigures>}
 */
export async function hoverNotes(command, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file * NOTES_IN_FILE < NOTES; file++) {
    const notes = Array.from({ length: NOTES_IN_FILE }, (_, index) => note(file * NOTES_IN_FILE + index));
    writeFileSync(join(folder, `notes${file}.md`), `# AWS ${file}\n\n${notes.join("")}`);
  }
  return { notes: NOTES, beside: await hovers(command, [folder]), alone: await hovers(command, []) };
}

/** An item, as people write most of their notes. @param {number} number */
function note(number) {
  return `- **${SERVICES[number % SERVICES.length]}**: ${SENTENCES[(number * 3) % SENTENCES.length]}\n`;
}

/** Milliseconds of a hover, 95th percentile, once the notes are read. @param {readonly string[]} command @param {readonly string[]} folders */
async function hovers(command, folders) {
  const client = new LanguageClient(command, process.env, { notes: { folders } });
  await client.initialize();
  const text = template(RESOURCES, "yaml");
  await client.open("yaml", text);
  await client.diagnostics(1);
  // It waits until all notes are read.
  await client.ask("cfnNotes/searchNotes", { query: "SQS" });
  /** @type {number[]} */
  const times = [];
  const { hover, type } = placesIn(text, "yaml", PLACES);
  for (const { line, character } of [...type, ...hover, ...type]) {
    const begin = performance.now();
    await client.request("hover", { position: { line, character: character - 1 } });
    times.push(performance.now() - begin);
  }
  await client.stop();
  return quantile(times, 0.95) ?? Number.NaN;
}
