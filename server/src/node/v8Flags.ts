import { setFlagsFromString } from "node:v8";

/** What flags that were changed on the way were before, by their names. */
const usual = new Map<string, { readonly before: number; now: number }>();

/**
 * Changes a flag of V8 while the process runs.
 *
 * @param before what V8 has without it
 */
export function changeFlag(name: string, before: number, now: number): void {
  usual.set(name, { before, now });
  setFlag(name, now);
}

/** Runs `make` under the flags that the process began with: V8 takes bytecode only under those that it was made under. */
export function underFirstFlags<Made>(make: () => Made): Made {
  for (const [name, { before }] of usual) setFlag(name, before);
  try {
    return make();
  } finally {
    for (const [name, { now }] of usual) setFlag(name, now);
  }
}

/** Sets a flag of V8 for good, before anything is loaded. */
export function setFlag(name: string, value: number): void {
  setFlagsFromString(`--${name}=${value}`);
}
