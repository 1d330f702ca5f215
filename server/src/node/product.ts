import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds dist/ and notes/. */
export const PRODUCT: string = productFolder(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder above the bundle that has a package.json. */
function productFolder(start: string): string {
  const parent = dirname(start);
  return parent === start || existsSync(join(start, "package.json")) ? start : productFolder(parent);
}
