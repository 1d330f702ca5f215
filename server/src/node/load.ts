import { createRequire } from "node:module";
import { join } from "node:path";
import { PRODUCT } from "./product.ts";

/** Loads a bundle of dist/server/ by its name, without the ending. */
export function load<Exports extends object>(name: string): Exports {
  const file = join(PRODUCT, "dist", "server", `${name}.cjs`);
  return createRequire(file)(file) as Exports;
}
