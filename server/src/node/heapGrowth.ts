import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * Has V8 look for old objects that are free as soon as there are `percent` more of them. By default it waits until there
 * are several times as many, in an editor where other processes want the memory. Each edit leaves the text before it behind.
 */
export function limitHeapGrowth(percent: number): void {
  const version = Number.parseInt(versions.v8, 10);
  // Known to be in Node 20, 22 and 24.
  if (version >= 11 && version <= 13) setFlagsFromString(`--heap-growing-percent=${percent}`);
}
