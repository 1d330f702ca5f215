import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createCatalogue } from "../../src/catalogue/createCatalogue.ts";
import type { Catalogue } from "../../src/catalogue/types/catalogue.ts";
import type { CatalogueData, CatalogueIndex } from "../../src/catalogue/types/packed.ts";

let loaded: Catalogue | undefined;
let data: CatalogueData | undefined;

/**
 * The catalogue of dist/catalogue, for tests; made first where it is missing or outdated, which takes seconds:
 * call it outside of `it`. Tests run in the project's folder.
 */
export function loadCatalogue(): Catalogue {
  loaded ??= createCatalogue(catalogueData());
  return loaded;
}

/** The data as a host hands it in. */
export function catalogueData(): CatalogueData {
  data ??= readData();
  return data;
}

function readData(): CatalogueData {
  const made = spawnSync(process.execPath, ["scripts/catalogue.mjs"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`The catalogue could not be made: ${made.stderr}`);
  const folder = join(process.cwd(), "dist/catalogue");
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as CatalogueIndex;
  const file = readFileSync(join(folder, "catalogue.bin"));
  return {
    index,
    block: (number) => gunzipSync(file.subarray(index.ends[number - 1] ?? 0, index.ends[number])).toString("latin1"),
  };
}
