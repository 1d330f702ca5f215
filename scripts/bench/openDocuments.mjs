// Many documents that are opened, checked and closed, one after the other, as after a search through a workspace.
import { LanguageClient } from "./languageClient.mjs";
import { template } from "./templates.mjs";

const DOCUMENTS = 200;
const RESOURCES = 20;
/** A server may give memory back when nobody has asked for anything for a while, in milliseconds. */
const QUIET = 4000;

/** @param {readonly string[]} command @returns {Promise<import("./report.ts").DocumentsFigures>} */
export async function openDocuments(command) {
  const client = new LanguageClient(command);
  await client.initialize();
  const text = template(RESOURCES, "yaml");
  await openAndClose(client, text, 0);
  await client.settled(QUIET);
  const memoryBefore = client.memory() ?? Number.NaN;
  const begin = performance.now();
  for (let number = 1; number <= DOCUMENTS; number++) await openAndClose(client, text, number);
  const each = (performance.now() - begin) / DOCUMENTS;
  await client.settled(QUIET);
  const memoryAfter = client.memory() ?? Number.NaN;
  await client.stop();
  return { documents: DOCUMENTS, each, memoryBefore, memoryAfter };
}

/** @param {LanguageClient} client @param {string} text @param {number} number */
async function openAndClose(client, text, number) {
  const version = await client.open("yaml", text, `-${number}`);
  await client.diagnostics(version);
  await client.close();
}
