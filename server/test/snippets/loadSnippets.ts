import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadSnippets, readSnippets } from "../../src/snippets/readSnippets.ts";

/** The snippets of the product. Tests run in the project's folder. */
export function loadSnippets(): ReadSnippets {
  const folder = join(process.cwd(), "snippets");
  const files = readdirSync(folder).sort();
  return readSnippets(files.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })));
}
