import { setFlagsFromString } from "node:v8";
import { V8_VERSION } from "./v8Version.ts";

/**
 * Has V8 look for old objects that are free as soon as there are `percent` more of them. By default it waits until there
 * are several times as many, in an editor where other processes want the memory. Each edit leaves the text before it behind.
 */
export function limitHeapGrowth(percent: number): void {
  if (V8_VERSION >= 11 && V8_VERSION <= 13) setFlagsFromString(`--heap-growing-percent=${percent}`);
}
