import { readFileSync, statSync } from "node:fs";

/** Larger files are no templates: CloudFormation takes 1 MB. */
const LARGEST = 10_000_000;

/**
 * The text of a file that may be a template; `undefined` where it can't be read or is too large.
 * It waits for the disk: a thread that has nothing else to do is faster so, by a third over a thousand files.
 */
export function templateText(file: string): string | undefined {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    return size === undefined || size > LARGEST ? undefined : readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
