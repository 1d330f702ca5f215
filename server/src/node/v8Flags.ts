import { setFlagsFromString } from "node:v8";

/** The flags that were changed on the way, by their names. */
const changed = new Map<string, { readonly before: number; readonly now: number }>();

/**
 * Changes a flag of V8 while the process runs.
 *
 * @param before what V8 has without it
 */
export function changeFlag(name: string, before: number, now: number): void {
  changed.set(name, { before, now });
  setFlag(name, now);
}

/** Runs `make` under the flags that the process began with: V8 takes bytecode only under those that it was made under. */
export function underFirstFlags<Made>(make: () => Made): Made {
  for (const [name, { before }] of changed) setFlag(name, before);
  try {
    return make();
  } finally {
    for (const [name, { now }] of changed) setFlag(name, now);
  }
}

/** Sets a flag of V8. Bytecode is made and taken under flags that are set so before anything is loaded. */
export function setFlag(name: string, value: number): void {
  setFlagsFromString(`--${name}=${value}`);
}
