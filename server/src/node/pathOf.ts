import { fileURLToPath } from "node:url";

/** The path of a `file:` URI; `undefined` for another one, and for one that this system has no path for. */
export function pathOf(uri: string): string | undefined {
  try {
    return /^file:/i.test(uri) ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
