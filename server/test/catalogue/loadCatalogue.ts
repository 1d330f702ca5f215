import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCatalogue } from "../../src/catalogue/createCatalogue.ts";
import { catalogueFrom } from "../../src/catalogue/language/catalogueFile.ts";
import type { Catalogue } from "../../src/catalogue/types/catalogue.ts";
import type { CatalogueData } from "../../src/catalogue/types/packed.ts";
import { inflater } from "../../src/node/inflater.ts";

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
  return catalogueFrom(
    readFileSync(join(folder, "index.json"), "utf8"),
    readFileSync(join(folder, "catalogue.bin")),
    inflater,
  );
}
